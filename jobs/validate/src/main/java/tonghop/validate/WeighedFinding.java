package tonghop.validate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Finding;

/**
 * A finding with what it could change.
 *
 * @param impact in the measure's unit of count; absent where that cannot be said
 * @param share of the figure that the report's unit has of the measure; absent if it is not clear which one
 */
public record WeighedFinding(
        Finding finding,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal share) {}
