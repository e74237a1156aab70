package tonghop.rollup;

import java.util.Locale;

/** What became of a file or a sheet; each ends in exactly one. In the order of how bad it is. */
public enum FileState {
    /** Its content is that of another file that was taken in. */
    UNCHANGED,
    ACCEPTED,
    ACCEPTED_WITH_WARNINGS,
    /** Another file for the same form, unit and period came later. */
    SUPERSEDED,
    REJECTED,
    UNRECOGNISED;

    /** The word used in outputs, such as {@code accepted-with-warnings}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FileState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether somebody has to mend it. */
    public boolean needsMending() {
        return this == REJECTED || this == UNRECOGNISED;
    }
}
