package tonghop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer belongs to what a finding says, not to where it stands. */
class FindingTest {

    private static final Place PLACE = new Place("660", "01/TCD", "2023", "a.xlsx", "01-TCD", "D12");
    private static final Finding FINDING = Finding.of(FindingCode.RATE_DIFFERS, PLACE, "98", "99", "98", "99");

    @Test
    void its_key_stays_when_it_moves() {
        Place elsewhere = new Place("660", "01/TCD", "2023", "b.xlsx", "Sheet2", "D13");
        assertThat(FINDING.at(elsewhere).key()).isEqualTo(FINDING.key()).matches("[0-9a-f]{16}");
    }

    @Test
    void its_key_changes_with_anything_that_it_says() {
        assertThat(List.of(
                        FINDING.key(),
                        Finding.of(FindingCode.RATE_DIFFERS, PLACE, "97", "99", "98", "99")
                                .key(),
                        Finding.of(FindingCode.RATE_DIFFERS, PLACE, "98", "98", "98", "99")
                                .key(),
                        Finding.of(FindingCode.RATE_DIFFERS, PLACE, "98", "99", "9", "899")
                                .key(),
                        Finding.of(FindingCode.LOOK_ALIKE, PLACE, "98", "99", "98", "99")
                                .key(),
                        FINDING.at(PLACE.withSubject("661", "01/TCD", "2023")).key(),
                        FINDING.at(PLACE.withSubject("660", null, "2023")).key(),
                        FINDING.at(PLACE.withSubject("660", "01/TCD", "2024")).key()))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_answer_lapses_when_the_value_has_changed() {
        Answer answer = new Answer(FINDING.key(), "Số liệu ước tính", "");
        ReadFile file = new ReadFile("a.xlsx", "0".repeat(64), List.of(), List.of(), List.of(answer));
        Finding changed = Finding.of(FindingCode.RATE_DIFFERS, PLACE, "97", "99", "98", "99");
        assertThat(file.answered(List.of(FINDING, changed)))
                .containsExactly(FINDING.answeredBy(Map.of(FINDING.key(), answer)), changed);
        assertThat(file.answered(List.of(FINDING)).get(0).answer()).isEqualTo(answer);
    }
}
