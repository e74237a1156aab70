package tonghop.validate.unusual;

import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tonghop.validate.unusual.CountSeries.Past;

/** Draws counts from known distributions, always the same ones, and histories as text. */
final class Drawn {

    private final Random random;

    Drawn(long seed) {
        this.random = new Random(seed);
    }

    /** A history without seasons, such as {@code "12 9 14 11"}, newest first, after which {@code value} came. */
    static CountSeries series(long value, String earlier) {
        return new CountSeries(
                value,
                1,
                List.of(earlier.split(" ")).stream()
                        .map(count -> new Past(1, Long.parseLong(count)))
                        .toList());
    }

    /** Quarters, of which the newest before the one looked at is the last of its year. */
    static CountSeries quarters(long value, List<Long> earlier) {
        return new CountSeries(
                value,
                1,
                LongStream.range(0, earlier.size())
                        .mapToObj(index -> new Past((int) (4 - index % 4), earlier.get((int) index)))
                        .toList());
    }

    CountSeries history(int periods, double mean, double dispersion) {
        return series(
                0,
                LongStream.range(0, periods)
                        .mapToObj(period -> Long.toString(count(mean, dispersion)))
                        .collect(Collectors.joining(" ")));
    }

    /** A negative binomial count; Poisson where {@code dispersion} is 0. */
    long count(double mean, double dispersion) {
        return poisson(dispersion == 0 ? mean : mean * gamma(1 / dispersion) * dispersion);
    }

    /** How many of {@code total} where the share varies as a beta distribution. */
    long share(long total, double rate, double spread) {
        double size = 1 / spread - 1;
        double one = gamma(rate * size);
        double chance = one / (one + gamma((1 - rate) * size));
        return LongStream.range(0, total)
                .filter(each -> random.nextDouble() < chance)
                .count();
    }

    private long poisson(double mean) {
        double left = mean;
        long count = -1;
        while (left >= 0) {
            left -= -Math.log(1 - random.nextDouble());
            count++;
        }
        return count;
    }

    /** By Marsaglia and Tsang (2000). */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double cube = Math.pow(1 + c * normal, 3);
            boolean isTaken = cube > 0
                    && Math.log(1 - random.nextDouble()) < 0.5 * normal * normal + d - d * cube + d * Math.log(cube);
            if (isTaken) {
                return d * cube;
            }
        }
    }

    /** The probability that {@code isTold} holds of a negative binomial count, exactly. */
    static double chance(double mean, double dispersion, LongPredicate isTold) {
        double shape = 1 / Math.max(dispersion, 1e-9);
        double odds = mean / (mean + shape);
        double log = -shape * Math.log1p(mean / shape);
        double told = 0;
        long most = (long) (mean + 60 * Math.sqrt(mean + dispersion * mean * mean)) + 100;
        for (long count = 0; count < most; count++) {
            told += isTold.test(count) ? Math.exp(log) : 0;
            log += Math.log((count + shape) / (count + 1.0) * odds);
        }
        return told;
    }
}
