package tonghop.report.sheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Copies a sheet into another workbook: cells, styles, merges, widths, heights, panes and the page. */
public final class SheetCopy {

    private final XSSFSheet from;
    private final XSSFSheet to;
    private final Map<Integer, XSSFCellStyle> styles = new HashMap<>();

    private SheetCopy(XSSFSheet from, XSSFSheet to) {
        this.from = from;
        this.to = to;
    }

    /** A copy of {@code sheet} at the end of {@code workbook}. */
    public static XSSFSheet into(XSSFWorkbook workbook, XSSFSheet sheet, String name) {
        XSSFSheet copy = workbook.createSheet(name);
        new SheetCopy(sheet, copy).copy();
        return copy;
    }

    private void copy() {
        int lastColumn = 0;
        for (Row row : from) {
            copyRow((XSSFRow) row);
            lastColumn = Math.max(lastColumn, row.getLastCellNum());
        }
        for (int column = 0; column < lastColumn; column++) {
            to.setColumnWidth(column, from.getColumnWidth(column));
            to.setColumnHidden(column, from.isColumnHidden(column));
        }
        for (CellRangeAddress merged : from.getMergedRegions()) {
            to.addMergedRegion(merged);
        }
        copyPane();
        copyPage();
    }

    private void copyRow(XSSFRow row) {
        XSSFRow copy = to.createRow(row.getRowNum());
        if (row.getCTRow().getCustomHeight()) {
            copy.setHeight(row.getHeight());
        }
        copy.setZeroHeight(row.getZeroHeight());
        for (Cell cell : row) {
            copyCell((XSSFCell) cell, copy.createCell(cell.getColumnIndex()));
        }
    }

    private void copyCell(XSSFCell cell, XSSFCell copy) {
        copy.setCellStyle(styleOf(cell));
        CellType type = cell.getCellType();
        switch (type) {
            case STRING -> copy.setCellValue(cell.getStringCellValue());
            case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
            case BOOLEAN -> copy.setCellValue(cell.getBooleanCellValue());
            case FORMULA -> copy.setCellFormula(cell.getCellFormula());
            default -> {
                // A blank or broken cell has its style alone.
            }
        }
    }

    private XSSFCellStyle styleOf(XSSFCell cell) {
        return styles.computeIfAbsent((int) cell.getCellStyle().getIndex(), index -> {
            XSSFCellStyle style = to.getWorkbook().createCellStyle();
            style.cloneStyleFrom(cell.getCellStyle());
            return style;
        });
    }

    private void copyPane() {
        PaneInformation pane = from.getPaneInformation();
        if (pane != null && pane.isFreezePane()) {
            to.createFreezePane(pane.getVerticalSplitPosition(), pane.getHorizontalSplitPosition());
        }
    }

    private void copyPage() {
        to.setFitToPage(from.getFitToPage());
        to.setHorizontallyCenter(from.getHorizontallyCenter());
        to.setVerticallyCenter(from.getVerticallyCenter());
        for (PageMargin margin : PageMargin.values()) {
            to.setMargin(margin, from.getMargin(margin));
        }
        XSSFPrintSetup page = from.getPrintSetup();
        XSSFPrintSetup copy = to.getPrintSetup();
        copy.setPaperSize(page.getPaperSize());
        copy.setLandscape(page.getLandscape());
        copy.setFitWidth(page.getFitWidth());
        copy.setFitHeight(page.getFitHeight());
        to.getHeader().setLeft(from.getHeader().getLeft());
        to.getHeader().setCenter(from.getHeader().getCenter());
        to.getHeader().setRight(from.getHeader().getRight());
        to.getFooter().setLeft(from.getFooter().getLeft());
        to.getFooter().setCenter(from.getFooter().getCenter());
        to.getFooter().setRight(from.getFooter().getRight());
        CellRangeAddress rows = from.getRepeatingRows();
        if (rows != null) {
            to.setRepeatingRows(new CellRangeAddress(rows.getFirstRow(), rows.getLastRow(), -1, -1));
        }
        CellRangeAddress columns = from.getRepeatingColumns();
        if (columns != null) {
            to.setRepeatingColumns(new CellRangeAddress(-1, -1, columns.getFirstColumn(), columns.getLastColumn()));
        }
        String area = from.getWorkbook().getPrintArea(from.getWorkbook().getSheetIndex(from));
        if (area != null) {
            int index = to.getWorkbook().getSheetIndex(to);
            to.getWorkbook().setPrintArea(index, area.substring(area.indexOf('!') + 1));
        }
    }
}
