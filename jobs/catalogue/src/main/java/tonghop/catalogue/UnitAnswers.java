package tonghop.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The answers to questions about units' names, beside the aliases that the province wrote itself. */
public final class UnitAnswers {

    /** Inside the catalogue. */
    static final String FILE = "units/answers.yaml";

    private static final String HEAD = """
            # Trả lời của cán bộ về tên đơn vị (lệnh tonghop answer); cùng nghĩa với aliases trong words.yaml.
            aliases:
            """;

    private UnitAnswers() {}

    /**
     * Remembers that {@code name} means the unit with {@code code}; a later answer about the same name wins.
     *
     * @param catalogue the folder of the catalogue
     * @return the file that was written
     */
    public static Path add(Path catalogue, String name, String code) throws IOException {
        Path file = catalogue.resolve(FILE);
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : HEAD;
        String line = "  - {name: %s, unit: '%s'}\n".formatted(quoted(name), code);
        Path half = file.resolveSibling(".answers.yaml.part");
        Files.writeString(half, before.endsWith("\n") ? before + line : before + "\n" + line, StandardCharsets.UTF_8);
        return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
