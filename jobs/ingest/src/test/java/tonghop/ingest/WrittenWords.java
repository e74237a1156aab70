package tonghop.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tonghop.domain.form.RowWords;

/**
 * The words of {@code templates/units/words.yaml}, without its aliases: rows are told by what is really written there.
 */
final class WrittenWords {

    private WrittenWords() {}

    static RowWords withAliases(Map<String, String> aliases) {
        Map<String, Set<String>> lists = new HashMap<>();
        Set<String> list = new LinkedHashSet<>();
        for (String line : lines()) {
            if (line.matches("[a-z]+:")) {
                list = lists.computeIfAbsent(line.substring(0, line.length() - 1), key -> new LinkedHashSet<>());
            } else if (line.startsWith("  - ")) {
                list.add(line.substring(4).replaceAll("^'(.*)'$", "$1"));
            }
        }
        return new RowWords(
                lists.getOrDefault("totals", Set.of()),
                lists.getOrDefault("groups", Set.of()),
                lists.getOrDefault("children", Set.of()),
                lists.getOrDefault("parts", Set.of()),
                lists.getOrDefault("periods", Set.of()),
                lists.getOrDefault("comparisons", Set.of()),
                aliases);
    }

    private static Iterable<String> lines() {
        try {
            return Files.readAllLines(Path.of("../../templates/units/words.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
