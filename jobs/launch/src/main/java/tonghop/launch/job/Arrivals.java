package tonghop.launch.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tonghop.report.sheet.TemporaryFiles;
import tonghop.spreadsheet.Archive;
import tonghop.spreadsheet.FileKind;
import tonghop.spreadsheet.UnreadableFileException;

/**
 * The files in what arrived: the file itself, or what a zip holds.
 *
 * <p>A zip that can be unpacked is no file of its own; its members are, as {@code <zip>/<member>}. One that cannot, or
 * holds nothing, is a file, and its reading says why.
 */
public final class Arrivals {

    private Arrivals() {}

    /** What is done with each file. */
    public interface Use {

        /**
         * Takes a file.
         *
         * @param changed when it, or the archive that it lies in, was changed last
         */
        void take(RunState.Taken file, Instant changed) throws IOException;

        /** Takes note of a file that cannot be copied, or a zip that cannot be unpacked, for want of disk. */
        void takeLater(RunState.Taken file, Instant changed, IOException trouble);
    }

    /**
     * Copies everything that lies in the inboxes, and hands it on in the order of names.
     *
     * @return what was left out
     */
    public static List<LeftOut> each(Settings settings, Spool spool, Use use) throws IOException {
        List<LeftOut> leftOut = new ArrayList<>();
        for (Inbox inbox : settings.inboxes()) {
            Inbox.Contents contents = inbox.contents(List.of(settings.out(), settings.home()));
            leftOut.addAll(contents.leftOut());
            for (Inbox.Arrival arrival : contents.files()) {
                take(arrival, spool, use).ifPresent(reason -> leftOut.add(new LeftOut(arrival.name(), reason)));
            }
        }
        return leftOut;
    }

    /** One file that vanished, or that we may not read, is no reason to leave the others. */
    private static Optional<LeftOut.Reason> take(Inbox.Arrival arrival, Spool spool, Use use) throws IOException {
        Spool.Copy seen = new Spool.Copy("", arrival.path());
        List<RunState.Taken> files = List.of();
        Instant changed = Instant.MAX;
        try {
            changed = Files.getLastModifiedTime(arrival.path()).toInstant();
            Optional<Spool.Copy> copy = spool.take(arrival.path());
            if (copy.isEmpty()) {
                return Optional.of(LeftOut.Reason.BEING_WRITTEN);
            }
            seen = copy.get();
            files = in(arrival.name(), seen, spool);
        } catch (Spool.NoCopyException e) {
            use.takeLater(new RunState.Taken(arrival.name(), e.original()), changed, e);
        } catch (IOException e) {
            if (seen.sha256().isEmpty()) {
                boolean isGone = e instanceof NoSuchFileException;
                return isGone ? Optional.empty() : Optional.of(LeftOut.Reason.UNREADABLE);
            }
            use.takeLater(new RunState.Taken(arrival.name(), seen), changed, e);
        }
        for (RunState.Taken file : files) {
            use.take(file, changed);
        }
        return Optional.empty();
    }

    /** What {@code copy}, which arrived as {@code name}, holds; members are kept in {@code spool} too. */
    public static List<RunState.Taken> in(String name, Spool.Copy copy, Spool spool) throws IOException {
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
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
