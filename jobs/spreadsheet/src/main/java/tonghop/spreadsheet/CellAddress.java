package tonghop.spreadsheet;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where a cell stands.
 *
 * @param row from 0
 * @param column from 0
 */
public record CellAddress(int row, int column) implements Comparable<CellAddress> {

    private static final int LETTERS = 26;

    /** Reads {@code D12} or {@code $D$12}; empty for what is the address of no cell. */
    public static Optional<CellAddress> of(String written) {
        int at = written.startsWith("$") ? 1 : 0;
        int column = 0;
        for (; at < written.length() && isLetter(written.charAt(at)) && column <= Limits.COLUMNS; at++) {
            column = column * LETTERS + Character.toUpperCase(written.charAt(at)) - 'A' + 1;
        }
        int row = XlsxSheet.integer(written.substring(written.startsWith("$", at) ? at + 1 : at), 0);
        boolean isCell = column > 0 && column <= Limits.COLUMNS && row > 0 && row <= Limits.ROW_ADDRESSES;
        return isCell ? Optional.of(new CellAddress(row - 1, column - 1)) : Optional.empty();
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Such as {@code D12}; row and column are from 0. */
    public static String text(int row, int column) {
        return letters(column) + (row + 1);
    }

    /** What a column is called, such as {@code AB}; {@code column} is from 0. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** Whether it stands in the rectangle between two corners, which belong to it. */
    public boolean isWithin(CellAddress first, CellAddress last) {
        return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
    }

    @Override
    public int compareTo(CellAddress other) {
        return Comparator.comparingInt(CellAddress::row)
                .thenComparingInt(CellAddress::column)
                .compare(this, other);
    }

    /** Such as {@code $D$12}, which stays where it is when a formula is copied. */
    public String absolute() {
        return "$" + letters(column) + "$" + (row + 1);
    }

    /** A range such as {@code $B$15:$D$20}. */
    public static String range(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        return new CellAddress(firstRow, firstColumn).absolute() + ":"
                + new CellAddress(lastRow, lastColumn).absolute();
    }

    /** Such as {@code D12}. */
    @Override
    public String toString() {
        return text(row, column);
    }
}
