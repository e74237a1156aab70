package tonghop.report.blank;

import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import tonghop.domain.form.Form;
import tonghop.spreadsheet.ColumnMark;

/**
 * Where things stand in the sheet of a blank form; all rows and columns are from 0.
 *
 * @param numberRow the row of column numbers; the row to be made like is the next one
 * @param columns by their numbers
 * @param labelColumn where a row says what it is about
 * @param ordinalColumn where rows are numbered, if anywhere
 * @param noteColumn the column 'Ghi chú', if there is one
 * @param totalRow the row of sums, if there is one
 */
record FormLayout(
        int numberRow,
        NavigableMap<Integer, Integer> columns,
        int labelColumn,
        OptionalInt ordinalColumn,
        OptionalInt noteColumn,
        OptionalInt totalRow) {

    private static final Set<String> ORDINAL = Set.of("TT", "STT", "Số TT");
    private static final Set<String> NOTE = Set.of("Ghi chú", "Ghi Chú", "GHI CHÚ");
    private static final String NAME = "name";

    /**
     * Finds its way about {@code sheet}.
     *
     * @throws IllegalArgumentException if no row has the numbers of all columns of {@code form}
     */
    static FormLayout of(XSSFSheet sheet, Form form) {
        for (Row row : sheet) {
            NavigableMap<Integer, Integer> columns = numbersIn(row);
            if (form.columns().stream().allMatch(column -> columns.containsKey(column.no()))) {
                columns.keySet().removeIf(number -> form.column(number).isEmpty());
                return of(sheet, form, row.getRowNum(), columns);
            }
        }
        throw new IllegalArgumentException(
                "the blank of %s has no row with the numbers of all its columns".formatted(form.id()));
    }

    private static FormLayout of(XSSFSheet sheet, Form form, int numberRow, NavigableMap<Integer, Integer> columns) {
        boolean isList = form.rows() == Form.Rows.LIST;
        int first = columns.firstEntry().getValue();
        int label = isList ? nameColumn(form, columns) : Math.max(0, first - 1);
        int total = numberRow + 2;
        boolean hasTotal = !isList && !text(sheet, total, label).isEmpty();
        return new FormLayout(
                numberRow,
                columns,
                label,
                headed(sheet, numberRow, ORDINAL),
                headed(sheet, numberRow, NOTE),
                hasTotal ? OptionalInt.of(total) : OptionalInt.empty());
    }

    private static int nameColumn(Form form, NavigableMap<Integer, Integer> columns) {
        return form.columns().stream()
                .filter(column -> NAME.equals(column.attribute()))
                .map(column -> columns.get(column.no()))
                .findFirst()
                .orElse(columns.firstEntry().getValue());
    }

    private static NavigableMap<Integer, Integer> numbersIn(Row row) {
        NavigableMap<Integer, Integer> numbers = new TreeMap<>();
        for (Cell cell : row) {
            int number = ColumnMark.number(text(cell));
            if (number > 0) {
                numbers.putIfAbsent(number, cell.getColumnIndex());
            }
        }
        return numbers;
    }

    /** The column above whose number one of {@code headings} stands. */
    private static OptionalInt headed(XSSFSheet sheet, int numberRow, Set<String> headings) {
        for (int index = 0; index < numberRow; index++) {
            Row row = sheet.getRow(index);
            if (row != null) {
                for (Cell cell : row) {
                    if (headings.contains(text(cell))) {
                        return OptionalInt.of(cell.getColumnIndex());
                    }
                }
            }
        }
        return OptionalInt.empty();
    }

    private static String text(XSSFSheet sheet, int index, int column) {
        Row row = sheet.getRow(index);
        Cell cell = row == null ? null : row.getCell(column);
        return cell == null ? "" : text(cell);
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue().strip();
            case NUMERIC -> {
                double number = cell.getNumericCellValue();
                yield number == Math.rint(number) ? Long.toString((long) number) : "";
            }
            default -> "";
        };
    }

    /** The row that the rows of data are made like, and the first of them. */
    int firstRow() {
        return numberRow + 1;
    }
}
