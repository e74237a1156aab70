package tonghop.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A number as a person computes it.
 *
 * @param noise how far off a program may be that computes the same in binary fractions
 */
record Decimal(BigDecimal value, double noise) {

    private static final MathContext DIGITS = new MathContext(50);

    /** How much of a number is lost when it becomes a binary fraction, with what a program may add to that. */
    private static final double ROUNDING = Math.scalb(1.0, -51);

    static final Decimal ZERO = of(BigDecimal.ZERO);

    static Decimal of(BigDecimal value) {
        return of(value, 0);
    }

    private static Decimal of(BigDecimal value, double noise) {
        return new Decimal(value.round(DIGITS), noise + ROUNDING * Math.abs(value.doubleValue()));
    }

    Decimal plus(Decimal other) {
        return of(value.add(other.value), noise + other.noise);
    }

    Decimal negated() {
        return new Decimal(value.negate(), noise);
    }

    Decimal times(Decimal other) {
        double ofOther = Math.abs(other.value.doubleValue());
        return of(value.multiply(other.value), noise * ofOther + other.noise * Math.abs(value.doubleValue()));
    }

    /** Empty if {@code other} is nought. */
    Optional<Decimal> over(Decimal other) {
        if (other.value.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal quotient = value.divide(other.value, DIGITS);
        double size = Math.abs(quotient.doubleValue());
        return Optional.of(of(quotient, (noise + size * other.noise) / Math.abs(other.value.doubleValue())));
    }
}
