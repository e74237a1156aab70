package tonghop.report;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Makes rows as high as their wrapped texts need: not every program does that when it opens a workbook. */
public final class RowHeight {

    private static final double WIDTH_OF_A_LETTER = 256;
    private static final double LINE_SPACING = 1.35;

    private RowHeight() {}

    /** Makes {@code row} higher if a text in it needs more than one line. */
    public static void fit(XSSFRow row) {
        XSSFSheet sheet = row.getSheet();
        float height = row.getHeightInPoints();
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText()) {
                double letters = cell.getStringCellValue().length() * WIDTH_OF_A_LETTER;
                int lines = (int) Math.ceil(letters / sheet.getColumnWidth(cell.getColumnIndex()));
                int points = ((XSSFCell) cell).getCellStyle().getFont().getFontHeightInPoints();
                height = lines > 1 ? (float) Math.max(height, lines * points * LINE_SPACING) : height;
            }
        }
        if (height > row.getHeightInPoints()) {
            row.setHeightInPoints(height);
        }
    }
}
