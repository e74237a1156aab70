package tonghop.report.sheet;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyContext;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Copies a sheet into another workbook: cells, styles, merges, widths, heights, panes and the page. */
public final class SheetCopy {

    /** Before the content: a cell keeps its attributes in the order in which it got them. */
    private static final CellCopyPolicy LOOK =
            new CellCopyPolicy.Builder().cellValue(false).copyHyperlink(false).build();

    private static final CellCopyPolicy CONTENT =
            new CellCopyPolicy.Builder().cellStyle(false).copyHyperlink(false).build();

    private final XSSFSheet from;
    private final XSSFSheet to;
    private final CellCopyContext context = new CellCopyContext();

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
            Cell made = copy.createCell(cell.getColumnIndex());
            CellUtil.copyCell(cell, made, LOOK, context);
            CellUtil.copyCell(cell, made, CONTENT, context);
        }
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
