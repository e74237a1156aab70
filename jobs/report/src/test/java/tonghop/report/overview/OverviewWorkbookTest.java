package tonghop.report.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.catalogue.Catalogue;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Form;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Figure.Status;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.fixtures.LibreOffice;
import tonghop.report.InlineStrings;
import tonghop.report.OoxmlSchema;
import tonghop.report.blank.FormWorkbook;
import tonghop.report.samples.DrawnFigures;
import tonghop.report.sheet.BrokenTemplateException.Problem;

/** What districts write stays text, and what provinces put into the layout works or is told. */
class OverviewWorkbookTest {

    private static final Figure.Sent ALL = new Figure.Sent(8, 0, 8);

    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("../../templates"));
    private static final Period YEAR =
            CATALOGUE.definitions().calendar().find("2023").orElseThrow();
    private static final Form MODELS =
            CATALOGUE.definitions().form("02/DVK", YEAR).orElseThrow();

    @TempDir
    private Path folder;

    private final List<Figure> figures = new ArrayList<>();
    private final List<Report.LocatedFinding> findings = new ArrayList<>();
    private final List<Report.Line> models = new ArrayList<>();

    @BeforeEach
    void copy_the_layout() throws IOException {
        Files.copy(CATALOGUE.reports().resolve("tong-hop.xlsx"), folder.resolve("tong-hop.xlsx"));
    }

    @Test
    void what_a_district_wrote_is_never_taken_for_a_placeholder() throws IOException {
        figures.add(count("visits", "2107", null));
        figures.add(rate(null));
        findings.add(finding("{{chart:x}}"));
        models.add(model("{{indicator.label}}"));
        models.add(model("{{unit}}"));
        models.add(model("{{chart:indicators}}"));
        try (XSSFWorkbook workbook = written()) {
            Sheet form = workbook.getSheet("02-DVK");
            assertThat(texts(form)).contains("{{indicator.label}}", "{{unit}}", "{{chart:indicators}}");
            assertThat(texts(workbook.getSheet("Phát hiện"))).contains("{{chart:x}}");
            assertThat(row(workbook.getSheet("Chỉ số"), "Tên của rate")
                            .getCell(1)
                            .getNumericCellValue())
                    .isEqualTo(95.24);
        }
    }

    @Test
    void a_text_that_is_too_long_for_a_cell_is_cut() throws IOException {
        findings.add(finding("a".repeat(40_000)));
        models.add(model("b".repeat(40_000)));
        try (XSSFWorkbook workbook = written()) {
            assertThat(texts(workbook.getSheet("Phát hiện"))).contains("a".repeat(32_000) + "…");
            assertThat(texts(workbook.getSheet("02-DVK"))).contains("b".repeat(32_000) + "…");
        }
    }

    @Test
    void a_text_that_a_spreadsheet_would_decode_stays_as_it_was_written() throws IOException {
        findings.add(finding("_x0041_ and _x005F_"));
        try (XSSFWorkbook workbook = written()) {
            assertThat(texts(workbook.getSheet("Phát hiện"))).contains("_x0041_ and _x005F_");
        }
    }

    @Test
    void a_figure_whose_id_looks_like_an_address_has_a_name_all_the_same() throws IOException {
        for (String id : List.of("tt1", "bc02", "c", "r1c1", "rc", "a-b.c")) {
            figures.add(count(id, "5", null));
        }
        try (XSSFWorkbook workbook = written()) {
            for (String name : List.of("_tt1", "_bc02", "_c", "_r1c1", "_rc", "a_b.c")) {
                assertThat(workbook.getName(name)).as(name).isNotNull();
            }
        }
    }

    @Test
    void a_name_that_the_layout_has_of_its_own_stays() throws IOException {
        figures.add(count("reception.visits", "5", null));
        edit(layout -> {
            var name = layout.createName();
            name.setNameName("Reception.Visits");
            name.setRefersToFormula("'Bìa'!$A$1");
        });
        try (XSSFWorkbook workbook = written()) {
            assertThat(workbook.getName("Reception.Visits").getRefersToFormula())
                    .isEqualTo("'Bìa'!$A$1");
        }
    }

    @Test
    void a_figure_keeps_its_mark_and_stays_a_number() throws IOException {
        figures.add(rate(Qualifier.NEARLY));
        figures.add(count("capital", "1710", Qualifier.MORE_THAN));
        try (XSSFWorkbook workbook = written()) {
            Cell rate = row(workbook.getSheet("Chỉ số"), "Tên của rate").getCell(1);
            Cell capital = row(workbook.getSheet("Chỉ tiêu"), "Tên của capital").getCell(1);
            assertThat(shown(rate)).isEqualTo("gần 95.24");
            assertThat(shown(capital)).isEqualTo("trên 1,710");
            assertThat(capital.getNumericCellValue()).isEqualTo(1710);
        }
    }

    @Test
    void formulas_and_page_headings_of_the_province_are_filled() throws IOException {
        edit(layout -> {
            XSSFSheet cover = layout.getSheet("Bìa");
            Row row = cover.createRow(cover.getLastRowNum() + 3);
            row.createCell(0).setCellFormula("\"Về \"&A1");
            row.getCell(0).setCellValue("của hôm qua");
            cover.getFooter().setLeft("{{unit}} {{period-code}}");
        });
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet cover = workbook.getSheet("Bìa");
            Cell own = cover.getRow(cover.getLastRowNum()).getCell(0);
            assertThat(own.getStringCellValue())
                    .isEqualTo("Về " + cover.getRow(0).getCell(0).getStringCellValue());
            assertThat(workbook.getForceFormulaRecalculation()).isTrue();
            assertThat(cover.getFooter().getLeft()).isEqualTo("Tỉnh Đắk Nông 2023");
        }
    }

    @Test
    void mistakes_of_the_layout_are_told_with_their_place() throws IOException {
        edit(layout -> {
            XSSFSheet data = layout.getSheet("Dữ liệu");
            Row values = row(data, "{{value.label}}");
            data.createRow(values.getRowNum() + 1).createCell(0).setCellValue("Nguồn: các đơn vị");
            data.getRow(values.getRowNum() - 1).getCell(1).setBlank();
            Row rates = row(layout.getSheet("Chỉ số"), "{{indicator.label}}");
            rates.createCell(30).setCellValue("{{indicator.label}}");
            Row series = row(layout.getSheet("Qua các kỳ"), "{{series.label}}");
            series.createCell(20).setCellValue("ghi chú");
            cell(series.getSheet(), "{{column}}").setCellValue("Các kỳ");
            row(layout.getSheet("Phát hiện"), "{{finding.rule}}").createCell(25).setCellValue("{{column.value}}");
            layout.getSheet("Bìa").getHeader().setCenter("{{unti}}");
            layout.createSheet("Thêm").createRow(0).createCell(0).setCellValue("{{form-sheets}}");
        });
        List<Problem> problems = new ArrayList<>();
        OverviewLayout.read(folder, problems);
        assertThat(problems.stream().map(Problem::english))
                .anySatisfy(one -> assertThat(one).contains("Dữ liệu!A").contains("nothing may stand below"))
                .anySatisfy(one -> assertThat(one).contains("Dữ liệu!B").contains("needs a heading"))
                .anySatisfy(one -> assertThat(one).contains("Chỉ số!AE").contains("stands at Chỉ số!A"))
                .anySatisfy(one -> assertThat(one).contains("Qua các kỳ!U").contains("must be the last"))
                .anySatisfy(one -> assertThat(one).contains("Qua các kỳ!").contains("right above"))
                .anySatisfy(one -> assertThat(one).contains("Phát hiện!Z").contains("only has a meaning"))
                .anySatisfy(one ->
                        assertThat(one).contains("Bìa (đầu trang/header)").contains("did you mean 'unit'"))
                .anySatisfy(one -> assertThat(one).contains("Thêm!A1").contains("form-sheets"));
    }

    @Test
    void a_column_may_be_left_free_and_the_filter_of_the_province_gives_way_to_that_of_the_table() throws IOException {
        edit(layout -> {
            XSSFSheet data = layout.getSheet("Dữ liệu");
            int row = row(data, "{{value.label}}").getRowNum();
            data.setAutoFilter(CellRangeAddress.valueOf("A%d:C%d".formatted(row, row + 1)));
            data.getRow(row).removeCell(data.getRow(row).getCell(0));
        });
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet data = workbook.getSheet("Dữ liệu");
            assertThat(data.getCTWorksheet().isSetAutoFilter()).isFalse();
            assertThat(data.getTables()).hasSize(1);
        }
    }

    @Test
    void a_layout_that_was_saved_with_its_texts_in_the_cells_gives_the_same() throws IOException {
        figures.add(rate(null));
        findings.add(finding("2107"));
        Map<String, List<String>> texts = textsOfSheets();
        InlineStrings.putInto(folder.resolve("tong-hop.xlsx"));
        assertThat(textsOfSheets()).isEqualTo(texts);
        assertThat(texts.toString()).contains("Tỉnh Đắk Nông");
    }

    @Test
    void a_layout_that_another_program_saved_gives_the_same() throws IOException, InterruptedException {
        LibreOffice office = LibreOffice.in(folder);
        figures.add(rate(null));
        findings.add(finding("2107"));
        Map<String, List<String>> texts = textsOfSheets();
        Path saved = Files.createDirectories(folder.resolve("office"));
        office.convert(folder, saved, "xlsx");
        Files.copy(
                saved.resolve("tong-hop.xlsx"), folder.resolve("tong-hop.xlsx"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(textsOfSheets()).isEqualTo(texts);
    }

    private Map<String, List<String>> textsOfSheets() throws IOException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        try (XSSFWorkbook workbook = written()) {
            workbook.forEach(sheet -> texts.put(sheet.getSheetName(), texts(sheet)));
        }
        return texts;
    }

    private XSSFWorkbook written() throws IOException {
        List<Problem> problems = new ArrayList<>();
        OverviewLayout layout = OverviewLayout.read(folder, problems);
        assertThat(problems).isEmpty();
        Report report = report();
        List<FormWorkbook.Sheet> forms = report.tables().stream()
                .map(table -> new FormWorkbook.Sheet(
                        CATALOGUE.blank(table.form()), table.form(), FormWorkbook.Heading.of(report), table.lines()))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OverviewWorkbook.write(report, layout, forms, Map.of(), Instant.EPOCH, out);
        // What is not valid in a layout stays so.
        assertThat(OoxmlSchema.problems(out.toByteArray()))
                .isSubsetOf(OoxmlSchema.problems(folder.resolve("tong-hop.xlsx")));
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private Report report() {
        Unit province = new Unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE, "VN", Validity.ALWAYS, List.of());
        return new Report(
                YEAR,
                new UnitReport(province, new Completeness(2, 1, 0, 1, 0), figures, List.of()),
                null,
                models.isEmpty() ? List.of() : List.of(new Report.FilledForm(MODELS, models)),
                List.of(new Report.Leaf(
                        "67",
                        "67",
                        "2023",
                        "01/TCD",
                        "visits",
                        Nature.FLOW,
                        "Tỉnh Đắk Nông",
                        true,
                        new BigDecimal("2107"),
                        null,
                        Status.REPORTED,
                        "lượt",
                        "67.xlsx",
                        "01-TCD",
                        "B8")),
                List.of(),
                List.of(),
                findings,
                PastFigures.NONE,
                null);
    }

    private static Report.Line model(String name) {
        return new Report.Line(name, "67", Map.of(), Map.of());
    }

    private static Report.LocatedFinding finding(String value) {
        return new Report.LocatedFinding(
                Finding.of(
                        FindingCode.LOOK_ALIKE,
                        Place.ofForm("67", null, "2023"),
                        Fact.STATED.is(value),
                        Fact.MEASURE.is("a"),
                        Fact.OTHER_MEASURE.is("b")),
                "giống",
                "alike");
    }

    private static Figure count(String id, String value, @Nullable Qualifier mark) {
        return DrawnFigures.count(id, "Tên của " + id, Nature.FLOW, value, mark, ALL);
    }

    private static Figure rate(@Nullable Qualifier mark) {
        return DrawnFigures.rate("rate", "Tên của rate", "95.238", mark, ALL);
    }

    private void edit(Consumer<XSSFWorkbook> change) throws IOException {
        Path file = folder.resolve("tong-hop.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            change.accept(workbook);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static String shown(Cell cell) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        formatter.setUseCachedValuesForFormulaCells(true);
        return formatter.formatCellValue(cell);
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.STRING) {
                texts.add(cell.getStringCellValue());
            }
        }));
        return texts;
    }

    private static Row row(Sheet sheet, String text) {
        return cell(sheet, text).getRow();
    }

    private static Cell cell(Sheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(text)) {
                    return cell;
                }
            }
        }
        throw new AssertionError(text);
    }
}
