package tonghop.domain.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Require;

/**
 * The days on which something holds, both ends included.
 *
 * @param from the first day; absent: since ever
 * @param to the last day; absent: until further notice
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Holds on every day. */
    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        Require.that(from == null || to == null || !to.isBefore(from), "ends before it begins: %s to %s", from, to);
    }

    /** Whether {@code day} lies inside. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether some day lies in both. */
    public boolean overlaps(Validity other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Validity other) {
        return from == null || other.to == null || !from.isAfter(other.to);
    }
}
