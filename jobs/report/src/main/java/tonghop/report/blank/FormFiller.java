package tonghop.report.blank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import tonghop.domain.form.Amount;
import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.Form;
import tonghop.domain.report.Report;
import tonghop.report.sheet.AlikeRows;
import tonghop.report.sheet.CellWriter;
import tonghop.report.sheet.RowHeight;
import tonghop.report.words.Words;
import tonghop.spreadsheet.CellAddress;

/** Fills the sheet of one blank form. */
final class FormFiller {

    private static final String NAME = "name";
    private static final String NOTE = "note";
    private static final String LEFT_OPEN = "…";

    private final XSSFSheet sheet;
    private final FormWorkbook.Sheet content;
    private final CellWriter cells;
    private final FormLayout layout;

    private FormFiller(XSSFSheet sheet, FormWorkbook.Sheet content, CellWriter cells) {
        this.sheet = sheet;
        this.content = content;
        this.cells = cells;
        this.layout = FormLayout.of(sheet, content.form());
    }

    static void fill(XSSFSheet sheet, FormWorkbook.Sheet content, CellWriter cells) {
        FormFiller filler = new FormFiller(sheet, content, cells);
        filler.replacePlaceholders();
        AlikeRows.below(sheet.getRow(filler.layout.firstRow()), content.lines().size() - 1);
        filler.writeLines();
        filler.writeTotal();
        filler.writeLeftBlank();
    }

    private void replacePlaceholders() {
        for (Row row : sheet) {
            for (Cell cell : row) {
                boolean isText = cell.getCellType() == CellType.STRING;
                if (isText && cell.getStringCellValue().contains("{{")) {
                    String text = withoutPlaceholders(cell.getStringCellValue());
                    cell.setBlank();
                    cells.text((XSSFCell) cell, text);
                }
            }
        }
    }

    private String withoutPlaceholders(String text) {
        FormWorkbook.Heading heading = content.heading();
        String place = heading.place();
        return text.replace("{{unit-above}}", heading.unitAbove())
                .replace("{{unit}}", heading.unit())
                .replace("{{from}}", Words.day(heading.from()))
                .replace("{{to}}", Words.day(heading.to()))
                .replace("{{period}}", heading.period())
                .replace(place.isEmpty() ? "{{place}}, " : "{{place}}", place);
    }

    private void writeLines() {
        int row = layout.firstRow();
        int number = 1;
        for (Report.Line line : content.lines()) {
            boolean isNumbered = !line.label().equals(LEFT_OPEN);
            if (isNumbered && layout.ordinalColumn().isPresent()) {
                cell(row, layout.ordinalColumn().getAsInt()).setCellValue(number++);
            }
            writeLine(row, line);
            row++;
        }
    }

    private void writeLine(int row, Report.Line line) {
        cells.text(cell(row, layout.labelColumn()), line.label());
        Map<Integer, ColumnSum> sums = RowSums.of(content.form(), line);
        for (Form.Column column : content.form().columns()) {
            XSSFCell cell = cell(row, columnOf(column.no()));
            Amount value = line.values().get(column.no());
            ColumnSum sum = sums.get(column.no());
            if (column.attribute() != null && !column.attribute().equals(NAME)) {
                cells.text(cell, line.texts().getOrDefault(column.attribute(), ""));
            } else if (value != null && sum != null) {
                cells.formula(cell, formula(sum, row), value.value());
            } else if (value != null) {
                cells.value(cell, value, column.measure());
            }
        }
        writeNote(row, line);
        RowHeight.fit(sheet.getRow(row));
    }

    private void writeNote(int row, Report.Line line) {
        String note = line.texts().getOrDefault(NOTE, "");
        if (layout.noteColumn().isPresent() && !note.isEmpty()) {
            cells.text(cell(row, layout.noteColumn().getAsInt()), note);
        }
    }

    /** A sum over the row's own cells, such as {@code E12+N12-W12}. */
    private String formula(ColumnSum sum, int row) {
        return sum.written("*", column -> CellAddress.text(row, columnOf(column)));
    }

    /** Says at the foot of the sheet which cells were left blank, and why. */
    private void writeLeftBlank() {
        int row = sheet.getLastRowNum() + 2;
        for (Report.LeftBlank blank : content.leftBlank()) {
            cells.text(
                    cell(row++, layout.labelColumn()),
                    "Để trống %s, dòng '%s': số gộp không thỏa công thức %s (%s so với %s)."
                            .formatted(
                                    columns(blank.rule().totals()),
                                    blank.label().isEmpty() ? "Tổng số" : blank.label(),
                                    blank.rule(),
                                    Words.number(blank.left()),
                                    Words.number(blank.right())));
        }
    }

    private static String columns(List<Integer> numbers) {
        return "cột " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void writeTotal() {
        if (layout.totalRow().isEmpty()) {
            return;
        }
        int row = layout.totalRow().getAsInt() + Math.max(0, content.lines().size() - 1);
        TotalRow totals = new TotalRow(content);
        for (Form.Column column : content.form().columns()) {
            Optional<TotalRow.Total> total = totals.of(column);
            total.ifPresent(found -> writeTotal(cell(row, columnOf(column.no())), found, column));
        }
        Report.Line stated = content.total();
        if (stated != null) {
            writeNote(row, stated);
        }
    }

    private void writeTotal(XSSFCell cell, TotalRow.Total total, Form.Column column) {
        if (total.isSum()) {
            int first = layout.firstRow();
            int last = first + content.lines().size() - 1;
            String range = CellAddress.text(first, cell.getColumnIndex()) + ":"
                    + CellAddress.text(last, cell.getColumnIndex());
            cells.formula(cell, "SUM(" + range + ")", total.value().value());
        } else {
            cells.value(cell, total.value(), column.measure());
        }
    }

    private int columnOf(int number) {
        Integer column = layout.columns().get(number);
        if (column == null) {
            throw new IllegalArgumentException("no column " + number);
        }
        return column;
    }

    private XSSFCell cell(int row, int column) {
        return (XSSFCell) CellUtil.getCell(CellUtil.getRow(row, sheet), column);
    }
}
