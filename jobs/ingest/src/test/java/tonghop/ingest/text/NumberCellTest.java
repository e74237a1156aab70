package tonghop.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.Entry;
import tonghop.ingest.Reading;

/** What one cell can be: in C7 a count of 'lượt', in E7 a declared rate, in another form 'tỷ đồng' in C7. */
class NumberCellTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"12, 12", "'''12', 12", "'''05', 5", "5590, 5590", "'''5.590', 5590", "1.673 lượt, 1673", "0, 0"})
    @CsvSource({"1e9, 1000000000", "trên 12, trên 12", "khoảng 1.000 lượt, khoảng 1000", "12.0, 12", "'''0', 0"})
    @CsvSource({"KPS, 0", "kps, 0", "Không, 0", "không phát sinh, 0", "KHÔNG CÓ, 0", "=5+7 -> 12, 12"})
    @CsvSource({"-, 0", "–, 0", "—, 0", "k.p.s, 0", "Không PS, 0"})
    void holds_a_count(String cell, String value) {
        Reading reading = count(cell);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 1=" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "X", "'", "\u00a0", "chưa có số liệu", "…"})
    void holds_nothing(String cell) {
        Reading reading = count(cell);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng:");
        assertThat(reading.submission().ledger().blank()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "KPS", "không"})
    void nothing_to_report_is_no_rate(String cell) {
        Reading reading = rate(cell);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng:");
    }

    @ParameterizedTest
    @CsvSource({"98.55%, 98.55", "98, 98", "98.55, 98.55", "'98,55%', 98.55", "'98,55', 98.55", "'98,5 %', 98.5"})
    @CsvSource({"trên 98%, trên 98", "100%, 100", "0%, 0", "98.5559566787004%, 98.5559566787004"})
    void holds_a_rate(String cell, String value) {
        Reading reading = rate(cell);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 3=" + value);
    }

    @ParameterizedTest
    @CsvSource({
        "trên 710 tỷ đồng, trên 710",
        "'1,5', 1.5",
        "1.5, 1.5",
        "'hơn 1,2', trên 1.2",
        "'gần 2,5 tỷ đồng', gần 2.5"
    })
    void holds_an_amount(String cell, String value) {
        Reading reading = amount(cell);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 1=" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mười hai", "12 vụ", "10/10", "13/21", "98,55%", "'1.5", "'5.59", "abc", "1 673", "12?", "O"})
    void is_not_a_number(String cell) {
        Reading reading = count(cell);
        String text = cell.startsWith("'") ? cell.substring(1) : cell;
        assertThat(reading.findings()).containsExactly("not-a-number C7: " + text);
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng:");
    }

    @ParameterizedTest
    @CsvSource({"2018-09-14, 2018-09-14", "TRUE, TRUE"})
    void is_not_a_number_where_it_is_a_date_or_a_logical_value(String cell, String text) {
        assertThat(count(cell).findings()).containsExactly("not-a-number C7: " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"710 triệu đồng", "710 USD", "98,5%"})
    void is_no_amount_of_another_unit(String cell) {
        assertThat(amount(cell).findings()).containsExactly("not-a-number C7: " + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!"})
    void is_broken(String cell) {
        assertThat(count(cell).findings()).containsExactly("broken-formula C7: " + cell);
    }

    @ParameterizedTest
    @CsvSource({"=1/0, #DIV/0!", "=[1]Sheet1!A1 -> #REF!, #REF!", "=C99/0 -> #DIV/0!, #DIV/0!"})
    void is_broken_where_its_formula_is(String cell, String text) {
        assertThat(count(cell).findings()).containsExactly("broken-formula C7: " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=CHUACO(1)", "=C7+1"})
    void is_broken_where_its_formula_cannot_be_computed(String cell) {
        assertThat(count(cell).findings()).singleElement().asString().startsWith("broken-formula C7: ");
    }

    @ParameterizedTest
    @CsvSource({"-3, -3", "'''-3', -3", "=2-5 -> -3, -3"})
    void is_negative(String cell, String text) {
        assertThat(count(cell).findings()).containsExactly("negative-value C7: " + text);
        assertThat(amount(cell).findings()).containsExactly("negative-value C7: " + text);
    }

    @ParameterizedTest
    @CsvSource({"5.59, 5.59, 5590?", "1.912, 1.912, 1912?", "0.5, 0.5, ''", "2.5, 2.5, ''"})
    @CsvSource({"1.23456, 1.23456, ''", "'''1.234,00', '1.234,00', 1234?", "'''55,0', '55,0', 55?"})
    void is_not_whole_and_says_what_may_be_meant(String cell, String text, String suggestion) {
        Reading reading = count(cell);
        assertThat(reading.findings()).containsExactly("not-whole C7: " + text);
        assertThat(reading.file().findings())
                .extracting(Finding::expected, Finding::details)
                .containsExactly(tuple(suggestion, List.of("lượt")));
    }

    @Test
    void is_a_question_where_less_than_one_is_grouped_like_thousands() {
        assertThat(count("'0.250").findings()).containsExactly("doubtful-number C7: 250");
        assertThat(amount("'0.250").findings()).containsExactly("doubtful-number C7: 0,25, 250");
    }

    /** English thousands, typed as text: in Vietnamese this would be one with three decimals. */
    @ParameterizedTest
    @ValueSource(strings = {"1,000", "12,000"})
    void is_never_a_thousandth_of_what_was_typed(String cell) {
        Reading reading = count(cell);
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng:");
        assertThat(reading.findings()).hasSize(1);
    }

    @Test
    void holds_english_thousands_where_two_groups_leave_no_doubt() {
        assertThat(count("1,673,000").rows()).containsExactly("OFFICE 662 Văn phòng: 1=1673000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"270", "270%"})
    void holds_a_rate_above_a_hundred_and_asks_about_it(String cell) {
        assertThat(rate(cell).findings()).containsExactly("rate-above-hundred E7: 270");
        assertThat(rate(cell).rows()).containsExactly("OFFICE 662 Văn phòng: 3=270");
    }

    @Test
    void is_a_share_or_a_rate_where_no_rate_of_the_column_is_above_one() {
        assertThat(rate("0.9855").findings()).containsExactly("ambiguous-rate E7: 0.9855");
        assertThat(Reading.of(folder, Reading.reception("1 | Văn phòng | | | 0.5\n2 | Thanh tra | | | 98.5"))
                        .findings())
                .isEmpty();
    }

    @Test
    void is_thousands_or_decimals_where_nothing_in_the_sheet_tells() {
        assertThat(amount("'1.234").findings()).containsExactly("ambiguous-number C7: 1.234");
        assertThat(Reading.of(folder, Reading.donations("1 | Văn phòng | '1.234 |\n2 | Thanh tra | '1,5 |"))
                        .rows())
                .containsExactly("OFFICE 662 Văn phòng: 1=1234", "OFFICE 662 Thanh tra: 1=1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "1001", "10100%", "1000,5"})
    void is_impossible_as_a_rate(String cell) {
        assertThat(rate(cell).findings()).singleElement().asString().startsWith("impossible-rate E7: ");
    }

    @ParameterizedTest
    @CsvSource({
        "9800%, '98, 9800', shown-differs",
        "980, '98, 980, 9,8', doubtful-number",
        "301%, '30,1, 301, 3,01', doubtful-number"
    })
    void is_a_question_where_a_rate_can_hardly_be(String cell, String candidates, String code) {
        assertThat(rate(cell).findings()).containsExactly(code + " E7: " + candidates);
    }

    @Test
    void is_a_question_where_a_count_is_shown_as_per_cent() {
        assertThat(count("5500%").findings()).containsExactly("shown-differs C7: 55, 5500");
    }

    @Test
    void keeps_the_decimals_that_were_typed() {
        Map<Integer, Entry> entries = rate("98,50%").submission().rows().get(0).entries();
        assertThat(entries.values())
                .extracting(entry -> entry.value().toPlainString())
                .containsExactly("98.50");
    }

    private Reading count(String cell) {
        return Reading.of(folder, Reading.reception("1 | Văn phòng | " + cell + " | |"));
    }

    private Reading rate(String cell) {
        return Reading.of(folder, Reading.reception("1 | Văn phòng | | | " + cell));
    }

    private Reading amount(String cell) {
        return Reading.of(folder, Reading.donations("1 | Văn phòng | " + cell + " |"));
    }
}
