package tonghop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

    private static final List<String> WORDS =
            List.of("flow", "opening-stock", "closing-stock", "rank", "year", "label");

    @ParameterizedTest
    @CsvSource({"flo, flow", "flows, flow", "fluw, flow", "closing-stok, closing-stock", "closing-stocks, closing-stock"
    })
    @CsvSource({"flow, flow", "openning-stock, opening-stock"})
    void is_the_one_with_the_fewest_changed_letters(String word, String nearest) {
        assertThat(NearestWord.to(word, WORDS)).contains(nearest);
    }

    /** The commonest slip of all: two letters in the wrong order. */
    @ParameterizedTest
    @CsvSource({"flwo, flow", "yaer, year", "lable, label", "rnak, rank"})
    void is_found_for_letters_in_the_wrong_order(String word, String nearest) {
        assertThat(NearestWord.to(word, WORDS)).contains(nearest);
    }

    @Test
    void is_none_where_nothing_is_near() {
        assertThat(NearestWord.to("đơn vị", WORDS)).isEmpty();
        assertThat(NearestWord.to("", WORDS)).isEmpty();
        assertThat(NearestWord.to("flow", List.of())).isEmpty();
    }

    @Test
    void is_the_first_in_the_alphabet_of_two_that_are_equally_near() {
        assertThat(NearestWord.to("13x", List.of("139", "131", "135"))).contains("131");
    }
}
