package tonghop.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.launch.Tonghop;

/** A file that was taken back no longer counts, and what it had replaced stands again. */
class WithdrawCommandTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples/dak-nong/2023");

    private static Tonghop one;

    @TempDir
    private Path folder;

    private Tonghop tonghop;

    @BeforeAll
    static void take_in_two_files(@TempDir Path before) throws Exception {
        one = Tonghop.in(before);
        one.send("input-samples/dak-nong/2023", "660.xlsx", "661.xlsx");
        one.run();
    }

    @BeforeEach
    void of_which_each_has_a_copy() throws Exception {
        tonghop = one.copiedTo(folder);
    }

    @Test
    void the_earlier_submission_stands_again() throws Exception {
        Map<String, byte[]> before = Tonghop.bytes(tonghop.out().resolve("67"));
        tonghop.send(
                SAMPLES.resolve("660.xlsx"),
                "660 sửa.xlsx",
                workbook -> workbook.getSheetAt(0).getRow(14).getCell(4).setCellValue(65));
        assertThat(tonghop.run().said()).contains("1 reports written");
        assertThat(visits()).isEqualTo("10 more");
        Tonghop.Ended ended = tonghop.command("withdraw", "660 sửa.xlsx", "--reason", "gửi nhầm");
        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("Đã rút lại 660 sửa.xlsx (kỳ: 2023)");
        assertThat(tonghop.run().said()).contains("1 reports written");
        assertThat(visits()).isEqualTo("as sent");
        assertThat(Tonghop.bytes(tonghop.out().resolve("67")).keySet()).isEqualTo(before.keySet());
        assertThat(tonghop.run().said()).contains("nothing written");
        assertThat(tonghop.command("withdraw", "660 sửa.xlsx", "--reason", "lần nữa")
                        .said())
                .contains("was withdrawn before");
    }

    @Test
    void with_nothing_before_it_the_unit_has_sent_nothing() throws Exception {
        assertThat(tonghop.command("withdraw", "661.xlsx", "--reason", "gửi nhầm")
                        .code())
                .isZero();
        tonghop.run();
        assertThat(Tonghop.unit(tonghop.report("67", "2023"), "661")
                        .path("completeness")
                        .path("accepted")
                        .asInt())
                .isZero();
    }

    @Test
    void a_reason_and_a_known_file_are_needed() {
        assertThat(tonghop.command("withdraw", "661.xlsx").code()).isEqualTo(2);
        assertThat(tonghop.command("withdraw", "661.xlsx", "--reason", " ").code())
                .isEqualTo(2);
        Tonghop.Ended unknown = tonghop.command("withdraw", "661.xls", "--reason", "gửi nhầm");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.said()).contains("'661.xlsx'?");
    }

    @Test
    void what_counts_in_a_closed_period_is_not_taken_back() {
        tonghop.command("close", "2023", "--reason", "Báo cáo năm");
        assertThat(tonghop.command("withdraw", "661.xlsx", "--reason", "gửi nhầm")
                        .code())
                .isEqualTo(5);
    }

    private String visits() throws Exception {
        int visits = Tonghop.figure(tonghop.report("67", "2023"), "660", "reception.visits")
                .path("value")
                .asInt();
        return visits == 55 + 32 + 19 + 25 + 119 + 56 ? "as sent" : visits - 306 + " more";
    }
}
