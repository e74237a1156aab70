package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.domain.Sha256;
import tools.jackson.databind.JsonNode;

/** Nothing that is wrong with one file, folder or report, or with the machine for a while, ends a night. */
class NightTest {

    private static final String DAK_NONG = "input-samples/dak-nong/2023";
    /** Nothing is denied to root; a path that is longer than any system call takes is. */
    private static final String MAKE_DEEP = "for i in $(seq 25); do d=$(printf %0200d $i); mkdir $d && cd $d; done";

    private static final int LABEL_ROW = 12;
    private static final String LAP_VO = "input-samples/lap-vo/2022";

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeEach
    void files_of_two_provinces() throws Exception {
        tonghop = Tonghop.in(folder);
        tonghop.send(DAK_NONG, "660.xlsx", "661.xlsx");
        try (Stream<Path> files = Files.list(Tonghop.ROOT.resolve(LAP_VO))) {
            for (Path file : files.toList()) {
                tonghop.send(LAP_VO, file.getFileName().toString());
            }
        }
    }

    @Test
    void a_report_that_fails_by_a_defect_leaves_the_others_and_is_tried_again() throws Exception {
        tonghop.run();
        Files.delete(tonghop.inbox().resolve("660.xlsx"));
        tonghop.sql(
                "insert into finding (file_id, code, severity, unit, period, value, expected, details)"
                        + " select id, 'no-such-rule', 'warning', '660', '2023', '', '', '{}' from file where path = '660.xlsx'");
        Files.delete(tonghop.out().resolve("67/2023/report.json"));
        Files.delete(tonghop.out().resolve("87/2022/report.json"));
        for (String night : List.of("first", "second")) {
            Tonghop.Ended ended = tonghop.run();
            assertThat(ended.code()).as(night).isEqualTo(4);
            assertThat(ended.said()).contains("báo cáo 67/2023", "report 67/2023", "NO_SUCH_RULE", "tonghop.log");
            assertThat(tonghop.lastRunFile()
                            .path("failed")
                            .get(0)
                            .path("folder")
                            .asString())
                    .isEqualTo("67/2023");
        }
        assertThat(tonghop.out().resolve("87/2022/report.json")).exists();
        tonghop.sql("delete from finding where code = 'no-such-rule'");
        assertThat(tonghop.run().code()).isZero();
        assertThat(tonghop.out().resolve("67/2023/report.json")).exists();
        assertThat(tonghop.lastRunFile().path("failed")).isEmpty();
    }

