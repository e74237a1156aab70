package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A closed period stays as it was; what comes in later is kept and listed. */
class ClosedPeriodTest {

    private static final String SAMPLES = "input-samples/dak-nong/2023";
    private static final String[] AT_NOON = {"--now", "2024-01-02T12:00:00+07:00"};

    private static Tonghop one;

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeAll
    static void close_a_period_with_one_district_missing(@TempDir Path before) throws Exception {
        Tonghop tonghop = Tonghop.in(before);
        tonghop.send(SAMPLES, "660.xlsx", "661.xlsx");
        assertThat(tonghop.command("close", "2023", "--reason", "Báo cáo năm").code())
                .isEqualTo(2);
        assertThat(tonghop.run(AT_NOON).code()).isZero();
        Tonghop.Ended closed = tonghop.command("close", "2023", "--reason", "Báo cáo năm 2023", AT_NOON[0], AT_NOON[1]);
        assertThat(closed.code()).isZero();
        assertThat(closed.said()).contains("Đã chốt kỳ 2023: 1 báo cáo", "Period 2023 is closed");
        one = tonghop;
    }

    @BeforeEach
    void of_which_each_has_a_copy() throws Exception {
        tonghop = one.copiedTo(folder);
    }

    @Test
    void what_comes_in_later_is_kept_and_listed_and_changes_nothing() throws Exception {
        Map<String, byte[]> before = Tonghop.bytes(tonghop.out().resolve("67"));
        tonghop.send(SAMPLES, "662.xlsx");
        // At the very moment of closing, as a fixed clock has it.
        Tonghop.Ended ended = tonghop.run(AT_NOON);
        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("Period 2023 is closed", "0 reports written");
        assertSame(before);
        JsonNode period = status().path("periods").path(0);
        assertThat(period.path("state").asString()).isEqualTo("closed");
        assertThat(period.path("closed").path("holds").asBoolean()).isTrue();
        assertThat(period.path("arrived_after_closing")).isNotEmpty().allSatisfy(sheet -> {
            assertThat(sheet.path("file").asString()).isEqualTo("662.xlsx");
            assertThat(sheet.path("state").asString()).startsWith("accepted");
        });
        assertThat(tonghop.command("status", "--period", "2023").printed())
                .contains("ĐÃ CHỐT", "Báo cáo năm 2023", "Đến sau khi chốt", "662.xlsx");
        assertThat(tonghop.run(AT_NOON).said()).contains("nothing written");
    }

    @Test
    void a_rejected_file_that_comes_later_goes_back_with_the_run() throws Exception {
        Map<String, byte[]> before = Tonghop.bytes(tonghop.out().resolve("67"));
        tonghop.send(
                Tonghop.ROOT.resolve(SAMPLES).resolve("662.xlsx"),
                "662.xlsx",
                workbook -> firstNumber(workbook.getSheetAt(0)).setCellValue("nhiều"));
        assertThat(tonghop.run().code()).isEqualTo(1);
        assertSame(before);
        assertThat(Tonghop.bytes(tonghop.out().resolve("runs")).keySet())
                .anyMatch(file -> file.endsWith("tra-lai/662.xlsx"));
    }

    @Test
    void rerun_and_a_second_close_are_refused() throws Exception {
        assertThat(tonghop.rerun("--period", "2023").code()).isEqualTo(5);
        Tonghop.Ended again = tonghop.command("close", "2023", "--reason", "lần nữa");
        assertThat(again.code()).isEqualTo(5);
        assertThat(again.said()).contains("đã chốt", "is closed");
    }

    @Test
    void another_version_of_the_catalogue_changes_nothing() throws Exception {
        Map<String, byte[]> before = Tonghop.bytes(tonghop.out().resolve("67"));
        Tonghop changed = tonghop.withTemplates(copyOfTemplates());
        assertThat(changed.run().code()).isZero();
        assertSame(before);
        assertThat(changed.command("close", "2023", "--verify").code()).isZero();
    }

    @Test
    void reopened_it_counts_everything() throws Exception {
        tonghop.send(SAMPLES, "662.xlsx");
        tonghop.run(AT_NOON);
        int before = tonghop.report("67", "2023")
                .path("completeness")
                .path("accepted")
                .asInt();
        assertThat(tonghop.command("reopen", "2023").code()).isEqualTo(2);
        assertThat(tonghop.command("reopen", "2023", "--reason", "662 gửi muộn").code())
                .isZero();
        assertThat(tonghop.run().said()).contains("1 reports written");
        assertThat(tonghop.report("67", "2023")
                        .path("completeness")
                        .path("accepted")
                        .asInt())
                .isGreaterThan(before);
        try (Workbook workbook =
                new XSSFWorkbook(Files.newInputStream(tonghop.out().resolve("67/2023/tong-hop.xlsx")))) {
            assertThat(texts(workbook.getSheet("Bìa")))
                    .contains("Thay đổi kể từ lần chốt gần nhất (02/01/2024)", "Huyện Cư Jút", "báo cáo mới")
                    .doesNotContain("Kỳ này chưa chốt lần nào.");
        }
        assertThat(tonghop.command("reopen", "2023", "--reason", "lần nữa").code())
                .isEqualTo(2);
        assertThat(tonghop.command("close", "2023", "--reason", "chốt lại").code())
                .isZero();
    }

