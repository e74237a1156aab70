package tonghop.rollup.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The moment as of which something is asked.
 *
 * @param instant everything recorded until then is known, the instant itself included
 */
public record Moment(Instant instant) {

    /** Everything that is stored. */
    public static final Moment NOW = new Moment(Instant.MAX);

    public static Moment of(Instant instant) {
        return new Moment(instant);
    }

    /** As SQL takes it: PostgreSQL's {@code infinity} for {@link #NOW}. */
    public OffsetDateTime asParameter() {
        return equals(NOW) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }
}
