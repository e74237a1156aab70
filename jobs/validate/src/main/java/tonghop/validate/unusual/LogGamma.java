package tonghop.validate.unusual;

/**
 * The logarithm of the gamma function, by Stirling's series after shifting the argument to 10 and above (Abramowitz and
 * Stegun, Handbook of Mathematical Functions, 6.1.15 and 6.1.41).
 */
final class LogGamma {

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
    private static final double LARGE = 10;

    private LogGamma() {}

    /**
     * The natural logarithm of Γ(x), to about 13 digits.
     *
     * @param x above 0
     */
    static double of(double x) {
        double shift = 1;
        double large = x;
        while (large < LARGE) {
            shift *= large;
            large++;
        }
        double inverse = 1 / large;
        double square = inverse * inverse;
        double series = inverse
                * (1.0 / 12
                        - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))));
        return (large - 0.5) * StrictMath.log(large) - large + HALF_LOG_TWO_PI + series - StrictMath.log(shift);
    }
}
