package tonghop.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;

/**
 * One form in a sample workbook that is about to be damaged: where the clean reading found its parts, rows and columns
 * from 0.
 *
 * @param columns of the figures, by the form's numbers
 */
record SampleTable(XSSFSheet sheet, Submission clean, NavigableMap<Integer, Integer> columns) {

    private static final Pattern NUMBERED = Pattern.compile("\\(?(\\d{1,3})\\)?\\s*(?:=.*)?");
    private static final DataFormatter DATA = new DataFormatter(Locale.ROOT);

    static SampleTable of(XSSFSheet sheet, Submission clean) {
        NavigableMap<Integer, Integer> columns = new TreeMap<>();
        for (TableRow row : clean.rows()) {
            for (Map.Entry<Integer, Entry> entry : row.entries().entrySet()) {
                columns.put(
                        entry.getKey(), (int) new CellReference(entry.getValue().cell()).getCol());
            }
        }
        return new SampleTable(sheet, clean, columns);
    }

    boolean isList() {
        return clean.form().rows() == Form.Rows.LIST;
    }

    int firstRow() {
        return clean.rows().get(0).number() - 1;
    }

    int lastRow() {
        return clean.rows().get(clean.rows().size() - 1).number() - 1;
    }

    /** The row of column numbers. */
    int numberRow() {
        return firstRow() - 1;
    }

    int labelColumn() {
        return new CellReference(clean.rows().get(0).labelCell()).getCol();
    }

    /** The rows that are no sums of others. */
    List<TableRow> leaves() {
        return clean.rows().stream().filter(row -> row.kind().isLeaf()).toList();
    }

    /** The leaf rows of units that the registry knows, the sender's own left out. */
    List<TableRow> units() {
        return leaves().stream().filter(row -> row.kind() == TableRow.Kind.UNIT).toList();
    }

    /** The leaf cells that hold figures. */
    List<Cell> figures() {
        return leaves().stream()
                .flatMap(row -> row.entries().values().stream())
                .map(entry -> cell(entry.cell()))
                .toList();
    }

    /** The first leaf cell with a number above nought that is no rate, or the first at all. */
    @Nullable Cell someFigure() {
        return figures().stream()
                .filter(cell -> cell.getCellType() == CellType.NUMERIC && cell.getNumericCellValue() >= 1)
                .findFirst()
                .orElse(figures().isEmpty() ? null : figures().get(0));
    }

    /** The cells between first and last row: all of the form's columns, of the others those that hold something. */
    int cellsToAccountFor() {
        Set<Integer> ofForm = new HashSet<>();
        for (Cell cell : sheet.getRow(numberRow())) {
            Matcher number = NUMBERED.matcher(DATA.formatCellValue(cell).strip());
            if (number.matches()
                    && clean.form().column(Integer.parseInt(number.group(1))).isPresent()) {
                ofForm.add(cell.getColumnIndex());
            }
        }
        int count = 0;
        for (int row = firstRow(); row <= lastRow(); row++) {
            Set<Integer> filled = new HashSet<>();
            if (sheet.getRow(row) != null) {
                sheet.getRow(row).forEach(cell -> {
                    if (!valueOf(cell).toString().isEmpty()) {
                        filled.add(cell.getColumnIndex());
                    }
                });
            }
            if (!filled.isEmpty()) {
                filled.addAll(ofForm);
                count += filled.size();
            }
        }
        return count;
    }

    /** The first leaf cell with a number of something counted, for which no fraction can be. */
    @Nullable Cell someCount() {
        return leaves().stream()
                .flatMap(row -> row.entries().entrySet().stream())
                .filter(entry -> clean.form().column(entry.getKey()).stream()
                        .anyMatch(column ->
                                column.measure() != null && column.measure().decimals() == 0))
                .map(entry -> cell(entry.getValue().cell()))
                .findFirst()
                .orElse(null);
    }

    /** All cells of the table and its heading that hold text. */
    List<Cell> texts() {
        return cells().stream()
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .toList();
    }

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cells::add));
        return cells;
    }

    Cell cell(String address) {
        CellReference at = new CellReference(address);
        return cell(at.getRow(), at.getCol());
    }

    Cell cell(int row, int column) {
        Row cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return cells.getCell(column) == null ? cells.createCell(column) : cells.getCell(column);
    }

    /** The rows of the heading, from the one whose text stands highest over a figure to the one above the numbers. */
    NavigableSet<Integer> headingRows() {
        NavigableSet<Integer> rows = new TreeSet<>();
        for (int row = numberRow() - 1; row >= 0; row--) {
            boolean isHeading = false;
            for (int column : columns.isEmpty() ? List.of(labelColumn() + 1) : columns.values()) {
                Row cells = sheet.getRow(row);
                Cell cell = cells == null ? null : cells.getCell(column);
                isHeading |= cell != null
                        && cell.getCellType() == CellType.STRING
                        && !cell.getStringCellValue().isBlank();
            }
            if (!isHeading) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    /** The first row of the heading. */
    int headingTop() {
        return headingRows().isEmpty() ? numberRow() : headingRows().first();
    }

    /** Writes every text of the sheet anew. */
    boolean replaceTexts(UnaryOperator<String> changed) {
        List<Cell> texts = texts();
        texts.forEach(cell -> cell.setCellValue(changed.apply(cell.getStringCellValue())));
        return !texts.isEmpty();
    }

    /** What a cell holds: a number, or a text that may be empty. */
    static Object valueOf(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            case FORMULA ->
                cell.getCachedFormulaResultType() == CellType.NUMERIC
                        ? (Object) cell.getNumericCellValue()
                        : cell.getStringCellValue();
            default -> "";
        };
    }

    static void put(Cell cell, Object value) {
        if (cell.getCellType() == CellType.FORMULA) {
            cell.setBlank();
        }
        if (value instanceof Double number) {
            cell.setCellValue(number);
        } else if (value.toString().isEmpty()) {
            cell.setBlank();
        } else {
            cell.setCellValue(value.toString());
        }
    }
}
