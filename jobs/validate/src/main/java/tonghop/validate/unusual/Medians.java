package tonghop.validate.unusual;

import java.math.BigDecimal;
import java.util.List;

/** The middle of some numbers. */
final class Medians {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Medians() {}

    /** The middle one, or the mean of the two in the middle. */
    static BigDecimal ofSorted(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return sorted.get(middle);
        }
        return sorted.get(middle - 1).add(sorted.get(middle)).multiply(HALF).stripTrailingZeros();
    }
}
