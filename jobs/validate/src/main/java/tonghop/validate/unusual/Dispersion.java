package tonghop.validate.unusual;

import java.util.List;

/**
 * How much counts of successive periods vary beyond chance: what is known of the φ in variance = mean + φ mean².
 *
 * <p>Instead of one estimate, which few periods cannot give, every φ of a grid keeps the weight that the counts leave
 * it. They are weighed given their sum, so that no unit's mean has to be estimated: given the sum, negative binomial
 * counts of the same mean are Dirichlet-multinomial (Mosimann 1962).
 */
final class Dispersion {

    /** The first stands for Poisson: at 100 it adds one hundredth to the variance. */
    private static final double[] GRID = {0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};

    /**
     * Siblings tell about as much as this many units, however many they are: a unit need not vary as they do (a power
     * prior, Ibrahim and Chen 2000).
     */
    private static final double MOST_SIBLINGS = 8;

    private final double[] weights;

    private Dispersion(double[] weights) {
        this.weights = weights;
    }

    /**
     * Weighs the grid.
     *
     * @param own the unit's counts, in groups of the same mean
     * @param siblings the same of each unit beside it
     */
    static Dispersion of(List<List<Long>> own, List<List<List<Long>>> siblings) {
        double trust = Math.min(1, MOST_SIBLINGS / Math.max(1, siblings.size()));
        double[] logs = new double[GRID.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < GRID.length; index++) {
            double shape = 1 / GRID[index];
            double ofSiblings = 0;
            for (List<List<Long>> sibling : siblings) {
                ofSiblings += logLikelihood(sibling, shape);
            }
            logs[index] = logLikelihood(own, shape) + trust * ofSiblings;
            highest = Math.max(highest, logs[index]);
        }
        double sum = 0;
        for (int index = 0; index < logs.length; index++) {
            logs[index] = StrictMath.exp(logs[index] - highest);
            sum += logs[index];
        }
        for (int index = 0; index < logs.length; index++) {
            logs[index] /= sum;
        }
        return new Dispersion(logs);
    }

    private static double logLikelihood(List<List<Long>> groups, double shape) {
        double log = 0;
        for (List<Long> counts : groups) {
            double total = 0;
            for (long count : counts) {
                log += LogGamma.of(count + shape) - LogGamma.of(shape);
                total += count;
            }
            double shapes = counts.size() * shape;
            log += LogGamma.of(shapes) - LogGamma.of(total + shapes);
        }
        return log;
    }

    /**
     * The probability of a count as high as {@code value}, or as low, after {@code earlier} of the same mean.
     *
     * <p>Given their sum, the share that falls to the newest of them is beta-binomial whatever the mean. For Poisson
     * this is the exact comparison of Przyborowski and Wilenski (1940).
     */
    double tail(long value, List<Long> earlier, Unusual.Side side) {
        double sum = 0;
        for (long count : earlier) {
            sum += count;
        }
        long scale = scale(sum + value);
        long scaled = value / scale;
        long total = scaled + (long) (sum / scale);
        double tail = 0;
        for (int index = 0; index < GRID.length; index++) {
            double shape = 1 / GRID[index];
            BetaBinomial share = new BetaBinomial(total, shape, earlier.size() * shape);
            tail += weights[index] * (side == Unusual.Side.ABOVE ? share.atLeast(scaled) : share.atMost(scaled));
        }
        return tail;
    }

    /** Sums stay short: a count of millions is looked at in hundreds, which only makes chance look larger. */
    private static long scale(double total) {
        double most = 100_000;
        return (long) Math.max(1, Math.ceil(total / most));
    }
}