    @Test
    void a_report_that_has_no_place_to_stand_leaves_the_others_and_is_not_closed() throws Exception {
        Files.createDirectories(tonghop.out());
        Files.writeString(tonghop.out().resolve("67"), "a file where a folder belongs");
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.said()).contains("report 67/2023");
        assertThat(tonghop.out().resolve("87/2022/report.json")).exists();
        assertThat(tonghop.runFile().path("files")).isNotEmpty();
        assertThat(tonghop.rerun("--period", "2023").code()).isEqualTo(3);
        Tonghop.Ended closing = tonghop.command("close", "2023", "--reason", "hết hạn");
        assertThat(closing.code()).isEqualTo(3);
        assertThat(closing.said()).contains("2023 is not closed");
        assertThat(tonghop.command("close", "2023", "--verify").said()).contains("is open");
    }

    @Test
    void a_folder_that_is_not_ours_below_the_output_changes_nothing() throws Exception {
        Path deep = Files.createDirectories(tonghop.out().resolve("lost+found"));
        assertThat(shell(MAKE_DEEP, deep)).isZero();
        try {
            assertThat(tonghop.run().code()).isZero();
        } finally {
            shell("rm -rf -- *", deep);
        }
    }

    @Test
    void a_text_that_the_database_cannot_hold_is_read_without_it() throws Exception {
        tonghop.send(
                Tonghop.ROOT.resolve(DAK_NONG).resolve("662.xlsx"),
                "662.xlsx",
                workbook -> workbook.getSheetAt(0).getRow(LABEL_ROW).getCell(0).setCellValue("_x0000_Ủy ban"));
        assertThat(tonghop.run().said()).doesNotContain("read-again", "0x00");
        assertThat(findings("662.xlsx")).doesNotContain("read-again");
    }

    @Test
    void withdrawing_a_file_that_could_not_be_read_frees_the_run_of_it() throws Exception {
        Path spool = folder.resolve("home/spool");
        Files.createDirectories(spool.getParent());
        Files.writeString(spool, "no folder, so that nothing can be copied");
        assertThat(tonghop.run().code()).isEqualTo(1);
        Files.delete(spool);
        assertThat(tonghop.command("withdraw", "660.xlsx", "--reason", "gửi nhầm")
                        .code())
                .isZero();
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("2 of them new and read").doesNotContain("660.xlsx: ");
    }

    @Test
    void copies_that_could_not_be_written_are_told_and_tried_again() throws Exception {
        Files.writeString(tonghop.inbox().resolve("bad.xlsx"), "%PDF-1.7");
        assertThat(tonghop.run().code()).isEqualTo(1);
        Path run = tonghop.out().resolve("runs");
        try (Stream<Path> runs = Files.list(run)) {
            run = runs.findFirst().orElseThrow();
        }
        Files.delete(run.resolve("run.json"));
        Files.delete(run.resolve("tra-lai/bad.xlsx"));
        Files.delete(run.resolve("tra-lai"));
        Files.writeString(run.resolve("tra-lai"), "a file where a folder belongs");
        for (int night = 1; night <= 2; night++) {
            assertThat(tonghop.run().code()).isEqualTo(3);
            assertThat(tonghop.lastRunFile()
                            .path("failed")
                            .get(0)
                            .path("folder")
                            .asString())
                    .endsWith("/tra-lai");
        }
        Files.delete(run.resolve("tra-lai"));
        assertThat(tonghop.run().code()).isEqualTo(1);
        assertThat(run.resolve("tra-lai/bad.xlsx")).exists();
        assertThat(tonghop.lastRunFile().path("failed")).isEmpty();
    }

    @Test
    void a_subfolder_that_cannot_be_read_is_told_and_the_rest_goes_on() throws Exception {
        Path deep = Files.createDirectories(tonghop.inbox().resolve("sâu"));
        assertThat(shell(MAKE_DEEP, deep)).isZero();
        try {
            Tonghop.Ended ended = tonghop.run();
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.said()).contains("Không nhận sâu/", "cannot be read");
            assertThat(tonghop.runFile().path("left_out").get(0).path("reason").asString())
                    .isEqualTo("unreadable");
            assertThat(tonghop.out().resolve("67/2023/report.json")).exists();
            assertThat(tonghop.run("--dry-run").code()).isEqualTo(3);
        } finally {
            shell("rm -rf -- *", deep);
        }
        assertThat(tonghop.run().code()).isZero();
    }

    @Test
    void a_file_that_the_disk_has_no_room_for_is_read_again_and_what_stood_stands() throws Exception {
        tonghop.run();
        JsonNode before = tonghop.report("67", "2023");
        tonghop.send(
                Tonghop.ROOT.resolve(DAK_NONG).resolve("660.xlsx"),
                "660.xlsx",
                workbook -> workbook.createSheet("Ghi chú"));
        tonghop.send(DAK_NONG, "662.xlsx");
        Path spool = folder.resolve("home/spool");
        Files.move(spool, folder.resolve("home/kept"));
        Files.writeString(spool, "no folder, so that nothing can be copied");
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("660.xlsx: rejected", "lần chạy sau sẽ đọc lại", "the next run reads it again");
        assertThat(findings("660.xlsx")).containsExactly("read-again");
        assertThat(tonghop.report("67", "2023")).isEqualTo(before);
        assertThat(tonghop.run("--dry-run").code()).isLessThan(3);

        Files.delete(spool);
        Files.move(folder.resolve("home/kept"), spool);
        assertThat(tonghop.run().said()).contains("2 of them new and read");
        assertThat(findings("660.xlsx")).doesNotContain("read-again");
    }

    @Test
    void what_the_machine_could_not_read_is_read_last() throws Exception {
        Path file = tonghop.inbox().resolve("660.xlsx");
        tonghop.run("--dry-run");
        tonghop.command("status");
        tonghop.sql("insert into read_again (sha256, path) values ('" + Sha256.of(file) + "', '660.xlsx')");
        tonghop.run();
        List<String> order = tonghop.query("select path from file order by id");
        assertThat(order).hasSizeGreaterThan(2).endsWith("660.xlsx");
        assertThat(tonghop.query("select sha256 from read_again")).isEmpty();
    }

    @Test
    void a_file_that_is_too_large_is_told_and_not_copied() throws Exception {
        try (RandomAccessFile large =
                new RandomAccessFile(tonghop.inbox().resolve("999.xlsx").toFile(), "rw")) {
            large.write(new byte[] {'P', 'K', 3, 4});
            large.setLength(60L << 20);
        }
        Path spool = Files.createDirectories(folder.resolve("home/spool"));
        Path half = Files.writeString(spool.resolve("dang-chep-1.tmp"), "of a run that was killed");
        assertThat(tonghop.run().code()).isEqualTo(1);
        assertThat(findings("999.xlsx")).containsExactly("too-large");
        assertThat(half).doesNotExist();
        try (Stream<Path> copies = Files.list(spool)) {
            assertThat(copies).allMatch(copy -> copy.toFile().length() < 1L << 20);
        }
        assertThat(tonghop.out()).isDirectoryRecursivelyContaining("glob:**/tra-lai/999.xlsx");
    }

    private List<String> findings(String file) throws Exception {
        List<String> rules = new ArrayList<>();
        for (JsonNode line : tonghop.lastRunFile().path("files")) {
            if (line.path("file").asString().equals(file)) {
                line.path("findings")
                        .forEach(finding -> rules.add(finding.path("rule").asString()));
            }
        }
        return rules;
    }

    private static int shell(String script, Path in) throws Exception {
        return new ProcessBuilder("bash", "-c", script)
                .directory(in.toFile())
                .start()
                .waitFor();
    }
}
