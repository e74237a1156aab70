package tonghop.domain.time;

import java.util.Locale;

/** The kinds of reporting period. */
public enum PeriodType {
    MONTH,
    QUARTER,
    /** The first or the second half of a year. */
    HALF,
    NINE_MONTHS,
    YEAR,
    /** A stretch of years fixed in the catalogue, such as the five years of a conclusion. */
    TERM;

    /** The word used in the catalogue, such as {@code nine-months}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
