package tonghop.domain.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Require;

/**
 * A figure computed from measures ('chỉ số'), in per cent: the sum of the numerators over the sum of the denominators.
 *
 * <p>A unit may also state the rate itself, in a column of nature {@link Nature#DECLARED} that has the indicator's id.
 *
 * @param numerator ids of measures; empty, like the denominator, for a rate that is only ever declared
 * @param decimals to round to, half-up, for display
 * @param target what is to be reached, in per cent; absent where nobody set one
 */
public record Indicator(
        String id,
        String label,
        List<String> numerator,
        List<String> denominator,
        int decimals,
        boolean higherIsBetter,
        @Nullable BigDecimal target) {

    public Indicator {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        Require.that(numerator.isEmpty() == denominator.isEmpty(), "indicator %s needs both counts or none", id);
    }

    /** One without a target. */
    public Indicator(
            String id,
            String label,
            List<String> numerator,
            List<String> denominator,
            int decimals,
            boolean higherIsBetter) {
        this(id, label, numerator, denominator, decimals, higherIsBetter, null);
    }

    /**
     * Whether {@code rate}, in per cent, reaches the target as it is shown: who reads 85,00 % need not know of 84,996.
     * Of a rate without a target nobody can say.
     */
    public boolean isReachedBy(BigDecimal rate) {
        if (target == null) {
            return false;
        }
        int compared = rate.setScale(decimals, RoundingMode.HALF_UP).compareTo(target);
        return higherIsBetter ? compared >= 0 : compared <= 0;
    }

    public boolean isComputed() {
        return !numerator.isEmpty();
    }
}
