package tonghop.report.overview;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.report.blank.FormWorkbook;
import tonghop.report.blank.FormWorkbook.Filled;
import tonghop.report.overview.Content.Formula;
import tonghop.report.overview.Content.Target;
import tonghop.report.overview.Section.Line;
import tonghop.report.sheet.SheetNames;
import tonghop.spreadsheet.CellAddress;

/**
 * The official forms, each in a sheet of its own, with live sums; and the proof that these are the report's figures.
 */
final class FormSheets {

    private final Report report;
    private final List<FormWorkbook.Sheet> contents;
    private final List<Placed> placed = new ArrayList<>();

    FormSheets(Report report, List<FormWorkbook.Sheet> contents) {
        this.report = report;
        this.contents = List.copyOf(contents);
    }

    /** A form, and where it came to stand. */
    private record Placed(FormWorkbook.Sheet content, Filled filled) {

        Form form() {
            return content.form();
        }
    }

    /** Puts the forms in the place of the sheet at {@code index}. */
    void replace(int index, XSSFWorkbook workbook) throws IOException {
        workbook.removeSheetAt(index);
        int position = index;
        for (FormWorkbook.Sheet content : contents) {
            Filled form = FormWorkbook.addTo(workbook, content);
            workbook.setSheetOrder(form.sheet().getSheetName(), position++);
            placed.add(new Placed(content, form));
        }
    }

    /** The title of the form in {@code sheet}; empty for a sheet of the layout. */
    Optional<String> titleOf(XSSFSheet sheet) {
        return placed.stream()
                .filter(place -> place.filled().sheet().equals(sheet))
                .map(place -> place.form().title())
                .findFirst();
    }

    /** What leads from a cell of a form to the observations behind it. */
    record Link(Cell cell, Target target) {}

    List<Link> links(ObservationLines values) {
        List<Link> links = new ArrayList<>();
        placed.forEach(place -> addLinks(place.filled(), place.content(), values, links));
        return links;
    }

    private static void addLinks(Filled form, FormWorkbook.Sheet content, ObservationLines values, List<Link> links) {
        int index = form.firstRow();
        for (Report.Line line : content.lines()) {
            XSSFRow row = form.sheet().getRow(index++);
            String unit = line.unit();
            for (Form.Column column : content.form().columns()) {
                Measure measure = column.measure();
                if (unit != null && measure != null && line.values().containsKey(column.no())) {
                    Target target = values.firstOf(measure.id(), unit);
                    Cell cell = row.getCell(columnOf(form, column));
                    if (target != null && cell != null) {
                        links.add(new Link(cell, target));
                    }
                }
            }
        }
    }

    private static int columnOf(Filled form, Form.Column column) {
        return Objects.requireNonNull(form.columns().get(column.no()));
    }

    /** One line for each column that a form adds up: the form's own sum against the figure. */
    Section checks() {
        List<Figure> measures = report.top().figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.MEASURE)
                .toList();
        Map<String, Integer> lines = new HashMap<>();
        measures.forEach(figure -> lines.put(figure.id().toString(), lines.size()));
        List<Line> checks = new ArrayList<>();
        for (Placed place : placed) {
            for (Form.Column column : place.form().columns()) {
                Measure measure = column.measure();
                int line = measure == null ? -1 : lines.getOrDefault(measure.id(), -1);
                Figure figure = line < 0 ? null : measures.get(line);
                if (figure != null && figure.value() != null && figure.qualifier() == null) {
                    check(place, column, figure.value(), line, figure).ifPresent(checks::add);
                }
            }
        }
        return Section.of("check", checks, "Không có biểu nào cộng dồn.");
    }

    private static Optional<Line> check(Placed place, Form.Column column, BigDecimal value, int line, Figure figure) {
        Filled form = place.filled();
        if (form.totalRow().isEmpty()) {
            return Optional.empty();
        }
        int row = form.totalRow().getAsInt();
        int at = columnOf(form, column);
        Cell cell = form.sheet().getRow(row).getCell(at);
        boolean isSum = cell != null && cell.getCellType() == CellType.FORMULA;
        if (!isSum) {
            return Optional.empty();
        }
        BigDecimal onForm = new BigDecimal(Double.toString(cell.getNumericCellValue())).stripTrailingZeros();
        String address = SheetNames.quoted(form.sheet().getSheetName()) + "!" + CellAddress.text(row, at);
        BigDecimal difference = onForm.subtract(value);
        int decimals = figure.decimals();
        return Optional.of(Line.of(Map.of(
                "form", Content.text(place.form().id()),
                "label", Content.text("(%d) %s".formatted(column.no(), figure.label())),
                "on-form", new Formula(own -> Optional.of(address), Content.number(onForm, decimals)),
                "figure", new Formula(own -> own.of("measure", "value", line), Content.number(value, decimals)),
                "difference", new Formula(FormSheets::difference, Content.number(difference, decimals)),
                "verdict",
                        new Formula(
                                own -> own.of("difference").map("IF(%s=0,\"khớp\",\"lệch\")"::formatted),
                                Content.text(difference.signum() == 0 ? "khớp" : "lệch")))));
    }

    private static Optional<String> difference(Addresses own) {
        return own.of("on-form")
                .flatMap(form -> own.of("figure").map(figure -> "ROUND(%s-%s,6)".formatted(form, figure)));
    }
}
