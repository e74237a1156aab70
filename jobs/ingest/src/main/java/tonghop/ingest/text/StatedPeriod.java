package tonghop.ingest.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.time.Period;
import tonghop.domain.time.Validity;

/**
 * The period of a sheet.
 *
 * @param days the days that the sheet states; empty where it only names the period
 */
public record StatedPeriod(Period period, Optional<Validity> days) {

    /** The days that it states, where they are others than the period's. */
    public @Nullable Validity declared() {
        return days.filter(stated -> !stated.equals(period.days())).orElse(null);
    }
}
