package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What stands in the documents of the five published data sets. */
class ReportDocumentTest {

    private static final Pattern NUMERAL = Pattern.compile("\\d[\\d.]*(?:,\\d+)?");

    private final Tonghop tonghop = SampleRun.TONGHOP;

    @Test
    void every_published_figure_of_dak_nong_is_in_a_sentence() throws Exception {
        assertThat(sentences("67", "2023"))
                .contains(
                        "Đã hoàn thành 53/55 nhiệm vụ theo kế hoạch cải cách hành chính, đạt tỷ lệ 96,36%.",
                        "giải quyết đúng hạn và trước hạn đạt trên 98% (theo số liệu đơn vị tự nêu; không có số liệu gốc).",
                        "Cung cấp 402 dịch vụ công trực tuyến mức độ 3 và 694 dịch vụ công trực tuyến mức độ 4.",
                        "Đã tích hợp 526 thủ tục hành chính trên Cổng Dịch vụ công quốc gia.",
                        "Tiếp 2.107 lượt với 3.107 người",
                        "tiếp định kỳ và đột xuất (kể cả ủy quyền) 538 lượt với 846 người.",
                        "Đã giải quyết 43/63 vụ việc khiếu nại thuộc thẩm quyền, đạt tỷ lệ 68,25%; tiếp tục giải quyết 20 vụ.",
                        "Đã giải quyết 06/09 vụ việc tố cáo thuộc thẩm quyền, đạt tỷ lệ 66,67%; tiếp tục giải quyết 03 vụ.",
                        "Đã giải quyết 14/18 vụ việc tồn đọng, phức tạp, đông người, đạt tỷ lệ 77,78%; còn lại 04 vụ việc.",
                        "Hội đồng nhân dân đã ban hành 83 nghị quyết, tổ chức 05 đợt giám sát chuyên đề.");
    }

    @Test
    void the_other_sets_read_as_they_should() throws Exception {
        assertThat(sentences("31", "2018-9M"))
                .contains(
                        "Đã giải quyết 240/272 vụ việc khiếu nại, tố cáo thuộc thẩm quyền (364 đơn), đạt tỷ lệ 88,24%",
                        "Tiếp 5.873 lượt với 10.626 người",
                        "ít nhất 03 mô hình “Dân vận khéo”",
                        "UBND thành phố Hải Phòng");
        assertThat(sentences("49", "2015-2020"))
                .contains(
                        "đã giải quyết 273 đơn, đạt tỷ lệ 98,56% (số liệu của 01/18 đơn vị)",
                        "trong đó cấp huyện 1.673 đơn, cấp xã 1.912 đơn");
        assertThat(sentences("19", "2021"))
                .contains("trên 710 tỷ đồng", "trên 1,2 tỷ đồng", "gần 2,5 tỷ đồng", "06 nhà đại đoàn kết");
        assertThat(sentences("87", "2022")).contains("Dòng sông không rác", "Cánh đồng kiểu mẫu");
    }

    @ParameterizedTest
    @CsvSource({"67,2023", "49,2015-2020", "31,2018-9M", "19,2021", "87,2022"})
    void has_no_number_that_is_not_a_figure_of_the_report(String unit, String period) throws Exception {
        Set<String> known = numeralsOf(tonghop.report(unit, period));
        known.addAll(numeralsIn(templateWithoutPlaceholders()));
        List<String> said = numeralsIn(textWithoutOrdinals(unit, period));
        assertThat(said).hasSizeGreaterThan(30);
        assertThat(known).containsAll(said);
    }

    @ParameterizedTest
    @CsvSource({"67,2023", "49,2015-2020", "31,2018-9M", "19,2021", "87,2022"})
    void says_every_figure_of_the_unit_somewhere(String unit, String period) throws Exception {
        String text = text(unit, period);
        for (JsonNode figure : tonghop.report(unit, period).path("figures")) {
            JsonNode number = figure.path("value").isNull() ? figure.path("declared") : figure.path("value");
            if (number.isNumber()) {
                assertThat(text).contains(figure.path("label").asString(""), inVietnamese(number.decimalValue()));
            }
        }
    }

