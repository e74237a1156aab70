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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
        files.sort(Comparator.comparing(Arrival::name)
                .thenComparing(arrival -> arrival.path().toString()));
        return withNamesOfTheirOwn(files);
    }

    /** Two names that differ only in how their letters are composed look the same, and are still two files. */
    private static List<Arrival> withNamesOfTheirOwn(List<Arrival> files) {
        Set<String> names = new HashSet<>();
        List<Arrival> apart = new ArrayList<>();
        for (Arrival file : files) {
            String name = file.name();
            for (int number = 2; !names.add(name); number++) {
                name = file.name() + " (" + number + ")";
            }
            apart.add(new Arrival(name, file.path()));
        }
        return apart;
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
