package tonghop.domain.report;

import java.util.Locale;

/** Why a figure is another one than before; where several come together the first one is named. */
public enum ChangeCause {
    /** A form that had not been sent before. */
    NEW,
    /** The same, after the deadline. */
    LATE,
    /** Another file for the same form, unit and period. */
    CORRECTION,
    /** A file was taken back. */
    WITHDRAWAL,
    /** Units came, went or moved. */
    UNIT,
    /** Forms, indicators, rules or the calendar say something else of the same content. */
    RULE,
    /** The layouts of the reports are others, which changes the files of a report and none of its figures. */
    LAYOUT,
    /** Another version of Tonghop reads or adds up differently. */
    VERSION,
    /** None of these. */
    OTHER;

    /** The word used in outputs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
