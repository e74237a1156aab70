package tonghop.domain.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in a cell.
 *
 * @param value in the measure's unit of count; a rate in per cent
 * @param cell the address, such as {@code D12}
 * @param raw the text of the cell, or the number as the file holds it
 */
public record Entry(BigDecimal value, @Nullable Qualifier qualifier, String cell, String raw) {}
