package tonghop.ingest.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tonghop.domain.form.Entry;
import tonghop.domain.form.RowSums;
import tonghop.domain.form.TableRow;
import tonghop.domain.form.TableRow.Kind;

/**
 * Rows that are not called totals and yet are the sum of others, in every column: they would count twice.
 *
 * <p>Real exports carry subtotals under any name, and adding all rows of such a sheet triples its figures. The first or
 * last row is doubted where it is the sum of all others; any other only where several columns agree and one holds a
 * number of two digits, for small numbers repeat by chance. A registered unit is never doubted: its name says what it
 * is. Nor is any row where a total confirms that all of them count.
 */
final class UnnamedTotals {

    private static final int[] NONE = {};
    private static final int FEWEST_COLUMNS = 3;
    private static final int FEWEST_ROWS = 2;

    /** Beyond that many rows a sheet is a list of units by name, and comparing all with all would take its time. */
    private static final int MOST_ROWS = 400;

    private UnnamedTotals() {}

    /**
     * A row that may be the sum of others.
     *
     * @param first of the rows that it may add up
     * @param last of them
     * @param isCertain whether the sum is hardly by chance: of two rows at least, with a number of two digits
     */
    record Doubted(TableRow row, TableRow first, TableRow last, boolean isCertain) {}

    /** The doubted ones among {@code all}, in their order. */
    static List<Doubted> in(List<TableRow> all, RowSums sums) {
        List<Integer> columns = sums.columns();
        List<TableRow> rows = all.stream().filter(row -> row.kind().isLeaf()).toList();
        List<Doubted> doubted = new ArrayList<>();
        boolean isControlled = all.stream().anyMatch(row -> row.kind() == Kind.TOTAL && sums.isGiven(row));
        if (!isControlled && rows.size() > 1 && rows.size() <= MOST_ROWS) {
            List<BigDecimal[]> values =
                    rows.stream().map(row -> valuesOf(row, columns)).toList();
            for (int index = 0; index < rows.size(); index++) {
                TableRow row = rows.get(index);
                if (row.kind() != Kind.UNIT) {
                    int[] summed =
                            isZero(values.get(index)) ? summedToNought(rows, columns, index) : summedBy(values, index);
                    if (summed.length > 0) {
                        boolean isCertain = isCertain(values, index, summed);
                        doubted.add(new Doubted(row, rows.get(summed[0]), rows.get(summed[1]), isCertain));
                    }
                }
            }
        }
        return doubted;
    }

    private static boolean isCertain(List<BigDecimal[]> values, int index, int[] summed) {
        int given = 0;
        for (int other = summed[0]; other <= summed[1]; other++) {
            given += other == index || isZero(values.get(other)) ? 0 : 1;
        }
        return given >= FEWEST_ROWS && hasTwoDigits(values.get(index));
    }

    private static boolean hasTwoDigits(BigDecimal[] values) {
        return Arrays.stream(values).anyMatch(value -> value.compareTo(BigDecimal.TEN) >= 0);
    }

    /** The first and last of the neighbouring rows, below or above, or of all others, that add up to a row. */
    private static int[] summedBy(List<BigDecimal[]> values, int index) {
        boolean isAtAnEnd = index == 0 || index == values.size() - 1;
        int[] all = isAtAnEnd || isWeighty(values.get(index)) ? allOthers(values, index) : NONE;
        if (all.length > 0 || !isWeighty(values.get(index))) {
            return all;
        }
        int[] below = run(values, index, 1);
        return below.length > 0 ? below : run(values, index, -1);
    }

    /** Noughts over or under nothing but blanks: what is missing would become nought. */
    private static int[] summedToNought(List<TableRow> rows, List<Integer> columns, int index) {
        boolean isAtAnEnd = index == 0 || index == rows.size() - 1;
        boolean isGiven = isGiven(rows.get(index), columns);
        boolean areOthersBlank =
                rows.stream().filter(row -> isGiven(row, columns)).count() == 1;
        return isAtAnEnd && isGiven && areOthersBlank && rows.get(index).kind() == Kind.OFFICE
                ? others(rows.size(), index)
                : NONE;
    }

    private static boolean isGiven(TableRow row, List<Integer> columns) {
        return columns.stream().anyMatch(row.entries()::containsKey);
    }

    private static int[] others(int size, int index) {
        return new int[] {index == 0 ? 1 : 0, index == size - 1 ? index - 1 : size - 1};
    }

    private static int[] run(List<BigDecimal[]> values, int index, int step) {
        BigDecimal[] sum = zeros(values.get(index).length);
        int given = 0;
        for (int other = index + step; other >= 0 && other < values.size(); other += step) {
            add(sum, values.get(other));
            given += isZero(values.get(other)) ? 0 : 1;
            if (given >= FEWEST_ROWS && isSame(sum, values.get(index))) {
                return new int[] {Math.min(index + step, other), Math.max(index + step, other)};
            }
        }
        return NONE;
    }

    private static int[] allOthers(List<BigDecimal[]> values, int index) {
        BigDecimal[] sum = zeros(values.get(index).length);
        values.forEach(row -> add(sum, row));
        BigDecimal[] twice = values.get(index).clone();
        add(twice, values.get(index));
        return isSame(sum, twice) ? others(values.size(), index) : NONE;
    }

    private static BigDecimal[] valuesOf(TableRow row, List<Integer> columns) {
        return columns.stream()
                .map(column -> {
                    Entry entry = row.entries().get(column);
                    return entry == null ? BigDecimal.ZERO : entry.value();
                })
                .toArray(BigDecimal[]::new);
    }

    private static boolean isWeighty(BigDecimal[] values) {
        long given = Arrays.stream(values).filter(value -> value.signum() != 0).count();
        return given >= FEWEST_COLUMNS && hasTwoDigits(values);
    }

    private static boolean isZero(BigDecimal[] values) {
        return Arrays.stream(values).allMatch(value -> value.signum() == 0);
    }

    private static boolean isSame(BigDecimal[] one, BigDecimal[] other) {
        for (int index = 0; index < one.length; index++) {
            if (one[index].compareTo(other[index]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal[] zeros(int length) {
        BigDecimal[] zeros = new BigDecimal[length];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static void add(BigDecimal[] sum, BigDecimal[] values) {
        for (int index = 0; index < sum.length; index++) {
            sum[index] = sum[index].add(values[index]);
        }
    }
}
