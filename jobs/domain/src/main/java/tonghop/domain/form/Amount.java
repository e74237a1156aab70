package tonghop.domain.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number with its mark.
 *
 * @param qualifier 'at least', 'about' or the like; absent for an exact one
 */
public record Amount(BigDecimal value, @Nullable Qualifier qualifier) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** All of {@code parts} together; empty if there are none. */
    public static Optional<Amount> sum(Stream<Amount> parts) {
        return parts.reduce(Amount::plus);
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value), Qualifier.combine(qualifier, other.qualifier));
    }

    /** This as a part of {@code whole}. */
    public Ratio over(Amount whole) {
        return new Ratio(this, whole);
    }

    /** What {@code part} is of {@code whole}, which is not nought, in per cent with 16 digits. */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
    }

    /**
     * Whether two numbers are the same for a person.
     *
     * @param noise how far both together may be off: see {@link Entry#noise}
     */
    public static boolean agree(BigDecimal one, BigDecimal other, BigDecimal noise) {
        return one.subtract(other).abs().compareTo(noise) <= 0;
    }

    /** One amount over another. */
    public record Ratio(Amount numerator, Amount denominator) {

        /** In per cent, not rounded; absent where the denominator is nought. */
        public @Nullable BigDecimal value() {
            return denominator.value.signum() == 0 ? null : percent(numerator.value, denominator.value);
        }

        /** A denominator that is more makes it less. */
        public @Nullable Qualifier qualifier() {
            return Qualifier.combine(numerator.qualifier, Qualifier.reversed(denominator.qualifier));
        }
    }
}
