package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run makes the reports agree with the inputs; where they do, it leaves everything alone. */
class FixpointTest {

    private static Tonghop one;

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeAll
    static void take_in_one_province(@TempDir Path before) throws Exception {
        one = Tonghop.in(before);
        copy("dak-nong", one);
        assertThat(one.run().code()).isZero();
    }

    @BeforeEach
    void of_which_each_has_a_copy() throws Exception {
        tonghop = one.copiedTo(folder);
    }

    @Test
    void a_second_run_writes_nothing_and_says_so() throws Exception {
        Map<String, FileTime> before = times();
        Tonghop.Ended second = tonghop.run();
        assertThat(second.code()).isZero();
        assertThat(second.said()).contains("Không có gì mới", "nothing written");
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void a_rerun_writes_the_same_bytes() throws Exception {
        Map<String, byte[]> before = Tonghop.bytes(tonghop.out());
        Map<String, FileTime> timesBefore = times();
        assertThat(tonghop.rerun("--period", "2023").code()).isZero();
        assertThat(times()).isNotEqualTo(timesBefore);
        Tonghop.assertSame(Tonghop.bytes(tonghop.out()), before);
    }

    @Test
    void another_database_and_another_day_give_the_same_bytes() throws Exception {
        Tonghop fresh = Tonghop.over(tonghop.inbox(), folder.resolve("fresh"));
        assertThat(fresh.run("--now", "2031-02-03T04:05:06+07:00").code()).isZero();
        Tonghop.assertSame(Tonghop.bytes(fresh.out()), Tonghop.bytes(tonghop.out()));
    }

    @Test
    void a_report_that_is_gone_is_written_again() throws Exception {
        Map<String, byte[]> before = Tonghop.bytes(tonghop.out());
        Files.delete(tonghop.out().resolve("67/2023/report.json"));
        assertThat(tonghop.run().code()).isZero();
        Tonghop.assertSame(Tonghop.bytes(tonghop.out()), before);
    }

    @Test
    void a_report_that_somebody_edited_is_kept_beside_the_new_one() throws Exception {
        Path report = tonghop.out().resolve("67/2023/findings.csv");
        byte[] original = Files.readAllBytes(report);
        Files.writeString(report, "mine");
        Files.writeString(tonghop.out().resolve("67/2023/note.docx"), "my note");
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.said()).contains("da-sua");
        assertThat(report).hasBinaryContent(original);
        try (Stream<Path> files = Files.list(report.getParent())) {
            assertThat(files.filter(file -> file.toString().contains("findings.da-sua-"))
                            .findFirst()
                            .orElseThrow())
                    .hasContent("mine");
        }
        assertThat(tonghop.out().resolve("67/2023/note.docx")).hasContent("my note");
        assertThat(tonghop.run().said()).contains("nothing written");
    }

    @Test
    void a_file_taken_out_of_the_inbox_changes_nothing() throws Exception {
        Map<String, FileTime> before = times("67");
        Files.delete(tonghop.inbox().resolve("dak-nong/2023/660.xlsx"));
        assertThat(tonghop.run().code()).isZero();
        assertThat(times("67")).isEqualTo(before);
    }

    @Test
    void the_same_file_under_another_name_changes_nothing_and_is_unchanged() throws Exception {
        Files.copy(
                tonghop.inbox().resolve("dak-nong/2023/660.xlsx"),
                tonghop.inbox().resolve("dak-nong/2023/660 ban 2.xlsx"));
        Map<String, FileTime> before = times("67");
        assertThat(tonghop.run().code()).isZero();
        assertThat(times("67")).isEqualTo(before);
    }

    @Test
    void reports_that_are_written_into_the_inbox_are_not_taken_in() throws Exception {
        String inside = tonghop.inbox().resolve("bao-cao").toString();
        assertThat(tonghop.run("--out", inside).said()).contains("9 files seen");
        assertThat(tonghop.run("--out", inside).said()).contains("9 files seen", "nothing written");
    }

    @Test
    void only_the_reports_of_changed_periods_are_written() throws Exception {
        Map<String, FileTime> before = times("67");
        copy("lap-vo", tonghop);
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.said()).contains("1 reports written");
        assertThat(times("67")).isEqualTo(before);
        assertThat(tonghop.out().resolve("87/2022/report.json")).exists();
    }

    private static void copy(String set, Tonghop tonghop) throws Exception {
        Path samples = Tonghop.ROOT.resolve("input-samples");
        try (Stream<Path> files = Files.walk(samples.resolve(set))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = tonghop.inbox().resolve(samples.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Map<String, FileTime> times() throws Exception {
        return times("");
    }

    private Map<String, FileTime> times(String below) throws Exception {
        Map<String, FileTime> times = new TreeMap<>();
        Path top = tonghop.out().resolve(below);
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(top.relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
