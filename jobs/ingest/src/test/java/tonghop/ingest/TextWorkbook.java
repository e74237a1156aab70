package tonghop.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook drawn as text: a row a line, cells between bars.
 *
 * <p>{@code 12.5} is a number, {@code 98.55%} a number shown as per cent, {@code 2018-09-14} a date, {@code TRUE} a
 * logical value, {@code #REF!} an error, {@code =B2+B3} a formula for which no value was stored, {@code =B2+B3 -> 7}
 * one with its stored value, and {@code '12} the text 12. Anything else is text.
 */
public final class TextWorkbook {

    private final Workbook workbook;

    private TextWorkbook(Workbook workbook) {
        this.workbook = workbook;
    }

    public static TextWorkbook xlsx() {
        return new TextWorkbook(new XSSFWorkbook());
    }

    static TextWorkbook xls() {
        return new TextWorkbook(new HSSFWorkbook());
    }

    public TextWorkbook sheet(String name, String drawing) {
        Sheet sheet = workbook.createSheet(name);
        String[] lines = drawing.split("\n", -1);
        for (int row = 0; row < lines.length; row++) {
            String[] cells = lines[row].split("\\|", -1);
            for (int column = 0; column < cells.length; column++) {
                draw(sheet, row, column, cells[column].strip());
            }
        }
        return this;
    }

    TextWorkbook hiddenSheet(String name, String drawing) {
        sheet(name, drawing);
        workbook.setSheetHidden(workbook.getSheetIndex(name), true);
        return this;
    }

    /** For what cannot be drawn. */
    Workbook workbook() {
        return workbook;
    }

    public Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                workbook) {
            workbook.write(out);
        }
        return file;
    }

    private void draw(Sheet sheet, int rowIndex, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        Row row = sheet.getRow(rowIndex) == null ? sheet.createRow(rowIndex) : sheet.getRow(rowIndex);
        Cell cell = row.createCell(column);
        if (text.startsWith("=")) {
            formula(cell, text.substring(1));
        } else if (text.matches("-?\\d+(\\.\\d+)?([eE]\\d+)?")) {
            cell.setCellValue(Double.parseDouble(text));
        } else if (text.matches("-?\\d+(\\.\\d+)?%")) {
            cell.setCellValue(Double.parseDouble(text.substring(0, text.length() - 1)) / 100);
            cell.setCellStyle(style("0.00%"));
        } else if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            cell.setCellValue(LocalDate.parse(text));
            cell.setCellStyle(style("dd/mm/yyyy"));
        } else if (text.equals("TRUE")) {
            cell.setCellValue(true);
        } else if (text.matches("#.*[!?A]")) {
            cell.setCellErrorValue(FormulaError.forString(text).getCode());
        } else {
            cell.setCellValue(text.startsWith("'") ? text.substring(1) : text);
        }
    }

    private static void formula(Cell cell, String text) {
        int arrow = text.indexOf("->");
        cell.setCellFormula(arrow < 0 ? text : text.substring(0, arrow).strip());
        if (arrow >= 0) {
            String value = text.substring(arrow + 2).strip();
            if (value.startsWith("#")) {
                cell.setCellErrorValue(FormulaError.forString(value).getCode());
            } else {
                cell.setCellValue(Double.parseDouble(value));
            }
        } else if (cell instanceof XSSFCell xssf && xssf.getCTCell().isSetV()) {
            xssf.getCTCell().unsetV();
        }
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
