package tonghop.domain.form;

import static org.assertj.core.api.Assertions.assertThat;
import static tonghop.domain.form.Qualifier.ABOUT;
import static tonghop.domain.form.Qualifier.AT_LEAST;
import static tonghop.domain.form.Qualifier.MORE_THAN;
import static tonghop.domain.form.Qualifier.NEARLY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QualifierTest {

    @ParameterizedTest
    @CsvSource({"ít nhất, AT_LEAST", "tối thiểu, AT_LEAST", "trên, MORE_THAN", "hơn, MORE_THAN", ">, MORE_THAN"})
    @CsvSource({"gần, NEARLY", "khoảng, ABOUT", "~, ABOUT"})
    void is_told_by_the_words_that_people_write(String word, Qualifier meaning) {
        assertThat(Qualifier.words()).containsEntry(word, meaning);
    }

    @Test
    void knows_its_words_in_lower_case() {
        assertThat(Qualifier.words().keySet()).allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @EnumSource
    void writes_a_word_that_it_reads(Qualifier qualifier) {
        assertThat(Qualifier.words()).containsEntry(qualifier.word(), qualifier);
    }

    @ParameterizedTest
    @EnumSource
    void finds_what_its_code_writes(Qualifier qualifier) {
        assertThat(Qualifier.find(qualifier.code())).contains(qualifier);
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST, at-least", "MORE_THAN, more-than", "NEARLY, nearly", "ABOUT, about"})
    void has_the_codes_of_the_published_report(Qualifier qualifier, String code) {
        assertThat(qualifier.code()).isEqualTo(code);
    }

    @Test
    void finds_nothing_for_other_codes() {
        assertThat(Qualifier.find("MORE_THAN")).isEmpty();
        assertThat(Qualifier.find("")).isEmpty();
    }

    @Test
    void approximates_unless_it_is_a_counted_lower_bound() {
        assertThat(Qualifier.values())
                .filteredOn(Qualifier::isApproximate)
                .containsExactly(Qualifier.MORE_THAN, Qualifier.NEARLY, Qualifier.ABOUT);
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST, AT_LEAST, AT_LEAST", "AT_LEAST, MORE_THAN, MORE_THAN", "NEARLY, NEARLY, NEARLY"})
    @CsvSource({"AT_LEAST, NEARLY, ABOUT", "MORE_THAN, NEARLY, ABOUT", "ABOUT, AT_LEAST, ABOUT", "ABOUT, NEARLY, ABOUT"
    })
    @CsvSource({", AT_LEAST, AT_LEAST", ", ABOUT, ABOUT", ",,"})
    void goes_on_into_sums(@Nullable Qualifier one, @Nullable Qualifier other, @Nullable Qualifier sum) {
        assertThat(Qualifier.combine(one, other)).isEqualTo(sum);
        assertThat(Qualifier.combine(other, one)).isEqualTo(sum);
    }

    /** So that it does not matter in which order units are added. */
    @Test
    void is_the_same_in_whatever_order_parts_are_added() {
        List<@Nullable Qualifier> marks = Arrays.asList(null, AT_LEAST, MORE_THAN, NEARLY, ABOUT);
        for (Qualifier one : marks) {
            for (Qualifier two : marks) {
                for (Qualifier three : marks) {
                    assertThat(Qualifier.combine(Qualifier.combine(one, two), three))
                            .isEqualTo(Qualifier.combine(one, Qualifier.combine(two, three)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST, NEARLY", "MORE_THAN, NEARLY", "NEARLY, MORE_THAN", "ABOUT, ABOUT", ","})
    void turns_round_where_it_is_taken_away_or_divides(@Nullable Qualifier mark, @Nullable Qualifier turned) {
        assertThat(Qualifier.reversed(mark)).isEqualTo(turned);
    }
}
