package tonghop.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tonghop.domain.form.Form;
import tonghop.ingest.text.NumberCell;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Tells where a table ends and the text under it begins.
 *
 * <p>Words of a note or of the signature block end it, a gap does not: somebody may have left a row empty. What stands
 * under the last row with anything in a numbered column is text, unless it follows without a gap: those are the units
 * that have nothing to report.
 */
final class TableRows {

    /** Never the label of a row: 'Ghi chú', 'Người lập biểu', 'Nơi nhận', or a line for the date. */
    private static final Pattern END = Pattern.compile(
            "^(?:\\d+\\.\\s*)?(?:ghi chú|chú thích|người lập|lập biểu|nơi nhận)(?!\\p{L}).*|.*ngày\\s*(?:…|\\.{2,}|\\d+)?\\s*tháng\\s*(?:…|\\.{2,}|\\d+)?\\s*năm.*",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Whoever signs may also be somebody who reports: these end a table only where no figure stands beside them. */
    private static final Pattern SIGNATURE = Pattern.compile("^(?:thủ trưởng|chủ tịch|tm\\.|kt\\.|tl\\.|q\\.|\\*).*");

    private final Grid grid;
    private final Form form;
    private final TableHeading heading;
    private final HeadingPaths paths;

    private TableRows(Grid grid, Form form, TableHeading heading) {
        this.grid = grid;
        this.form = form;
        this.heading = heading;
        this.paths = heading.paths(grid);
    }

    /**
     * How far a table goes.
     *
     * @param rows those that are not empty, without the heading where it is repeated after a page break
     * @param stray a row with figures under what ended the table
     */
    record Extent(List<Integer> rows, Optional<Integer> stray) {}

    static Extent of(Grid grid, Form form, TableHeading heading) {
        return new TableRows(grid, form, heading).extent();
    }

    /** Whether {@code text} is of the kind that stands under tables. */
    static boolean mayEndATable(String text) {
        return matches(text, END) || matches(text, SIGNATURE);
    }

    private Extent extent() {
        List<Integer> rows = new ArrayList<>();
        int end = 0;
        int last = heading.row();
        for (int row : grid.rows().tailMap(heading.row(), false).keySet()) {
            if (isEnd(row)) {
                break;
            }
            rows.add(row);
            if (isFilled(row) || (row - last == 1 && end == rows.size() - 1)) {
                end = rows.size();
            }
            last = row;
        }
        List<Integer> ofTable = rows.subList(0, end).stream()
                .filter(row -> !heading.isRepeatedIn(grid, row, paths))
                .toList();
        int lastRow = end == 0 ? heading.row() : rows.get(end - 1);
        Optional<Integer> stray = grid.rows().tailMap(lastRow, false).keySet().stream()
                .filter(this::hasFigures)
                .findFirst();
        return new Extent(ofTable, stray);
    }

    /** A number beside a label, or numbers in two columns; an item of a list has texts there, and an ordinal before. */
    private boolean hasFigures(int row) {
        boolean isList = form.rows() == Form.Rows.LIST;
        boolean isNumbered = NumberCell.isFigure(grid.row(row).firstEntry().getValue());
        long figures = heading.columns().values().stream()
                .map(column -> grid.cell(row, column))
                .filter(cell -> cell != null && (isList || NumberCell.isFigure(cell)))
                .count();
        boolean hasLabel = !isList && !grid.text(row, heading.labelColumn()).isEmpty();
        int fewest = hasLabel ? 1 : Math.min(2, heading.columns().size());
        return (isNumbered || !isList) && figures >= fewest;
    }

    private boolean isEnd(int row) {
        boolean isList = form.rows() == Form.Rows.LIST;
        boolean isSigned = !isList && !isFilled(row) && has(row, SIGNATURE);
        return isSigned || (isList ? hasOutsideItems(row) : hasBesideFigures(row));
    }

    /** Words of a note in the label's place, or anywhere in a row without figures; a remark beside figures is one. */
    private boolean hasBesideFigures(int row) {
        int first = heading.firstColumn();
        return isFilled(row)
                ? grid.row(row).headMap(first, false).values().stream().anyMatch(cell -> matches(cell.text(), END))
                : has(row, END);
    }

    private boolean has(int row, Pattern words) {
        return grid.row(row).values().stream().anyMatch(cell -> matches(cell.text(), words));
    }

    /** An item's texts may read like a note; what ends a list stands alone in its row, or in the first column. */
    private boolean hasOutsideItems(int row) {
        boolean isAlone = grid.row(row).size() <= 2;
        return isAlone && has(row, END) && grid.row(row).firstEntry().getValue().kind() == Grid.Kind.TEXT;
    }

    private static boolean matches(String text, Pattern words) {
        return words.matcher(VietnameseText.tidy(text).toLowerCase(Locale.ROOT)).matches();
    }

    /** The place and date of signing stand under the figures without being any. */
    private boolean isFilled(int row) {
        return heading.columns().values().stream()
                .map(column -> grid.cell(row, column))
                .anyMatch(cell -> cell != null && !matches(cell.text(), END));
    }
}
