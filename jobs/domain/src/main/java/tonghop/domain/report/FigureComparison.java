package tonghop.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.PastFigures.PastFigure;

/**
 * How much a figure differs from the one of an earlier period ('so với cùng kỳ').
 *
 * @param difference in the figure's unit of count; for a rate in percentage points, of the rates as they are shown
 * @param percent of the earlier one, to one decimal, half-up; absent for rates, and where the earlier one is 0
 * @param isComparable whether the same units stand behind both
 */
public record FigureComparison(
        BigDecimal difference, @Nullable BigDecimal percent, boolean isComparable) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Empty if there is nothing to subtract: a missing or only declared rate, a figure that is 'about' or 'over', a
     * rank.
     */
    public static Optional<FigureComparison> between(Figure now, PastFigure then) {
        BigDecimal value = now.value();
        if (value == null || now.qualifier() != null || then.qualifier() != null || now.isRank()) {
            return Optional.empty();
        }
        if (now.kind() == Figure.Kind.INDICATOR) {
            BigDecimal points = now.shown(value).subtract(now.shown(then.value()));
            return Optional.of(new FigureComparison(points, null, then.isComparable()));
        }
        BigDecimal difference = value.subtract(then.value());
        BigDecimal percent = then.value().signum() == 0
                ? null
                : difference.multiply(HUNDRED).divide(then.value().abs(), 1, RoundingMode.HALF_UP);
        return Optional.of(new FigureComparison(difference, percent, then.isComparable()));
    }
}
