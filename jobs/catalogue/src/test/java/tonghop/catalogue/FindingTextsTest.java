package tonghop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.LikelyCause;
import tonghop.domain.finding.Place;

class FindingTextsTest {

    private static final FindingTexts VIETNAMESE = FindingTexts.vietnamese();
    private static final FindingTexts ENGLISH = FindingTexts.english();

    @Test
    void words_every_finding_in_both_languages_and_nothing_else() {
        Set<String> codes =
                Arrays.stream(FindingCode.values()).map(FindingCode::code).collect(Collectors.toSet());
        assertThat(VIETNAMESE.codes()).isEqualTo(codes);
        assertThat(ENGLISH.codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @EnumSource
    void leaves_no_wording_empty(FindingCode code) {
        assertThat(VIETNAMESE.pattern(code)).isNotBlank();
        assertThat(ENGLISH.pattern(code)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void names_the_same_facts_in_both_languages(FindingCode code) {
        assertThat(places(VIETNAMESE.pattern(code))).isEqualTo(places(ENGLISH.pattern(code)));
    }

    @ParameterizedTest
    @EnumSource
    void fills_every_place(FindingCode code) {
        Set<String> declared = code.facts().stream().map(Fact::code).collect(Collectors.toSet());
        assertThat(places(VIETNAMESE.pattern(code))).allMatch(declared::contains);
        Finding finding = finding(code, "đã thấy", "phải là", "chi tiết 1", "chi tiết 2");
        assertThat(VIETNAMESE.of(finding)).doesNotContain("{").doesNotContain("}");
        assertThat(ENGLISH.of(finding)).doesNotContain("{").doesNotContain("}");
    }

    @Test
    void puts_seen_expected_and_details_where_they_belong() {
        Finding finding = finding(FindingCode.RULE_BROKEN, "17", "7", "1 = 2 + 3", "UBND thành phố");
        assertThat(ENGLISH.of(finding))
                .isEqualTo("The form's formula '1 = 2 + 3' does not hold in row 'UBND thành phố': left side 17,"
                        + " right side 7. Check these columns.");
        assertThat(VIETNAMESE.of(finding))
                .startsWith(
                        "Không khớp công thức của biểu '1 = 2 + 3' tại dòng 'UBND thành phố': vế trái 17, vế phải 7.");
    }

    @ParameterizedTest
    @EnumSource
    void adds_what_may_have_caused_it(LikelyCause.Kind cause) {
        Finding plain = finding(FindingCode.TOTAL_DIFFERS, "364", "346", "Tổng số");
        Finding explained = plain.likely(cause.of("Hà Lam"));
        for (FindingTexts texts : List.of(VIETNAMESE, ENGLISH)) {
            assertThat(texts.of(explained))
                    .isEqualTo(texts.of(plain) + " " + texts.pattern(cause).replace("{0}", "Hà Lam"));
            assertThat(texts.pattern(cause)).endsWith(".");
        }
    }

    @Test
    void says_why_a_count_is_unusual() {
        Finding finding = finding(
                FindingCode.UNUSUAL_COUNT,
                "2080",
                "208",
                "Số lượt",
                "lượt",
                "above",
                "periods",
                "8",
                "180",
                "260",
                "too-large-10",
                "10");
        assertThat(VIETNAMESE.of(finding))
                .isEqualTo("Số lượt: 2.080 lượt, gấp 10 lần mức thường thấy của đơn vị (8 kỳ trước: trung vị 208,"
                        + " thấp nhất 180, cao nhất 260). Nếu chia cho 10 thì khớp: có thể thừa một chữ số."
                        + " Hãy kiểm tra lại; nếu đúng thì giải trình.");
    }

    @Test
    void says_why_a_rate_is_unusual() {
        Finding finding = finding(FindingCode.UNUSUAL_RATE, "20", "90.74", "Tỷ lệ giải quyết", "3", "15", "below", "8");
        assertThat(VIETNAMESE.of(finding))
                .startsWith("Tỷ lệ giải quyết: 20 % (3/15), thấp hơn hẳn 8 đơn vị cùng cấp (trung vị 90,74 %).");
        assertThat(ENGLISH.of(finding))
                .startsWith(
                        "Tỷ lệ giải quyết: 20% (3/15), far below those of 8 units of the same level (median 90.74%).");
    }

    /** What stands in a cell is anybody's text. */
    @Test
    void does_not_look_for_places_in_what_a_cell_says() {
        Finding finding = finding(FindingCode.TOTAL_DIFFERS, "{1}", "{2}", "Tổng {0}");
        assertThat(ENGLISH.of(finding)).startsWith("Row 'Tổng {0}' says {1}, its rows add up to {2}.");
    }

    /** What {@code code} says, in the order in which it declares it. */
    private static Finding finding(FindingCode code, String... facts) {
        Fact.Said[] said = IntStream.range(
                        0, Math.min(facts.length, code.facts().size()))
                .mapToObj(index -> code.facts().get(index).is(facts[index]))
                .toArray(Fact.Said[]::new);
        return Finding.of(code, Place.inFile("660.xlsx"), said);
    }

    private static Set<String> places(String pattern) {
        List<String> places = Pattern.compile("\\{([^}]+)}")
                .matcher(pattern)
                .results()
                .map(place -> place.group(1))
                .toList();
        return new TreeSet<>(places);
    }
}
