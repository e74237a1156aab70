package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.RowWords;
import tonghop.domain.time.ReportingCalendar;
import tonghop.fixtures.Drawn;

class LikelyCausesTest {

    private static final Form COUNTS = Drawn.form("""
            1 | petitions | đơn | FLOW
            2 | answered  | đơn | FLOW
            1 = 2 + 3
            3 | pending   | đơn | CLOSING_STOCK
            """);

    private static final Form RATES = Drawn.form("""
            1 | petitions        | đơn     | FLOW
            2 | settled          | đơn     | FLOW
            3 | cases            | vụ việc | FLOW
            4 | cases-settled    | vụ việc | FLOW
            5 | cases-first      | vụ việc | FLOW
            6 | rate             | %       | DECLARED
            """);

    private static final StatedRates RATE_RULE = new StatedRates(new Definitions(
            List.of(RATES),
            List.of(new Indicator("rate", "Tỷ lệ", List.of("cases-settled"), List.of("cases"), 2, true)),
            List.of(),
            new RowWords(Set.of(), Set.of(), Map.of()),
            new ReportingCalendar(14, List.of(), Map.of())));

    /** The rows say 1,234 + 64 + 17 = 1,315. */
    @ParameterizedTest
    @CsvSource({
        "13150, likely:factor:10",
        "1.315, likely:factor:1000",
        "1351, likely:digits-swapped:",
        "1251, likely:part-left-out:Bình An",
        "1332, likely:part-counted-twice:Hà Lam",
        "82.234, likely:factor:1000 ('Bình Tú')",
        "2530, ''"
    })
    void of_a_total_that_is_not_the_sum_of_its_rows(String total, String cause) {
        assertThat(totals("""
                        8  | TOTAL | Tổng số | 513   | 1=%s
                        9  | UNIT  | Bình Tú | 20792 | 1=1234
                        10 | UNIT  | Bình An | 20845 | 1=64
                        11 | UNIT  | Hà Lam  | 20791 | 1=17
                        """.formatted(total)))
                .containsExactly("ERROR total-differs B8: %s, expected 1315 [Tổng số%s]"
                        .formatted(total, cause.isEmpty() ? "" : ", " + cause));
    }

    @Test
    void of_a_total_that_counts_subtotals_too() {
        assertThat(totals("""
                        7  | TOTAL  | Tổng số   | 513   | 1=28
                        8  | GROUP  | Cấp huyện | 513   | 1=3
                        9  | OFFICE | Thanh tra | 513   | 1=3
                        10 | GROUP  | Cấp xã    | 513   | 1=11
                        11 | UNIT   | Hà Lam    | 20791 | 1=4
                        12 | UNIT   | Bình An   | 20845 | 1=7
                        """))
                .containsExactly("ERROR total-differs B7: 28, expected 14"
                        + " [Tổng số, likely:subtotals-counted-twice:Cấp huyện, Cấp xã]");
    }

    @Test
    void of_subtotals_that_changed_places() {
        assertThat(totals("""
                        8  | GROUP  | Cấp huyện | 513   | 1=11
                        9  | OFFICE | Thanh tra | 513   | 1=3
                        10 | GROUP  | Cấp xã    | 513   | 1=3
                        11 | UNIT   | Hà Lam    | 20791 | 1=4
                        12 | UNIT   | Bình An   | 20845 | 1=7
                        """))
                .containsExactly(
                        "ERROR total-differs B8: 11, expected 3 [Cấp huyện, likely:other-row:Cấp xã]",
                        "ERROR total-differs B10: 3, expected 11 [Cấp xã, likely:other-row:Cấp huyện]");
    }

    @Test
    void of_a_total_in_the_wrong_column() {
        assertThat(totals("""
                        8  | TOTAL | Tổng số | 513   | 1=75, 2=75
                        9  | UNIT  | Bình Tú | 20792 | 1=83, 2=42
                        10 | UNIT  | Bình An | 20845 | 1=64, 2=33
                        """))
                .containsExactly("ERROR total-differs B8: 75, expected 147 [Tổng số, likely:other-column:answered]");
    }

    @Test
    void is_not_named_where_several_rows_would_explain_it() {
        assertThat(totals("""
                        8  | TOTAL | Tổng số | 513   | 1=20
                        9  | UNIT  | Bình Tú | 20792 | 1=13
                        10 | UNIT  | Bình An | 20845 | 1=7
                        11 | UNIT  | Hà Lam  | 20791 | 1=7
                        """)).containsExactly("ERROR total-differs B8: 20, expected 27 [Tổng số]");
    }

    @Test
    void of_a_printed_formula() {
        assertThat(Checked.findings(new PrintedFormulas(), COUNTS, "9 | SENDER | UBND | 513 | 1=23, 2=16, 3=7.0"))
                .isEmpty();
        assertThat(Checked.findings(new PrintedFormulas(), COUNTS, "9 | SENDER | UBND | 513 | 1=32, 2=16, 3=7"))
                .containsExactly("ERROR rule-broken B9: 32, expected 23 [1 = 2 + 3, UBND, likely:digits-swapped:]");
        assertThat(Checked.findings(new PrintedFormulas(), COUNTS, "9 | SENDER | UBND | 513 | 1=16, 2=16, 3=7"))
                .containsExactly(
                        "ERROR rule-broken B9: 16, expected 23 [1 = 2 + 3, UBND, likely:part-left-out:pending]");
    }

    /** 173 of 221 cases are 78.28 %, 120 of 154 petitions 77.92 %. */
    @ParameterizedTest
    @CsvSource({
        "78.29, likely:rounding:",
        "7.828, likely:factor:10",
        "0.78, likely:factor:100",
        "78.82, likely:digits-swapped:",
        "77.92, likely:other-counts:settled / petitions",
        "112.34, likely:other-counts:cases-settled / petitions",
        "61.54, likely:other-counts:cases-first / cases",
        "62, ''"
    })
    void of_a_rate(String rate, String cause) {
        assertThat(rates("9 | SENDER | UBND | 513 | 1=154, 2=120, 3=221, 4=173, 5=136, 6=" + rate))
                .singleElement()
                .asString()
                .startsWith("WARNING rate-differs G9: %s, expected 78.28".formatted(rate))
                .endsWith("[173, 221%s]".formatted(cause.isEmpty() ? "" : ", " + cause));
    }

    @Test
    void of_rates_that_slipped_by_a_row() {
        assertThat(rates("""
                        9  | UNIT | Hà Lam  | 20791 | 3=7, 4=5, 6=71.43
                        10 | UNIT | Bình An | 20845 | 3=9, 4=7, 6=71.43
                        """))
                .containsExactly("WARNING rate-differs G10: 71.43, expected 77.78 [7, 9, likely:other-row:Hà Lam]");
    }

    private static List<String> totals(String sheet) {
        return Checked.findings(new ControlTotals(), COUNTS, sheet);
    }

    private static List<String> rates(String sheet) {
        return Checked.findings(RATE_RULE, RATES, sheet);
    }
}
