package tonghop.ingest;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.Form;
import tonghop.ingest.sheet.Grid;

/**
 * The row of column numbers that every form prints above its data ('1=4+13+22', '(3)=(4)+(5)', '7').
 *
 * @param row from 0
 * @param columns where each numbered column of the form stands in the sheet, from 0
 * @param ofRow everything that is numbered in the row, whether the form has it or not
 */
record ColumnNumbers(int row, NavigableMap<Integer, Integer> columns, NavigableMap<Integer, Integer> ofRow) {

    private static final int MOST_ROWS = 60;
    private static final Pattern NUMBERED = Pattern.compile("\\(?(\\d{1,3})\\)?\\s*(?:=.*)?");

    /** Finds the row with the most of the form's numbers, at least half of them, in rising order. */
    static Optional<ColumnNumbers> find(Grid grid, Form form) {
        Optional<ColumnNumbers> best = Optional.empty();
        int most = Math.max(1, (form.columns().size() + 1) / 2) - 1;
        for (int row : grid.rows().headMap(MOST_ROWS, false).keySet()) {
            ColumnNumbers candidate = in(grid, row, form);
            if (candidate.columns.size() > most && candidate.isMarked(grid, form)) {
                most = candidate.columns.size();
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** Whether the same numbers stand in {@code other}: the heading repeated after a page break. */
    boolean isRepeatedIn(Grid grid, int other) {
        return ofRow.entrySet().stream()
                        .allMatch(numbered -> numbered.getKey().equals(number(grid.text(other, numbered.getValue()))))
                && !markIn(grid, row).isEmpty()
                && markIn(grid, row).equals(markIn(grid, other));
    }

    private static ColumnNumbers in(Grid grid, int row, Form form) {
        NavigableMap<Integer, Integer> ofRow = new TreeMap<>();
        NavigableMap<Integer, Integer> columns = new TreeMap<>();
        int last = 0;
        for (Map.Entry<Integer, Grid.Cell> cell : grid.row(row).entrySet()) {
            int number = number(cell.getValue().text().strip());
            if (number > last) {
                last = number;
                ofRow.put(number, cell.getKey());
                if (form.column(number).isPresent()) {
                    columns.put(number, cell.getKey());
                }
            }
        }
        return new ColumnNumbers(row, columns, ofRow);
    }

    /** A row of data may hold 1, 2, 3 too; the real one has a letter, 'MS' or a number over the label column. */
    private boolean isMarked(Grid grid, Form form) {
        boolean isInFirstColumn = columns.firstEntry().getValue() == 0;
        return isInFirstColumn
                ? form.rows() == Form.Rows.LIST || ofRow.size() == grid.row(row).size()
                : markIn(grid, row).matches("\\(?[A-ZĐ]{1,2}\\)?|\\(?\\d\\)?|");
    }

    /** What stands over the label column. */
    private String markIn(Grid grid, int inRow) {
        int first = columns.firstEntry().getValue();
        return first == 0 ? "" : grid.text(inRow, first - 1);
    }

    private static int number(String text) {
        Matcher numbered = NUMBERED.matcher(text);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }
}
