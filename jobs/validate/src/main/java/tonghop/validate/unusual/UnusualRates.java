package tonghop.validate.unusual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tonghop.validate.unusual.Unusual.Side;

/**
 * Compares a unit's rate with those of its siblings, as a funnel plot does (Spiegelhalter 2005): what counts as far off
 * depends on the denominator, and on how much the siblings differ among themselves.
 *
 * <p>The siblings' numerators are taken as beta-binomial. Neither their common rate nor their spread is estimated by
 * one number: each point of a grid keeps the weight that the siblings leave it, and the unit itself has no part in
 * that.
 */
public final class UnusualRates {

    /** Fewer siblings say too little. */
    public static final int FEWEST_SIBLINGS = 5;

    /** A unit of which fewer would be expected on the side that it lacks is never told. */
    private static final double SMALLEST_EXPECTED = 5;

    /** Nearer than this many standard errors of a plain binomial, nothing is looked at closely. */
    private static final double WORTH_A_LOOK = 4;

    /** How far from the siblings' median a rate must be to matter, in percentage points. Our choice. */
    private static final double SMALLEST_DISTANCE = 5;

    private static final double[] SPREADS = {0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.6};
    private static final double LOGIT_END = 8;
    private static final double LOGIT_STEP = 0.25;
    private static final int RATES = 65;

    private UnusualRates() {}

    /** A share of a whole, in counts. */
    public record Rate(long numerator, long denominator) {

        boolean isShare() {
            return denominator > 0 && 0 <= numerator && numerator <= denominator;
        }

        /** With two decimals. */
        public BigDecimal percent() {
            return BigDecimal.valueOf(numerator)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
        }

        private Rate scaled() {
            long most = 100_000;
            long scale = (denominator + most - 1) / most;
            return scale <= 1 ? this : new Rate(numerator / scale, denominator / scale);
        }
    }

    /**
     * Whether {@code unit} stands out among {@code siblings}.
     *
     * @param siblings the units beside it, of the same parent and level, without itself; those without a denominator,
     *     or whose numerator is no part of it, do not count
     */
    public static Optional<Unusual> judge(Rate unit, List<Rate> siblings) {
        List<Rate> shares = siblings.stream().filter(Rate::isShare).toList();
        if (!unit.isShare() || shares.size() < FEWEST_SIBLINGS) {
            return Optional.empty();
        }
        List<BigDecimal> percents = shares.stream().map(Rate::percent).sorted().toList();
        BigDecimal median = Medians.ofSorted(percents);
        Optional<Side> side = sideWorthALook(unit, shares, median);
        if (side.isEmpty()) {
            return Optional.empty();
        }
        double tail = tail(unit.scaled(), shares.stream().map(Rate::scaled).toList(), side.get());
        return Unusual.isBeyond(Unusual.LEVEL, tail)
                ? Optional.of(new Unusual(
                        side.get(),
                        Unusual.isBeyond(Unusual.STRONG_LEVEL, tail),
                        median,
                        percents.get(0),
                        percents.get(percents.size() - 1),
                        shares.size(),
                        false,
                        OptionalInt.empty()))
                : Optional.empty();
    }

    private static Optional<Side> sideWorthALook(Rate unit, List<Rate> siblings, BigDecimal median) {
        double numerators = siblings.stream().mapToDouble(Rate::numerator).sum();
        double denominators = siblings.stream().mapToDouble(Rate::denominator).sum();
        // Half a case on either side, or siblings that all have 100 % would leave no room at all.
        double rate = (numerators + 0.5) / (denominators + 1);
        double expected = unit.denominator() * rate;
        double lacking = unit.numerator() < expected ? expected : unit.denominator() - expected;
        double distance = Math.abs(unit.numerator() - expected);
        boolean isNear = distance < WORTH_A_LOOK * Math.sqrt(expected * (1 - rate))
                || unit.percent().subtract(median).abs().doubleValue() < SMALLEST_DISTANCE;
        if (isNear || lacking < SMALLEST_EXPECTED) {
            return Optional.empty();
        }
        return Optional.of(unit.numerator() < expected ? Side.BELOW : Side.ABOVE);
    }

    /** The probability of a numerator this far off, over all rates and spreads that the siblings allow. */
    private static double tail(Rate unit, List<Rate> siblings, Side side) {
        double[] logs = new double[RATES * SPREADS.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < logs.length; index++) {
            for (Rate sibling : siblings) {
                logs[index] += ofDenominator(sibling.denominator(), index).logOf(sibling.numerator());
            }
            highest = Math.max(highest, logs[index]);
        }
        double weights = 0;
        double tail = 0;
        for (int index = 0; index < logs.length; index++) {
            double weight = StrictMath.exp(logs[index] - highest);
            weights += weight;
            if (weight > 0) {
                BetaBinomial counts = ofDenominator(unit.denominator(), index);
                tail += weight
                        * (side == Side.ABOVE ? counts.atLeast(unit.numerator()) : counts.atMost(unit.numerator()));
            }
        }
        return tail / weights;
    }

    private static BetaBinomial ofDenominator(long denominator, int index) {
        int step = index / SPREADS.length;
        double logit = LOGIT_STEP * step - LOGIT_END;
        double rate = 1 / (1 + StrictMath.exp(-logit));
        double size = 1 / SPREADS[index % SPREADS.length] - 1;
        return new BetaBinomial(denominator, rate * size, (1 - rate) * size);
    }
}
