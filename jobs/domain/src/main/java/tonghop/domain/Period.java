package tonghop.domain;

import java.time.LocalDate;

/**
 * A reporting period, both days included.
 *
 * @param code as written in outputs and on the command line, such as {@code 2018-9M}
 * @param label in Vietnamese, such as '9 tháng năm 2018'
 */
public record Period(String code, PeriodType type, LocalDate from, LocalDate to, String label) {

    public Period {
        Require.that(!to.isBefore(from), "period %s ends before it begins", code);
    }

    /** Its days. */
    public Validity days() {
        return new Validity(from, to);
    }
}
