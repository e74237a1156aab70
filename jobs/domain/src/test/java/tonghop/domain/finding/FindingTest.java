package tonghop.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tonghop.domain.form.ReadFile;

/** An answer belongs to what a finding says, not to where it stands. */
class FindingTest {

    private static final Place PLACE = new Place("660", "01/TCD", "2023", "a.xlsx", "01-TCD", "D12");
    private static final Finding FINDING = Finding.of(
            FindingCode.RATE_DIFFERS,
            PLACE,
            Fact.STATED.is("98"),
            Fact.COMPUTED.is("99"),
            Fact.NUMERATOR.is("98"),
            Fact.DENOMINATOR.is("99"));

    @Test
    void its_key_stays_when_it_moves() {
        Place elsewhere = new Place("660", "01/TCD", "2023", "b.xlsx", "Sheet2", "D13");
        assertThat(FINDING.at(elsewhere).key()).isEqualTo(FINDING.key()).matches("[0-9a-f]{16}");
    }

    @Test
    void its_key_changes_with_anything_that_it_says() {
        assertThat(List.of(
                        FINDING.key(),
                        Finding.of(
                                        FindingCode.RATE_DIFFERS,
                                        PLACE,
                                        Fact.STATED.is("97"),
                                        Fact.COMPUTED.is("99"),
                                        Fact.NUMERATOR.is("98"),
                                        Fact.DENOMINATOR.is("99"))
                                .key(),
                        Finding.of(
                                        FindingCode.RATE_DIFFERS,
                                        PLACE,
                                        Fact.STATED.is("98"),
                                        Fact.COMPUTED.is("98"),
                                        Fact.NUMERATOR.is("98"),
                                        Fact.DENOMINATOR.is("99"))
                                .key(),
                        Finding.of(
                                        FindingCode.RATE_DIFFERS,
                                        PLACE,
                                        Fact.STATED.is("98"),
                                        Fact.COMPUTED.is("99"),
                                        Fact.NUMERATOR.is("9"),
                                        Fact.DENOMINATOR.is("899"))
                                .key(),
                        Finding.of(
                                        FindingCode.LOOK_ALIKE,
                                        PLACE,
                                        Fact.STATED.is("98"),
                                        Fact.COMPARED.is("99"),
                                        Fact.MEASURE.is("98"),
                                        Fact.OTHER_MEASURE.is("99"))
                                .key(),
                        FINDING.at(PLACE.withSubject("661", "01/TCD", "2023")).key(),
                        FINDING.at(PLACE.withSubject("660", null, "2023")).key(),
                        FINDING.at(PLACE.withSubject("660", "01/TCD", "2024")).key()))
                .doesNotHaveDuplicates();
    }

    /** Answers that were given to an earlier release, and its sealed periods, hold on to them. */
    @ParameterizedTest
    @EnumSource
    void its_key_is_made_of_what_the_code_declares_in_that_order(FindingCode code) throws IOException {
        Map<Fact, String> facts = code.facts().stream().collect(Collectors.toMap(fact -> fact, Fact::code));
        Finding finding = new Finding(code, Severity.INFO, PLACE, "any", facts, null, null);
        try (InputStream recorded = Objects.requireNonNull(getClass().getResourceAsStream("keys.txt"))) {
            assertThat(new String(recorded.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .contains(code.code() + " " + finding.key());
        }
    }

    @Test
    void its_key_changes_with_the_likely_cause() {
        assertThat(FINDING.likely(LikelyCause.Kind.FACTOR.of("10")).key()).isNotEqualTo(FINDING.key());
        assertThat(FINDING.about("visits").key()).isEqualTo(FINDING.key());
    }

    @Test
    void says_nothing_that_its_code_does_not_declare() {
        assertThatThrownBy(() -> Finding.of(FindingCode.NO_ROWS, PLACE, Fact.STATED.is("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("STATED");
    }

    @Test
    void an_answer_lapses_when_the_value_has_changed() {
        Answer answer = new Answer(FINDING.key(), "Số liệu ước tính", "");
        ReadFile file = new ReadFile("a.xlsx", "0".repeat(64), List.of(), List.of(), List.of(answer));
        Finding changed = Finding.of(
                FindingCode.RATE_DIFFERS,
                PLACE,
                Fact.STATED.is("97"),
                Fact.COMPUTED.is("99"),
                Fact.NUMERATOR.is("98"),
                Fact.DENOMINATOR.is("99"));
        assertThat(file.answered(List.of(FINDING, changed)))
                .containsExactly(FINDING.answeredBy(Map.of(FINDING.key(), answer)), changed);
        assertThat(file.answered(List.of(FINDING)).get(0).answer()).isEqualTo(answer);
    }
}
