package tonghop.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A blank form drawn as text, and a filled one read back as text: one line a row, with bars between the cells. */
public final class FormDrawing {

    private FormDrawing() {}

    /** The blank; the first cell of the first row and the place at the end are merged over three columns. */
    public static XSSFWorkbook workbook(String drawing) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet("Biểu");
        List<String> lines = drawing.lines().toList();
        XSSFCellStyle text = style(workbook, "General");
        XSSFCellStyle number = style(workbook, "#,##0");
        int columns = 0;
        for (int index = 0; index < lines.size(); index++) {
            XSSFRow row = sheet.createRow(index);
            String[] cells = lines.get(index).split("\\|", -1);
            columns = cells.length;
            for (int column = 0; column < cells.length; column++) {
                XSSFCell cell = row.createCell(column);
                cell.setCellStyle(column < 2 ? text : number);
                write(cell, cells[column].strip());
            }
        }
        int numberRow = lines.stream()
                .filter(line -> line.startsWith("A |"))
                .mapToInt(lines::indexOf)
                .sum();
        sheet.getRow(numberRow + 1).setHeightInPoints(21);
        setUp(sheet, numberRow, lines.size() - 1, columns - 1);
        return workbook;
    }

    private static void write(XSSFCell cell, String text) {
        if (text.matches("\\d+")) {
            cell.setCellValue(Integer.parseInt(text));
        } else if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, String format) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Times New Roman");
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static void setUp(XSSFSheet sheet, int numberRow, int lastRow, int lastColumn) {
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        if (lastColumn > 4) {
            sheet.addMergedRegion(new CellRangeAddress(lastRow, lastRow, 4, 6));
        }
        sheet.setColumnWidth(1, 7000);
        sheet.createFreezePane(2, numberRow + 1);
        sheet.setRepeatingRows(new CellRangeAddress(numberRow - 1, numberRow, -1, -1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getWorkbook().setPrintArea(0, 0, lastColumn, 0, lastRow);
    }

    /** The rows that hold anything; a formula is shown with its value. */
    public static List<String> asText(XSSFSheet sheet) {
        List<String> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
                cells.add(text(cell));
            }
            String line = String.join(" | ", cells)
                    .replace("|  |", "| |")
                    .replace("|  |", "| |")
                    .stripTrailing();
            boolean isSingle = cells.stream().filter(text -> !text.isEmpty()).count() == 1;
            rows.add(isSingle ? String.join("", cells) : line);
        }
        return rows;
    }

    private static String text(Cell cell) {
        if (cell.getCellType() == CellType.FORMULA) {
            return cell.getCellFormula() + " " + plain(cell.getNumericCellValue());
        }
        return cell.getCellType() == CellType.NUMERIC
                ? plain(cell.getNumericCellValue())
                : new DataFormatter().formatCellValue(cell);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
