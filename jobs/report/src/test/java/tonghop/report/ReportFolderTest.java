package tonghop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.catalogue.Catalogue;
import tonghop.domain.Sha256;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Amount;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Bounds;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Figure.Status;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.report.data.Json;
import tonghop.report.samples.DrawnFigures;
import tools.jackson.databind.JsonNode;

/** A whole report on disk: what is in each file, and how the folder changes. */
class ReportFolderTest {

    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("../../templates"));
    static final Layouts LAYOUTS = layouts();
    private static final Period YEAR =
            CATALOGUE.definitions().calendar().find("2023").orElseThrow();
    private static final Form RECEPTION =
            CATALOGUE.definitions().form("01/TCD", YEAR).orElseThrow();
    private static final Form MODELS =
            CATALOGUE.definitions().form("02/DVK", YEAR).orElseThrow();

    @TempDir
    private Path out;

    private static Layouts layouts() {
        try {
            return Layouts.read(CATALOGUE.reports(), CATALOGUE.definitions(), CATALOGUE::blank);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void holds_every_file_and_is_up_to_date_afterwards() throws IOException {
        ReportFolder folder = folder("one");
        assertThat(folder.isUpToDate()).isFalse();
        folder.publish(report(), LAYOUTS, List.of());
        assertThat(folder.isUpToDate()).isTrue();
        assertThat(files())
                .containsExactly(
                        "bao-cao.docx",
                        "bieu/01-TCD.xlsx",
                        "bieu/02-DVK.xlsx",
                        "datapackage.json",
                        "findings.csv",
                        "index.html",
                        "manifest.json",
                        "report.json",
                        "so-lieu.csv",
                        "tong-hop.xlsx");
    }

    @Test
    void every_workbook_and_document_is_valid_by_the_schema_of_the_standard() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        for (String file : files()) {
            if (file.matches(".*\\.(xlsx|docx)")) {
                assertThat(OoxmlSchema.problems(place().resolve(file))).as(file).isEmpty();
            }
        }
    }

    @Test
    void the_page_leads_to_every_file_of_the_report() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        String page = Files.readString(place().resolve("index.html"));
        assertThat(files())
                .filteredOn(file -> !Set.of("index.html", "manifest.json").contains(file))
                .hasSize(8)
                .allMatch(file -> page.contains("href=\"" + file + "\""));
    }

    @Test
    void is_out_of_date_when_its_basis_or_a_file_changes() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        assertThat(folder("two").isUpToDate()).isFalse();
        Files.writeString(place().resolve("so-lieu.csv"), "x");
        assertThat(folder("one").isUpToDate()).isFalse();
    }

    @Test
    void keeps_what_somebody_edited_beside_the_new_file() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        Files.writeString(place().resolve("so-lieu.csv"), "mine");
        Files.writeString(place().resolve("ghi chú.txt"), "my note");
        List<Path> kept = folder("one").publish(report(), LAYOUTS, List.of());
        assertThat(kept).singleElement().satisfies(file -> assertThat(file).hasContent("mine"));
        assertThat(place().resolve("ghi chú.txt")).hasContent("my note");
        assertThat(folder("one").isUpToDate()).isTrue();
    }

    @Test
    void leaves_nothing_half_written_beside_it() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        try (Stream<Path> beside = Files.list(out.resolve("67"))) {
            assertThat(beside.map(file -> file.getFileName().toString())).containsExactly("2023");
        }
    }

    @Test
    void rounds_rates_and_leaves_out_what_does_not_apply_in_json() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        JsonNode figures = Json.read(place().resolve("report.json")).path("figures");
        assertThat(figures.get(0).path("value").decimalValue()).isEqualByComparingTo("2107");
        assertThat(figures.get(0).has("numerator")).isFalse();
        assertThat(figures.get(1).path("qualifier").asString()).isEqualTo("more-than");
        assertThat(figures.get(2).path("value").decimalValue()).isEqualByComparingTo("68.25");
        assertThat(figures.get(2).path("low").decimalValue()).isEqualByComparingTo("53.75");
        assertThat(figures.get(2).path("high").decimalValue()).isEqualByComparingTo("75");
        assertThat(figures.get(2).path("declared").decimalValue()).isEqualByComparingTo("69");
        assertThat(figures.get(2).path("declared_qualifier").asString()).isEqualTo("more-than");
        assertThat(figures.get(2).has("qualifier")).isFalse();
        assertThat(figures.get(3).path("value").isNull()).isTrue();
        assertThat(figures.get(3).path("declared").decimalValue()).isEqualByComparingTo("98");
    }

    @Test
    void makes_texts_harmless_that_a_spreadsheet_would_take_for_formulas() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        assertThat(Files.readAllLines(place().resolve("so-lieu.csv")))
                .startsWith(
                        "unit,level,parent,sender,period,form,measure,nature,row,kind,counts,value,qualifier,status,unit_of_count,"
                                + "file,sheet,cell",
                        "67,province,VN,67,2023,01/TCD,reception.visits,flow,'=cmd|' /C calc'!A0,leaf,true,2107,,reported,"
                                + "lượt,67.xlsx,01-TCD,B8");
    }

    @Test
    void describes_the_files_for_machines_as_they_are() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        JsonNode described = Json.read(place().resolve("datapackage.json"));
        assertThat(described.path("name").asString()).isEqualTo("tonghop-67-2023");
        assertThat(described.path("title").asString()).isEqualTo("Báo cáo tổng hợp - Tỉnh Đắk Nông - Năm 2023");
        assertThat(described.path("created").asString()).isEqualTo("2023-12-14T00:00:00Z");
        assertThat(described.path("version").asString()).isEqualTo("1");
        assertThat(described.path("resources").size()).isEqualTo(3);
        for (JsonNode resource : described.path("resources")) {
            Path file = place().resolve(resource.path("path").asString());
            assertThat(resource.path("bytes").asLong()).isEqualTo(Files.size(file));
            assertThat(resource.path("hash").asString()).isEqualTo("sha256:" + Sha256.of(file));
        }
    }

    @Test
    void shows_in_the_overview_what_a_reader_looks_for() throws IOException {
        folder("one").publish(report(), LAYOUTS, List.of());
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(place().resolve("tong-hop.xlsx")))) {
            assertThat(asText(workbook.getSheet("Bìa")))
                    .contains("BÁO CÁO TỔNG HỢP - TỈNH ĐẮK NÔNG", "Số biểu phải gửi | 2", "Cảnh báo | 1");
            assertThat(asText(workbook.getSheet("Chỉ số")))
                    .contains(
                            "Tỷ lệ giải quyết | IF(D4=0,\"\",ROUND(C4/D4*100,2)) -> 68.25 | 43 | 63 |  |  |  |  |  |  | trên 69 | 53.75 | 75 | 8 | 8 | Tính từ số liệu | rate",
                            "Tỷ lệ đúng hạn |  |  |  |  |  |  |  |  |  | trên 98 |  |  | 1 | 1 | Đơn vị tự nêu, không có số liệu gốc | on-time");
            assertThat(asText(workbook.getSheet("Chỉ tiêu")).toString())
                    .contains("Lượt tiếp | 2107 | lượt", "Vốn | trên 710 | lượt");
            assertThat(asText(workbook.getSheet("01-TCD")).toString()).contains("SUM(B", "-> 2107");
            assertThat(asText(workbook.getSheet("02-DVK")).toString()).contains("Dòng sông không rác");
            assertThat(asText(workbook.getSheet("Phát hiện")).toString()).contains("Cảnh báo | giống nhau | 67");
            assertThat(asText(workbook.getSheet("Đầy đủ"))).contains("Tỉnh Đắk Nông | 67 | 2 | 1 | Đã nhận | Chưa gửi");
            assertThat(asText(workbook.getSheet("Dữ liệu")).toString())
                    .contains(
                            "=cmd|' /C calc'!A0 | 2107 | lượt |  | Đã báo cáo | 01/TCD | 2023 | 67.xlsx | 01-TCD | B8");
            assertThat(asText(workbook.getSheet("Tự kiểm tra")).toString()).contains("khớp");
        }
    }

    @Test
    void writes_the_run_with_its_ledger() throws IOException {
        Report.SentSheet sheet = report().submissions().get(0);
        RunFile.FileLine line =
                new RunFile.FileLine("67.xlsx", "ab", SubmissionState.ACCEPTED, List.of(sheet), report().findings());
        RunFile.Run run = new RunFile.Run(
                "id",
                "1",
                "digest",
                List.of(line),
                List.of(new RunFile.LeftOut("a.lnk", "link")),
                List.of("67/2023", "68/2023"),
                List.of(new RunFile.Failed("68/2023", "IllegalStateException: no cover")),
                List.of(new RunFile.TooLate("68.xlsx", "Sheet1", "01/TCD", "68", "2022")),
                List.of());
        JsonNode json = Json.read(RunFile.write(run, out));
        assertThat(json.path("files").get(0).path("state").asString()).isEqualTo("accepted");
        assertThat(json.path("cells").path("read").asInt()).isEqualTo(10);
        assertThat(json.path("folders").get(0).asString()).isEqualTo("67/2023");
        assertThat(json.path("left_out").get(0).path("reason").asString()).isEqualTo("link");
        assertThat(json.path("failed").get(0).path("folder").asString()).isEqualTo("68/2023");
        assertThat(json.path("arrived_after_closing").get(0).path("period").asString())
                .isEqualTo("2022");
        assertThat(RunFile.text(List.of(line))).contains("\"look-alike\"");
    }

    private ReportFolder folder(String submissions) {
        return new ReportFolder(out, new Basis("67", "2023", "1", "catalogue", submissions));
    }

    private Path place() {
        return out.resolve("67/2023");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(place())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> place().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    static Report report() {
        Unit province = new Unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE, "VN", Validity.ALWAYS, List.of());
        List<Figure> figures = List.of(
                count("reception.visits", "Lượt tiếp", "2107", null),
                count("capital", "Vốn", "710", Qualifier.MORE_THAN),
                rate(),
                DrawnFigures.declared("on-time", "Tỷ lệ đúng hạn", "98", Qualifier.MORE_THAN));
        Finding finding = Finding.of(
                FindingCode.LOOK_ALIKE,
                Place.ofForm("67", null, "2023"),
                Fact.STATED.is("2107"),
                Fact.COMPARED.is("3107"),
                Fact.MEASURE.is("visits"),
                Fact.OTHER_MEASURE.is("people"));
        return new Report(
                YEAR,
                new UnitReport(province, new Completeness(2, 1, 0, 1, 0), figures, List.of()),
                null,
                List.of(
                        new Report.FilledForm(
                                RECEPTION,
                                List.of(new Report.Line(
                                        "Tỉnh Đắk Nông",
                                        "67",
                                        Map.of(1, new Amount(new BigDecimal("2107"), null)),
                                        Map.of()))),
                        new Report.FilledForm(
                                MODELS,
                                List.of(new Report.Line(
                                        "Dòng sông không rác", "67", Map.of(), Map.of("state", "có hiệu quả"))))),
                List.of(leaf()),
                List.of(
                        new Report.Coverage("67", "Tỉnh Đắk Nông", "01/TCD", Report.Coverage.State.ACCEPTED, false),
                        new Report.Coverage("67", "Tỉnh Đắk Nông", "01/XLD", Report.Coverage.State.MISSING, false)),
                List.of(new Report.SentSheet(
                        "67.xlsx",
                        "ab",
                        "01-TCD",
                        "01/TCD",
                        "67",
                        "2023",
                        SubmissionState.ACCEPTED,
                        new CellLedger(4, 3, 2, 1, 0))),
                List.of(new Report.LocatedFinding(finding, "giống nhau", "alike")),
                PastFigures.NONE,
                null);
    }

    private static Report.Leaf leaf() {
        return new Report.Leaf(
                "67",
                "67",
                "2023",
                "01/TCD",
                "reception.visits",
                Nature.FLOW,
                "=cmd|' /C calc'!A0",
                true,
                new BigDecimal("2107"),
                null,
                Status.REPORTED,
                "lượt",
                "67.xlsx",
                "01-TCD",
                "B8");
    }

    private static Figure rate() {
        return DrawnFigures.rate(
                new Indicator("rate", "Tỷ lệ giải quyết", List.of("settled"), List.of("received"), 2, true),
                "43",
                "63",
                null,
                new Bounds(new BigDecimal("53.75"), new BigDecimal("75")),
                new Amount(new BigDecimal("69"), Qualifier.MORE_THAN),
                new Figure.Sent(8, 0, 8));
    }

    private static Figure count(String id, String label, String value, @Nullable Qualifier mark) {
        return DrawnFigures.count(id, label, Nature.FLOW, value, mark, new Figure.Sent(1, 0, 1));
    }

    private static List<String> asText(Sheet sheet) {
        List<String> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
                cells.add(asText(cell));
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    private static String asText(Cell cell) {
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        if (cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.STRING) {
            return cell.getCellFormula() + " -> " + cell.getStringCellValue();
        }
        String format = cell.getCellStyle().getDataFormatString();
        String mark = format.startsWith("\"") ? format.substring(1, format.indexOf('"', 1)) : "";
        String number = mark
                + BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString();
        return cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() + " -> " + number : number;
    }
}
