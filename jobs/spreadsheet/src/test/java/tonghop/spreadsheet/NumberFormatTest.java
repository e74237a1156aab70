package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader sees of a number in a format; {@code itself} where that is just the number, rounded. */
class NumberFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General | 12.5 | itself",
                "0 | 12.5 | itself",
                "#,##0.00 | 1234.567 | itself",
                "#,##0;[Red]-#,##0 | -5 | itself",
                "_-* #,##0\\ \"₫\"_-;-* #,##0\\ \"₫\"_-;_-* \"-\"_-;_-@_- | 1200 | itself",
                "#,##0\\ [$VND] | 1200 | itself",
                "_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_) | 0 | itself",
                "0.00E+00 | 12 | itself",
                "# ?/? | 1.5 | itself",
                "@ | 12 | itself",
                "#\\.##0 | 1234 | itself",
                "#,### | 0 | itself",
                "#,##0,, | 250000000 | SCALED 250",
                "#,##0.0, | 12340 | SCALED 12,3",
                "0.0,,\" tr\" | 2500000 | SCALED 2,5 tr",
                "0\"000\" | 12 | SCALED 12000",
                "General\"0\" | 55 | SCALED 550",
                "0\"0\" | 55 | SCALED 550",
                "0\\.0 | 123 | SCALED 12.3",
                "0\" (1)\" | 55 | SCALED 55 (1)",
                "#,##0\" nghìn\" | 12 | WORDS 12 nghìn",
                "\"trên \"#,##0 | 710 | WORDS trên 710",
                "0\" lượt\" | 12 | WORDS 12 lượt",
                "\">\"0 | 12 | WORDS >12",
                ";;; | 55 | HIDDEN",
                "\"\" | 55 | HIDDEN",
                "0;-0;;@ | 55 | itself",
                "\"-\" | 55 | HIDDEN -",
                "[White]0 | 55 | HIDDEN",
                "[>=1000]#,##0,\" k\";0 | 12000 | SCALED 12 k",
                "[>=1000]#,##0,\" k\";0 | 12 | itself",
            })
    void shows_a_number(String code, String number, String shown) {
        Grid.Shown seen = NumberFormat.of(code).shown(new BigDecimal(number));
        assertThat(seen == null ? "itself" : (seen.manner() + " " + seen.text()).strip())
                .isEqualTo(shown);
    }
}
