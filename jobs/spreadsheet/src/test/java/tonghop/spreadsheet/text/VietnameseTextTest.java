package tonghop.spreadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VietnameseTextTest {

    private static final String COMPOSED = "Tổng số";
    private static final String DECOMPOSED = Normalizer.normalize(COMPOSED, Normalizer.Form.NFD);

    /** As Windows' own Vietnamese keyboard writes: the vowel composed, the tone by itself. */
    private static final String HALF_COMPOSED = "T\u00f4\u0309ng s\u00f4\u0301";

    @Test
    void tidies_every_shape_into_the_composed_one() {
        assertThat(VietnameseText.tidy(COMPOSED)).isEqualTo(COMPOSED);
        assertThat(VietnameseText.tidy(DECOMPOSED)).isEqualTo(COMPOSED);
        assertThat(VietnameseText.tidy(HALF_COMPOSED)).isEqualTo(COMPOSED);
    }

    @Test
    void tidies_blanks_line_breaks_and_what_cannot_be_seen() {
        assertThat(VietnameseText.tidy(" \u00a0Tổng\n\t số\u200b\ufeff \u00a0")).isEqualTo(COMPOSED);
        assertThat(VietnameseText.tidy("\u2060Tổng\u200d số\u200e")).isEqualTo(COMPOSED);
        assertThat(VietnameseText.tidy("\u00a0 ")).isEmpty();
    }

    @Test
    void leaves_letters_and_case_as_they_were_when_it_tidies() {
        assertThat(VietnameseText.tidy("Huyện Đắk R’Lấp")).isEqualTo("Huyện Đắk R’Lấp");
        assertThat(VietnameseText.tidy("Hoà")).isEqualTo("Hoà");
    }

    @ParameterizedTest
    @CsvSource({"Hòa Bình, Hoà Bình", "Thủy Nguyên, Thuỷ Nguyên", "KIẾN THỤY, Kiến Thuỵ", "khỏe, khoẻ", "Úy, Uý"})
    @CsvSource({"TIẾP CÔNG DÂN, Tiếp công dân", "Ủy ban, Uỷ ban", "Hòa, HOÀ", "quý, qúy"})
    void has_one_key_for_both_places_of_a_tone_and_either_case(String one, String other) {
        assertThat(VietnameseText.key(one)).isEqualTo(VietnameseText.key(other));
    }

    @ParameterizedTest
    @CsvSource({"\u0110ắk Nông, \u00d0ắk Nông", "\u0110ắk Nông, \u0189ắk Nông", "\u0111ắk nông, \u0110ẮK NÔNG"})
    @CsvSource({"\u0111ắk nông, \u00f0ắk nông", "\u0111ắk nông, \u0256ắk nông"})
    void has_one_key_for_the_disguises_of_a_crossed_d(String one, String other) {
        assertThat(VietnameseText.key(one)).isEqualTo(VietnameseText.key(other));
    }

    @ParameterizedTest
    @CsvSource({"Đắk R'Lấp, Đắk R\u2019Lấp", "Đắk  Nông, Đắk\u00a0Nông", "Bà Rịa - Vũng Tàu, Bà Rịa \u2011 Vũng Tàu"})
    void has_one_key_for_straight_and_curly_apostrophes_blanks_and_hyphens(String one, String other) {
        assertThat(VietnameseText.key(one)).isEqualTo(VietnameseText.key(other));
    }

    /** Units of one province that only a tone or a hook tells apart. */
    @ParameterizedTest
    @CsvSource({"Văn Lăng, Văn Lang", "Cẩm Giang, Cẩm Giàng", "Tân Thành, Tân Thạnh", "Sơn Hà, Sơn Hạ", "Ba Tô, Ba Tơ"})
    @CsvSource({"Đồng Tiến, Đông Tiến", "Mỹ Tho, Mỹ Thọ", "Đắk, Dắk", "Đăk, Đắk", "má, mà"})
    void keeps_apart_what_reads_differently(String one, String other) {
        assertThat(VietnameseText.key(one)).isNotEqualTo(VietnameseText.key(other));
    }

    @ParameterizedTest
    @MethodSource("manyTexts")
    void has_one_key_for_every_normal_form(String text) {
        String key = VietnameseText.key(text);
        for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
            assertThat(VietnameseText.key(Normalizer.normalize(text, form))).isEqualTo(key);
        }
        assertThat(VietnameseText.key(key)).isEqualTo(key);
    }

    static Stream<String> manyTexts() {
        Random random = new Random(2611);
        List<String> words = List.of(
                "hòa", "hoà", "Thủy", "THUỶ", "Đắk", "R'Lấp", "R’Lấp", "Nguyễn", "tổng", "số", "QUÝ", "đơn", "vị", "xã",
                "phường", "Tl'ing", "khuỷu", "1.673", "-");
        return Stream.generate(() ->
                        random.ints(4, 0, words.size()).mapToObj(words::get).collect(Collectors.joining(" ")))
                .limit(200);
    }
}
