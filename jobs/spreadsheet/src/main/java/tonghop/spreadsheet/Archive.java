package tonghop.spreadsheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.util.TempFile;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.FindingCode;

/** Takes the files out of a zip that was sent, and out of zips inside it, but no deeper. */
public final class Archive {

    /** What old programs write names in; those that say so write UTF-8, which is recognised. */
    private static final Charset OLD_NAMES = Charset.forName("IBM437");

    private final Path folder;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int entries;
    private long unpacked;

    /**
     * A file that was taken out.
     *
     * @param name its path inside the zip, with forward slashes and harmless: it stays inside, can be a file name
     *     anywhere, and no two members share one
     * @param copy its bytes; the file's own name says nothing
     */
    public record Member(String name, Path copy) {}

    private Archive(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks {@code zip} into {@code folder}, in the order of its directory. What an inbox ignores is left out.
     *
     * @throws UnreadableFileException if it is damaged, packed too deep, or unpacks to more than is taken; files that
     *     were written before that stay in {@code folder}
     * @throws IOException if a file cannot be opened or written, which is no fault of the sender
     */
    public static List<Member> unpack(Path zip, Path folder) throws IOException, UnreadableFileException {
        Archive archive = new Archive(folder);
        archive.unpack(zip, "", false);
        return archive.members;
    }

    /** Why {@code zip} cannot be taken apart; of one that can, that it holds nothing to read. */
    public static UnreadableFileException refusalOf(Path zip) throws IOException {
        Path folder = TempFile.createTempDirectory("tonghop-").toPath();
        try {
            unpack(zip, folder);
            return FileKind.notASpreadsheet("ZIP");
        } catch (UnreadableFileException e) {
            return e;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void unpack(Path file, String prefix, boolean isInner) throws IOException, UnreadableFileException {
        try (ZipFile zip = new ZipFile(file.toFile(), OLD_NAMES)) {
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (++entries > Limits.ARCHIVE_MEMBERS) {
                    throw refused("> " + Limits.ARCHIVE_MEMBERS + " tệp", Limits.ARCHIVE_MEMBERS + " tệp");
                }
                Optional<String> name = entry.isDirectory() ? Optional.empty() : MemberName.of(entry.getName());
                if (name.isPresent()) {
                    take(zip, entry, prefix + name.get(), isInner);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw UnreadableFileException.damaged("zip");
        }
    }

    private void take(ZipFile zip, ZipEntry entry, String name, boolean isInner)
            throws IOException, UnreadableFileException {
        if (entry.getSize() > Limits.FILE_BYTES) {
            throw refused(name + ": " + (entry.getSize() >> 20) + " MB", (Limits.FILE_BYTES >> 20) + " MB");
        }
        Path copy = folder.resolve(String.format(Locale.ROOT, "%05d", entries));
        write(zip, entry, copy);
        if (!isArchive(copy)) {
            members.add(new Member(unique(name), copy));
        } else if (isInner) {
            throw refused(name, "zip > zip");
        } else {
            unpack(copy, name + "/", true);
            Files.delete(copy);
        }
    }

    private void write(ZipFile zip, ZipEntry entry, Path copy) throws IOException, UnreadableFileException {
        long[] own = new long[1];
        try (InputStream bytes = new PartStream(zip.getInputStream(entry), entry, count -> {
            own[0] += count;
            unpacked += count;
            if (own[0] > Limits.FILE_BYTES || unpacked > Limits.ARCHIVE_BYTES) {
                throw new PartStream.TooFar();
            }
        })) {
            Files.copy(bytes, copy);
        } catch (PartStream.TooFar e) {
            throw refused("> " + (unpacked >> 20) + " MB", (Limits.ARCHIVE_BYTES >> 20) + " MB");
        }
    }

    /** Whether a file is a zip of files; what is wrong with any other is told when it is read. */
    private static boolean isArchive(Path copy) throws IOException {
        try {
            return FileKind.of(copy) == FileKind.ARCHIVE;
        } catch (UnreadableFileException e) {
            return false;
        }
    }

    private String unique(String name) {
        String unique = name;
        for (int number = 2; !names.add(unique.toLowerCase(Locale.ROOT)); number++) {
            int dot = name.lastIndexOf('.');
            int end = dot > name.lastIndexOf('/') ? dot : name.length();
            unique = name.substring(0, end) + " (" + number + ")" + name.substring(end);
        }
        return unique;
    }

    private static UnreadableFileException refused(String seen, String limit) {
        return new UnreadableFileException(FindingCode.ARCHIVE_REFUSED, Fact.SEEN.is(seen), Fact.LIMIT.is(limit));
    }
}
