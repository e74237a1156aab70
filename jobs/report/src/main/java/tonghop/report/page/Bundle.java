package tonghop.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.report.words.Words;
import tools.jackson.databind.node.ObjectNode;

/** The page's own words, each in both languages; {@code {0}} and on stand for what is told. */
final class Bundle {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
    private static final Bundle WORDS = new Bundle();

    private final Properties vietnamese = read("words_vi.properties");
    private final Properties english = read("words_en.properties");

    private Bundle() {}

    static String vietnamese(String key, Object... told) {
        return filled(text(WORDS.vietnamese, key), true, told);
    }

    static String english(String key, Object... told) {
        return filled(text(WORDS.english, key), false, told);
    }

    /** Adds every word, {@code key: {vi: Vietnamese, en: English}}, in the order of the keys. */
    static void addTo(ObjectNode json) {
        for (String key : new TreeSet<>(WORDS.vietnamese.stringPropertyNames())) {
            json.putObject(key).put("vi", text(WORDS.vietnamese, key)).put("en", text(WORDS.english, key));
        }
    }

    /** As it is written in the language: 2.107,5 or 2,107.5. */
    static String number(BigDecimal value, boolean isVietnamese) {
        String written = Words.number(value);
        return isVietnamese
                ? written
                : written.replace('.', '_').replace(',', '.').replace('_', ',');
    }

    private static String text(Properties words, String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    private static String filled(String text, boolean isVietnamese, Object... told) {
        return PLACE.matcher(text).replaceAll(place -> {
            Object what = told[Integer.parseInt(place.group(1))];
            String said = what instanceof BigDecimal number ? number(number, isVietnamese) : what.toString();
            return Matcher.quoteReplacement(said);
        });
    }

    private static Properties read(String name) {
        Properties words = new Properties();
        try {
            words.load(new StringReader(resource(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return words;
    }

    /** A file beside this class, with the line ends that a browser makes of them before it hashes a style or script. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Bundle.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
