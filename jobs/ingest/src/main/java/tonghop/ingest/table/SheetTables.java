package tonghop.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tonghop.spreadsheet.Grid;

/**
 * Parts a sheet that holds several tables one below the other, each with a head of its own.
 *
 * <p>A new table begins where a form's number or title stands between two rows of column numbers; a heading that is
 * only repeated after a page break has neither.
 */
public final class SheetTables {

    /** How many lines of an agency block may stand above the line that names the form. */
    private static final int LINES_ABOVE_FORM = 5;

    private SheetTables() {}

    /**
     * The parts of {@code grid}, at least one, each with at most one table.
     *
     * @param namesForm whether a text is the number or the title of some form
     */
    public static List<Grid> of(Grid grid, Predicate<String> namesForm) {
        List<Integer> starts = new ArrayList<>();
        int last = -1;
        for (int row : grid.rows().keySet()) {
            if (HeadingSearch.isNumberRow(grid, row)) {
                if (last >= 0) {
                    int above = last;
                    grid.rows().subMap(last, false, row, false).keySet().stream()
                            .filter(line ->
                                    grid.row(line).values().stream().anyMatch(cell -> namesForm.test(cell.text())))
                            .findFirst()
                            .ifPresent(line -> starts.add(headOf(grid, line, above)));
                }
                last = row;
            }
        }
        List<Grid> parts = new ArrayList<>();
        int first = 0;
        for (int start : starts) {
            parts.add(grid.part(first, start));
            first = start;
        }
        parts.add(grid.part(first, Integer.MAX_VALUE));
        return parts;
    }

    private static int headOf(Grid grid, int line, int above) {
        int head = line;
        while (head - 1 > above
                && line - head < LINES_ABOVE_FORM
                && grid.rows().containsKey(head - 1)
                && grid.row(head - 1).values().stream().allMatch(cell -> cell.kind() == Grid.Kind.TEXT)) {
            head--;
        }
        return head;
    }
}
