package tonghop.domain;

import java.util.List;

/**
 * A figure computed from measures ('chỉ số'), in per cent: the sum of the numerators over the sum of the denominators.
 *
 * <p>A unit may also state the rate itself, in a column of nature {@link Nature#DECLARED} that has the indicator's id.
 *
 * @param numerator ids of measures; empty, like the denominator, for a rate that is only ever declared
 * @param decimals to round to, half-up, for display
 */
public record Indicator(
        String id,
        String label,
        List<String> numerator,
        List<String> denominator,
        int decimals,
        boolean higherIsBetter) {

    public Indicator {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        Require.that(numerator.isEmpty() == denominator.isEmpty(), "indicator %s needs both counts or none", id);
    }

    public boolean isComputed() {
        return !numerator.isEmpty();
    }
}
