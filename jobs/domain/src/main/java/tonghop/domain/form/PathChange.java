package tonghop.domain.form;

import org.jspecify.annotations.Nullable;

/**
 * What a path's present content does to what an earlier one of it said.
 *
 * @param before what was said
 * @param now the sheet on account of which; absent where the form is no longer there
 */
public record PathChange(Kind kind, String path, PathContent.Sheet before, PathContent.@Nullable Sheet now) {

    /** How what was said fares. */
    public enum Kind {
        /** The same form and unit for a later period: both count. */
        NAME_USED_AGAIN,
        /** Speaks of an earlier period: what was said is taken back. */
        OTHER_PERIOD,
        /** Speaks of another unit: what was said is taken back. */
        OTHER_UNIT,
        /** No longer contains the form: what was said is taken back. */
        FORM_GONE,
        /** The new sheet was rejected: what was said stands. */
        REJECTED;

        /** Whether what was said goes on being said. */
        public boolean leavesStanding() {
            return this == NAME_USED_AGAIN || this == REJECTED;
        }
    }
}
