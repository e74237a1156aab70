package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same bytes under another name, or in another inbox, fare like the first ones: verdict, findings and a copy. */
class SentAgainTest {

    private static final Path SAMPLE = Tonghop.ROOT.resolve("input-samples/dak-nong/2023/660.xlsx");

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeEach
    void another_unit_has_sent() throws Exception {
        tonghop = Tonghop.in(folder);
        tonghop.send("input-samples/dak-nong/2023", "661.xlsx");
    }

    @Test
    void what_was_rejected_is_rejected_again_in_the_same_night() throws Exception {
        tonghop.send(SAMPLE, "660.xlsx", SentAgainTest::spoil);
        again("660.xlsx", "bản sao.xlsx");
        assertThat(tonghop.run().code()).isEqualTo(1);
        assertRejected("bản sao.xlsx");
        assertRejected("660.xlsx");
    }

    @Test
    void and_in_a_later_night_when_the_first_one_is_gone() throws Exception {
        tonghop.send(SAMPLE, "660.xlsx", SentAgainTest::spoil);
        tonghop.run();
        again("660.xlsx", "mới/660.xlsx");
        Files.delete(tonghop.inbox().resolve("660.xlsx"));
        for (int night = 2; night < 4; night++) {
            Tonghop.Ended ended = tonghop.run();
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said()).contains("mới/660.xlsx: rejected");
        }
        assertRejected("mới/660.xlsx");
    }

    @Test
    void what_was_accepted_with_warnings_is_unchanged_and_comes_back_too() throws Exception {
        tonghop.send(
                SAMPLE,
                "660.xlsx",
                workbook -> workbook.createSheet("Ghi chú")
                        .createRow(0)
                        .createCell(0)
                        .setCellValue("no form"));
        again("660.xlsx", "bản sao.xlsx");
        assertThat(tonghop.run().code()).isZero();
        JsonNode twin = line("bản sao.xlsx");
        assertThat(twin.path("state").asString()).isEqualTo("unchanged");
        assertThat(twin.path("submissions").get(0).path("state").asString()).isEqualTo("unchanged");
        assertThat(twin.path("findings").get(0).path("file").asString()).isEqualTo("bản sao.xlsx");
        assertThat(tonghop.out().resolve("67/2023/tra-lai/bản sao.xlsx")).exists();
        assertThat(tonghop.out().resolve("67/2023/tra-lai/660.xlsx")).exists();
    }

    @Test
    void what_cannot_be_recognised_comes_back_under_either_name() throws Exception {
        Files.writeString(tonghop.inbox().resolve("a.xlsx"), "%PDF-1.7");
        again("a.xlsx", "b.xlsx");
        assertThat(tonghop.run().code()).isEqualTo(1);
        assertThat(line("b.xlsx").path("state").asString()).isEqualTo("unrecognised");
        assertThat(tonghop.out()).isDirectoryRecursivelyContaining("glob:**/runs/*/tra-lai/a.xlsx");
        assertThat(tonghop.out()).isDirectoryRecursivelyContaining("glob:**/runs/*/tra-lai/b.xlsx");
    }

    @Test
    void two_inboxes_may_hold_the_same_path_with_different_files() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path other = Files.createDirectories(folder.resolve("other"));
        tonghop.send(SAMPLE, "660.xlsx", SentAgainTest::spoil);
        Files.move(tonghop.inbox().resolve("660.xlsx"), one.resolve("660.xlsx"));
        Files.writeString(other.resolve("660.xlsx"), "%PDF-1.7");
        Tonghop.Ended ended = tonghop.command("run", "--inbox", one.toString(), "--inbox", "hai=" + other);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(line("one/660.xlsx").path("state").asString()).isEqualTo("rejected");
        assertThat(line("hai/660.xlsx").path("state").asString()).isEqualTo("unrecognised");
        assertThat(tonghop.out().resolve("67/2023/tra-lai/one/660.xlsx")).exists();
        assertThat(tonghop.out()).isDirectoryRecursivelyContaining("glob:**/runs/*/tra-lai/hai/660.xlsx");
        assertThat(tonghop.command("withdraw", "one/660.xlsx", "--reason", "gửi nhầm")
                        .code())
                .isZero();
    }

    private void assertRejected(String file) throws Exception {
        JsonNode line = line(file);
        assertThat(line.path("state").asString()).isEqualTo("rejected");
        assertThat(line.path("submissions").get(0).path("file").asString()).isEqualTo(file);
        assertThat(line.path("findings"))
                .isNotEmpty()
                .allMatch(finding -> finding.path("file").asString().equals(file));
        Path copy = tonghop.out().resolve("67/2023/tra-lai").resolve(file);
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(copy))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("Kết quả kiểm tra");
        }
    }

    private JsonNode line(String file) throws Exception {
        for (JsonNode line : tonghop.lastRunFile().path("files")) {
            if (line.path("file").asString().equals(file)) {
                return line;
            }
        }
        throw new AssertionError(file);
    }

    private void again(String file, String name) throws Exception {
        Path target = tonghop.inbox().resolve(name);
        Files.createDirectories(target.getParent());
        Files.copy(tonghop.inbox().resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void spoil(Workbook workbook) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (row.getRowNum() > 9 && cell.getColumnIndex() > 1 && cell.getCellType() == CellType.NUMERIC) {
                        cell.setCellValue("nhiều");
                        return;
                    }
                }
            }
        }
    }
}
