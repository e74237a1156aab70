package tonghop.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tonghop.domain.Sha256;

/**
 * The files of a catalogue.
 *
 * <p>What an office program lays beside a file that somebody has open, such as {@code ~$o-cao.docx}, and what is hidden
 * is none of them: to look into a layout must not rewrite every report.
 */
record CatalogueFiles(Path folder) {

    /** By part: how the names of its files begin. */
    private static final Map<String, String> PARTS = Map.of(
            "forms", "forms/",
            "indicators", "indicators/",
            "units", "units/",
            "calendar", "calendar.yaml",
            "rules", "rules.yaml",
            "reports", "reports/");

    /** The definitions in a folder, by name. */
    List<Path> yaml(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(this::isOfCatalogue)
                    .sorted()
                    .toList();
        }
    }

    /** SHA-256 over the names and contents of all files. */
    String digest() throws IOException {
        return digest("");
    }

    /** The same for each part by itself. */
    Map<String, String> digestsOfParts() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            digests.put(part.getKey(), digest(part.getValue()));
        }
        return digests;
    }

    private String digest(String start) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            MessageDigest sha = Sha256.digest();
            List<Path> inOrder = files.filter(Files::isRegularFile)
                    .filter(this::isOfCatalogue)
                    .filter(file -> nameOf(file).startsWith(start))
                    .sorted(Comparator.comparing(this::nameOf))
                    .toList();
            for (Path file : inOrder) {
                sha.update(nameOf(file).getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(Files.readAllBytes(file));
            }
            return Sha256.hex(sha);
        }
    }

    private boolean isOfCatalogue(Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .noneMatch(name -> name.startsWith(".") || name.startsWith("~$") || name.endsWith("~"));
    }

    private String nameOf(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
