package tonghop.launch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.Tonghop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What has to be mended goes back to its sender, marked, and stays as long as it is not mended. */
class ReturnsTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples/dak-nong/2023");
    private static final String RESULT = "Kết quả kiểm tra";

    @TempDir
    private Path folder;

    private Tonghop tonghop;
    private Path returned;

    @BeforeEach
    void one_good_file_and_one_with_an_error() throws Exception {
        tonghop = Tonghop.in(folder);
        returned = tonghop.out().resolve("67/2023/tra-lai");
        Files.copy(SAMPLES.resolve("661.xlsx"), tonghop.inbox().resolve("661.xlsx"));
        Files.createDirectories(tonghop.inbox().resolve("huyện"));
        damage("huyện/660.xlsx");
    }

    @Test
    void a_rejected_file_comes_back_with_the_report_and_an_accepted_one_does_not() throws Exception {
        tonghop.run();
        assertThat(filesIn(returned)).containsExactly("huyện/660.xlsx");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(returned.resolve("huyện/660.xlsx")))) {
            assertThat(workbook.getSheetName(0)).isEqualTo(RESULT);
            assertThat(text(workbook.getSheetAt(0))).contains("TRẢ LẠI", "nhiều", "TH-");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
        }
        JsonNode manifest =
                JsonMapper.shared().readTree(Files.readString(tonghop.out().resolve("67/2023/manifest.json")));
        assertThat(manifest.path("outputs").toString()).contains("tra-lai/huyện/660.xlsx");
        assertThat(manifest.path("inputs").toString()).contains("huyện/660.xlsx");
    }

    @Test
    void a_second_run_on_another_day_writes_nothing() throws Exception {
        tonghop.run();
        assertThat(tonghop.run("--now", "2031-02-03T04:05:06+07:00").said()).contains("nothing written");
    }

    @Test
    void a_copy_that_is_gone_is_written_again_with_the_same_time_of_receipt() throws Exception {
        tonghop.run("--now", "2024-01-02T03:04:05+07:00");
        byte[] before = Files.readAllBytes(returned.resolve("huyện/660.xlsx"));
        Files.delete(returned.resolve("huyện/660.xlsx"));
        tonghop.run("--now", "2031-02-03T04:05:06+07:00");
        assertThat(returned.resolve("huyện/660.xlsx")).hasBinaryContent(before);
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(returned.resolve("huyện/660.xlsx")))) {
            assertThat(text(workbook.getSheetAt(0))).contains("03:04:05 ngày 02/01/2024");
        }
    }

    @Test
    void once_it_is_mended_the_copy_goes() throws Exception {
        tonghop.run();
        Files.copy(
                SAMPLES.resolve("660.xlsx"),
                tonghop.inbox().resolve("huyện/660.xlsx"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(tonghop.run().code()).isZero();
        assertThat(returned.resolve("huyện/660.xlsx")).doesNotExist();
    }

    @Test
    void an_old_format_comes_back_as_a_new_one() throws Exception {
        try (Workbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("DS").createRow(1).createCell(2).setCellValue("Danh sách cán bộ");
            save(workbook, "danh-sach.xls");
        }
        tonghop.run();
        Path copy = runFolder().resolve("tra-lai/danh-sach.xls.xlsx");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
            assertThat(workbook.getSheet("DS").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("Danh sách cán bộ");
        }
    }

    @Test
    void what_cannot_be_opened_comes_back_with_the_run() throws Exception {
        Files.writeString(tonghop.inbox().resolve("quyết định.pdf"), "%PDF-1.4");
        tonghop.run();
        Path copy = runFolder().resolve("tra-lai/quyết định.pdf.xlsx");
        byte[] before = Files.readAllBytes(copy);
        assertThat(tonghop.run().said()).contains("nothing written");

        Files.writeString(copy, "mine");
        tonghop.run();
        assertThat(copy).hasBinaryContent(before);
        assertThat(filesIn(runFolder().resolve("tra-lai")))
                .hasSize(2)
                .anyMatch(name -> name.startsWith("quyết định.pdf.da-sua-"));
        assertThat(tonghop.run().said()).contains("nothing written");
    }

    private Path runFolder() throws Exception {
        try (Stream<Path> runs = Files.list(tonghop.out().resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private void damage(String name) throws Exception {
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(SAMPLES.resolve("660.xlsx")))) {
            firstNumber(workbook.getSheetAt(0)).setCellValue("nhiều");
            save(workbook, name);
        }
    }

    private void save(Workbook workbook, String name) throws Exception {
        try (OutputStream out = Files.newOutputStream(tonghop.inbox().resolve(name))) {
            workbook.write(out);
        }
    }

    private static Cell firstNumber(Sheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (row.getRowNum() > 9 && cell.getColumnIndex() > 3 && cell.getCellType() == CellType.NUMERIC) {
                    return cell;
                }
            }
        }
        throw new AssertionError("no number in " + sheet.getSheetName());
    }

    private static List<String> filesIn(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String text(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
        return text.toString();
    }
}
