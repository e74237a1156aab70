package tonghop.ingest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;

/**
 * One observation in the tidy layout, as {@code so-lieu.csv} has it.
 *
 * @param unit the code of the unit that it is about
 * @param period such as {@code 2023}
 * @param form such as {@code 01/TCD}
 * @param row the unit, office or list item of the sheet's row
 * @param value in the measure's unit of count
 * @param status as it was stated, such as {@code reported}; empty if it was not
 * @param pointer where it stands in the file, as a JSON pointer such as {@code /12}
 */
record TidyLine(
        String unit,
        String period,
        String form,
        String measure,
        String row,
        BigDecimal value,
        @Nullable Qualifier qualifier,
        String status,
        String pointer) {}
