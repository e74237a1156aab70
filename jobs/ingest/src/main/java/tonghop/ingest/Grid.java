package tonghop.ingest;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one sheet as values, without the library that read them.
 *
 * @param rows cells that are not empty, by row and column, both from 0
 */
record Grid(String sheet, boolean isHidden, NavigableMap<Integer, NavigableMap<Integer, Cell>> rows) {

    private static final NavigableMap<Integer, Cell> NO_CELLS = new TreeMap<>();

    /** What a cell holds. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        LOGICAL,
        /** An error value, or a formula that cannot be computed; the text says which. */
        ERROR
    }

    /**
     * A cell that is not empty.
     *
     * @param text as typed; of a number its shortest decimal form
     * @param number of a number, to 15 significant digits, all that a workbook keeps
     * @param isPercent whether the number is shown as per cent, so that 0.98 means 98
     */
    record Cell(Kind kind, String text, @Nullable BigDecimal number, boolean isPercent) {}

    NavigableMap<Integer, Cell> row(int row) {
        return rows.getOrDefault(row, NO_CELLS);
    }

    @Nullable Cell cell(int row, int column) {
        return row(row).get(column);
    }

    /** The text of a cell, without blanks around it; empty for an empty cell. */
    String text(int row, int column) {
        Cell cell = cell(row, column);
        return cell == null ? "" : cell.text().strip();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The address of a cell, such as {@code D12}. */
    static String address(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row + 1).toString();
    }
}
