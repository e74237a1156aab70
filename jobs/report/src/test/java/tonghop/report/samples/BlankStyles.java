package tonghop.report.samples;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a blank form: Times New Roman, thin borders, as Nghị định 30/2020/NĐ-CP has official papers. */
final class BlankStyles {

    private static final String FONT = "Times New Roman";
    private static final short TABLE_POINTS = 11;

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();

    BlankStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // The workbook's default font, by which column widths are measured.
        XSSFFont usual = workbook.getFontAt(0);
        usual.setFontName(FONT);
        usual.setFontHeightInPoints(TABLE_POINTS);
    }

    /** A line above or below the table. */
    XSSFCellStyle line(HorizontalAlignment alignment, int points, boolean bold, boolean italic) {
        return styles.computeIfAbsent("line %s %d %s %s".formatted(alignment, points, bold, italic), key -> {
            XSSFCellStyle style = style(points, bold, italic);
            style.setAlignment(alignment);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            return style;
        });
    }

    XSSFCellStyle heading() {
        return styles.computeIfAbsent("heading", key -> {
            XSSFCellStyle style = bordered(style(TABLE_POINTS, true, false));
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setWrapText(true);
            return style;
        });
    }

    /** The column-number row. */
    XSSFCellStyle mark() {
        return styles.computeIfAbsent("mark", key -> {
            XSSFCellStyle style = bordered(style(TABLE_POINTS - 2, false, true));
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setWrapText(true);
            return style;
        });
    }

    /** A cell of the table's rows. */
    XSSFCellStyle cell(BlankTable.Column column, boolean isOrdinal, boolean bold) {
        return cell(isOrdinal ? "centre" : column.format(), bold);
    }

    /** The same of a format: {@code text}, {@code one line}, {@code centre}, {@code 0} or one with decimals. */
    XSSFCellStyle cell(String format) {
        return cell(format, false);
    }

    /** A heading on a coloured ground. */
    XSSFCellStyle shaded(XSSFColor colour) {
        return styles.computeIfAbsent("shaded", key -> {
            XSSFCellStyle style = bordered(style(TABLE_POINTS, true, false));
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setWrapText(true);
            style.setFillForegroundColor(colour);
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return style;
        });
    }

    private XSSFCellStyle cell(String format, boolean bold) {
        return styles.computeIfAbsent("cell %s %s".formatted(format, bold), key -> {
            XSSFCellStyle style = bordered(style(TABLE_POINTS, bold, false));
            switch (format) {
                case "text" -> style.setAlignment(HorizontalAlignment.LEFT);
                case "one line" -> style.setAlignment(HorizontalAlignment.LEFT);
                case "centre" -> style.setAlignment(HorizontalAlignment.CENTER);
                default -> {
                    style.setAlignment(HorizontalAlignment.RIGHT);
                    String pattern = format.equals("0") ? "#,##0" : "#,##" + format;
                    style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
                }
            }
            style.setWrapText(format.equals("text") || format.equals("centre"));
            return style;
        });
    }

    private XSSFCellStyle style(int points, boolean bold, boolean italic) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setItalic(italic);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static XSSFCellStyle bordered(XSSFCellStyle style) {
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
