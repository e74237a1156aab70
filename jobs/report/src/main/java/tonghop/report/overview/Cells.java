package tonghop.report.overview;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.domain.form.Qualifier;
import tonghop.report.sheet.CellWriter;

/** Writes contents into cells that look like a cell of the layout; each look is made once. */
final class Cells {

    private static final String BY_LOCALE = "#,##0";

    private final XSSFWorkbook workbook;
    private final CellWriter texts = new CellWriter();
    private final Map<String, XSSFCellStyle> numbers = new HashMap<>();

    Cells(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Writes {@code content}, of a formula what it comes to; the formula itself comes once all cells have a place. */
    void write(Cell cell, Content content, CellStyle style) {
        if (content instanceof Content.Text text) {
            cell.setCellStyle(style);
            texts.text(cell, text.text());
        } else if (content instanceof Content.Numeral number) {
            cell.setCellStyle(withDecimals(style, number));
            cell.setCellValue(number.value().doubleValue());
        } else if (content instanceof Content.Formula formula) {
            write(cell, formula.result(), style);
        }
    }

    /** Makes a formula of a cell, with what it comes to. */
    static void calculate(Cell cell, String formula, Content result) {
        cell.setCellFormula(formula);
        if (result instanceof Content.Numeral number) {
            cell.setCellValue(number.value().doubleValue());
        } else if (result instanceof Content.Text text) {
            cell.setCellValue(text.text());
        }
    }

    /**
     * A layout that says nothing of its own gets the decimals of the figure; signs for thousands go by locale. A mark
     * is part of the format: the number can still be calculated with and drawn.
     */
    private CellStyle withDecimals(CellStyle style, Content.Numeral number) {
        String format = style.getDataFormatString();
        boolean isOwn = !format.equalsIgnoreCase("General") && !format.startsWith(BY_LOCALE);
        Qualifier mark = number.mark();
        if (isOwn && mark == null) {
            return style;
        }
        String plain = number.decimals() == 0 ? BY_LOCALE : BY_LOCALE + "." + "0".repeat(number.decimals());
        String shown = isOwn && format.indexOf(';') < 0 ? format : plain;
        String wanted = mark == null ? shown : "\"%s \"%s".formatted(mark.word(), shown);
        return numbers.computeIfAbsent(style.getIndex() + " " + wanted, key -> {
            XSSFCellStyle made = ((XSSFCellStyle) style).copy();
            made.setDataFormat(workbook.createDataFormat().getFormat(wanted));
            return made;
        });
    }
}
