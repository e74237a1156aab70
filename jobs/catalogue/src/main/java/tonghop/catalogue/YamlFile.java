package tonghop.catalogue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.NearestWord;
import tonghop.domain.time.Validity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One YAML file of the catalogue, with its lines, so that a mistake can be pointed at.
 *
 * @param lines of the file, as written
 * @param problems get what is wrong with it
 */
record YamlFile(Path path, List<String> lines, Problems problems) {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // An item that was left empty is told by itself.
            .withConfigOverride(
                    List.class,
                    lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.SKIP)))
            .build();

    private static final Pattern EMPTY_ITEM = Pattern.compile("(\\s*)-\\s*");

    static YamlFile read(Path path, Problems problems) throws IOException {
        return new YamlFile(path, Files.readAllLines(path, StandardCharsets.UTF_8), problems);
    }

    /** Binds the file to {@code type}; a key or word that does not fit is a problem. */
    <T> Optional<T> as(Class<T> type) {
        tellEmptyItems();
        try {
            return Optional.of(MAPPER.readValue(String.join("\n", lines), type));
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList();
            Optional<String> nearest = NearestWord.to(e.getPropertyName(), known);
            problems.add(
                    path,
                    lineOfKey(e),
                    "không hiểu khóa '%s'; %s".formatted(e.getPropertyName(), choice(nearest, known, "có phải", "có")),
                    "unknown key '%s'; %s"
                            .formatted(e.getPropertyName(), choice(nearest, known, "did you mean", "known are")));
        } catch (InvalidFormatException e) {
            problems.add(
                    path,
                    line(e),
                    "giá trị '%s' không hợp lệ".formatted(e.getValue()),
                    "'%s' is not possible here".formatted(e.getValue()));
        } catch (JacksonException e) {
            problems.add(
                    path,
                    line(e),
                    "không đọc được: " + e.getOriginalMessage(),
                    "cannot be read: " + e.getOriginalMessage());
        }
        return Optional.empty();
    }

    private static String choice(Optional<String> nearest, List<String> known, String ask, String list) {
        return nearest.map(near -> "%s '%s'?".formatted(ask, near))
                .orElseGet(() -> "%s: %s".formatted(list, String.join(", ", known)));
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    /** Jackson points at the end of what it read; where the key stands once in the file, that is its line. */
    private int lineOfKey(UnrecognizedPropertyException e) {
        Pattern key = Pattern.compile("(?:^|[\\s{,-])" + Pattern.quote(e.getPropertyName()) + "\\s*:.*");
        List<Integer> found = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (key.matcher(lines.get(index)).find()) {
                found.add(index + 1);
            }
        }
        return found.size() == 1 ? found.get(0) : line(e);
    }

    /** A dash with nothing behind it and nothing below it is an item that somebody forgot to write. */
    private void tellEmptyItems() {
        for (int index = 0; index < lines.size(); index++) {
            Matcher dash = EMPTY_ITEM.matcher(lines.get(index));
            if (dash.matches() && indentAfter(index) <= dash.group(1).length()) {
                problems.add(path, index + 1, "mục này để trống", "this item is empty");
            }
        }
    }

    private int indentAfter(int index) {
        return lines.stream()
                .skip(index + 1L)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.length() - line.stripLeading().length())
                .orElse(0);
    }

    /** The days between {@code from} and {@code to}; if they are in the wrong order that is a problem, and always. */
    Validity validity(@Nullable LocalDate from, @Nullable LocalDate to, String near) {
        if (from != null && to != null && to.isBefore(from)) {
            say(near, "kết thúc trước khi bắt đầu", "ends before it begins");
            return Validity.ALWAYS;
        }
        return new Validity(from, to);
    }

    /** Adds what is wrong at the line that has {@code near}. */
    void say(String near, String vietnamese, String english) {
        problems.add(path, lineOf(near), vietnamese, english);
    }

    /** Adds that nothing knows {@code word}, with the nearest one of those that are known. */
    void sayUnknown(String kindVi, String kind, String word, Collection<String> known) {
        Optional<String> nearest = NearestWord.to(word, known);
        say(
                word,
                "không có %s '%s'%s"
                        .formatted(
                                kindVi,
                                word,
                                nearest.map("; có phải '%s'?"::formatted).orElse("")),
                "there is no %s '%s'%s"
                        .formatted(
                                kind,
                                word,
                                nearest.map("; did you mean '%s'?"::formatted).orElse("")));
    }

    /** What {@code word} means; empty if it means nothing, which is a problem unless there is none. */
    <T> Optional<T> meaning(String word, Map<String, T> words, String kindVi, String kind) {
        T meaning = words.get(word);
        if (meaning == null && !word.isEmpty()) {
            sayUnknown(kindVi, kind, word, words.keySet());
        }
        return Optional.ofNullable(meaning);
    }

    /** The values of an enumeration by the words that stand for them. */
    static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }

    /** The first line that has {@code word} by itself; 0 if there is none. */
    int lineOf(String word) {
        Pattern alone = Pattern.compile("(?<![\\w.-])" + Pattern.quote(word) + "(?![\\w-])");
        for (int index = 0; index < lines.size(); index++) {
            Matcher found = alone.matcher(lines.get(index));
            if (found.find()) {
                return index + 1;
            }
        }
        return 0;
    }
}
