package tonghop.report.blank;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of the margin right of a form's table. */
final class MarginStyles {

    private static final String TYPEFACE = "Times New Roman";
    private static final short MESSAGE_POINTS = 11;
    private static final short VERDICT_POINTS = 14;

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle message;
    private final XSSFCellStyle verdict;

    MarginStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.message = style(MESSAGE_POINTS, false);
        this.verdict = style(VERDICT_POINTS, true);
        verdict.setBorderTop(BorderStyle.MEDIUM);
        verdict.setBorderBottom(BorderStyle.MEDIUM);
        verdict.setBorderLeft(BorderStyle.MEDIUM);
        verdict.setBorderRight(BorderStyle.MEDIUM);
    }

    private XSSFCellStyle style(short points, boolean isBold) {
        XSSFFont font = workbook.createFont();
        font.setFontName(TYPEFACE);
        font.setFontHeightInPoints(points);
        font.setBold(isBold);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    XSSFCellStyle message() {
        return message;
    }

    XSSFCellStyle verdict() {
        return verdict;
    }
}
