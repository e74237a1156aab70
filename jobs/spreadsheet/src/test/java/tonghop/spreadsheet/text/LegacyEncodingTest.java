package tonghop.spreadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyEncodingTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** Every word of our own forms, words and unit names, and every vowel with every tone. */
    private static List<String> words() throws IOException {
        TreeSet<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("../../templates"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(yaml|csv|md)"))
                    .toList()) {
                String text = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC);
                WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
            }
        }
        for (String vowel : "a ă â e ê i o ô ơ u ư y".split(" ", -1)) {
            for (String tone : List.of("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")) {
                words.add("đ" + Normalizer.normalize(vowel + tone, Normalizer.Form.NFC));
            }
        }
        return List.copyOf(words);
    }

    /** How a program of that time wrote it; built from what decodes to what, one character or pair at a time. */
    private static String encode(LegacyEncoding encoding, String text) {
        Map<String, String> codes = new HashMap<>();
        for (char code = 0xff; code >= 0xa0; code--) {
            String one = String.valueOf(code);
            encoding.decode(one)
                    .filter(letter -> !letter.equals(one) || "íìÍÌ".contains(one))
                    .ifPresent(letter -> codes.put(letter, one));
            for (char vowel : encoding == LegacyEncoding.VNI ? "aeouyôöAEOUYÔÖ".toCharArray() : new char[0]) {
                String pair = vowel + one;
                encoding.decode(pair)
                        .filter(letter -> letter.length() == 1)
                        .ifPresent(letter -> codes.put(
                                letter,
                                Character.isUpperCase(vowel)
                                        ? pair.toUpperCase(Locale.ROOT)
                                        : pair.toLowerCase(Locale.ROOT)));
            }
        }
        StringBuilder encoded = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> encoded.append(codes.getOrDefault(letter, letter)));
        return encoded.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "TCVN3, Tæng sè, Tổng số",
        "TCVN3, HuyÖn, Huyện",
        "TCVN3, §¬n vÞ, Đơn vị",
        "TCVN3, X·, Xã",
        "TCVN3, §­êng, Đường",
        "TCVN3_CAPITALS, tæng sè, TỔNG SỐ",
        "VNI, Toång soá, Tổng số",
        "VNI, Huyeän, Huyện",
        "VNI, Ñôn vò, Đơn vị",
        "VNI, ÑAÊK NOÂNG, ĐĂK NÔNG",
        "VNI, UÛy ban nhaân daân xaõ, Ủy ban nhân dân xã"
    })
    void reads_what_the_fonts_drew(LegacyEncoding encoding, String stored, String unicode) {
        assertThat(encoding.decode(stored)).contains(unicode);
    }

    @ParameterizedTest
    @EnumSource(names = {"TCVN3", "VNI"})
    void every_word_of_our_templates_survives_the_way_there_and_back(LegacyEncoding encoding) throws IOException {
        List<String> words = words();
        assertThat(words).hasSizeGreaterThan(700);
        for (String word : words) {
            // TCVN3 has no accented capitals but Ă Â Ê Ô Ơ Ư Đ: the font draws them.
            String written = encoding == LegacyEncoding.TCVN3 ? word.toLowerCase(Locale.ROOT) : word;
            assertThat(encoding.decode(encode(encoding, written))).as(word).contains(written);
        }
    }

    @Test
    void capital_fonts_draw_small_letters_as_capitals() throws IOException {
        for (String word : words()) {
            String stored = encode(LegacyEncoding.TCVN3, word.toLowerCase(Locale.ROOT));
            assertThat(LegacyEncoding.TCVN3_CAPITALS.decode(stored)).contains(word.toUpperCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @CsvSource({
        ".VnTime, TCVN3",
        ".VnTimeH, TCVN3_CAPITALS",
        ".VnArial NarrowH, TCVN3_CAPITALS",
        ".vnarial, TCVN3",
        "VNI-Times, VNI",
        "vni-helve, VNI",
        "Times New Roman,",
        "Calibri,",
        "Vni,"
    })
    void a_font_tells_its_encoding(String font, LegacyEncoding encoding) {
        assertThat(LegacyEncoding.ofFont(font)).isEqualTo(Optional.ofNullable(encoding));
    }

    @ParameterizedTest
    @EnumSource(names = {"TCVN3", "VNI"})
    void all_texts_of_a_file_together_tell_their_encoding(LegacyEncoding encoding) throws IOException {
        List<String> words = words();
        LegacyText scales = new LegacyText();
        words.forEach(word -> scales.add(encode(encoding, word.toLowerCase(Locale.ROOT))));
        LegacyText.Verdict verdict = scales.verdict().orElseThrow();
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            String stored = encode(encoding, lower);
            assertThat(Optional.ofNullable(verdict.convert(stored)).orElse(stored))
                    .isEqualTo(lower);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TCVN3", "VNI"})
    void a_small_form_is_enough_to_tell(LegacyEncoding encoding) {
        List<String> form = List.of("đơn vị", "tổng số đơn", "đã giải quyết", "xã bình dương", "12", "thị trấn");
        LegacyText scales = new LegacyText();
        form.forEach(text -> scales.add(encode(encoding, text)));
        LegacyText.Verdict verdict = scales.verdict().orElseThrow();
        assertThat(form.stream().map(text -> verdict.convert(encode(encoding, text))))
                .containsExactly("đơn vị", "tổng số đơn", "đã giải quyết", "xã bình dương", null, "thị trấn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ủy ban nhân dân huyện Cư Jút, tỉnh Đắk Nông",
                "Công an xã Hòa Bình, ông Hà, bà Lê, cô Thúy, bến Cát, Tây Hồ, Sông Công",
                "Sông Công; Hà Nam; Hải Phòng",
                "công văn; sông; hà; lê; thô; bé; tê; mò; cá; nhà; quý",
                "The reporting period of 2023, café, naïve, Zürich, Ærø, señor, façade",
                "1.673 | 98,55% | 25°C | 5 m² | ½ | §5 | © 2023 | 10 µm",
                "Thành phố Huế – “Kết quả” … 100%"
            })
    void nothing_else_is_ever_converted(String text) {
        LegacyText scales = new LegacyText();
        for (String part : text.split("[;|,]", -1)) {
            scales.add(part);
        }
        assertThat(scales.verdict()).isEmpty();
    }

    @Test
    void our_own_templates_are_not_converted() throws IOException {
        LegacyText scales = new LegacyText();
        words().forEach(scales::add);
        assertThat(scales.verdict()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "windows-1258"})
    void utf8_that_was_read_as_something_else_is_repaired(String charset) throws IOException {
        LegacyText scales = new LegacyText();
        Map<String, String> read = new HashMap<>();
        for (String word : words()) {
            String wrong = new String(word.getBytes(StandardCharsets.UTF_8), charset);
            // Five codes have no character; what went through them is lost.
            if (!wrong.contains("\ufffd")) {
                read.put(wrong, word);
                scales.add(wrong);
            }
        }
        LegacyText.Verdict verdict = scales.verdict().orElseThrow();
        List<String> differing = new ArrayList<>();
        read.forEach((wrong, word) -> {
            if (!Optional.ofNullable(verdict.convert(wrong)).orElse(wrong).equals(word)) {
                differing.add(wrong + " for " + word);
            }
        });
        assertThat(differing).isEmpty();
    }
}
