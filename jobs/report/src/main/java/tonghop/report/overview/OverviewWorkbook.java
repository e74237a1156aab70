package tonghop.report.overview;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.Report;
import tonghop.report.blank.FormWorkbook;
import tonghop.report.overview.Content.Target;
import tonghop.report.overview.Section.Line;
import tonghop.report.sheet.ReproducibleZip;
import tonghop.report.sheet.RowHeight;
import tonghop.report.sheet.SheetNames;
import tonghop.spreadsheet.CellAddress;

/** Fills the layout of {@code tong-hop.xlsx} with a report. */
public final class OverviewWorkbook {

    /** In either of the two ways in which a spreadsheet writes addresses. */
    private static final Pattern LIKE_AN_ADDRESS = Pattern.compile("[a-z]{1,3}\\d+|r\\d*(c\\d*)?|c\\d*");

    private final Report report;
    private final XSSFWorkbook workbook;
    private final Cells cells;
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final ObservationLines values;
    private final UnitLines units;
    private final FormSheets forms;

    private OverviewWorkbook(Report report, List<FormWorkbook.Sheet> forms, XSSFWorkbook workbook) {
        this.report = report;
        this.workbook = workbook;
        this.cells = new Cells(workbook);
        this.values = new ObservationLines(report);
        this.units = new UnitLines(report);
        this.forms = new FormSheets(report, forms);
    }

