package tonghop.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import tonghop.catalogue.Catalogue;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.report.OoxmlSchema;
import tonghop.report.sheet.BrokenTemplateException.Problem;

/** How a Word document of the province is filled, and what is said of one that cannot be. */
class DocumentTemplatesTest {

    private static final Definitions DEFINITIONS =
            Catalogue.read(Path.of("../../templates")).definitions();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "Tiếp {{reception.visits}} lượt. => Tiếp 2.107 lượt.",
                "Còn {{complaints.pending}} vụ. => Còn 05 vụ.",
                "Vốn {{investment.capital-vnd}} tỷ đồng. => Vốn trên 710 tỷ đồng.",
                "Đạt {{complaint-resolution-rate}}. => Đạt 68,25%.",
                "Đạt {{on-time-rate}}. => Đạt trên 98% (theo số liệu đơn vị tự nêu; không có số liệu gốc).",
                "Một.[[ Tiếp nhận {{petitions.received}} đơn.]] Hai. => Một. Hai.",
                "Một. [[Tiếp nhận {{petitions.received}} đơn.]] Hai. => Một. Hai.",
                "[[Nhận {{petitions.received}} đơn.||Chưa có số liệu.]] => Chưa có số liệu.",
                "[[Tiếp {{reception.visits}} lượt[[, nhận {{petitions.received}} đơn]].]] => Tiếp 2.107 lượt.",
                "Tiếp {{reception.visits}} lượt, {{so-voi-cung-ky:reception.visits}}. "
                        + "=> Tiếp 2.107 lượt, tăng 5,4% so với cùng kỳ năm 2022.",
                "Đạt {{so:complaint-resolution-rate}}, {{so-voi-cung-ky:complaint-resolution-rate}}. "
                        + "=> Đạt 68,25, giảm 3 điểm phần trăm so với cùng kỳ năm 2022.",
                "Còn lại {{so-voi-cung-ky:complaints.pending}}. => Còn lại bằng cùng kỳ năm 2022.",
                "[[{{so-voi-cung-ky:reception.people}}||Không so sánh được.]] => Không so sánh được.",
                "{{reception.people}} ({{do-phu:reception.people}}) => 3.107 (số liệu của 07/08 đơn vị)",
                "[[Còn {{neu-co:complaints.settled}} vụ.||Không còn vụ nào.]] => Không còn vụ nào.",
                "Tăng hơn, {{so-voi-ky-truoc:reception.visits}}. => Tăng hơn, tăng 5,4% so với năm 2022.",
                "Vốn {{so:investment.capital-vnd}} tỷ đồng. => Vốn trên 710 tỷ đồng.",
                "{{tu-so:case-resolution-rate}} trong {{mau-so:case-resolution-rate}} vụ. => ít nhất 60 trong trên 63 vụ.",
                "Đạt {{one-stop-coverage}}. => Đạt 98,567% (theo số liệu đơn vị tự nêu; không có số liệu gốc).",
                "Xếp thứ {{so:par-index.rank}}, {{so-voi-cung-ky:par-index.rank}}. "
                        + "=> Xếp thứ 30, cùng kỳ năm 2022 xếp thứ 20.",
                "[[Đạt {{denunciation-resolution-rate}}.||Không tính tỷ lệ.]] => Không tính tỷ lệ.",
                "{{ubnd}}, {{ky}}, {{tu-ngay}} => UBND tỉnh Đắk Nông, năm 2023, 15/12/2022",
            })
    void a_paragraph_says_what_its_figures_are(String template, String said) throws IOException {
        assertThat(filled(document -> document.createParagraph().createRun().setText(template)))
                .containsExactly(said);
    }

    @Test
    void a_placeholder_that_word_has_split_keeps_the_format_of_its_beginning() throws IOException {
        write(document -> {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.createRun().setText("Tiếp {");
            XWPFRun bold = paragraph.createRun();
            bold.setText("{recep");
            bold.setBold(true);
            paragraph.getCTP().addNewProofErr();
            paragraph.createRun().setText("tion.visits}} lượt");
        });
        try (XWPFDocument document = fill()) {
            XWPFParagraph paragraph = document.getParagraphs().get(0);
            assertThat(paragraph.getText()).isEqualTo("Tiếp 2.107 lượt");
            assertThat(paragraph.getRuns().get(0).text()).isEqualTo("Tiếp 2.107");
            assertThat(paragraph.getRuns().get(1).isBold()).isTrue();
        }
    }

    @Test
    void a_paragraph_without_any_figure_goes_and_its_heading_with_it() throws IOException {
        assertThat(filled(document -> {
                    heading(document, "Đơn thư");
                    document.createParagraph().createRun().setText("- [[Nhận {{petitions.received}} đơn.]]");
                    heading(document, "Tiếp công dân");
                    document.createParagraph().createRun().setText("Tiếp {{reception.visits}} lượt.");
                    document.createParagraph().createRun().setText("Nhận {{petitions.received}} đơn.");
                    heading(document, "Đối thoại");
                    document.createParagraph().createRun().setText("(Đơn vị bổ sung.)");
                }))
                .containsExactly("Tiếp công dân", "Tiếp 2.107 lượt.", "Đối thoại", "(Đơn vị bổ sung.)");
    }

    @Test
    void a_row_of_a_table_is_repeated_for_every_rate_that_was_given() throws IOException {
        write(document -> {
            XWPFTable table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Chỉ số");
            table.getRow(1).getCell(0).setText("{{chi-so.stt}}. {{chi-so.ten}}");
            table.getRow(1).getCell(1).setText("{{chi-so.gia-tri}}");
        });
        try (XWPFDocument document = fill()) {
            assertThat(document.getTables().get(0).getRows())
                    .extracting(XWPFTableRow::getTableCells)
                    .extracting(cells ->
                            cells.get(0).getText() + " | " + cells.get(1).getText())
                    .containsExactly(
                            "Chỉ số | ",
                            "1. Tên của complaint-resolution-rate | 68,25%",
                            "2. Tên của on-time-rate | trên 98%",
                            "3. Tên của one-stop-coverage | 98,567%",
                            "4. Tỷ lệ giải quyết vụ việc khiếu nại, tố cáo | 95,24%",
                            "5. Tỷ lệ giải quyết vụ việc tố cáo | không tính");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "Tiếp {{reception.visit}} lượt => không có '{{reception.visit}}'; có phải '{{reception.visits}}'?",
                "Tiếp {{tu-sô:on-time-rate}} => có phải '{{tu-so:on-time-rate}}'?",
                "Ngày {{tu-ngai}} => có phải '{{tu-ngay}}'?",
                "Tiếp {{reception.visits lượt => '{{' chưa có '}}' đóng lại",
                "[[Tiếp {{reception.visits}} lượt => '[[' chưa có ']]' đóng lại",
                "Tiếp {{reception.visits}} lượt.]] => thừa dấu ']]'",
                "{{chi-so.ten}} => '{{chi-so.ten}}' chỉ dùng trong một dòng của bảng",
                "{{complaints.settled}} {{don-vi.ten}} => '{{don-vi.ten}}' chỉ dùng trong một dòng của bảng",
            })
    void a_mistake_is_told_with_its_place(String template, String told) throws IOException {
        write(document -> {
            document.createParagraph().createRun().setText("Một đoạn không có gì sai.");
            document.createParagraph().createRun().setText(template);
        });
        assertThat(mistakes())
                .contains("reports/bao-cao.docx: đoạn 2 (\"" + template.substring(0, 10), told, "paragraph 2: ");
    }

    @Test
    void a_table_says_why_a_rate_has_no_value_though_its_counts_came_in() throws IOException {
        write(document ->
                document.createTable(1, 1).getRow(0).getCell(0).setText("{{chi-so.ten}}: {{chi-so.ghi-chu}}"));
        try (XWPFDocument document = fill()) {
            assertThat(document.getTables().get(0).getText())
                    .contains("Tỷ lệ giải quyết vụ việc tố cáo: mẫu số bằng 0, không tính tỷ lệ");
        }
    }

    @Test
    void a_table_within_a_row_repeats_its_own_row_and_not_that_one() throws IOException {
        write(document -> {
            XWPFTableCell cell = document.createTable(1, 1).getRow(0).getCell(0);
            CTTbl inner = cell.getCTTc().addNewTbl();
            inner.addNewTblPr();
            inner.addNewTr().addNewTc().addNewP().addNewR().addNewT().setStringValue("{{chi-so.ten}}");
            cell.getCTTc().addNewP();
        });
        try (XWPFDocument document = fill()) {
            XWPFTable outer = document.getTables().get(0);
            assertThat(outer.getRows()).hasSize(1);
            assertThat(outer.getRow(0).getCell(0).getTables().get(0).getRows()).hasSize(5);
        }
    }

    @Test
    void a_cell_or_footer_that_has_nothing_to_say_keeps_one_empty_paragraph() throws IOException {
        String absent = "Nhận {{petitions.received}} đơn.";
        write(document -> {
            document.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText(absent);
            XWPFTableCell cell = document.createTable(1, 1).getRow(0).getCell(0);
            cell.getParagraphs().get(0).createRun().setText(absent);
            cell.addParagraph().createRun().setText(absent);
        });
        try (XWPFDocument document = fill()) {
            assertThat(document.getFooterList().get(0).getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("");
            assertThat(document.getTables().get(0).getRow(0).getCell(0).getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("");
        }
    }

    @Test
    void footnotes_are_filled_and_one_without_its_figure_goes_with_its_mark() throws IOException {
        write(document -> {
            document.createFootnotes();
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.createRun().setText("Tiếp công dân");
            for (String note : List.of("Tiếp {{reception.visits}} lượt.", "Nhận {{petitions.received}} đơn.")) {
                XWPFFootnote footnote = document.createFootnote();
                footnote.createParagraph().createRun().setText(note);
                paragraph.addFootnoteReference(footnote);
            }
        });
        try (XWPFDocument document = fill()) {
            assertThat(document.getFootnotes())
                    .flatExtracting(XWPFFootnote::getParagraphs)
                    .extracting(XWPFParagraph::getText)
                    .filteredOn(text -> !text.isBlank())
                    .singleElement()
                    .asString()
                    .endsWith("Tiếp 2.107 lượt.");
            assertThat(document.getDocument().xmlText().split("<w:footnoteReference ", -1))
                    .as("one mark, with what is before and after it")
                    .hasSize(2);
        }
    }

    @Test
    void a_mistake_in_a_footnote_is_told() throws IOException {
        write(document -> {
            document.createFootnotes();
            document.createFootnote().createParagraph().createRun().setText("{{reception.visit}}");
        });
        assertThat(mistakes()).contains("không có '{{reception.visit}}'");
    }

    @Test
    void the_country_has_no_committee_that_could_report() throws IOException {
        write(document -> document.createParagraph().createRun().setText("Tiếp {{reception.visits}} lượt."));
        Unit country = new Unit("VN", "Cả nước", UnitLevel.COUNTRY, null, Validity.ALWAYS, List.of());
        Path out = Files.createDirectories(folder.resolve("out"));
        DocumentTemplates.read(folder.resolve("reports"), DEFINITIONS, new ArrayList<>())
                .write(new DrawnReport(period("2023"), period("2022")).report(country), out);
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void a_row_cannot_be_repeated_for_two_kinds_of_things() throws IOException {
        write(document -> document.createTable(1, 1).getRow(0).getCell(0).setText("{{chi-so.ten}} {{don-vi.ten}}"));
        assertThat(mistakes()).contains("một dòng của bảng chỉ lặp theo một loại");
    }

    @Test
    void what_units_wrote_is_never_taken_for_a_template() throws IOException {
        write(document -> document.createTable(1, 1).getRow(0).getCell(0).setText("{{chi-tieu.ten}}"));
        Report report = new DrawnReport(period("2023"), period("2022"))
                .counted("[[{{reception.visits", "1")
                .report();
        try (XWPFDocument document = fill(report)) {
            assertThat(document.getTables().get(0).getText()).contains("Tên của [[{{reception.visits");
        }
    }

    @Test
    void the_same_report_gives_the_same_bytes() throws IOException {
        write(document -> document.createParagraph().createRun().setText("Tiếp {{reception.visits}} lượt."));
        fill().close();
        byte[] first = Files.readAllBytes(folder.resolve("out/bao-cao.docx"));
        fill().close();
        assertThat(Files.readAllBytes(folder.resolve("out/bao-cao.docx"))).isEqualTo(first);
    }

    private List<String> filled(Consumer<XWPFDocument> template) throws IOException {
        write(template);
        try (XWPFDocument document = fill()) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }

    private static void heading(XWPFDocument document, String text) {
        XWPFParagraph heading = document.createParagraph();
        heading.getCTP().addNewPPr().addNewOutlineLvl().setVal(BigInteger.ONE);
        heading.createRun().setText(text);
    }

    private void write(Consumer<XWPFDocument> drawing) throws IOException {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(reports.resolve("bao-cao.docx"))) {
            drawing.accept(document);
            document.write(out);
        }
    }

    private String mistakes() throws IOException {
        List<Problem> problems = new ArrayList<>();
        DocumentTemplates.read(folder.resolve("reports"), DEFINITIONS, problems);
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private XWPFDocument fill() throws IOException {
        return fill(report());
    }

    private XWPFDocument fill(Report report) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        DocumentTemplates.read(folder.resolve("reports"), DEFINITIONS, new ArrayList<>())
                .write(report, out);
        // What is not valid in a template stays so.
        assertThat(OoxmlSchema.problems(out.resolve("bao-cao.docx")))
                .isSubsetOf(OoxmlSchema.problems(folder.resolve("reports/bao-cao.docx")));
        return new XWPFDocument(Files.newInputStream(out.resolve("bao-cao.docx")));
    }

    private static Report report() {
        return new DrawnReport(period("2023"), period("2022"))
                .counted("reception.visits", "2107")
                .lastYear("reception.visits", "2000")
                .countedBy(7, 8, "reception.people", "3107")
                .lastYearOfOtherUnits("reception.people", "9000")
                .counted("complaints.pending", "5")
                .lastYear("complaints.pending", "5")
                .counted("complaints.settled", "0")
                .counted("investment.capital-vnd", Qualifier.MORE_THAN, "710")
                .rate("complaint-resolution-rate", "68.25396825")
                .lastYear("complaint-resolution-rate", "71.25")
                .declared("on-time-rate", Qualifier.MORE_THAN, "98")
                .declared("one-stop-coverage", "98.567")
                .counted("cases.settled", Qualifier.AT_LEAST, "60")
                .counted("cases.within-authority", Qualifier.MORE_THAN, "63")
                .rate(indicator("case-resolution-rate"), "60", "63")
                .rate(indicator("denunciation-resolution-rate"), "0", "0")
                .counted("par-index.rank", "30")
                .lastYear("par-index.rank", "20")
                .missing("petitions.received")
                .report();
    }

    private static Indicator indicator(String id) {
        return DEFINITIONS.indicator(id).orElseThrow();
    }

    private static Period period(String code) {
        return DEFINITIONS.calendar().find(code).orElseThrow();
    }
}
