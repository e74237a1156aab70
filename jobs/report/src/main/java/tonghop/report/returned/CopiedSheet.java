package tonghop.report.returned;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a file that has no OOXML parts (.xls, .ods, .csv …), as its values were read.
 *
 * @param cells those that are not empty, by row and column
 */
public record CopiedSheet(String name, List<Cell> cells) {

    public CopiedSheet {
        cells = List.copyOf(cells);
    }

    /** How a number is shown. */
    public enum Shown {
        PLAIN,
        PERCENT,
        DATE
    }

    /**
     * A cell with a value.
     *
     * @param row from 0
     * @param column from 0
     * @param number of a number or date (days since the end of 1899); absent: the text is the value
     */
    public record Cell(
            int row, int column, String text, @Nullable BigDecimal number, Shown shown) {}
}
