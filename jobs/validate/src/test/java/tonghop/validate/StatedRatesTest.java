package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.RowWords;
import tonghop.domain.time.ReportingCalendar;
import tonghop.fixtures.Drawn;

class StatedRatesTest {

    private static final Form FORM = Drawn.form("""
            1     | received         | đơn | FLOW
            2     | settled          | đơn | FLOW
            3     | resolution-rate  | %   | DECLARED
            4     | on-time-rate     | %   | DECLARED
            5     | early            | hồ sơ | FLOW
            6     | on-time          | hồ sơ | FLOW
            7     | resolved         | hồ sơ | FLOW
            8     | sum-rate         | %   | DECLARED
            5 + 6 | early-or-on-time | hồ sơ | FLOW
            """);

    private static final StatedRates RULE = new StatedRates(new Definitions(
            List.of(FORM),
            List.of(
                    new Indicator(
                            "resolution-rate", "Tỷ lệ giải quyết", List.of("settled"), List.of("received"), 2, true),
                    new Indicator(
                            "on-time-rate", "Đúng hạn", List.of("early", "on-time"), List.of("resolved"), 2, true),
                    new Indicator("sum-rate", "Đúng hạn", List.of("early-or-on-time"), List.of("resolved"), 2, true)),
            List.of(),
            new RowWords(Set.of(), Set.of(), Map.of()),
            new ReportingCalendar(14, List.of(), Map.of())));

    @ParameterizedTest
    @CsvSource({"273, 277, 98.56", "240, 272, 88.24", "53, 55, 96.4", "53, 55, 96.36", "144, 202, 71.29"})
    @CsvSource({"19903, 23781, 83.7", "69386, 83272, 83.3", "136, 146, 93.15", "10, 10, 100", "0, 10, 0"})
    void agree_where_they_are_rounded_half_up_at_the_decimals_that_were_written(int part, int whole, String rate) {
        assertThat(of(part, whole, rate)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"273, 277, 98.55, 98.56", "144, 202, 71.28, 71.29", "176, 221, 79.63, 79.64", "2, 3, 66, 66.67"})
    void are_cut_off_where_the_last_digit_was_not_rounded(int part, int whole, String rate, String right) {
        assertThat(of(part, whole, rate))
                .containsExactly("INFO rate-cut-off D9: %s, expected %s [%d, %d]".formatted(rate, right, part, whole));
    }

    @ParameterizedTest
    @CsvSource({"273, 277, 98.53, 98.56", "381, 960, 38, 39.69", "273, 277, 97, 98.56", "3, 2, 100, 150.00"})
    void differ_otherwise(int part, int whole, String rate, String right) {
        assertThat(of(part, whole, rate))
                .containsExactly(
                        "WARNING rate-differs D9: %s, expected %s [%d, %d]".formatted(rate, right, part, whole));
    }

    @ParameterizedTest
    @CsvSource({"273, 277, 98.57, 98.56", "273, 277, 100, 98.56", "1, 3, 33.34, 33.33"})
    void differ_by_rounding_where_the_last_place_is_one_off(int part, int whole, String rate, String right) {
        assertThat(of(part, whole, rate))
                .containsExactly("WARNING rate-differs D9: %s, expected %s [%d, %d, likely:rounding:]"
                        .formatted(rate, right, part, whole));
    }

    /** A district that writes =B9/A9 in a cell formatted as per cent: 15 digits, all that a workbook keeps. */
    @ParameterizedTest
    @CsvSource({"273, 277, 98.5559566787004", "240, 272, 88.2352941176471", "1, 3, 33.3333333333333"})
    void agree_where_the_sheet_computed_them(int part, int whole, String rate) {
        assertThat(of(part, whole, rate)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("manyQuotients")
    void agree_wherever_a_spreadsheet_computed_them(int part, int whole) {
        String asStored = new BigDecimal((double) part / whole)
                .round(new MathContext(15))
                .movePointRight(2)
                .toPlainString();
        assertThat(of(part, whole, asStored)).isEmpty();
    }

    static Stream<Arguments> manyQuotients() {
        Random random = new Random(98);
        return Stream.generate(() -> 1 + random.nextInt(5000))
                .limit(200)
                .map(whole -> Arguments.of(1 + random.nextInt(whole), whole));
    }

    @Test
    void add_up_several_numerators() {
        assertThat(findings("5=315, 6=318, 7=643, 4=98.44")).isEmpty();
        assertThat(findings("5=315, 6=318, 7=643, 4=98.5"))
                .containsExactly("WARNING rate-differs E9: 98.5, expected 98.44 [633, 643, likely:rounding:]");
    }

    @Test
    void use_derived_measures() {
        assertThat(findings("5=315, 6=318, 7=643, 8=98.45"))
                .containsExactly("WARNING rate-differs I9: 98.45, expected 98.44 [633, 643, likely:rounding:]");
    }

    @Test
    void cannot_be_compared_without_both_counts() {
        assertThat(findings("3=98.55")).isEmpty();
        assertThat(findings("1=277, 3=98.55")).isEmpty();
        assertThat(findings("2=273, 3=98.55")).isEmpty();
        assertThat(findings("5=315, 7=643, 4=98.44")).isEmpty();
    }

    @Test
    void cannot_be_compared_where_there_was_nothing_to_do() {
        assertThat(of(0, 0, "100")).isEmpty();
    }

    @Test
    void cannot_be_compared_with_a_word_such_as_more_than() {
        assertThat(findings("1=277, 2=273, 3=trên 98")).isEmpty();
    }

    @Test
    void are_left_alone_where_the_row_states_none() {
        assertThat(findings("1=277, 2=273")).isEmpty();
    }

    @Test
    void are_compared_with_the_counts_of_their_own_row() {
        assertThat(Checked.findings(RULE, FORM, """
                        8 | TOTAL  | Tổng số   | 513   | 1=554, 2=546, 3=98.55
                        9 | UNIT   | Hà Lam    | 20791 | 1=277, 2=273, 3=98.56
                        """))
                .containsExactly("INFO rate-cut-off D8: 98.55, expected 98.56 [546, 554]");
    }

    private static List<String> of(int part, int whole, String rate) {
        return findings("1=%d, 2=%d, 3=%s".formatted(whole, part, rate));
    }

    private static List<String> findings(String entries) {
        return Checked.findings(RULE, FORM, "9 | SENDER | UBND | 513 | " + entries);
    }
}
