package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMarkTest {

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "(7), 7",
        "[7], 7",
        "[ 12 ], 12",
        "1=4+13+22, 1",
        "(3) = (4) + (5), 3",
        "'[3]=[4]-[5]', 3",
        "10 =, 10",
        "A, 0",
        "1234, 0",
        "1.5, 0",
        "7 ngày, 0",
        "'', 0"
    })
    void has_a_number_alone_in_brackets_or_before_a_formula(String text, int number) {
        assertThat(ColumnMark.number(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "(B)", "[C]", "MS", " Đ "})
    void is_a_letter_over_a_column_without_figures(String text) {
        assertThat(ColumnMark.isLetter(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "TỔNG", "1", "(1)"})
    void is_no_letter_otherwise(String text) {
        assertThat(ColumnMark.isLetter(text)).isFalse();
    }
}
