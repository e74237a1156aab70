package tonghop.spreadsheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one sheet as values, without the library that read them. Rows and columns count from 0.
 *
 * @param rows cells that are not empty, by row and column
 * @param merges the ranges that are shown as one cell; only the first cell of each has a value
 * @param covered values that lie under such a range, where nobody sees them
 * @param hiddenRows rows that the sender does not see
 * @param hiddenColumns columns that the sender does not see
 */
public record Grid(
        String sheet,
        boolean isHidden,
        NavigableMap<Integer, NavigableMap<Integer, Cell>> rows,
        List<Merge> merges,
        Map<CellAddress, Cell> covered,
        Set<Integer> hiddenRows,
        Set<Integer> hiddenColumns) {

    private static final NavigableMap<Integer, Cell> NO_CELLS = new TreeMap<>();

    public Grid {
        merges = List.copyOf(merges);
        covered = Map.copyOf(covered);
        hiddenRows = Set.copyOf(hiddenRows);
        hiddenColumns = Set.copyOf(hiddenColumns);
    }

    /** What a cell holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        LOGICAL,
        /** An error value, or a formula that cannot be computed; the text says which. */
        ERROR
    }

    /** How a value came about, where that is worth telling. */
    public enum Origin {
        /** Typed, or computed by the sender's program. */
        STORED,
        /** A formula for which the file holds no value: computed by us. */
        COMPUTED,
        /** A formula that reads another workbook, as that stood when the file was saved. */
        LINKED,
        /** Text in a legacy encoding (TCVN3, VNI, or UTF-8 read as something else), converted. */
        CONVERTED
    }

    /** In which way a cell shows something else than its value. */
    public enum Manner {
        /** It is crossed out, or a part of its text is. */
        STRUCK,
        /** A part of its text is raised or lowered, as marks of footnotes are. */
        RAISED,
        /** Its format shows another number: in thousands, with digits of its own. */
        SCALED,
        /** Its format puts words or marks around the number. */
        WORDS,
        /** Nobody sees a number: its format or its colour hides it. */
        HIDDEN
    }

    /**
     * What a reader sees in a cell where that is not just its value.
     *
     * @param text what is left to read: without what is struck out or raised, and with what a format adds; decimals
     *     after a comma
     */
    public record Shown(Manner manner, String text) {}

    /**
     * What a formula gives now.
     *
     * @param fresh computed from the values that its operands have in the file, where that is another number than the
     *     stored one; null where it is the same or cannot be told
     * @param noise how far the stored number may be off because the operands are binary fractions; nought where the
     *     exact number is known
     */
    public record Result(@Nullable BigDecimal fresh, BigDecimal noise) {}

    /**
     * A cell that is not empty.
     *
     * @param text as typed; of a number its shortest decimal form
     * @param number of a number or date, to 15 significant digits, all that a workbook keeps
     * @param isPercent whether the number is shown as per cent, so that 0.98 means 98
     * @param original of a text that was converted the characters as they are in the file; null of any other
     * @param shown what a reader sees instead; null where that is the value
     * @param result of a number that a formula gave; null of any other
     */
    public record Cell(
            Kind kind,
            String text,
            @Nullable BigDecimal number,
            boolean isPercent,
            Origin origin,
            @Nullable String original,
            @Nullable Shown shown,
            @Nullable Result result) {

        /** A cell with a value as the sender's program stored it. */
        public static Cell stored(Kind kind, String text, @Nullable BigDecimal number, boolean isPercent) {
            return new Cell(kind, text, number, isPercent, Origin.STORED, null, null, null);
        }

        /** The text without marks of footnotes, which are raised in it. */
        public String unmarked() {
            return shown != null && shown.manner() == Manner.RAISED ? shown.text() : text;
        }

        /** The same value, come about in another way. */
        Cell from(Origin other) {
            return new Cell(kind, text, number, isPercent, other, original, shown, result);
        }

        /** The same text as it reads in Unicode. */
        Cell converted(String unicode) {
            return new Cell(kind, unicode, number, isPercent, Origin.CONVERTED, text, shown, result);
        }

        /** The same value, shown so; as it is for null. */
        Cell shown(@Nullable Shown as) {
            return as == null ? this : new Cell(kind, text, number, isPercent, origin, original, as, result);
        }

        /** The same formula with the number that counts, and what is known of how exact it is. */
        Cell computed(BigDecimal exact, Result of) {
            return new Cell(kind, text, exact, isPercent, origin, original, shown, of);
        }
    }

    /** A range of cells that are shown as one; all bounds belong to it. */
    public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        /** Whether the cell is part of the range. */
        public boolean holds(int row, int column) {
            return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
        }
    }

    /** The cells of a row that are not empty, by column. */
    public NavigableMap<Integer, Cell> row(int row) {
        return rows.getOrDefault(row, NO_CELLS);
    }

    /** A cell; null for an empty one. */
    public @Nullable Cell cell(int row, int column) {
        return row(row).get(column);
    }

    /** The text of a cell, without blanks around it; empty for an empty cell. */
    public String text(int row, int column) {
        Cell cell = cell(row, column);
        return cell == null ? "" : cell.text().strip();
    }

    /** The rows from {@code first} to before {@code end}; they keep their numbers. */
    public Grid part(int first, int end) {
        return new Grid(
                sheet, isHidden, rows.subMap(first, true, end, false), merges, covered, hiddenRows, hiddenColumns);
    }

    /** The text that a cell shows: of a range shown as one cell, that of its first cell. */
    public String shownText(int row, int column) {
        String own = text(row, column);
        return own.isEmpty()
                ? merges.stream()
                        .filter(merge -> merge.holds(row, column))
                        .map(merge -> text(merge.firstRow(), merge.firstColumn()))
                        .findFirst()
                        .orElse("")
                : own;
    }

    /** Whether no cell has a value. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