    /**
     * Writes the workbook; the same report gives the same bytes.
     *
     * @param layout one without mistakes
     * @param forms the official forms, filled
     * @param returned the path of a file's returned copy, from the workbook's folder, by its path in the inbox
     * @param created the date in its properties
     */
    public static void write(
            Report report,
            OverviewLayout layout,
            List<FormWorkbook.Sheet> forms,
            Map<String, String> returned,
            Instant created,
            OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = layout.open()) {
            OverviewWorkbook overview = new OverviewWorkbook(report, forms, workbook);
            boolean calculates = OwnFormulas.areIn(workbook);
            overview.placeForms();
            overview.fill(returned);
            overview.link();
            overview.calculate();
            overview.name();
            Charts charts = new Charts(report, overview.units.rankings(), overview.placed);
            overview.layoutSheets().forEach(charts::draw);
            if (calculates) {
                OwnFormulas.calculate(workbook, overview.layoutSheets(), overview.placed.values());
            }
            overview.stream(created, out);
        }
    }

    private List<XSSFSheet> sheets() {
        List<XSSFSheet> sheets = new ArrayList<>();
        workbook.forEach(sheet -> sheets.add((XSSFSheet) sheet));
        return sheets;
    }

    /** Without those of the forms, where what looks like a placeholder is what a district wrote. */
    private List<XSSFSheet> layoutSheets() {
        return sheets().stream().filter(sheet -> forms.titleOf(sheet).isEmpty()).toList();
    }

    private void placeForms() throws IOException {
        for (XSSFSheet sheet : sheets()) {
            boolean isPlace = OverviewLayout.placeholders(sheet).stream()
                    .anyMatch(found -> found.word().equals(LayoutPlaceholder.FORM_SHEETS));
            if (isPlace) {
                forms.replace(workbook.getSheetIndex(sheet), workbook);
                return;
            }
        }
    }

    private void fill(Map<String, String> returned) {
        Map<String, Content> words = LayoutWords.of(report);
        FigureLines figures = new FigureLines(report, values);
        ListedFindings findings = new ListedFindings(report, values, returned);
        Map<String, Section> sections = new LinkedHashMap<>();
        for (Section section : List.of(
                figures.indicators(),
                figures.measures(),
                figures.series(),
                units.units(),
                units.ranking(),
                units.coverage(),
                units.forms(),
                findings.findings(),
                findings.changes(),
                values.sources(),
                values.section(),
                forms.checks(),
                contents(words))) {
            sections.put(section.name(), section);
        }
        for (XSSFSheet sheet : layoutSheets()) {
            new SheetFiller(
                            sheet,
                            words,
                            sections,
                            cells,
                            place -> placed.put(place.section().name(), place))
                    .fill();
        }
    }

    /** Every sheet of the workbook with its title, which is in the first cell. */
    private Section contents(Map<String, Content> words) {
        List<Line> lines = new ArrayList<>();
        for (XSSFSheet sheet : sheets()) {
            String name = sheet.getSheetName();
            lines.add(Line.of(Map.of(
                    "name", Content.link(name, new Target.ToSheet(name)),
                    "about", Content.text(about(sheet, words)))));
        }
        return Section.of("sheet", lines, "");
    }

    private String about(XSSFSheet sheet, Map<String, Content> words) {
        return forms.titleOf(sheet).orElseGet(() -> {
            Row first = sheet.getRow(0);
            Cell title = first == null ? null : first.getCell(0);
            return title == null ? "" : SheetFiller.withWords(LayoutPlaceholder.text(title), words);
        });
    }

    /** Makes links of what leads somewhere. */
    private void link() {
        Links links = new Links(workbook, placed);
        placed.values()
                .forEach(place -> eachCell(place, (cell, content, line) -> {
                    Target target = targetOf(content);
                    if (target != null && !(isLong(cell) && leadsToo(place, line, target))) {
                        links.add(cell, target);
                    }
                }));
        forms.links(values).forEach(link -> links.add(link.cell(), link.target()));
    }

    /** LibreOffice does not wrap the text of a link, but cuts it off. */
    private static boolean isLong(Cell cell) {
        return cell.getCellType() == CellType.STRING && RowHeight.lines((XSSFCell) cell) > 1;
    }

    /** Whether the number in the same line leads to the same place. */
    private static boolean leadsToo(Placed place, int line, Target target) {
        Content value = place.section().lines().apply(line).get("value");
        return place.fields().containsKey("value")
                && target.equals(targetOf(value))
                && !(value instanceof Content.Text);
    }

    private static @Nullable Target targetOf(Content content) {
        if (content instanceof Content.Text text) {
            return text.target();
        }
        if (content instanceof Content.Numeral number) {
            return number.target();
        }
        return content instanceof Content.Formula formula ? targetOf(formula.result()) : null;
    }

    /** Writes the formulas: every cell has its place now. */
    private void calculate() {
        placed.values()
                .forEach(place -> eachCell(place, (cell, content, line) -> {
                    if (content instanceof Content.Formula formula) {
                        formula.calculation()
                                .in(new Addresses(place, line, placed))
                                .ifPresent(text -> Cells.calculate(cell, text, formula.result()));
                    }
                }));
    }

    private interface CellVisitor {
        void visit(Cell cell, Content content, int line);
    }

    /** The cells of the fields of every line that is kept in memory. */
    private static void eachCell(Placed place, CellVisitor visitor) {
        if (place.section().name().equals(ObservationLines.SECTION)) {
            return;
        }
        for (int index = 0; index < place.lines(); index++) {
            int line = index;
            Line cells = place.section().lines().apply(line);
            Row row = place.sheet().getRow(place.firstRow() + line);
            place.fields().forEach((field, column) -> visitor.visit(row.getCell(column), cells.get(field), line));
        }
    }

    /** Gives the cell of every figure a name that formulas can use, such as {@code complaint_resolution_rate}. */
    private void name() {
        for (String section : List.of("indicator", "measure")) {
            Placed place = placed.get(section);
            for (int line = 0; place != null && line < place.lines(); line++) {
                Optional<String> address = place.address("value", line);
                Content id = place.section().lines().apply(line).get("id");
                if (address.isPresent()
                        && id instanceof Content.Text text
                        && !text.text().contains("[")) {
                    name(
                            nameOf(text.text()),
                            place.sheet(),
                            CellAddress.of(address.get()).orElseThrow());
                }
            }
        }
    }

    /** The names that the layout has of its own stay as they are. */
    private void name(String wanted, XSSFSheet sheet, CellAddress cell) {
        if (workbook.getName(wanted) == null) {
            Name name = workbook.createName();
            name.setNameName(wanted);
            name.setRefersToFormula(SheetNames.quoted(sheet.getSheetName()) + "!" + cell.absolute());
        }
    }

    private static String nameOf(String id) {
        String name = id.replace('-', '_');
        return LIKE_AN_ADDRESS.matcher(name).matches() ? "_" + name : name;
    }

    /** Writes the workbook, the observations one by one: there may be more than memory can hold. */
    private void stream(Instant created, OutputStream out) throws IOException {
        Placed place = placed.get(ObservationLines.SECTION);
        Map<Integer, CellStyle> styles = new HashMap<>();
        if (place != null && place.lines() > 0) {
            Row model = place.sheet().getRow(place.firstRow());
            model.forEach(cell -> styles.put(cell.getColumnIndex(), cell.getCellStyle()));
            ValueTable.make(place);
            place.sheet().removeRow(model);
        }
        try (SXSSFWorkbook streamed = new SXSSFWorkbook(workbook, SXSSFWorkbook.DEFAULT_WINDOW_SIZE, false, false)) {
            if (place != null && place.lines() > 0) {
                Sheet sheet = streamed.getSheet(place.sheet().getSheetName());
                for (int line = 0; line < place.lines(); line++) {
                    writeValue(sheet.createRow(place.firstRow() + line), place, line, styles);
                }
            }
            ReproducibleZip.write(streamed, created, out);
        }
    }

    private void writeValue(Row row, Placed place, int index, Map<Integer, CellStyle> styles) {
        Line line = place.section().lines().apply(index);
        place.fields()
                .forEach((field, column) -> cells.write(
                        row.createCell(column), line.get(field), Objects.requireNonNull(styles.get(column))));
    }
}
