package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The inbox decides which file counts, and not its history; both senders are told. */
class WhichFileCountsTest {

    private static final Path SAMPLE = Tonghop.ROOT.resolve("input-samples/dak-nong/2023/660.xlsx");
    private static final int AS_SENT = 306;

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeEach
    void an_empty_inbox() throws Exception {
        tonghop = Tonghop.in(folder);
    }

    @Test
    void a_content_that_came_back_counts_again_and_the_run_has_the_id_of_then() throws Exception {
        send("660.xlsx", 0);
        assertThat(tonghop.run().said()).contains("1 reports written");
        assertThat(visits()).isEqualTo(AS_SENT);
        String first = tonghop.lastRunFile().path("run").asString();
        send("660.xlsx", 10);
        tonghop.run();
        assertThat(visits()).isEqualTo(AS_SENT + 10);
        send("660.xlsx", 0);
        Tonghop.Ended back = tonghop.run();
        assertThat(visits()).isEqualTo(AS_SENT);
        assertThat(back.said()).contains("1 reports written").doesNotContain("nothing written");
        assertThat(tonghop.lastRunFile().path("run").asString()).isEqualTo(first);
        assertThat(tonghop.run().said()).contains("nothing written");
    }

    @Test
    void two_different_files_of_one_night_are_held_and_both_come_back() throws Exception {
        send("660.xlsx", 0);
        send("660 thanh tra.xlsx", 10);
        Tonghop.Ended held = tonghop.run();
        assertThat(held.code()).isEqualTo(1);
        assertThat(held.said()).contains("660.xlsx: rejected", "660 thanh tra.xlsx: rejected", "withdraw");
        assertThat(state("660.xlsx")).isEqualTo("rejected");
        assertThat(findings("660.xlsx", "two-versions").path("cell").asString()).isEqualTo("B15");
        assertThat(findings("660 thanh tra.xlsx", "two-versions")
                        .path("message")
                        .path("en")
                        .asString())
                .contains("660.xlsx", "E15: 65 ≠ 55");
        assertThat(tonghop.out().resolve("67/2023/tra-lai/660.xlsx")).exists();
        assertThat(tonghop.out().resolve("67/2023/tra-lai/660 thanh tra.xlsx")).exists();
        assertThat(completeness().path("rejected").asInt()).isPositive();
        assertThat(tonghop.run().code()).isEqualTo(1);
        // One of them taken back, the other counts.
        assertThat(tonghop.command("withdraw", "660.xlsx", "--reason", "gửi nhầm")
                        .code())
                .isZero();
        assertThat(tonghop.run().code()).isZero();
        assertThat(visits()).isEqualTo(AS_SENT + 10);
        assertThat(tonghop.command("withdraw", "660.xlsx", "--undo").code()).isZero();
        assertThat(tonghop.run().code()).isEqualTo(1);
    }

    @Test
    void a_later_file_with_all_rows_replaces_the_earlier_and_both_are_told() throws Exception {
        send("660.xlsx", 0);
        tonghop.run();
        send("660 sửa.xlsx", 10);
        Tonghop.Ended replaced = tonghop.run();
        assertThat(replaced.code()).isZero();
        assertThat(visits()).isEqualTo(AS_SENT + 10);
        assertThat(state("660.xlsx")).isEqualTo("superseded");
        assertThat(findings("660.xlsx", "superseded").path("severity").asString())
                .isEqualTo("warning");
        assertThat(state("660 sửa.xlsx")).isEqualTo("accepted-with-warnings");
        assertThat(findings("660 sửa.xlsx", "replaces")
                        .path("message")
                        .path("en")
                        .asString())
                .contains("660.xlsx");
        assertThat(tonghop.out().resolve("67/2023/tra-lai/660.xlsx")).exists();
        assertThat(tonghop.out().resolve("67/2023/tra-lai/660 sửa.xlsx")).exists();
    }

    @Test
    void a_file_that_moved_is_the_same_file() throws Exception {
        send("660.xlsx", 0);
        tonghop.run();
        Files.move(tonghop.inbox().resolve("660.xlsx"), tonghop.inbox().resolve("huyện 660.xlsx"));
        tonghop.run();
        assertThat(state("huyện 660.xlsx")).isEqualTo("accepted");
        send("huyện 660.xlsx", 10);
        tonghop.run();
        // A correction under its own name: nobody else is told.
        assertThat(visits()).isEqualTo(AS_SENT + 10);
        assertThat(state("huyện 660.xlsx")).isEqualTo("accepted");
    }

    @Test
    void a_period_that_has_not_begun_is_an_error_until_it_has() throws Exception {
        send("660.xlsx", 0);
        assertThat(tonghop.run("--now", "2022-11-01T00:00:00+07:00").code()).isEqualTo(1);
        assertThat(state("660.xlsx")).isEqualTo("rejected");
        assertThat(findings("660.xlsx", "period-not-begun").path("expected").asString())
                .isEqualTo("15/12/2022");
        Tonghop.Ended begun = tonghop.run("--now", "2022-12-20T00:00:00+07:00");
        assertThat(begun.code()).isZero();
        assertThat(begun.said()).contains("Period 2023 has not ended (it does on 2023-12-14)");
        assertThat(visits()).isEqualTo(AS_SENT);
        assertThat(tonghop.command("status", "--period", "2023", "--now", "2023-12-14T12:00:00+07:00")
                        .printed())
                .contains("Kỳ chưa kết thúc");
        assertThat(tonghop.command("status", "--period", "2023", "--now", "2023-12-15T00:00:00+07:00")
                        .printed())
                .doesNotContain("Kỳ chưa kết thúc");
    }

    private void send(String name, int more) throws Exception {
        if (more == 0) {
            Files.copy(SAMPLE, tonghop.inbox().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } else {
            tonghop.send(
                    SAMPLE,
                    name,
                    workbook -> workbook.getSheetAt(0).getRow(14).getCell(4).setCellValue(55 + more));
        }
    }

    private JsonNode completeness() throws Exception {
        return Tonghop.unit(tonghop.report("67", "2023"), "660").path("completeness");
    }

    private int visits() throws Exception {
        return Tonghop.figure(tonghop.report("67", "2023"), "660", "reception.visits")
                .path("value")
                .asInt();
    }

    private String state(String file) throws Exception {
        return line(file).path("state").asString();
    }

    private JsonNode findings(String file, String rule) throws Exception {
        for (JsonNode finding : line(file).path("findings")) {
            if (finding.path("rule").asString().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError(line(file).toString());
    }

    private JsonNode line(String file) throws Exception {
        for (JsonNode line : tonghop.lastRunFile().path("files")) {
            if (line.path("file").asString().equals(file)) {
                return line;
            }
        }
        throw new AssertionError(file);
    }
}
