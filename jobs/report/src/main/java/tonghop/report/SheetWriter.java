package tonghop.report;

import java.math.BigDecimal;
import java.util.Arrays;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes a sheet from left to right and top to bottom. */
final class SheetWriter {

    private static final int WIDTH_OF_A_LETTER = 256;
    private static final int USUAL_WIDTH = 15;
    private static final int HEADING_POINTS = 78;
    private static final String FORMULA_STARTS = "=+-@";

    private final XSSFSheet sheet;
    private final Styles styles;
    private final int[] widths;
    private int rows;
    private int columns;
    private int widest;
    private int headingRow = -1;
    private int headingColumns;
    private @Nullable Row row;

    /**
     * Begins a sheet.
     *
     * @param widths of the first columns, in letters; the others have a usual one
     */
    SheetWriter(XSSFSheet sheet, Styles styles, int... widths) {
        this.sheet = sheet;
        this.styles = styles;
        this.widths = widths;
    }

    /** Begins the next row. */
    SheetWriter row() {
        row = sheet.createRow(rows++);
        columns = 0;
        return this;
    }

    /** The number of the current row, from 1, as formulas name it. */
    int rowNumber() {
        return rows;
    }

    /** The number of the next cell's column, from 0. */
    int columnNumber() {
        return columns;
    }

    /** Writes a row of headings, which stays in sight, is repeated on every printed page, and can be filtered. */
    void headings(String... texts) {
        row();
        headingRow = rows - 1;
        headingColumns = texts.length;
        for (String text : texts) {
            text(text, styles.heading);
        }
        boolean isLong = Arrays.stream(texts).anyMatch(text -> text.length() > 2 * USUAL_WIDTH);
        if (isLong && row != null) {
            row.setHeightInPoints(HEADING_POINTS);
        }
    }

    SheetWriter text(@Nullable String text, CellStyle style) {
        Cell cell = next(style);
        if (text != null && !text.isEmpty()) {
            cell.setCellValue(text);
            if (FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
                CellStyle quoted = sheet.getWorkbook().createCellStyle();
                quoted.cloneStyleFrom(style);
                quoted.setQuotePrefixed(true);
                cell.setCellStyle(quoted);
            }
        }
        return this;
    }

    SheetWriter number(@Nullable BigDecimal value, CellStyle style) {
        Cell cell = next(style);
        if (value != null) {
            cell.setCellValue(value.doubleValue());
        }
        return this;
    }

    /** A live formula with the value that it has. */
    SheetWriter formula(String formula, BigDecimal value, CellStyle style) {
        Cell cell = next(style);
        cell.setCellFormula(formula);
        cell.setCellValue(value.doubleValue());
        return this;
    }

    private Cell next(CellStyle style) {
        Row current = row == null ? sheet.createRow(rows++) : row;
        row = current;
        Cell cell = current.createCell(columns++);
        cell.setCellStyle(style);
        widest = Math.max(widest, columns);
        return cell;
    }

    /** Sets widths, headings and the page: A4 landscape, as wide as one page. */
    void finish() {
        for (int column = 0; column < widest; column++) {
            sheet.setColumnWidth(column, WIDTH_OF_A_LETTER * (column < widths.length ? widths[column] : USUAL_WIDTH));
        }
        if (headingRow >= 0) {
            sheet.createFreezePane(1, headingRow + 1);
            sheet.setRepeatingRows(new CellRangeAddress(headingRow, headingRow, -1, -1));
            if (rows > headingRow + 1) {
                sheet.setAutoFilter(new CellRangeAddress(headingRow, rows - 1, 0, headingColumns - 1));
            }
        }
        sheet.setFitToPage(true);
        PrintSetup page = sheet.getPrintSetup();
        page.setPaperSize(PrintSetup.A4_PAPERSIZE);
        page.setLandscape(true);
        page.setFitWidth((short) 1);
        page.setFitHeight((short) 0);
        sheet.getFooter().setCenter("Trang &P/&N");
    }
}
