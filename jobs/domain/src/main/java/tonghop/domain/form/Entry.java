package tonghop.domain.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in a cell.
 *
 * @param value in the measure's unit of count; a rate in per cent
 * @param cell the address, such as {@code D12}
 * @param raw the text of the cell, or the number as the file holds it
 * @param noise how far {@code value} may be off because a program computed it in binary fractions; nought for a typed
 *     number, and for one whose formula could be computed exactly
 */
public record Entry(BigDecimal value, @Nullable Qualifier qualifier, String cell, String raw, BigDecimal noise) {

    /** A number that is exact. */
    public Entry(BigDecimal value, @Nullable Qualifier qualifier, String cell, String raw) {
        this(value, qualifier, cell, raw, BigDecimal.ZERO);
    }
}
