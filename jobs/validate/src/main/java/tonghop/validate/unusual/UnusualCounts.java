package tonghop.validate.unusual;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import tonghop.validate.unusual.Unusual.Side;

/**
 * Compares a unit's count with its own history.
 *
 * <p>The counts are taken as negative binomial, with Poisson as the limit; how much they vary is learned from the unit
 * and its siblings together ({@link Dispersion}). Where two or more earlier years are known, a quarter or month is
 * compared with the same of those years first, and with all periods if these are too few to tell. In any case a count
 * has to lie well outside of everything that is known of the unit, so that neither seasons nor a rise that came before
 * are told.
 */
public final class UnusualCounts {

    /** Fewer earlier periods say too little. */
    public static final int FEWEST_PERIODS = 4;

    /** A unit that has fewer on average is never told: small counts jump. */
    private static final double SMALLEST_MEAN = 5;

    /** How far outside the range known so far a count must lie, as a factor. Our choice. */
    private static final double WELL_OUTSIDE = 1.5;

    /** How far outside of it a count may lie that fits after all. */
    private static final double FITS = 1.2;

    private static final int[] FACTORS = {10, 100, 1000};

    private UnusualCounts() {}

    /**
     * Whether the newest count of {@code unit} stands out.
     *
     * @param siblings the units beside it, of the same parent and level; none is allowed. Asked for only where the
     *     count lies outside of what is known, which few do
     */
    public static Optional<Unusual> judge(CountSeries unit, Supplier<List<CountSeries>> siblings) {
        List<Long> earlier = unit.earlierValues();
        if (earlier.size() < FEWEST_PERIODS || mean(earlier) < SMALLEST_MEAN) {
            return Optional.empty();
        }
        Optional<Side> side = sideOutside((double) unit.value(), Spread.of(earlier), WELL_OUTSIDE);
        List<Long> season = unit.sameSeason();
        if (side.isEmpty() || (!season.isEmpty() && mean(season) < SMALLEST_MEAN)) {
            return Optional.empty();
        }
        Optional<Unusual> inSeason = season.isEmpty()
                ? Optional.empty()
                : judge(unit.value(), side.get(), season, true, dispersion(unit, siblings, CountSeries::bySeason));
        if (inSeason.filter(Unusual::isStrong).isPresent()) {
            return inSeason;
        }
        // Few seasons tell little: all periods together may say it more strongly.
        Optional<Unusual> inAll =
                judge(unit.value(), side.get(), earlier, false, dispersion(unit, siblings, UnusualCounts::together));
        return inAll.filter(Unusual::isStrong).or(() -> inSeason).or(() -> inAll);
    }

    private static Dispersion dispersion(
            CountSeries unit, Supplier<List<CountSeries>> siblings, Function<CountSeries, List<List<Long>>> groups) {
        return Dispersion.of(
                groups.apply(unit),
                siblings.get().stream()
                        .filter(sibling -> sibling.earlier().size() >= FEWEST_PERIODS)
                        .map(groups)
                        .toList());
    }

    private static List<List<Long>> together(CountSeries series) {
        return List.of(series.earlierValues());
    }

    private static Optional<Unusual> judge(
            long value, Side side, List<Long> compared, boolean isSeasonal, Dispersion dispersion) {
        double tail = dispersion.tail(value, compared, side);
        return Unusual.isBeyond(Unusual.LEVEL, tail)
                ? Optional.of(unusual(value, side, tail, compared, isSeasonal))
                : Optional.empty();
    }

    private static Unusual unusual(long value, Side side, double tail, List<Long> compared, boolean isSeasonal) {
        Spread spread = Spread.of(compared);
        return new Unusual(
                side,
                Unusual.isBeyond(Unusual.STRONG_LEVEL, tail),
                spread.median(),
                BigDecimal.valueOf(spread.lowest()),
                BigDecimal.valueOf(spread.highest()),
                compared.size(),
                isSeasonal,
                factor((double) value, side, spread));
    }

    private static Optional<Side> sideOutside(double value, Spread known, double factor) {
        if (value > known.highest() * factor) {
            return Optional.of(Side.ABOVE);
        }
        return value * factor < known.lowest() ? Optional.of(Side.BELOW) : Optional.empty();
    }

    /** The factor by which the count comes nearest to the median, if that is within what is known. */
    private static OptionalInt factor(double value, Side side, Spread known) {
        OptionalInt best = OptionalInt.empty();
        double nearest = Double.POSITIVE_INFINITY;
        for (int factor : FACTORS) {
            double mended = side == Side.ABOVE ? value / factor : value * factor;
            double median = Math.max(1, known.median().doubleValue());
            double distance = Math.max(mended / median, median / mended);
            if (sideOutside(mended, known, FITS).isEmpty() && distance < nearest) {
                best = OptionalInt.of(factor);
                nearest = distance;
            }
        }
        return best;
    }

    private static double mean(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum() / (double) counts.size();
    }

    /** The middle and the ends of some counts. */
    private record Spread(long lowest, BigDecimal median, long highest) {

        static Spread of(List<Long> counts) {
            List<BigDecimal> sorted =
                    counts.stream().sorted().map(BigDecimal::valueOf).toList();
            return new Spread(
                    sorted.get(0).longValueExact(),
                    Medians.ofSorted(sorted),
                    sorted.get(sorted.size() - 1).longValueExact());
        }
    }
}
