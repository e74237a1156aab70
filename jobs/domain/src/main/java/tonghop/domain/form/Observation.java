package tonghop.domain.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of one measure for one unit and period, with the cell it came from ('số liệu').
 *
 * @param unit the code of the unit that it is about
 * @param row the label of the sheet's row: a unit, an office or a list's item
 * @param rowNumber the row's number in the sheet, from 1
 * @param value in the measure's unit of count
 * @param isWhole whether the sheet says nothing else of the unit, so that the value may be the unit's total rather than
 *     the part of its own offices
 * @param cell the address; several joined with {@code +} or {@code -} for a measure that is a sum of columns
 */
public record Observation(
        String unit,
        String row,
        int rowNumber,
        Measure measure,
        BigDecimal value,
        @Nullable Qualifier qualifier,
        boolean isWhole,
        String cell,
        String raw) {}
