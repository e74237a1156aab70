package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and texts that their senders made to mislead whoever reads them on a terminal. */
class OutsideTextTest {

    private static final String EVIL = "513\u001b[2J\u202Exslx.\nb.xlsx";
    private static final String SHOWN = "513\\u001b[2J\\u202exslx.\\u000ab.xlsx";

    @TempDir
    private Path folder;

    @Test
    void is_told_by_number_wherever_it_is_printed_and_kept_as_it_is_in_files() throws Exception {
        Tonghop tonghop = Tonghop.in(folder);
        Files.copy(
                Tonghop.ROOT.resolve("input-samples/thang-binh/2015-2020/513.xlsx"),
                tonghop.inbox().resolve(EVIL));
        Files.writeString(tonghop.inbox().resolve("hong" + EVIL), "%PDF-1.7");

        Tonghop.Ended ran = tonghop.run();
        assertThat(ran.code()).isEqualTo(1);
        assertHarmless(ran.said());
        assertThat(ran.said()).contains("hong" + SHOWN + ": unrecognised");
        assertThat(tonghop.runFile().path("files").findValuesAsString("file")).contains(EVIL, "hong" + EVIL);

        String[] explain = {"explain", "reception.visits", "--unit", "513", "--period", "2015-2020"};
        Tonghop.Ended explained = tonghop.command(explain);
        assertHarmless(explained.printed());
        assertThat(explained.printed()).contains("\n" + SHOWN + "  (sha256 ");

        assertThat(tonghop.command("close", "2015-2020", "--reason", "đủ\u001b]0;x\u0007")
                        .code())
                .isZero();
        Tonghop.Ended status = tonghop.command("status", "--period", "2015-2020");
        assertHarmless(status.printed());
        assertThat(status.printed()).contains("đủ\\u001b]0;x\\u0007 / closed");

        Tonghop.Ended refused = tonghop.command("withdraw", "hong" + EVIL, "--reason", "x", "--\u001b[31m");
        assertThat(refused.code()).isEqualTo(2);
        assertHarmless(refused.said());
        Tonghop.Ended withdrawn = tonghop.command("withdraw", "hong" + EVIL, "--reason", "x");
        assertHarmless(withdrawn.said());
        assertThat(withdrawn.said()).contains("Đã rút lại hong" + SHOWN);
    }

    private static void assertHarmless(String text) {
        assertThat(text).isNotEmpty().doesNotContain("\u001b", "\u0007", "\u202E", "\nb.xlsx");
    }
}
