package tonghop.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** The documents that come with Tonghop, against Nghị định 30/2020/NĐ-CP, Phụ lục I. */
class OfficialLayoutTest {

    private static final String ADMINISTRATION = "bao-cao.docx";
    private static final String PARTY = "mau-khac/bao-cao-dang.docx";

    /** 56.7 twentieths of a point. */
    private static final double MILLIMETRE = 1440 / 25.4;

    @ParameterizedTest
    @ValueSource(strings = {ADMINISTRATION, PARTY})
    void the_paper_is_a4_with_the_margins_of_the_decree(String file) throws IOException {
        try (XWPFDocument document = open(file)) {
            assertThat(sections(document)).hasSize(2).allSatisfy(section -> {
                CTPageSz paper = section.getPgSz();
                assertThat(paper.getW()).isEqualTo(BigInteger.valueOf(11906));
                assertThat(paper.getH()).isEqualTo(BigInteger.valueOf(16838));
                CTPageMar margins = section.getPgMar();
                assertThat(millimetres(margins.getTop())).isBetween(20.0, 25.0);
                assertThat(millimetres(margins.getBottom())).isBetween(20.0, 25.0);
                assertThat(millimetres(margins.getLeft())).isBetween(30.0, 35.0);
                assertThat(millimetres(margins.getRight())).isBetween(15.0, 20.01);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ADMINISTRATION, PARTY})
    void the_page_number_stands_in_the_middle_of_the_top_margin_but_on_the_first_page(String file) throws IOException {
        try (XWPFDocument document = open(file)) {
            assertThat(sections(document))
                    .allSatisfy(section -> assertThat(section.isSetTitlePg())
                            .as("another first page")
                            .isTrue());
            XWPFParagraph numbered = document.getHeaderFooterPolicy()
                    .getDefaultHeader()
                    .getParagraphs()
                    .get(0);
            assertThat(numbered.getCTP().xmlText()).contains(" PAGE ");
            assertThat(numbered.getStyle()).isEqualTo("Header");
            assertThat(style(document, "Header").getJc().getVal().toString()).isEqualTo("center");
            assertThat(document.getHeaderFooterPolicy().getFirstPageHeader().getText())
                    .isBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ADMINISTRATION, PARTY})
    void the_letters_are_times_new_roman_in_every_script(String file) throws IOException, XmlException {
        try (XWPFDocument document = open(file)) {
            CTFonts fonts = document.getStyle()
                    .getDocDefaults()
                    .getRPrDefault()
                    .getRPr()
                    .getRFontsArray(0);
            assertThat(List.of(fonts.getAscii(), fonts.getHAnsi(), fonts.getEastAsia(), fonts.getCs()))
                    .containsOnly("Times New Roman");
        }
    }

    @Test
    void the_text_is_justified_with_an_indented_first_line_and_air_between_paragraphs() throws IOException {
        try (XWPFDocument document = open(ADMINISTRATION)) {
            CTPPrGeneral body = style(document, "Normal");
            assertThat(body.getJc().getVal().toString()).isEqualTo("both");
            assertThat(millimetres(body.getInd().getFirstLine())).isBetween(10.0, 12.71);
            assertThat(Integer.parseInt(body.getSpacing().getBefore().toString()))
                    .isGreaterThanOrEqualTo(120);
        }
    }

    @Test
    void the_head_has_agency_motto_number_and_place_in_their_order() throws IOException {
        try (XWPFDocument document = open(ADMINISTRATION)) {
            XWPFTable head = document.getTables().get(0);
            assertThat(lines(head, 0)).containsExactly("ỦY BAN NHÂN DÂN", "{{DON-VI}}", "Số:        /BC-UBND");
            assertThat(lines(head, 1))
                    .containsExactly(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "{{dia-danh}}, ngày      tháng      năm {{nam}}");
            XWPFTable foot = document.getTables().get(1);
            assertThat(lines(foot, 0)).containsExactly("Nơi nhận:", "- Như trên;", "- Lưu: VT, NC.");
            assertThat(lines(foot, 1)).containsExactly("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
        }
    }

    @Test
    void the_party_has_a_head_of_its_own() throws IOException {
        try (XWPFDocument document = open(PARTY)) {
            XWPFTable head = document.getTables().get(0);
            assertThat(lines(head, 0)).containsExactly("{{CAP-UY}}", "*", "Số:        -BC/{{ky-hieu-cap-uy}}");
            assertThat(lines(head, 1))
                    .containsExactly("ĐẢNG CỘNG SẢN VIỆT NAM", "{{dia-danh}}, ngày      tháng      năm {{nam}}");
        }
    }

    private static XWPFDocument open(String file) throws IOException {
        return new XWPFDocument(
                Files.newInputStream(Path.of("../../templates/reports").resolve(file)));
    }

    private static List<CTSectPr> sections(XWPFDocument document) {
        Stream<CTSectPr> inner = document.getParagraphs().stream()
                .map(XWPFParagraph::getCTP)
                .filter(paragraph -> paragraph.isSetPPr() && paragraph.getPPr().isSetSectPr())
                .map(paragraph -> paragraph.getPPr().getSectPr());
        return Stream.concat(inner, Stream.of(document.getDocument().getBody().getSectPr()))
                .toList();
    }

    private static CTPPrGeneral style(XWPFDocument document, String id) {
        return document.getStyles().getStyle(id).getCTStyle().getPPr();
    }

    private static List<String> lines(XWPFTable table, int column) {
        return table.getRow(0).getCell(column).getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static double millimetres(Object twentieths) {
        return Double.parseDouble(twentieths.toString()) / MILLIMETRE;
    }
}
