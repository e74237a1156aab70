package tonghop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
}
