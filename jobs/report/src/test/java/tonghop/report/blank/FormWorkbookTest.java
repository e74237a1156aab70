package tonghop.report.blank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.report.FormDrawing;
import tonghop.report.InlineStrings;
import tonghop.report.OoxmlSchema;

class FormWorkbookTest {

    private static final Instant CREATED = Instant.parse("2023-12-14T00:00:00Z");
    private static final FormWorkbook.Heading HEADING = new FormWorkbook.Heading(
            "UBND TỈNH A", "UBND HUYỆN B", LocalDate.of(2022, 12, 15), LocalDate.of(2023, 12, 14), "Năm 2023", "B");

    /** Columns: 1 = 2 + 3 (visits), 4 (a rate). */
    private static final Form FORM = form("01/X", Form.Rows.UNITS);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fills_in_who_reports_and_when() throws IOException {
        assertThat(asText(sheet(line("Xã C", "2=1"))))
                .startsWith("UBND TỈNH A", "UBND HUYỆN B", "Năm 2023 từ 15/12/2022 đến 14/12/2023");
    }

    @Test
    void fills_blanks_that_were_saved_with_their_texts_in_the_cells() throws IOException {
        List<FormWorkbook.Sheet> sheets = List.of(content(line("Xã C", "2=1")), content(line("Xã D", "2=7")));
        List<String> first;
        List<String> second;
        try (XSSFWorkbook workbook = workbook(sheets)) {
            first = asText(workbook.getSheetAt(0));
            second = asText(workbook.getSheetAt(1));
        }
        InlineStrings.putInto(sheets.get(0).blank());
        try (XSSFWorkbook workbook = workbook(sheets)) {
            assertThat(asText(workbook.getSheetAt(0))).isEqualTo(first).contains("UBND HUYỆN B");
            assertThat(asText(workbook.getSheetAt(1))).isEqualTo(second).contains("UBND HUYỆN B");
        }
    }

    @Test
    void leaves_the_place_out_where_nobody_knows_it() throws IOException {
        FormWorkbook.Heading nowhere =
                new FormWorkbook.Heading("", "UBND HUYỆN B", HEADING.from(), HEADING.to(), HEADING.period(), "");
        FormWorkbook.Sheet sheet = new FormWorkbook.Sheet(blank(), FORM, nowhere, List.of(line("Xã C", "2=1")));
        assertThat(asText(read(sheet))).contains("ngày … tháng … năm …");
    }

    @Test
    void a_unit_that_ended_is_named_as_it_was_then() {
        Unit ward = unit("Phường Bách Quang (đến 30/6/2025)", UnitLevel.COMMUNE);
        Unit district = unit("Thành phố Sông Công (đến 30/6/2025)", UnitLevel.DISTRICT);
        Period year =
                new Period("2025", PeriodType.YEAR, LocalDate.of(2024, 12, 15), LocalDate.of(2025, 12, 14), "Năm 2025");
        FormWorkbook.Heading heading = FormWorkbook.Heading.of(ward, district, year);
        assertThat(heading.unit()).isEqualTo("UBND PHƯỜNG BÁCH QUANG");
        assertThat(heading.unitAbove()).isEqualTo("UBND THÀNH PHỐ SÔNG CÔNG");
        assertThat(heading.place()).isEqualTo("Bách Quang");
    }

    private static Unit unit(String name, UnitLevel level) {
        return new Unit("05528@2025-06-30", name, level, "19", Validity.ALWAYS, List.of());
    }

    @Test
    void gives_each_line_a_numbered_row_and_moves_down_what_stands_below() throws IOException {
        assertThat(asText(sheet(line("Xã C", "2=1"), line("Xã D", "2=5", "3=6", "note=đã kiểm tra"))))
                .containsSequence(
                        "A | B | 1=2+3 | 2 | 3 | 4 |", "1 | Xã C | | 1 | | |", "2 | Xã D | | 5 | 6 | | đã kiểm tra")
                .contains(" | Tổng số | | SUM(D6:D7) 6 | SUM(E6:E7) 6 | |", "B, ngày … tháng … năm …");
    }

    @Test
    void gives_new_rows_the_looks_and_merges_of_the_first_and_moves_merges_and_print_area() throws IOException {
        XSSFSheet sheet = sheet(line("Xã C"), line("Xã D"), line("Xã E"));
        assertThat(sheet.getRow(7).getCell(2).getCellStyle().getDataFormatString())
                .isEqualTo("#,##0");
        assertThat(sheet.getRow(7).getHeightInPoints()).isEqualTo(21);
        assertThat(sheet.getMergedRegions())
                .extracting(CellRangeAddress::formatAsString)
                .containsExactlyInAnyOrder("A1:C1", "E11:G11");
        assertThat(sheet.getWorkbook().getPrintArea(0)).isEqualTo("'01-X'!$A$1:$G$11");
    }

