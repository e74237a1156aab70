package tonghop.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * The headings over the columns of a blank form, as a tree: a heading stands over every column that it is merged over.
 */
final class HeaderTree {

    private static final DataFormatter FORMATTER = new DataFormatter(Locale.ROOT);

    private final Sheet sheet;
    private final int numberRow;
    private final int firstRow;

    /** The headings above {@code numberRow}, which is from 0. */
    HeaderTree(Sheet sheet, int numberRow) {
        this.sheet = sheet;
        this.numberRow = numberRow;
        this.firstRow = findFirstRow();
    }

    /** The highest row of headings: what is merged into the lowest one, and rows of several texts right above. */
    private int findFirstRow() {
        int first = Math.max(0, numberRow - 1);
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            if (region.getFirstRow() < first && region.getLastRow() == numberRow - 1) {
                first = region.getFirstRow();
            }
        }
        while (first > 0 && texts(first - 1) >= 2) {
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
        CellRangeAddress last = null;
        for (int row = firstRow; row < numberRow; row++) {
            CellRangeAddress region = regionOf(row, column);
            String text = text(sheet, region.getFirstRow(), region.getFirstColumn());
            if (!text.isEmpty() && !region.equals(last)) {
                path.add(text);
            }
            last = region;
        }
        return path;
    }

    private CellRangeAddress regionOf(int row, int column) {
        return sheet.getMergedRegions().stream()
                .filter(region -> region.isInRange(row, column))
                .findFirst()
                .orElse(new CellRangeAddress(row, row, column, column));
    }

    private int texts(int row) {
        Row cells = sheet.getRow(row);
        int texts = 0;
        if (cells != null) {
            for (Cell cell : cells) {
                texts += text(sheet, row, cell.getColumnIndex()).isEmpty() ? 0 : 1;
            }
        }
        return texts;
    }

    /** What stands in a cell, as it is seen; empty for nothing. */
    static String text(Sheet sheet, int row, int column) {
        Row cells = sheet.getRow(row);
        Cell cell = cells == null ? null : cells.getCell(column);
        return cell == null ? "" : VietnameseText.tidy(FORMATTER.formatCellValue(cell));
    }
}
