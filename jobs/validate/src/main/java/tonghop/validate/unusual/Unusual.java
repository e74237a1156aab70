package tonghop.validate.unusual;

import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * That a figure stands out, and from what.
 *
 * @param isStrong whether it is beyond {@link #STRONG_LEVEL} too
 * @param median of what it was compared with: counts, or rates in per cent
 * @param lowest of the same
 * @param highest of the same
 * @param comparedWith how many figures it was compared with
 * @param isSeasonal whether these are of the same quarter or month of earlier years
 * @param factor 10, 100 or 1,000 where the count would fit if it were that much smaller or larger
 */
public record Unusual(
        Side side,
        boolean isStrong,
        BigDecimal median,
        BigDecimal lowest,
        BigDecimal highest,
        int comparedWith,
        boolean isSeasonal,
        OptionalInt factor) {

    /**
     * The probability of being told without cause, for one figure. In a report of 230 units and 400 measures, all of
     * them large enough to be looked at, 0.92 false alarms are expected.
     */
    public static final double LEVEL = 1e-5;

    /** The same for what stands out strongly. */
    public static final double STRONG_LEVEL = 1e-7;

    /** Which way a figure stands out. */
    public enum Side {
        ABOVE,
        BELOW
    }

    /**
     * A quarter of the level for each side: each figure is looked at from both, against its season and against all
     * periods.
     */
    static boolean isBeyond(double level, double tail) {
        return tail < level / 4;
    }
}