    @Test
    void a_lost_report_is_written_again_as_it_was_closed() throws Exception {
        Map<String, byte[]> before = Tonghop.bytes(tonghop.out().resolve("67"));
        tonghop.send(SAMPLES, "662.xlsx");
        tonghop.run("--now", "2024-01-05T12:00:00+07:00");
        tonghop.command("withdraw", "661.xlsx", "--reason", "gửi nhầm");
        move(tonghop.out().resolve("67"), folder.resolve("lost"));
        Tonghop.Ended ended = tonghop.run("--now", "2024-01-06T12:00:00+07:00");
        assertThat(ended.said()).contains("1 reports written").doesNotContain("không còn như lúc chốt");
        assertSame(before);
        assertThat(tonghop.command("close", "2023", "--verify").code()).isZero();
        assertThat(tonghop.run("--now", "2024-01-06T12:00:00+07:00").said()).contains("nothing written");
    }

    @Test
    void an_edited_report_is_written_again_and_the_edited_file_kept_beside_it() throws Exception {
        Path csv = tonghop.out().resolve("67/2023/so-lieu.csv");
        byte[] before = Files.readAllBytes(csv);
        Files.writeString(csv, "mine");
        assertThat(tonghop.run().said()).contains("1 reports written", "so-lieu.da-sua-");
        assertThat(Files.readAllBytes(csv)).isEqualTo(before);
        assertThat(tonghop.command("close", "2023", "--verify").code()).isZero();
    }

    @Test
    void a_lost_report_that_can_no_longer_be_made_as_it_was_is_told_and_left() throws Exception {
        move(tonghop.out().resolve("67"), folder.resolve("lost"));
        Tonghop.Ended other = tonghop.withTemplates(copyOfTemplates()).run();
        assertThat(other.said())
                .contains("67/2023", "is not as it was closed", "danh mục trong templates/ nay đã khác")
                .doesNotContain("1 reports written");
        tonghop.withTemplates(Tonghop.ROOT.resolve("templates"));
        tonghop.sql("update observation set value = value + 1");
        Tonghop.Ended stored = tonghop.run();
        assertThat(stored.said()).contains("what comes out does not bear the seal");
        assertThat(tonghop.out().resolve("67"))
                .satisfiesAnyOf(
                        place -> assertThat(place).doesNotExist(),
                        place -> assertThat(place).isEmptyDirectory());
    }

    @Test
    void a_report_that_there_was_none_of_then_says_so() throws Exception {
        tonghop.command("reopen", "2023", "--reason", "cần báo cáo riêng của huyện");
        tonghop.run("--unit", "660", "--period", "2023");
        Path report = tonghop.out().resolve("660/2023");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(report.resolve("tong-hop.xlsx")))) {
            assertThat(texts(workbook.getSheet("Bìa")))
                    .contains(
                            "Thay đổi kể từ lần chốt gần nhất (02/01/2024)",
                            "Khi chốt kỳ này chưa có báo cáo của đơn vị.")
                    .doesNotContain("Kỳ này chưa chốt lần nào.");
        }
        assertThat(report.resolve("index.html"))
                .content()
                .contains("Khi chốt chưa có báo cáo này", "There was no such report when it was closed");
    }

    @Test
    void a_seal_tells_when_a_report_or_the_store_was_changed() throws Exception {
        assertThat(tonghop.command("close", "2023", "--verify").said()).contains("còn nguyên như lúc chốt");
        Files.writeString(tonghop.out().resolve("67/2023/so-lieu.csv"), "mine");
        Tonghop.Ended report = tonghop.command("close", "2023", "--verify");
        assertThat(report.code()).isEqualTo(1);
        assertThat(report.said()).contains("67/2023", "không còn như lúc chốt");
        tonghop.sql("update submission set state = 'rejected' where id = (select min(id) from submission)");
        assertThat(tonghop.command("close", "2023", "--verify").said())
                .contains("what is stored is not what was closed");
        assertThat(status().path("periods").path(0).path("closed").path("holds").asBoolean())
                .isFalse();
    }

    private JsonNode status() throws Exception {
        return tonghop.json("status", "--json", "--now", "2024-01-03T00:00:00+07:00");
    }

    private void assertSame(Map<String, byte[]> before) throws Exception {
        Map<String, byte[]> after = Tonghop.bytes(tonghop.out().resolve("67"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
    }

    private Path copyOfTemplates() throws Exception {
        Path copy = folder.resolve("templates");
        Tonghop.copy(Tonghop.ROOT.resolve("templates"), copy);
        Files.writeString(copy.resolve("note.txt"), "changed");
        return copy;
    }

    private static void move(Path from, Path to) throws Exception {
        Tonghop.copy(from, to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Set<String> texts(Sheet sheet) {
        Set<String> texts = new TreeSet<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.STRING) {
                texts.add(cell.getStringCellValue());
            }
        }));
        return texts;
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
}
