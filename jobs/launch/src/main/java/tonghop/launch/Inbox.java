package tonghop.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A folder that units' files arrive in. */
final class Inbox {

    private final Path folder;
    private final Path out;

    /**
     * Makes an inbox.
     *
     * @param out where reports are written; if that is inside the inbox, what we wrote ourselves is no arrival
     */
    Inbox(Path folder, Path out) {
        this.folder = folder;
        this.out = out.toAbsolutePath().normalize();
    }

    /**
     * A file that arrived.
     *
     * @param name the path inside the inbox, with forward slashes, composed (NFC)
     */
    record Arrival(String name, Path path) {}

    /** Every file in it and below, by name; what is no report (README, notes, hidden and lock files) is left out. */
    List<Arrival> files() throws IOException {
        List<Arrival> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean isHidden =
                        !directory.equals(folder) && nameOf(directory).startsWith(".");
                boolean isOurs = directory.toAbsolutePath().normalize().equals(out);
                return isHidden || isOurs ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isIgnored(nameOf(file))) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    files.add(new Arrival(Normalizer.normalize(name, Normalizer.Form.NFC), file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(Arrival::name));
        return files;
    }

    private static boolean isIgnored(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith("README")
                || name.startsWith(".")
                || name.startsWith("~$")
                || lower.endsWith(".md")
                || lower.endsWith(".txt");
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}
