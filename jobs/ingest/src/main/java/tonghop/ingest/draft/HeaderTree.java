package tonghop.ingest.draft;

import java.util.ArrayList;
import java.util.List;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.Grid.Merge;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * The headings over the columns of a blank form, as a tree: a heading stands over every column that it is merged over.
 */
final class HeaderTree {

    private final Grid sheet;
    private final int numberRow;
    private final int firstRow;

    /** The headings above {@code numberRow}, which is from 0. */
    HeaderTree(Grid sheet, int numberRow) {
        this.sheet = sheet;
        this.numberRow = numberRow;
        this.firstRow = findFirstRow();
    }

    /** The highest row of headings: what is merged into the lowest one, and rows of several texts right above. */
    private int findFirstRow() {
        int first = Math.max(0, numberRow - 1);
        for (Merge merge : sheet.merges()) {
            if (merge.firstRow() < first && merge.lastRow() == numberRow - 1) {
                first = merge.firstRow();
            }
        }
        while (first > 0 && sheet.row(first - 1).size() >= 2) {
            first--;
        }
        return first;
    }

    int firstRow() {
        return firstRow;
    }

    /** The headings over {@code column}, the highest first. */
    List<String> pathOf(int column) {
        List<String> path = new ArrayList<>();
        Merge last = null;
        for (int row = firstRow; row < numberRow; row++) {
            Merge merge = mergeOf(row, column);
            String text = VietnameseText.tidy(sheet.text(merge.firstRow(), merge.firstColumn()));
            if (!text.isEmpty() && !merge.equals(last)) {
                path.add(text);
            }
            last = merge;
        }
        return path;
    }

    private Merge mergeOf(int row, int column) {
        return sheet.merges().stream()
                .filter(merge -> merge.holds(row, column))
                .findFirst()
                .orElse(new Merge(row, row, column, column));
    }
}
