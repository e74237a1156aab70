package tonghop.validate.unusual;

/**
 * How many of {@code total} fall to one side if the share of that side itself varies as a beta distribution with
 * parameters {@code a} and {@code b}.
 *
 * @param total at least 0
 * @param a above 0
 * @param b above 0
 */
record BetaBinomial(long total, double a, double b) {

    /** A term this much smaller than the sum does not change it any more. */
    private static final double NEGLIGIBLE = 1e-18;

    /** The probability of {@code count} or more, summed term by term upwards. */
    double atLeast(long count) {
        if (count <= 0) {
            return 1;
        }
        double term = StrictMath.exp(logOf(count));
        double sum = 0;
        for (long at = count; at <= total; at++) {
            sum += term;
            // With b below 1 the terms rise again towards the end.
            if (b >= 1 && term < sum * NEGLIGIBLE) {
                break;
            }
            term *= (total - at) / (at + 1.0) * ((at + a) / (total - at - 1.0 + b));
        }
        return sum;
    }

    /** The probability of {@code count} or less. */
    double atMost(long count) {
        return new BetaBinomial(total, b, a).atLeast(total - count);
    }

    /** The logarithm of the probability of exactly {@code count}. */
    double logOf(long count) {
        double ways = LogGamma.of(total + 1.0) - LogGamma.of(count + 1.0) - LogGamma.of(total - count + 1.0);
        return ways + logBeta(count + a, total - count + b) - logBeta(a, b);
    }

    private static double logBeta(double one, double other) {
        return LogGamma.of(one) + LogGamma.of(other) - LogGamma.of(one + other);
    }
}
