package tonghop.domain.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures of a table prove about its rows: which are sums of which, in the columns that add up. */
public final class RowSums {

    /** Two numbers that differ by less than this part of them were computed in binary, not typed. */
    private static final BigDecimal NOISE = new BigDecimal("1E-12");

    private final List<Integer> columns;

    private RowSums(List<Integer> columns) {
        this.columns = columns;
    }

    /** In the columns of {@code form} whose values add up over units. */
    public static RowSums in(Form form) {
        return new RowSums(form.columns().stream()
                .filter(column -> column.measure() != null && column.measure().addsOverUnits())
                .map(Form.Column::no)
                .toList());
    }

    public List<Integer> columns() {
        return columns;
    }

    /** Whether {@code row} says anything in a column that adds up, nought included. */
    public boolean isGiven(TableRow row) {
        return columns.stream().anyMatch(row.entries()::containsKey);
    }

    /** Whether {@code row} has anything but noughts. */
    public boolean hasFigures(TableRow row) {
        return columns.stream().anyMatch(column -> value(row, column).signum() != 0);
    }

    /**
     * Whether {@code row} is the sum of {@code parts} wherever both say something, and more than nought somewhere. Only
     * this proves anything: a sum that holds in some columns alone may be wrong or none.
     */
    public boolean isSum(TableRow row, Collection<TableRow> parts) {
        boolean isProven = false;
        for (int column : columns) {
            if (row.entries().containsKey(column) && isGivenBy(parts, column)) {
                BigDecimal value = value(row, column);
                if (!agree(value, sum(parts, column))) {
                    return false;
                }
                isProven |= value.signum() != 0;
            }
        }
        return isProven;
    }

    /** Whether {@code row} is the sum of {@code parts} in some column at least, with more than nought. */
    public boolean isSumInSome(TableRow row, Collection<TableRow> parts) {
        return columns.stream()
                .anyMatch(column -> value(row, column).signum() != 0 && agree(value(row, column), sum(parts, column)));
    }

    /** Whether both have more than nought in some column. */
    public boolean meet(TableRow one, TableRow other) {
        return columns.stream()
                .anyMatch(column ->
                        value(one, column).signum() != 0 && value(other, column).signum() != 0);
    }

    /** Whether no figure of {@code part} is more than that of {@code whole} beside it. */
    public boolean isWithin(TableRow part, TableRow whole) {
        return columns.stream()
                .filter(whole.entries()::containsKey)
                .allMatch(column -> value(part, column).compareTo(value(whole, column)) <= 0);
    }

    /**
     * The rows that the group at {@code index} may add up if it stands over them: as far as some control, or the end.
     */
    public static List<List<TableRow>> runsAfter(List<TableRow> rows, int index) {
        List<List<TableRow>> runs = new ArrayList<>();
        List<TableRow> run = new ArrayList<>();
        int told = 0;
        for (TableRow row : rows.subList(index + 1, rows.size())) {
            if (row.kind().isLeaf()) {
                run.add(row);
            } else if (row.kind().isControl() && run.size() > told) {
                runs.add(List.copyOf(run));
                told = run.size();
            }
            if (row.kind() == TableRow.Kind.TOTAL) {
                return runs;
            }
        }
        if (run.size() > told) {
            runs.add(run);
        }
        return runs;
    }

    /** The rows that the group at {@code index} adds up if it stands under them: back to the control before. */
    public static List<TableRow> runBefore(List<TableRow> rows, int index) {
        List<TableRow> run = new ArrayList<>();
        for (int last = index - 1; last >= 0 && !rows.get(last).kind().isControl(); last--) {
            if (rows.get(last).kind().isLeaf()) {
                run.add(rows.get(last));
            }
        }
        return run;
    }

    private static boolean isGivenBy(Collection<TableRow> rows, int column) {
        return rows.stream().anyMatch(row -> row.entries().containsKey(column));
    }

    private static BigDecimal sum(Collection<TableRow> rows, int column) {
        return rows.stream().map(row -> value(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(TableRow row, int column) {
        @Nullable Entry entry = row.entries().get(column);
        return entry == null ? BigDecimal.ZERO : entry.value();
    }

    private static boolean agree(BigDecimal one, BigDecimal other) {
        BigDecimal difference = one.subtract(other).abs();
        return difference.signum() == 0
                || difference.compareTo(one.abs().max(other.abs()).multiply(NOISE)) < 0;
    }
}
