package tonghop.domain.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;
import tonghop.domain.unit.Unit;

/**
 * A figure stated by the units of another day than its period's.
 *
 * @param unit of that day
 * @param id of the measure or indicator
 * @param value exact; of a rate in per cent and not rounded, absent where the denominator is nought
 * @param numerator of a rate
 */
public record RestatedFigure(
        Unit unit,
        String id,
        String label,
        String unitOfCount,
        @Nullable BigDecimal value,
        @Nullable Qualifier qualifier,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator) {}