    @Test
    void writes_a_printed_sum_as_a_live_formula_where_it_holds() throws IOException {
        assertThat(asText(sheet(line("Xã C", "1=11", "2=5", "3=6")))).contains("1 | Xã C | D6+E6 11 | 5 | 6 | |");
    }

    @Test
    void never_changes_a_stated_number_by_a_formula() throws IOException {
        assertThat(asText(sheet(
                        line("Xã C", "1=17", "2=3", "3=4"),
                        line("Xã D", "1=8"),
                        line("Xã E", "1=8", "2=hơn 5", "3=3"))))
                .contains("1 | Xã C | 17 | 3 | 4 | |", "2 | Xã D | 8 | | | |", "3 | Xã E | 8 | trên 5 | 3 | |");
    }

    @Test
    void has_no_total_where_there_is_no_figure() throws IOException {
        assertThat(asText(sheet(line("Xã C", "2=0")))).contains(" | Tổng số | | SUM(D6:D6) 0 | | |");
    }

    @Test
    void adds_up_no_rates_but_keeps_the_one_that_the_sender_states() throws IOException {
        FormWorkbook.Sheet sheet = content(line("Xã C", "4=98.5"), line("Xã D", "4=97"));
        assertThat(asText(read(sheet))).contains("1 | Xã C | | | | 98.5 |", "Tổng số");
        assertThat(asText(read(sheet.withTotal(line("Tổng số", "4=trên 98", "2=7", "note=tự tính")))))
                .contains(" | Tổng số | | 7 | | trên 98% | tự tính");
    }

    @Test
    void writes_the_total_of_qualified_values_with_their_common_direction() throws IOException {
        assertThat(totalOf("hơn 1", "2")).isEqualTo("trên 3");
        assertThat(totalOf("gần 1", "gần 2")).isEqualTo("gần 3");
        assertThat(totalOf("ít nhất 1", "2")).isEqualTo("ít nhất 3");
        assertThat(totalOf("ít nhất 1", "hơn 2")).isEqualTo("trên 3");
        assertThat(totalOf("hơn 1200", "gần 2.5")).isEqualTo("khoảng 1.202,5");
    }

    @Test
    void writes_text_as_text_whatever_it_begins_with() throws IOException {
        XSSFSheet sheet = sheet(line("=1+1"), line("Xã\u0000 C\u0007"));
        XSSFCell cell = sheet.getRow(5).getCell(1);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(sheet.getRow(6).getCell(1).getStringCellValue()).isEqualTo("Xã C");
        assertThat(sheet.getRow(6).getCell(1).getCellStyle().getQuotePrefixed()).isFalse();
    }

    @Test
    void writes_the_items_of_a_list_without_a_total_and_leaves_an_open_end_unnumbered() throws IOException {
        Form list = form("02/X", Form.Rows.LIST);
        Report.Line item = new Report.Line("Dòng sông không rác", "1", Map.of(), Map.of("unit", "Xã C"));
        Report.Line open = new Report.Line("…", null, Map.of(), Map.of());
        FormWorkbook.Sheet sheet = new FormWorkbook.Sheet(blankList(), list, HEADING, List.of(item, open));
        assertThat(asText(read(sheet))).contains("1 | Dòng sông không rác | Xã C", "…", "Ghi chú:");
    }

    @Test
    void puts_several_forms_into_one_workbook_each_as_its_blank_has_it() throws IOException {
        FormWorkbook.Sheet one = content(line("Xã C", "2=1"));
        try (XSSFWorkbook workbook = workbook(List.of(one, one))) {
            XSSFSheet first = workbook.getSheet("01-X");
            XSSFSheet second = workbook.getSheet("01-X (2)");
            assertThat(asText(second)).isEqualTo(asText(first));
            assertThat(second.getMergedRegions()).containsExactlyInAnyOrderElementsOf(first.getMergedRegions());
            assertThat(second.getColumnWidth(1)).isEqualTo(first.getColumnWidth(1));
            assertThat(second.getRow(5).getHeightInPoints()).isEqualTo(21);
            assertThat(second.getRow(5).getCell(2).getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0");
            assertThat(second.getRow(0).getCell(0).getCellStyle().getFont().getFontName())
                    .isEqualTo("Times New Roman");
            assertThat(second.getPrintSetup().getLandscape()).isTrue();
            assertThat(second.getFitToPage()).isTrue();
            assertThat(second.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 5);
            assertThat(second.getRepeatingRows().getFirstRow()).isEqualTo(3);
            assertThat(second.getRepeatingRows().getLastRow()).isEqualTo(4);
            assertThat(workbook.getPrintArea(1)).isEqualTo("'01-X (2)'!$A$1:$G$9");
        }
    }

    @Test
    void refuses_a_blank_that_lacks_a_column_of_its_form() throws IOException {
        Path list = blankList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(new FormWorkbook.Sheet(list, FORM, HEADING, List.of())))
                .withMessageContaining("01/X");
    }

