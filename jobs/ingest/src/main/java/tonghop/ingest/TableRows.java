package tonghop.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tonghop.domain.Form;
import tonghop.ingest.sheet.Grid;
import tonghop.ingest.text.VietnameseText;

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
    private final ColumnNumbers numbers;

    private TableRows(Grid grid, Form form, ColumnNumbers numbers) {
        this.grid = grid;
        this.form = form;
        this.numbers = numbers;
    }

    /** The rows of the table that are not empty, without the heading where it is repeated after a page break. */
    static List<Integer> of(Grid grid, Form form, ColumnNumbers numbers) {
        return new TableRows(grid, form, numbers).rows();
    }

    /** Whether {@code text} is of the kind that stands under tables. */
    static boolean mayEndATable(String text) {
        return matches(text, END) || matches(text, SIGNATURE);
    }

    private List<Integer> rows() {
        List<Integer> rows = new ArrayList<>();
        int end = 0;
        int last = numbers.row();
        for (int row : grid.rows().tailMap(numbers.row(), false).keySet()) {
            if (isEnd(row)) {
                break;
            }
            rows.add(row);
            if (isFilled(row) || (row - last == 1 && end == rows.size() - 1)) {
                end = rows.size();
            }
            last = row;
        }
        return rows.subList(0, end).stream()
                .filter(row -> !numbers.isRepeatedIn(grid, row))
                .toList();
    }

    private boolean isEnd(int row) {
        boolean isList = form.rows() == Form.Rows.LIST;
        boolean isSigned = !isList && !isFilled(row) && has(row, SIGNATURE);
        return isSigned || (isList ? hasOutsideItems(row) : hasBesideFigures(row));
    }

    /** Words of a note in the label's place, or anywhere in a row without figures; a remark beside figures is one. */
    private boolean hasBesideFigures(int row) {
        int first = numbers.columns().firstEntry().getValue();
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

    private boolean isFilled(int row) {
        return numbers.columns().values().stream().anyMatch(column -> grid.cell(row, column) != null);
    }
}
