package tonghop.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tonghop.ingest.sheet.Archive;
import tonghop.ingest.sheet.FileKind;
import tonghop.ingest.sheet.UnreadableFileException;
import tonghop.report.TemporaryFiles;

/**
 * The files in what arrived: the file itself, or what a zip holds.
 *
 * <p>A zip that can be unpacked is no file of its own; its members are, as {@code <zip>/<member>}. One that cannot, or
 * holds nothing, is a file, and its reading says why.
 */
final class Arrivals {

    private Arrivals() {}

    /** What {@code copy}, which arrived as {@code name}, holds; members are kept in {@code spool} too. */
    static List<RunState.Taken> in(String name, Spool.Copy copy, Spool spool) throws IOException {
        List<RunState.Taken> itself = List.of(new RunState.Taken(name, copy));
        if (!isArchive(copy.path())) {
            return itself;
        }
        Path folder = TemporaryFiles.newFolder();
        try {
            List<RunState.Taken> members = new ArrayList<>();
            for (Archive.Member member : Archive.unpack(copy.path(), folder)) {
                spool.take(member.copy())
                        .ifPresent(kept -> members.add(new RunState.Taken(name + "/" + member.name(), kept)));
            }
            members.sort(Comparator.comparing(RunState.Taken::name));
            return members.isEmpty() ? itself : members;
        } catch (UnreadableFileException e) {
            return itself;
        } finally {
            delete(folder);
        }
    }

    private static boolean isArchive(Path copy) throws IOException {
        try {
            return FileKind.of(copy) == FileKind.ARCHIVE;
        } catch (UnreadableFileException e) {
            // What is wrong with it is told when it is read.
            return false;
        }
    }

    /** A folder of ours with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
