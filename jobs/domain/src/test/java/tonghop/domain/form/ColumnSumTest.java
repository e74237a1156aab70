package tonghop.domain.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.form.ColumnSum.Term;

class ColumnSumTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4+13+22         | 4 + 13 + 22
                    4 + 13 + 22     | 4 + 13 + 22
                    (4)+(5)         | 4 + 5
                    (4) + (5) + (6) | 4 + 5 + 6
                    [4]+[5]         | 4 + 5
                    18+…+22         | 18 + 19 + 20 + 21 + 22
                    18+...+22       | 18 + 19 + 20 + 21 + 22
                    18 + .. + 22    | 18 + 19 + 20 + 21 + 22
                    2+…+4+9         | 2 + 3 + 4 + 9
                    2+....+4        | 2 + 3 + 4
                    2+…4            | 2 + 3 + 4
                    2..+4           | 2 + 3 + 4
                    1+5+…+7+11+…+12 | 1 + 5 + 6 + 7 + 11 + 12
                    4-5-6           | 4 - 5 - 6
                    (4) - (5) - (6) | 4 - 5 - 6
                    5*8             | 5*8
                    5 × 8 + 1       | 5*8 + 1
                    5x8-2*3         | 5*8 - 2*3
                    1*7             | 7
                    -4+5            | - 4 + 5
                    12              | 12
                    """)
    void reads_the_notation_that_forms_print(String printed, String meaning) {
        assertThat(ColumnSum.parse(printed)).hasToString(meaning);
    }

    @Test
    void reads_over_blanks_of_every_kind() {
        assertThat(ColumnSum.parse("\u00a04 +\n13\t+22 ")).hasToString("4 + 13 + 22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "()",
                "+",
                "4+",
                "+-4",
                "4++5",
                "a",
                "4+a",
                "4=5",
                "4/5",
                "4,5",
                "4.5",
                "18+…",
                "…+22",
                "4…6",
                "22+…+18",
                "18+…+18",
                "1+…+5000",
                "5**8",
                "*8",
                "5*",
                "99999999999",
                "Tổng số"
            })
    void refuses_anything_else(String garbage) {
        assertThatThrownBy(() -> ColumnSum.parse(garbage)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void does_not_join_two_numbers_into_one() {
        assertThatThrownBy(() -> ColumnSum.parse("4 5")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4-(5+6)", "(4) - (5+6)"})
    void subtracts_all_that_stands_in_brackets_or_refuses_it(String printed) {
        assertThat(readOrRefused(printed)).isIn("4 - 5 - 6", "refused");
    }

    @Test
    void does_not_add_a_range_that_is_subtracted() {
        assertThat(readOrRefused("4-18+…+20")).isIn("4 - 18 - 19 - 20", "refused");
    }

    @ParameterizedTest
    @MethodSource("manySums")
    void reads_what_it_prints(ColumnSum sum) {
        assertThat(ColumnSum.parse(sum.toString())).isEqualTo(sum);
    }

    @ParameterizedTest
    @MethodSource("manySums")
    void adds_every_column_as_often_as_it_says(ColumnSum sum) {
        Map<Integer, BigDecimal> values = Map.of(1, new BigDecimal("1.5"), 2, BigDecimal.TEN);
        BigDecimal expected = BigDecimal.ZERO;
        for (Term term : sum.terms()) {
            BigDecimal value = values.getOrDefault(term.column(), BigDecimal.ZERO);
            expected = expected.add(value.multiply(new BigDecimal(term.factor())));
        }
        assertThat(sum.of(values)).isEqualByComparingTo(expected);
    }

    static Stream<ColumnSum> manySums() {
        Random random = new Random(1);
        return Stream.generate(() ->
                        new ColumnSum(Stream.generate(() -> new Term(factor(random), 1 + random.nextInt(30)))
                                .limit(1 + random.nextInt(8))
                                .toList()))
                .limit(200);
    }

    private static int factor(Random random) {
        return (random.nextBoolean() ? 1 : -1) * (random.nextInt(3) == 0 ? 2 + random.nextInt(9) : 1);
    }

    @Test
    void takes_a_column_without_a_value_for_nothing() {
        ColumnSum sum = ColumnSum.parse("4 + 13 + 22");
        assertThat(sum.of(Map.of(13, BigDecimal.TEN))).isEqualByComparingTo("10");
        assertThat(sum.of(Map.of())).isEqualByComparingTo("0");
    }

    @Test
    void is_stated_where_any_of_its_columns_is() {
        ColumnSum sum = ColumnSum.parse("4 + 13");
        assertThat(sum.isStatedIn(Map.of(13, BigDecimal.ZERO))).isTrue();
        assertThat(sum.isStatedIn(Map.of(5, BigDecimal.ONE))).isFalse();
    }

    @Test
    void names_its_columns_in_the_order_of_the_print() {
        assertThat(ColumnSum.parse("22-4+13").columns()).containsExactly(22, 4, 13);
    }

    @Test
    void is_never_empty() {
        assertThatThrownBy(() -> new ColumnSum(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String readOrRefused(String printed) {
        try {
            return ColumnSum.parse(printed).toString();
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }
}
