package tonghop.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 */
record YamlFile(Path path, List<String> lines) {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static YamlFile read(Path path) throws IOException {
        return new YamlFile(path, Files.readAllLines(path, StandardCharsets.UTF_8));
    }

    /** Binds the file to {@code type}; a key or word that does not fit is added to {@code problems}. */
    <T> Optional<T> as(Class<T> type, Problems problems) {
        try {
            return Optional.of(MAPPER.readValue(String.join("\n", lines), type));
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList();
            Optional<String> nearest = NearestWord.to(e.getPropertyName(), known);
            problems.add(
                    path,
                    line(e),
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
