package tonghop.report.sheet;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Rows that look like another one. */
public final class AlikeRows {

    private AlikeRows() {}

    /**
     * Makes room for {@code more} rows below {@code model}: with its height, styles and merged cells, without content.
     */
    public static void below(XSSFRow model, int more) {
        if (more < 1) {
            return;
        }
        XSSFSheet sheet = model.getSheet();
        int first = model.getRowNum();
        if (sheet.getLastRowNum() > first) {
            sheet.shiftRows(first + 1, sheet.getLastRowNum(), more, true, false);
        }
        List<CellRangeAddress> merged = sheet.getMergedRegions().stream()
                .filter(region -> region.getFirstRow() == first && region.getLastRow() == first)
                .toList();
        for (int row = first + 1; row <= first + more; row++) {
            XSSFRow made = sheet.createRow(row);
            if (model.getCTRow().getCustomHeight()) {
                made.setHeight(model.getHeight());
            }
            for (Cell cell : model) {
                made.createCell(cell.getColumnIndex()).setCellStyle(cell.getCellStyle());
            }
            for (CellRangeAddress region : merged) {
                // Without looking for others in the same place: that takes longer with every row.
                sheet.addMergedRegionUnsafe(
                        new CellRangeAddress(row, row, region.getFirstColumn(), region.getLastColumn()));
            }
        }
    }
}
