package tonghop.domain.form;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of one measure for one unit and period, with the cell it came from ('số liệu').
 *
 * @param unit the code of the unit that it is about
 * @param row the label of the sheet's row: a unit, an office or a list's item
 * @param rowNumber the row's number in the sheet, from 1
 * @param value in the measure's unit of count
 * @param scope how much of the unit it speaks of
 * @param cell the address; several joined with {@code +} or {@code -} for a measure that is a sum of columns
 */
public record Observation(
        String unit,
        String row,
        int rowNumber,
        Measure measure,
        BigDecimal value,
        @Nullable Qualifier qualifier,
        Scope scope,
        String cell,
        String raw) {

    /** How much of a unit an observation speaks of. */
    public enum Scope {
        /** Its own offices. */
        PART,
        /** All of it: the sheet says nothing else of the unit, so that the value may be its total. */
        WHOLE,
        /** All units directly below it together. */
        CHILDREN;

        /** The word in the database, such as {@code whole}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads what {@link #code} writes. */
        public static Scope of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
