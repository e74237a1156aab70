package tonghop.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import tonghop.launch.Application;
import tonghop.launch.Tonghop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples");

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void says_what_was_read_and_what_is_odd() {
        assertThat(check(SAMPLES.resolve("thang-binh/2015-2020/513.xlsx").toString()))
                .isZero();
        assertThat(said.toString())
                .contains("513.xlsx: accepted")
                .contains("info 01-DVCQ!K43  Tỷ lệ ghi 98,55% là do bỏ phần lẻ")
                .contains("01-DVCQ: 01/DVCQ · 513 Huyện Thăng Bình · ");
    }

    @Test
    void compares_several_files_as_if_they_came_in_together() throws IOException {
        Path one = SAMPLES.resolve("dak-nong/2023/660.xlsx");
        Path same = Files.copy(one, folder.resolve("bản sao.xlsx"));
        assertThat(check(one.toString(), same.toString())).isZero();
        Path other = folder.resolve("660.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(one));
                OutputStream out = Files.newOutputStream(other)) {
            workbook.getSheetAt(0).getRow(14).getCell(4).setCellValue(65);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
        assertThat(check(one.toString(), other.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("E15: 55 ≠ 65", "E15: 65 ≠ 55");
    }

    @Test
    void a_period_that_has_not_begun_is_an_error_on_that_day() {
        String file = SAMPLES.resolve("dak-nong/2023/660.xlsx").toString();
        assertThat(check(file, "--now", "2022-12-14T23:00:00+07:00")).isEqualTo(1);
        assertThat(said.toString()).contains("Năm 2023 chưa bắt đầu (từ ngày 15/12/2022)");
        assertThat(check(file, "--now", "2022-12-15T00:00:00+07:00")).isZero();
    }

    @Test
    void ends_with_one_where_a_file_has_to_be_mended() throws IOException {
        Path notes = Files.writeString(folder.resolve("ghi-chu.xlsx"), "%PDF-1.7");
        assertThat(check(
                        notes.toString(),
                        SAMPLES.resolve("lap-vo/2022/875.xlsx").toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("ghi-chu.xlsx: unrecognised").contains("875.xlsx: accepted");
    }

    @Test
    void prints_the_files_of_run_json_for_machines() {
        String printed =
                printedOf("--json", SAMPLES.resolve("song-cong/2021/165.xlsx").toString());
        JsonNode file = JsonMapper.shared().readTree(printed).path("files").path(0);
        assertThat(file.path("state").asString()).isEqualTo("accepted-with-warnings");
        assertThat(file.path("submissions").size()).isGreaterThan(3);
        assertThat(file.path("findings").path(0).path("cell").asString()).isEqualTo("C13");
        assertThat(said.toString()).isEmpty();
    }

    /** POI warns of functions that it does not know. */
    @Test
    void prints_nothing_but_the_result_on_standard_output() throws IOException {
        String printed =
                printedOf("--json", changed(sheet -> cell(sheet).addNewF().setStringValue("WEBSERVICE(1)")));
        assertThat(printed).startsWith("{");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void shows_what_would_steer_a_terminal_by_its_number() throws IOException {
        String file = changed(sheet -> sheet.getRow(3).getCell(0).setCellValue("UBND HUYỆN \u202ECHỌ LẠC"));
        check(file);
        assertThat(said.toString()).contains("\\u202eCHỌ LẠC").doesNotContain("\u202E");
        String printed = printedOf("--json", file);
        assertThat(printed).contains("\\u202eCHỌ LẠC").doesNotContain("\u202E");
        assertThat(JsonMapper.shared().readTree(printed).findValuesAsString("value"))
                .anyMatch(value -> value.contains("\u202ECHỌ LẠC"));
    }

    @Test
    void writes_junit_xml_on_request() throws IOException {
        Path notes = Files.writeString(folder.resolve("ghi-chu.xlsx"), "%PDF-1.7");
        Path xml = folder.resolve("ket-qua.xml");
        String sample = SAMPLES.resolve("thang-binh/2015-2020/513.xlsx").toString();
        assertThat(check("--junit", xml.toString(), notes.toString(), sample)).isEqualTo(1);
        assertThat(xml)
                .content()
                .contains("<testsuite name=\"" + notes + "\" tests=\"1\" failures=\"1\"")
                .contains("<failure type=\"not-a-spreadsheet\"")
                .contains("name=\"01-DVCQ: 01/DVCQ 513 2015-2020\"></testcase>")
                .contains("info 01-DVCQ!K43\n  Tỷ lệ ghi 98,55%");
        assertThat(said.toString()).as("people are told as ever").contains("513.xlsx: accepted");
    }

    @Test
    void never_writes_junit_xml_over_a_workbook_or_where_it_cannot() throws IOException {
        Path sample = Files.copy(SAMPLES.resolve("lap-vo/2022/875.xlsx"), folder.resolve("875.xlsx"));
        byte[] before = Files.readAllBytes(sample);
        assertThat(check("--junit", sample.toString(), sample.toString())).isEqualTo(2);
        assertThat(sample).hasBinaryContent(before);
        assertThat(check("--junit", folder.resolve("no/folder.xml").toString(), sample.toString()))
                .isEqualTo(2);
    }

    @Test
    void refuses_what_is_no_file() {
        assertThat(check(folder.resolve("khong-co.xlsx").toString())).isEqualTo(2);
        assertThat(check(folder.toString())).isEqualTo(2);
        assertThat(check()).isEqualTo(2);
    }

    /** A copy of a sample that somebody changed. */
    private String changed(Consumer<XSSFSheet> change) throws IOException {
        Path copy = folder.resolve("660.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(SAMPLES.resolve("dak-nong/2023/660.xlsx")));
                OutputStream out = Files.newOutputStream(copy)) {
            change.accept(workbook.getSheetAt(0));
            workbook.write(out);
        }
        return copy.toString();
    }

    private static CTCell cell(XSSFSheet sheet) {
        return sheet.createRow(sheet.getLastRowNum() + 3).createCell(0).getCTCell();
    }

    private String printedOf(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(check(arguments)).isLessThan(2);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Map<String, String> environment = Tonghop.WITHOUT_DATABASE;
        return Application.execute(all, environment, new PrintWriter(said, true));
    }
}
