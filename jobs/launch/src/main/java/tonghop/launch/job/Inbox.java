package tonghop.launch.job;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import org.jspecify.annotations.Nullable;
import tonghop.launch.console.UsageException;

/**
 * A folder that units' files arrive in.
 *
 * @param name the first step of the paths of its files; empty for an inbox alone that nobody named
 * @param folder may be a link
 */
public record Inbox(String name, Path folder) {

    /** An inbox alone, in which a file goes by its path inside. */
    public static Inbox unnamed(Path folder) {
        return new Inbox("", folder);
    }

    /**
     * The inboxes of a command line, each as {@code DIR} or {@code NAME=DIR}. Of several those that are not named bear
     * the name of their last folder, so that the same path in two of them stays two files.
     *
     * @throws UsageException if one is no folder, or two bear the same name
     */
    public static List<Inbox> of(List<String> arguments) {
        List<Inbox> inboxes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String argument : arguments) {
            Inbox inbox = of(argument);
            if (inbox.name().isEmpty() && arguments.size() > 1) {
                inbox = new Inbox(
                        composed(nameOf(inbox.folder().toAbsolutePath().normalize())), inbox.folder());
            }
            if (!names.add(inbox.name())) {
                throw new UsageException(
                        "Hai thư mục nhận cùng tên '%s'; hãy đặt tên: --inbox TÊN=%s."
                                .formatted(inbox.name(), inbox.folder()),
                        "Two inboxes bear the name '%s'; give one a name of its own: --inbox NAME=%s."
                                .formatted(inbox.name(), inbox.folder()));
            }
            inboxes.add(inbox);
        }
        return inboxes;
    }

    private static Inbox of(String argument) {
        int sign = argument.indexOf('=');
        String name = sign < 0 ? "" : argument.substring(0, sign);
        boolean isNamed = sign >= 0 && !name.contains("/") && !name.contains("\\");
        if (isNamed && (name.isBlank() || name.startsWith("."))) {
            throw new UsageException(
                    "--inbox %s: '%s' không thể là tên thư mục nhận.".formatted(argument, name),
                    "--inbox %s: an inbox cannot be named '%s'.".formatted(argument, name));
        }
        Path folder = Path.of(isNamed ? argument.substring(sign + 1) : argument);
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "Không có thư mục nhận tệp %s.".formatted(folder.toAbsolutePath()),
                    "There is no inbox %s.".formatted(folder.toAbsolutePath()));
        }
        return new Inbox(isNamed ? composed(name) : "", folder);
    }

    /**
     * A file that arrived.
     *
     * @param name by which it goes from here on: the inbox's name, if it has one, and the path inside, with forward
     *     slashes, composed (NFC)
     */
    record Arrival(String name, Path path) {}

    /** What is in an inbox: the files to take, and what is left out, each by name. */
    record Contents(List<Arrival> files, List<LeftOut> leftOut) {}

    /**
     * Every file in it and below.
     *
     * @param ours folders that we write to; if they are inside the inbox, what is in them is no arrival
     */
    Contents contents(List<Path> ours) throws IOException {
        Walk walk = new Walk(folder.toRealPath(), real(ours));
        if (walk.ours.contains(walk.top)) {
            throw new UsageException(
                    "Thư mục nhận %s cũng là nơi ghi báo cáo hoặc nơi giữ dữ liệu; hãy dùng hai thư mục khác nhau."
                            .formatted(folder),
                    "The inbox %s is also where reports are written or data are kept; let them be two folders."
                            .formatted(folder));
        }
        Files.walkFileTree(walk.top, walk);
        walk.files.sort(Comparator.comparing(Arrival::name)
                .thenComparing(arrival -> arrival.path().toString()));
        walk.leftOut.sort(Comparator.comparing(LeftOut::file));
        return new Contents(withNamesOfTheirOwn(walk.files), walk.leftOut);
    }

    /** With links resolved as far as there is something. */
    private static List<Path> real(List<Path> folders) throws IOException {
        List<Path> real = new ArrayList<>();
        for (Path folder : folders) {
            Path absolute = folder.toAbsolutePath().normalize();
            Path above = absolute;
            while (!Files.exists(above) && above.getParent() != null) {
                above = above.getParent();
            }
            real.add(above.toRealPath().resolve(above.relativize(absolute)).normalize());
        }
        return real;
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path top;
        private final List<Path> ours;
        private final List<Arrival> files = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();

        Walk(Path top, List<Path> ours) {
            this.top = top;
            this.ours = ours;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (ours.contains(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!directory.equals(top) && nameOf(directory).startsWith(".")) {
                leaveOut(directory, LeftOut.Reason.IGNORED);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isIgnored(nameOf(file))) {
                leaveOut(file, LeftOut.Reason.IGNORED);
            } else if (attributes.isSymbolicLink()) {
                leaveOut(file, LeftOut.Reason.LINK);
            } else if (attributes.isRegularFile()) {
                files.add(new Arrival(pathOf(file), file));
            } else {
                leaveOut(file, LeftOut.Reason.NO_FILE);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) {
            // What is gone since its folder was listed was taken back by whoever put it there.
            if (!(trouble instanceof NoSuchFileException)) {
                leaveOut(file, LeftOut.Reason.UNREADABLE);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble) {
            return trouble == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, trouble);
        }

        private void leaveOut(Path path, LeftOut.Reason reason) {
            leftOut.add(new LeftOut(path.equals(top) ? folder.toString() : pathOf(path), reason));
        }

        private String pathOf(Path path) {
            String inside = composed(top.relativize(path).toString().replace('\\', '/'));
            return name.isEmpty() ? inside : name + "/" + inside;
        }
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
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
