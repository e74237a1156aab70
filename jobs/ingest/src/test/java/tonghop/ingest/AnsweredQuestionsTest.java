package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;

/** A question is answered by one of its candidates, beside its key in the copy that came back. */
class AnsweredQuestionsTest {

    private static final String GROUP =
            Reading.reception("1 | Cấp huyện | 55 | 5 |\n2 | Phòng Tư pháp | 60 | 6 |\n3 | Phòng Y tế | 59 | 7 |");

    private static final String TWO_PERIODS =
            Reading.reception("1 | Phòng Tư pháp | 55 | 5 |").replace("| Số liệu", "Kỳ báo cáo: Năm 2022 | Số liệu");

    private static final String MISSPELT =
            Reading.reception("1 | Phòng Tư pháp | 55 | 5 |").replace("UBND HUYỆN CƯ JÚT", "UBND HUYỆN CU JUT");

    @TempDir
    private Path folder;

    @Test
    void what_a_row_is() {
        assertThat(answered(GROUP, 0).rows()).first().asString().startsWith("GROUP 662 Cấp huyện");
        Reading own = answered(GROUP, 1);
        assertThat(own.rows()).first().asString().startsWith("OFFICE 662 Cấp huyện");
        assertThat(own.findings()).containsExactly("question-answered B7: Cấp huyện");
        assertThat(own.file().findings())
                .extracting(finding -> finding.fact(Fact.MEANT))
                .containsExactly("dòng riêng / own row");
    }

    @Test
    void which_period_a_sheet_means() {
        assertThat(answered(TWO_PERIODS, 0).submission().period().code()).isEqualTo("2022");
        Reading dates = answered(TWO_PERIODS, 1);
        assertThat(dates.submission().period().code()).isEqualTo("2023");
        assertThat(dates.findings()).noneMatch(finding -> finding.startsWith("period-contradicted"));
    }

    @Test
    void who_sent_it() {
        Reading reading = answered(MISSPELT, 0);
        assertThat(reading.submission().unit()).isEqualTo("662");
        assertThat(reading.findings()).containsExactly("question-answered A1: UBND HUYỆN CU JUT");
    }

    private Reading answered(String sheet, int choice) {
        Finding question =
                Reading.of(folder, "bieu.xlsx", TextWorkbook.xlsx().sheet("Biểu", sheet)).file().findings().stream()
                        .filter(finding -> !finding.candidates().isEmpty())
                        .findFirst()
                        .orElseThrow();
        String answers = "Mức độ | Trả lời | Giải thích | tonghop:answers/1\nLỗi | %s | | %s"
                .formatted(question.candidates().get(choice), keyAsText(question));
        return Reading.of(
                folder,
                "bieu.xlsx",
                TextWorkbook.xlsx().sheet("Kết quả kiểm tra", answers).sheet("Biểu", sheet));
    }

    private static String keyAsText(Finding question) {
        return "'" + question.key();
    }
}