    private String totalOf(String first, String second) throws IOException {
        XSSFSheet sheet = sheet(line("Xã C", "2=" + first), line("Xã D", "2=" + second));
        return sheet.getRow(7).getCell(3).getStringCellValue();
    }

    private XSSFSheet sheet(Report.Line... lines) throws IOException {
        return read(content(lines));
    }

    private FormWorkbook.Sheet content(Report.Line... lines) throws IOException {
        return new FormWorkbook.Sheet(blank(), FORM, HEADING, Arrays.asList(lines));
    }

    private static XSSFSheet read(FormWorkbook.Sheet content) throws IOException {
        return workbook(List.of(content)).getSheetAt(0);
    }

    private static XSSFWorkbook workbook(List<FormWorkbook.Sheet> sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormWorkbook.write(out, sheets, CREATED);
        assertThat(OoxmlSchema.problems(out.toByteArray())).isEmpty();
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> asText(XSSFSheet sheet) {
        return FormDrawing.asText(sheet);
    }

    /** A line with values by column, such as {@code 2=hơn 5}, and a note. */
    private static Report.Line line(String label, String... cells) {
        Map<Integer, Report.Value> values = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (String cell : cells) {
            String key = cell.substring(0, cell.indexOf('='));
            String text = cell.substring(cell.indexOf('=') + 1);
            if (key.equals("note")) {
                texts.put(key, text);
            } else {
                int blank = text.lastIndexOf(' ');
                Qualifier qualifier = blank < 0 ? null : Qualifier.words().get(text.substring(0, blank));
                values.put(
                        Integer.valueOf(key), new Report.Value(new BigDecimal(text.substring(blank + 1)), qualifier));
            }
        }
        return new Report.Line(label, null, values, texts);
    }

    private Path blank() throws IOException {
        return drawn("01-X.xlsx", """
                {{unit-above}} | | | | | |
                {{unit}} | | | | | |
                {{period}} từ {{from}} đến {{to}} | | | | | |
                TT | Đơn vị | Tổng số | Một | Hai | Tỷ lệ (%) | Ghi chú
                A | B | 1=2+3 | 2 | 3 | 4 |
                 | | | | | |
                 | Tổng số | | | | |
                Ghi chú: | | | | | |
                 | | | | {{place}}, ngày … tháng … năm … | |
                """);
    }

    private Path blankList() throws IOException {
        return drawn("02-X.xlsx", """
                {{unit}} | |
                TT | Tên mô hình | Đơn vị
                A | 1 | 2
                 | |
                Ghi chú: | |
                """);
    }

    private Path drawn(String name, String drawing) throws IOException {
        Path file = folder.resolve(name);
        try (XSSFWorkbook workbook = FormDrawing.workbook(drawing);
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static Form form(String id, Form.Rows rows) {
        boolean isList = rows == Form.Rows.LIST;
        return new Form(
                id,
                "BIỂU X",
                "Mẫu của tỉnh",
                Validity.ALWAYS,
                rows,
                "",
                List.of(),
                isList
                        ? List.of(attribute(1, "name"), attribute(2, "unit"))
                        : List.of(
                                column(1, "lượt", Nature.FLOW),
                                column(2, "lượt", Nature.FLOW),
                                column(3, "lượt", Nature.FLOW),
                                column(4, "%", Nature.DECLARED)),
                List.of(),
                List.of(),
                isList ? List.of() : FormRule.parse("1 = 2 + 3", Severity.ERROR),
                List.of(),
                List.of());
    }

    private static Form.Column attribute(int no, String name) {
        return new Form.Column(no, null, name, name, List.of());
    }

    private static Form.Column column(int no, String unitOfCount, Nature nature) {
        Measure measure = new Measure(
                "measure-" + no, "Chỉ tiêu " + no, unitOfCount, nature, nature.adds(), nature.overTime(), 0, false);
        return new Form.Column(no, measure, null, measure.label(), List.of());
    }
}
