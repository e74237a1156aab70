package tonghop.report.returned;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cell stands.
 *
 * @param row from 0
 * @param column from 0
 */
record CellAddress(int row, int column) implements Comparable<CellAddress> {

    private static final Pattern WRITTEN = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([1-9][0-9]{0,6})");
    private static final int ROWS = 1 << 20;
    private static final int COLUMNS = 1 << 14;
    private static final int LETTERS = 26;

    /** Reads {@code D12}; empty for what is the address of no cell. */
    static Optional<CellAddress> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int column = 0;
        for (char letter : parts.group(1).toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        CellAddress address = new CellAddress(Integer.parseInt(parts.group(2)) - 1, column - 1);
        return address.row < ROWS && address.column < COLUMNS ? Optional.of(address) : Optional.empty();
    }

    boolean isWithin(CellAddress first, CellAddress last) {
        return row >= first.row && row <= last.row && column >= first.column && column <= last.column;
    }

    @Override
    public int compareTo(CellAddress other) {
        return Comparator.comparingInt(CellAddress::row)
                .thenComparingInt(CellAddress::column)
                .compare(this, other);
    }

    /** Such as {@code D12}. */
    @Override
    public String toString() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row + 1).toString();
    }
}
