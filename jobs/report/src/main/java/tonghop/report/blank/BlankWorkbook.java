package tonghop.report.blank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.report.sheet.CellWriter;
import tonghop.report.sheet.ReproducibleZip;
import tonghop.report.sheet.TemplateWorkbook;

/**
 * The workbook that a unit fills in: the official form with its rows prepared, everything but the cells for entry
 * locked, and every check of the form live in it.
 *
 * <p>The checks are made from the form's own rules, so that what the sheet says of itself is what is said of it when it
 * arrives. They stand in a hidden sheet, and what they find in the margin right of the table.
 */
public final class BlankWorkbook {

    /** Rows left empty for offices inside the sender. */
    private static final int ROWS_FOR_OFFICES = 5;

    private static final int ROWS_OF_A_LIST = 30;
    private static final int ROWS_OTHERWISE = 15;
    private static final String LEFT_OPEN = "…………";
    private static final List<String> OF_UNIT = List.of("{{unit-above}}", "{{unit}}", "{{place}}");
    private static final List<String> OF_PERIOD = List.of("{{from}}", "{{to}}", "{{period}}");

    private BlankWorkbook() {}

    /**
     * What is asked for.
     *
     * @param blank the workbook with the form's layout
     * @param unit who fills it in; absent: anybody, who then writes the name and the rows
     * @param period absent: the sender writes it
     * @param day the last one of the period; without a period the day by which units are valid
     */
    public record Request(
            Form form,
            Path blank,
            Definitions definitions,
            @Nullable Unit unit,
            @Nullable Period period,
            LocalDate day) {

        private UnitTree units() {
            return period == null ? UnitTree.on(day, definitions.units()) : definitions.unitsOf(period);
        }

        /** The placeholders of what the sender writes. */
        private List<String> leftOpen() {
            List<String> open = new ArrayList<>(unit == null ? OF_UNIT : List.of());
            open.addAll(period == null ? OF_PERIOD : List.of());
            return open;
        }
    }

    /**
     * Writes the workbook; the same request gives the same bytes.
     *
     * @param created the date in the workbook's properties
     * @param out left open
     * @throws IllegalArgumentException if the blank does not fit its form
     */
    public static void write(OutputStream out, Request request, Instant created) throws IOException {
        try (InputStream file = Files.newInputStream(request.blank());
                XSSFWorkbook workbook = TemplateWorkbook.open(file)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            String name = WorkbookUtil.createSafeSheetName(request.form().fileName());
            workbook.setSheetName(0, name);
            List<XSSFCell> open = leaveOpen(sheet, request);
            FormLayout layout = FormLayout.of(sheet, request.form());
            List<String> labels = labels(request);
            FormFiller.fill(sheet, content(request, labels), new CellWriter());
            EntryTable table = EntryTable.of(sheet, request.form(), layout, labels);
            CheckSheet checks = CheckSheet.write(table, request.definitions(), unitNames(request));
            CheckColours.add(table, checks);
            InputCells.prepare(table, checks, open);
            workbook.setPrintArea(0, 0, table.lastColumn(), 0, sheet.getLastRowNum());
            workbook.setActiveSheet(0);
            workbook.setSelectedTab(0);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            ReproducibleZip.write(workbook, created, out);
        }
    }

    /** Puts dots where the unit or the period would stand, and gives the cells for the sender to write into. */
    private static List<XSSFCell> leaveOpen(XSSFSheet sheet, Request request) {
        List<XSSFCell> open = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    String before = cell.getStringCellValue();
                    String text = before;
                    for (String placeholder : request.leftOpen()) {
                        text = text.replace(placeholder, LEFT_OPEN);
                    }
                    if (!text.equals(before)) {
                        cell.setCellValue(text);
                        open.add((XSSFCell) cell);
                    }
                }
            }
        }
        return open;
    }

    /** The labels of the rows: the unit itself, those directly below it, and some that are left empty. */
    private static List<String> labels(Request request) {
        List<String> labels = new ArrayList<>();
        Unit unit = request.unit();
        int empty = request.form().rows() == Form.Rows.LIST ? ROWS_OF_A_LIST : ROWS_OTHERWISE;
        if (request.form().rows() == Form.Rows.UNITS && unit != null) {
            ownLabel(unit).ifPresent(labels::add);
            request.units().childrenOf(unit.code()).forEach(child -> labels.add(child.name()));
            empty = ROWS_FOR_OFFICES;
        }
        labels.addAll(Collections.nCopies(empty, ""));
        return labels;
    }

    /** What the row of the unit's own office is called; the country reports nothing of its own. */
    private static Optional<String> ownLabel(Unit unit) {
        String name = unit.name().substring(0, 1).toLowerCase(Locale.ROOT)
                + unit.name().substring(1);
        return unit.level() == UnitLevel.COUNTRY ? Optional.empty() : Optional.of("UBND " + name);
    }

    /** The names that may stand in a list's column of units. */
    private static List<String> unitNames(Request request) {
        Unit unit = request.unit();
        return unit == null
                ? List.of()
                : request.units().subtreeOf(unit.code()).stream()
                        .map(Unit::name)
                        .toList();
    }

    private static FormWorkbook.Sheet content(Request request, List<String> labels) {
        List<Report.Line> lines = labels.stream()
                .map(label -> new Report.Line(label, null, Map.of(), Map.of()))
                .toList();
        return new FormWorkbook.Sheet(request.blank(), request.form(), heading(request), lines);
    }

    /** What is absent has been replaced by dots before, and stands nowhere. */
    private static FormWorkbook.Heading heading(Request request) {
        Period period = Optional.ofNullable(request.period())
                .orElse(new Period("", PeriodType.YEAR, request.day(), request.day(), ""));
        Unit unit = request.unit();
        if (unit == null) {
            return new FormWorkbook.Heading("", "", period.from(), period.to(), period.label(), "");
        }
        Unit above = Optional.ofNullable(unit.parent())
                .flatMap(request.units()::find)
                .orElse(null);
        return FormWorkbook.Heading.of(unit, above, period);
    }
}
