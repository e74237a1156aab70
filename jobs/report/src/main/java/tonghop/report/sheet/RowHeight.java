package tonghop.report.sheet;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;

/** Makes rows as high as their wrapped texts need: not every program does that when it opens a workbook. */
public final class RowHeight {

    private static final double WIDTH_OF_A_LETTER = 256;
    private static final double LINE_SPACING = 1.35;
    private static final double WIDER = 0.4;

    private RowHeight() {}

    /** In letters of usual width: capitals are wider. */
    private static double widthOf(String text) {
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return text.length() + capitals * WIDER;
    }

    /** How many lines the text of {@code cell} probably takes; one if it is not wrapped. */
    public static int lines(XSSFCell cell) {
        if (!cell.getCellStyle().getWrapText()) {
            return 1;
        }
        double letters = widthOf(cell.getStringCellValue()) * WIDTH_OF_A_LETTER;
        return (int) Math.ceil(letters / cell.getSheet().getColumnWidth(cell.getColumnIndex()));
    }

    /** Makes {@code row} higher if a text in it needs more than one line. */
    public static void fit(XSSFRow row) {
        float height = row.getHeightInPoints();
        for (Cell cell : row) {
            int lines = cell.getCellType() == CellType.STRING ? lines((XSSFCell) cell) : 1;
            if (lines > 1) {
                int points = ((XSSFCell) cell).getCellStyle().getFont().getFontHeightInPoints();
                height = (float) Math.max(height, lines * points * LINE_SPACING);
            }
        }
        if (height > row.getHeightInPoints()) {
            row.setHeightInPoints(height);
        }
    }
}
