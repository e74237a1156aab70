package tonghop.report;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** The looks of the cells of a workbook of ours: each is made once, since a workbook can hold only so many. */
final class Styles {

    private static final String TYPEFACE = "Times New Roman";
    private static final short TEXT_POINTS = 11;
    private static final short TITLE_POINTS = 15;

    private final Workbook workbook;
    final CellStyle title;
    final CellStyle note;
    final CellStyle heading;
    final CellStyle text;
    final CellStyle bold;
    final CellStyle whole;
    final CellStyle decimal;
    final CellStyle centred;
    final CellStyle totalText;
    final CellStyle totalWhole;
    final CellStyle totalDecimal;
    final CellStyle good;
    final CellStyle bad;
    final CellStyle warning;

    Styles(Workbook workbook) {
        this.workbook = workbook;
        title = plain(true, TITLE_POINTS);
        note = plain(false, TEXT_POINTS);
        bold = plain(true, TEXT_POINTS);
        heading = bordered(true, IndexedColors.GREY_25_PERCENT);
        heading.setAlignment(HorizontalAlignment.CENTER);
        heading.setWrapText(true);
        text = bordered(false, null);
        text.setWrapText(true);
        centred = bordered(false, null);
        centred.setAlignment(HorizontalAlignment.CENTER);
        whole = number(false, "#,##0");
        decimal = number(false, "#,##0.00");
        totalText = bordered(true, IndexedColors.LEMON_CHIFFON);
        totalWhole = number(true, "#,##0");
        totalDecimal = number(true, "#,##0.00");
        good = filled(IndexedColors.LIGHT_GREEN);
        bad = filled(IndexedColors.ROSE);
        warning = filled(IndexedColors.LIGHT_YELLOW);
    }

    private CellStyle plain(boolean isBold, short points) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setFontName(TYPEFACE);
        font.setFontHeightInPoints(points);
        font.setBold(isBold);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private CellStyle bordered(boolean isBold, @Nullable IndexedColors colour) {
        CellStyle style = plain(isBold, TEXT_POINTS);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        if (colour != null) {
            style.setFillForegroundColor(colour.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private CellStyle number(boolean isTotal, String format) {
        CellStyle style = bordered(isTotal, isTotal ? IndexedColors.LEMON_CHIFFON : null);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setAlignment(HorizontalAlignment.RIGHT);
        return style;
    }

    private CellStyle filled(IndexedColors colour) {
        CellStyle style = bordered(false, colour);
        style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }
}
