package tonghop.domain.time;

import java.time.LocalDate;
import java.util.Locale;
import tonghop.domain.Require;

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

    /** The label as it stands within a sentence: 'năm 2023', 'quý III năm 2023'. */
    public String labelInSentence() {
        return label.isEmpty() ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /** Its days. */
    public Validity days() {
        return new Validity(from, to);
    }
}
