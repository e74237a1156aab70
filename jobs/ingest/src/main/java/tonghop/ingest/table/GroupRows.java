package tonghop.ingest.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Rows numbered I, II or A, B among rows numbered 1, 2: they head a group and give its subtotal, whatever they are
 * called.
 *
 * <p>Where all rows are numbered alike there are no groups.
 */
final class GroupRows {

    private static final Pattern HIGH = Pattern.compile("\\(?(?:[IVX]{1,5}|[A-H])\\)?[.):]?");
    private static final Pattern LOW = Pattern.compile("\\(?\\d{1,3}(?:\\.\\d{1,3})?\\)?[.):]?");
    private static final Pattern HIGH_IN_LABEL =
            Pattern.compile("^(?:I{1,3}|IV|VI{0,3}|IX)\\s*[.):-]\\s*\\p{L}.*", Pattern.DOTALL);

    private final Grid grid;
    private final TableHeading heading;
    private final Set<Integer> rows = new HashSet<>();

    private GroupRows(Grid grid, TableHeading heading) {
        this.grid = grid;
        this.heading = heading;
    }

    /** Which of {@code rows} head groups. */
    static Set<Integer> of(Grid grid, TableHeading heading, List<Integer> rows) {
        GroupRows groups = new GroupRows(grid, heading);
        boolean hasLow = false;
        boolean hasUnnumbered = false;
        for (int row : rows) {
            String ordinal = groups.ordinal(row);
            if (HIGH.matcher(ordinal).matches() || (ordinal.isEmpty() && groups.isNumberedInLabel(row))) {
                groups.rows.add(row);
            } else {
                hasLow |= LOW.matcher(ordinal).matches();
                hasUnnumbered |= ordinal.isEmpty();
            }
        }
        boolean areGroups = hasLow || (hasUnnumbered && groups.rows.size() * 2 < rows.size());
        return areGroups ? groups.rows : Set.of();
    }

    private boolean isNumberedInLabel(int row) {
        return HIGH_IN_LABEL
                .matcher(VietnameseText.tidy(grid.text(row, heading.labelColumn())))
                .matches();
    }

    /** What stands before the label. */
    private String ordinal(int row) {
        return grid.row(row).headMap(heading.firstColumn(), false).entrySet().stream()
                .filter(cell -> cell.getKey() != heading.labelColumn())
                .map(cell -> VietnameseText.tidy(cell.getValue().text()))
                .findFirst()
                .orElse("");
    }
}
