package tonghop.domain.form;

import java.util.List;

/**
 * What became of a sheet among all that were sent.
 *
 * @param sheet what its path says now
 * @param path under which it stands
 * @param night in which its path took it on
 * @param others of the version that replaced it, of those that it replaced, or that it is held against
 */
public record Standing(PathContent.Sheet sheet, String path, long night, State state, List<Other> others) {

    public Standing {
        others = List.copyOf(others);
    }

    /** Another sheet for the same form, unit and period. */
    public record Other(PathContent.Sheet sheet, String path) {}

    /** Each sheet is in exactly one. */
    public enum State {
        /** Speaks for its form, unit and period. */
        COUNTS,
        /** Says the same as the one that stands for its version. */
        UNCHANGED,
        /** A later version replaced it. */
        SUPERSEDED,
        /** One of several versions of which none may replace what stood before. */
        HELD,
        /** Rejected by itself. */
        REJECTED
    }
}
