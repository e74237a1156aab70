package tonghop.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Period;
import tonghop.domain.Validity;

/**
 * The period of a sheet.
 *
 * @param days the days that the sheet states; empty where it only names the period
 */
record StatedPeriod(Period period, Optional<Validity> days) {

    /** The days that it states, where they are others than the period's. */
    @Nullable Validity declared() {
        return days.filter(stated -> !stated.equals(period.days())).orElse(null);
    }
}
