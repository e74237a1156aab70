package tonghop.domain.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Severity;

class FormRuleTest {

    @Test
    void is_one_for_each_sign_of_a_printed_chain() {
        assertThat(rules("10=11+15+16+17=18+…+22=23+26"))
                .containsExactly("10 = 11 + 15 + 16 + 17", "10 = 18 + 19 + 20 + 21 + 22", "10 = 23 + 26");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1=4+13+22        | 1 = 4 + 13 + 22
                    (3)=(4)+(5)+(6)  | 3 = 4 + 5 + 6
                    26 = 27+28+29    | 26 = 27 + 28 + 29
                    9 <= 5           | 9 <= 5
                    9≤5              | 9 <= 5
                    9 >= 5*8         | 9 >= 5*8
                    9 ≥ 5×8          | 9 >= 5*8
                    5 + 6 <= 4       | 5 + 6 <= 4
                    25 + 26 = 5      | 25 + 26 = 5
                    """)
    void reads_the_notation_that_forms_print(String printed, String meaning) {
        assertThat(rules(printed)).containsExactly(meaning);
    }

    @Test
    void keeps_the_severity_for_the_whole_chain() {
        assertThat(FormRule.parse("1=2+3=4+5", Severity.WARNING))
                .extracting(FormRule::severity)
                .containsExactly(Severity.WARNING, Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1 + 2", "=", "1=", "=2", "1==2", "1 < 2", "1 <> 2", "1 = a", "một = hai"})
    void refuses_what_compares_nothing(String garbage) {
        assertThatThrownBy(() -> FormRule.parse(garbage, Severity.ERROR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_the_columns_of_both_sides() {
        assertThat(rule("5 + 6 <= 4").columns()).containsExactly(5, 6, 4);
    }

    @ParameterizedTest
    @CsvSource({"1 = 2, 3, 3, true", "1 = 2, 3, 3.00, true", "1 = 2, 3, 4, false", "1 <= 2, 3, 3, true"})
    @CsvSource({"1 <= 2, 3, 4, true", "1 <= 2, 4, 3, false", "1 >= 2, 3, 3, true", "1 >= 2, 4, 3, true"})
    @CsvSource({"1 >= 2, 3, 4, false", "1 = 2, 0.1, 0.10, true", "1 = 2, 0, -0.0, true", "1 <= 2, -1, 0, true"})
    void compares_numbers_rather_than_their_writing(String rule, BigDecimal left, BigDecimal right, boolean holds) {
        assertThat(rule(rule).holds(left, right)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 = 2 + 3      | 1       | false
                    1 = 2 + 3      | 2       | false
                    1 = 2 + 3      | 1,2     | true
                    1 = 2 + 3      | 1,3     | true
                    1 + 2 = 3 + 4  | 1,2     | false
                    1 + 2 = 3 + 4  | 2,3     | true
                    1 = 2          | 1       | false
                    1 = 2          | 2       | false
                    1 = 2          | 1,2     | true
                    1 <= 2         | 1       | false
                    1 <= 2 + 3     | 1,3     | true
                    1 >= 5*2       | 2       | false
                    """)
    void says_nothing_where_a_side_is_blank(String printed, String given, boolean isComparable) {
        Map<Integer, BigDecimal> values = new HashMap<>();
        for (String column : given.split(",", -1)) {
            values.put(Integer.valueOf(column), BigDecimal.ONE);
        }

        assertThat(rule(printed).isComparable(values)).isEqualTo(isComparable);
    }

    @ParameterizedTest
    @CsvSource({"1 = 2 + 3, 1", "2 + 3 = 1, 1", "5 + 6 <= 4, 4", "9 <= 5, 5", "8 >= 5*7, 8", "1 = 2, 1"})
    void says_which_column_is_the_total(String printed, int total) {
        assertThat(rule(printed).totals()).containsExactly(total);
    }

    private static FormRule rule(String printed) {
        List<FormRule> rules = FormRule.parse(printed, Severity.ERROR);
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    private static List<String> rules(String printed) {
        return FormRule.parse(printed, Severity.ERROR).stream()
                .map(FormRule::toString)
                .toList();
    }
}