    @Test
    void what_is_missing_leaves_no_gap_and_no_zero() throws Exception {
        String text = sentences("87", "2022");
        assertThat(text)
                .contains("Chưa có số liệu về tiếp công dân.")
                .doesNotContain("Tiếp nhận 0", "Đã giải quyết", " 0 ", "{{", "[[", "||", "  ");
        try (XWPFDocument document = open("87", "2022")) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .doesNotContain("Giải quyết khiếu nại, tố cáo:", "Tiếp nhận, xử lý đơn, ");
        }
    }

    @Test
    void a_list_that_was_left_open_has_a_row_for_each_item_and_no_more() throws Exception {
        try (XWPFDocument document = open("87", "2022")) {
            XWPFTable models = document.getTables().stream()
                    .filter(table -> table.getText().contains("Tên mô hình"))
                    .findFirst()
                    .orElseThrow();
            assertThat(models.getRows().stream()
                            .skip(1)
                            .map(row -> row.getCell(1).getText()))
                    .hasSize(4)
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void a_broken_layout_stops_the_run_before_anything_is_written(@TempDir Path folder) throws Exception {
        Path templates = folder.resolve("templates");
        Tonghop.copy(Tonghop.ROOT.resolve("templates"), templates);
        Files.writeString(templates.resolve("reports/bao-cao-khac.docx"), "not a document");
        Tonghop broken = Tonghop.over(Tonghop.ROOT.resolve("input-samples/lap-vo"), folder)
                .withTemplates(templates);
        Tonghop.Ended ended = broken.run();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("reports/bao-cao-khac.docx", "không mở được");
        assertThat(broken.out()).doesNotExist();
    }

    @Test
    void another_layout_changes_the_reports_and_adds_its_own(@TempDir Path folder) throws Exception {
        Path templates = folder.resolve("templates");
        Tonghop.copy(Tonghop.ROOT.resolve("templates"), templates);
        Tonghop one = Tonghop.over(Tonghop.ROOT.resolve("input-samples/lap-vo"), folder)
                .withTemplates(templates);
        one.run();
        Path report = one.out().resolve("87/2022");
        assertThat(report.resolve("bao-cao-dang.docx")).doesNotExist();
        Files.copy(
                templates.resolve("reports/mau-khac/bao-cao-dang.docx"),
                templates.resolve("reports/bao-cao-dang.docx"));
        one.run();
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(report.resolve("bao-cao-dang.docx")))) {
            assertThat(new XWPFWordExtractor(document).getText())
                    .contains("TỈNH ỦY ĐỒNG THÁP", "-BC/TU", "ĐẢNG CỘNG SẢN VIỆT NAM")
                    .doesNotContain("Độc lập", "UBND");
        }
    }

    private XWPFDocument open(String unit, String period) throws IOException {
        return new XWPFDocument(
                Files.newInputStream(tonghop.out().resolve(unit).resolve(period).resolve("bao-cao.docx")));
    }

    private String text(String unit, String period) throws IOException {
        try (XWPFDocument document = open(unit, period)) {
            return new XWPFWordExtractor(document).getText();
        }
    }

    /** Everything but the first column of each table, and the counts of forms, which are no figures. */
    private String textWithoutOrdinals(String unit, String period) throws IOException {
        try (XWPFDocument document = open(unit, period)) {
            Stream<String> paragraphs = document.getParagraphs().stream().map(XWPFParagraph::getText);
            Stream<String> cells = document.getTables().stream()
                    .skip(1)
                    .filter(table -> !table.getText().contains("Số biểu phải gửi"))
                    .flatMap(table -> table.getRows().stream())
                    .flatMap(row -> row.getTableCells().stream().skip(1))
                    .map(XWPFTableCell::getText);
            return Stream.concat(paragraphs, cells).collect(Collectors.joining("\n"));
        }
    }

    /** The paragraphs outside of tables, before the appendix. */
    private String sentences(String unit, String period) throws IOException {
        try (XWPFDocument document = open(unit, period)) {
            return document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .takeWhile(text -> !text.equals("Phụ lục"))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String templateWithoutPlaceholders() throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(Files.newInputStream(Tonghop.ROOT.resolve("templates/reports/bao-cao.docx")))) {
            return new XWPFWordExtractor(document).getText().replaceAll("\\{\\{[^}]*}}", " ");
        }
    }

    /** Every number that a report may speak of, as documents write it. */
    private static Set<String> numeralsOf(JsonNode report) {
        Set<String> numerals = new TreeSet<>();
        addFigures(report, numerals);
        Stream.of(report.path("period").path("from"), report.path("period").path("to"))
                .forEach(day -> numerals.addAll(List.of(day.asString().split("-"))));
        numerals.addAll(numeralsIn(report.path("period").path("label").asString("")));
        addTexts(report, numerals);
        return numerals;
    }

    private static void addFigures(JsonNode unit, Set<String> numerals) {
        for (JsonNode figure : unit.path("figures")) {
            for (String number : List.of(
                    "value", "declared", "numerator", "denominator", "target", "reported", "expected", "partial")) {
                if (figure.path(number).isNumber()) {
                    numerals.add(inVietnamese(figure.path(number).decimalValue()));
                    numerals.add("0" + inVietnamese(figure.path(number).decimalValue()));
                }
            }
        }
        for (String count : List.of("expected", "accepted", "rejected", "missing", "late")) {
            numerals.add(Integer.toString(unit.path("completeness").path(count).asInt()));
        }
        unit.path("children").forEach(child -> addFigures(child, numerals));
    }

    /** Digits in names: labels of figures, units, items of lists. */
    private static void addTexts(JsonNode node, Set<String> numerals) {
        if (node.isString()) {
            numerals.addAll(numeralsIn(node.asString()));
        }
        node.forEach(child -> addTexts(child, numerals));
    }

    private static String inVietnamese(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        String[] parts = plain.split("\\.", -1);
        String grouped = parts[0].replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".");
        return parts.length == 1 ? grouped : grouped + "," + parts[1];
    }

    private static List<String> numeralsIn(String text) {
        List<String> numerals = new ArrayList<>();
        Matcher numeral = NUMERAL.matcher(text);
        while (numeral.find()) {
            numerals.add(numeral.group().replaceAll("[.]+$", ""));
        }
        return numerals;
    }
}
