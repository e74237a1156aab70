package tonghop.domain.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import tonghop.domain.Require;

/**
 * The lowest and the highest value that a rate could take once everybody has reported: as if nothing, or everything, of
 * what the missing units count in the denominator counted in the numerator too.
 *
 * @param low in per cent, unrounded
 * @param high in per cent, unrounded; above 100 where the rate itself may be
 */
public record Bounds(BigDecimal low, BigDecimal high) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * The bounds of {@code numerator} over {@code denominator}; low = high = the rate where nothing is missing. None
     * where nothing was counted at all: there is no rate then, neither 0 nor 100.
     *
     * @param missing how much the denominators of the missing units come to
     */
    public static Optional<Bounds> of(BigDecimal numerator, BigDecimal denominator, BigDecimal missing) {
        Require.that(missing.signum() >= 0, "what is missing cannot be less than nothing: %s", missing);
        BigDecimal all = denominator.add(missing);
        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(new Bounds(percent(numerator, all), percent(numerator.add(missing), all)));
    }

    /** What {@code part} is of {@code whole}, which is not nought, in per cent with 16 digits. */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
    }
}
