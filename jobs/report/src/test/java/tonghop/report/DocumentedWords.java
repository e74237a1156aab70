package tonghop.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of layouts that {@code templates/README.md} lists in tables. */
public final class DocumentedWords {

    private static final Path README = Path.of("../../templates/README.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private DocumentedWords() {}

    /**
     * The words of the tables below a heading and with a first column of that name; where the second column has words
     * too, they are joined by a dot.
     */
    public static Set<String> below(String heading, String firstColumn) throws IOException {
        Set<String> words = new TreeSet<>();
        boolean isBelow = false;
        boolean isInTable = false;
        for (String line : Files.readAllLines(README)) {
            isBelow = line.startsWith("#") ? line.equals("### " + heading) : isBelow;
            isInTable = line.startsWith("|") && (isInTable || line.startsWith("| " + firstColumn + " |"));
            if (isBelow && isInTable) {
                String[] cells = line.split("\\|", -1);
                List<String> fields = codes(cells[2]);
                codes(cells[1]).forEach(word -> {
                    fields.forEach(field -> words.add(word + "." + field));
                    if (fields.isEmpty()) {
                        words.add(word);
                    }
                });
            }
        }
        return words;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
