package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.console.ExitCode;
import tools.jackson.databind.JsonNode;

/** What is wrong with one file is told where it stands, in both languages, and the other files go on. */
class UnhappyFilesTest {

    private static final Path GOOD = Tonghop.ROOT.resolve("input-samples/dak-nong/2023/660.xlsx");

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeEach
    void a_good_file_is_there_too() throws Exception {
        tonghop = Tonghop.in(folder);
        Files.copy(
                Tonghop.ROOT.resolve("input-samples/dak-nong/2023/661.xlsx"),
                tonghop.inbox().resolve("661.xlsx"));
    }

    @Test
    void a_workbook_that_is_no_workbook() throws Exception {
        Files.writeString(tonghop.inbox().resolve("bad.xlsx"), "%PDF-1.7 hello");
        assertThat(told("bad.xlsx", "unrecognised")).containsExactly("not-a-spreadsheet at ");
    }

    @Test
    void an_unknown_form() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("DS").createRow(0).createCell(0).setCellValue("Danh sách cán bộ");
            save(workbook);
        }
        assertThat(told("bad.xlsx", "unrecognised")).containsExactly("unknown-form at DS!A1");
    }

    @Test
    void an_unknown_unit() throws Exception {
        damage(sheet -> replace(sheet, "GIA NGHĨA", "KHÔNG CÓ"));
        assertThat(told("bad.xlsx", "unrecognised"))
                .allMatch(finding -> finding.matches("unknown-unit at .+![A-Z]+\\d+"));
    }

    @Test
    void a_period_outside_the_calendar() throws Exception {
        damage(sheet -> replace(sheet, "15/12/2022", "01/12/2023"));
        assertThat(told("bad.xlsx", "unrecognised"))
                .allMatch(finding -> finding.matches("period-outside-calendar at .+![A-Z]+\\d+"));
    }

    @Test
    void a_text_in_a_number_column() throws Exception {
        damage(sheet -> firstNumber(sheet).setCellValue("nhiều"));
        assertThat(told("bad.xlsx", "rejected")).anyMatch(finding -> finding.matches("not-a-number at .+![A-Z]+\\d+"));
    }

    @Test
    void a_broken_formula() throws Exception {
        damage(sheet -> {
            Cell cell = firstNumber(sheet);
            cell.setCellFormula("1/0");
            cell.setCellErrorValue((byte) 7);
        });
        assertThat(told("bad.xlsx", "rejected"))
                .anyMatch(finding -> finding.matches("broken-formula at .+![A-Z]+\\d+"));
    }

    private List<String> told(String file, String state) throws Exception {
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.code()).isEqualTo(ExitCode.DONE_WITH_REJECTIONS.number());
        assertThat(ended.said()).contains(file).doesNotContain("Exception", "\tat ");
        List<String> told = new ArrayList<>();
        for (JsonNode line : tonghop.runFile().path("files")) {
            if (line.path("file").asString().equals(file)) {
                assertThat(line.path("state").asString()).isEqualTo(state);
                line.path("findings").forEach(finding -> told.add(asText(finding)));
            } else {
                assertThat(line.path("state").asString()).startsWith("accepted");
            }
        }
        assertThat(tonghop.out().resolve("67/2023/report.json")).exists();
        return told;
    }

    private static String asText(JsonNode finding) {
        assertThat(finding.path("message").path("vi").asString()).isNotEmpty();
        assertThat(finding.path("message").path("en").asString()).isNotEmpty();
        String sheet = finding.path("sheet").asString("");
        return finding.path("rule").asString() + " at "
                + (sheet.isEmpty() ? "" : sheet + "!" + finding.path("cell").asString(""));
    }

    /** Does the same to every sheet of a good workbook. */
    private void damage(Consumer<Sheet> change) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(GOOD))) {
            workbook.forEach(change);
            save(workbook);
        }
    }

    private void save(XSSFWorkbook workbook) throws Exception {
        try (OutputStream out = Files.newOutputStream(tonghop.inbox().resolve("bad.xlsx"))) {
            workbook.write(out);
        }
    }

    private static void replace(Sheet sheet, String text, String other) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().contains(text)) {
                    cell.setCellValue(cell.getStringCellValue().replace(text, other));
                }
            }
        }
    }

    /** The first number that was typed in below the header. */
    private static Cell firstNumber(Sheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (row.getRowNum() > 9 && cell.getColumnIndex() > 1 && cell.getCellType() == CellType.NUMERIC) {
                    return cell;
                }
            }
        }
        throw new AssertionError("no number in " + sheet.getSheetName());
    }
}
