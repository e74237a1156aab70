package tonghop.spreadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.form.Qualifier;

class VietnameseNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12                      | 12         |           | ''
                    05                      | 5          |           | ''
                    0                       | 0          |           | ''
                    5.590                   | 5590       |           | ''
                    1.673.000               | 1673000    |           | ''
                    98,55                   | 98.55      |           | ''
                    1.234,5                 | 1234.5     |           | ''
                    -3                      | -3         |           | ''
                    1.673 đơn               | 1673       |           | đơn
                    1.673đơn                | 1673       |           | đơn
                    98,55%                  | 98.55      |           | %
                    98,55 %                 | 98.55      |           | %
                    03 xã                   | 3          |           | xã
                    trên 710 tỷ đồng        | 710        | MORE_THAN | tỷ đồng
                    Trên 98%                | 98         | MORE_THAN | %
                    hơn 1,2                 | 1.2        | MORE_THAN | ''
                    > 98                    | 98         | MORE_THAN | ''
                    >98                     | 98         | MORE_THAN | ''
                    gần 2,5 tỷ              | 2.5        | NEARLY    | tỷ
                    khoảng 300              | 300        | ABOUT     | ''
                    ~300                    | 300        | ABOUT     | ''
                    ít nhất 12              | 12         | AT_LEAST  | ''
                    TỐI THIỂU 12            | 12         | AT_LEAST  | ''
                    """)
    void reads_what_people_write(String text, BigDecimal value, Qualifier qualifier, String suffix) {
        assertThat(VietnameseNumber.parse(text)).contains(new VietnameseNumber(value, qualifier, suffix));
    }

    @Test
    void reads_over_odd_blanks_and_decomposed_letters() {
        assertThat(VietnameseNumber.parse("\u00a0tre\u0302n\u00a0710\u200b ty\u0309 đồng "))
                .contains(new VietnameseNumber(BigDecimal.valueOf(710), Qualifier.MORE_THAN, "tỷ đồng"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "mười hai", "-", "KPS", "%", "đơn 12", "trên", "#REF!", ",5", ".5", "Q1"})
    void finds_none_in_other_text(String text) {
        assertThat(VietnameseNumber.parse(text)).isEmpty();
    }

    /** A point before other than three digits may be an English decimal point or a slip. */
    @ParameterizedTest
    @ValueSource(strings = {"1.5", "98.55", "1.67", "12.34.567", "1.2345", "1.673.00", "1,5,5", "1.5%"})
    void takes_none_of_two_readings(String text) {
        assertThat(VietnameseNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 673", "1\u00a0673", "12 345 678"})
    void never_reads_the_thousands_before_a_blank_alone(String text) {
        assertThat(VietnameseNumber.parse(text).map(VietnameseNumber::value))
                .isNotEqualTo(Optional.of(BigDecimal.ONE))
                .isNotEqualTo(Optional.of(BigDecimal.valueOf(12)));
    }

    @ParameterizedTest
    @MethodSource("manyNumbers")
    void reads_what_the_vietnamese_format_writes(BigDecimal number) {
        String written = String.format(Locale.forLanguageTag("vi-VN"), "%,.2f", number);
        assertThat(VietnameseNumber.parse(written).orElseThrow().value()).isEqualByComparingTo(number);
    }

    static Stream<BigDecimal> manyNumbers() {
        Random random = new Random(5590);
        return Stream.generate(() -> BigDecimal.valueOf(random.nextInt(Integer.MAX_VALUE) >> random.nextInt(31), 2))
                .limit(200);
    }
}
