package tonghop.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tonghop.domain.Sha256;
import tonghop.domain.report.Report;
import tonghop.report.returned.ReturnedCopies;

/**
 * The folder of one report, {@code <out>/<unit>/<period>/}. Its files appear all at once or not at all.
 *
 * <p>What somebody else put there or edited is kept: an edited file stays beside the new one under another name.
 */
public final class ReportFolder {

    /** What went into a report and what came out. */
    public static final String MANIFEST = Manifest.FILE;

    /** All of a report for machines. */
    public static final String REPORT = "report.json";

    /** One observation or total a line. */
    public static final String OBSERVATIONS = "so-lieu.csv";

    /** One finding a line. */
    static final String FINDINGS = "findings.csv";

    /** The analyst's workbook, and its layout. */
    static final String OVERVIEW = "tong-hop.xlsx";

    static final String RETURNED = "tra-lai";
    private static final String STAGING = ".dang-ghi-";
    private static final String REPLACED = ".da-thay-";
    private static final String RUBBISH = ".bo-di-";

    private final Basis basis;
    private final Path folder;

    public ReportFolder(Path out, Basis basis) {
        this.basis = basis;
        this.folder = out.resolve(basis.unit()).resolve(basis.period());
    }

    /** Whether it is there, made from the same basis, and as it was written. */
    public boolean isUpToDate() throws IOException {
        Optional<Manifest> manifest = Manifest.read(folder);
        return manifest.isPresent() && manifest.get().basis().equals(basis) && isAsWritten(manifest.get(), folder);
    }

    private static boolean isAsWritten(Manifest manifest, Path folder) throws IOException {
        for (Map.Entry<String, String> output : manifest.outputs().entrySet()) {
            Path file = folder.resolve(output.getKey());
            if (!Files.isRegularFile(file) || !Sha256.of(file).equals(output.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** SHA-256 of the manifest of the report in {@code folder}; empty unless the report is as it was written. */
    public static Optional<String> digest(Path folder) throws IOException {
        Optional<Manifest> manifest = Manifest.read(folder);
        return manifest.isPresent() && isAsWritten(manifest.get(), folder)
                ? Optional.of(Sha256.of(folder.resolve(Manifest.FILE)))
                : Optional.empty();
    }

    /**
     * Writes {@code report} and swaps it in.
     *
     * @param layouts how its files look
     * @param returned the files that go back to their senders
     * @return the files that somebody had edited, under the names by which they were kept
     */
    public List<Path> publish(Report report, Layouts layouts, List<ReturnedCopies.Copy> returned) throws IOException {
        return swapIn(write(report, layouts, returned));
    }

    /**
     * Writes {@code report} again, and swaps it in only if it comes out as it once was.
     *
     * @param manifest SHA-256 of the manifest that it had
     * @return as of {@link #publish}; empty if it came out otherwise, and the folder was left alone
     */
    public Optional<List<Path>> restore(
            String manifest, Report report, Layouts layouts, List<ReturnedCopies.Copy> returned) throws IOException {
        Path staging = write(report, layouts, returned);
        if (Sha256.of(staging.resolve(Manifest.FILE)).equals(manifest)) {
            return Optional.of(swapIn(staging));
        }
        delete(staging);
        return Optional.empty();
    }

    /** Writes the files of a report beside its folder. */
    private Path write(Report report, Layouts layouts, List<ReturnedCopies.Copy> returned) throws IOException {
        Path staging = parent().resolve(STAGING + basis.period());
        delete(staging);
        Files.createDirectories(staging);
        Map<String, String> copies = new TreeMap<>();
        if (!returned.isEmpty()) {
            ReturnedCopies.write(returned, staging.resolve(RETURNED))
                    .forEach((file, copy) -> copies.put(file, RETURNED + "/" + copy));
        }
        ReportFiles.write(report, basis.version(), staging, layouts, copies);
        Manifest.of(basis, report, returned, staging).write(staging);
        verify(staging);
        return staging;
    }

    /** A run that is killed in between leaves its swap to {@link #putRight}. */
    private List<Path> swapIn(Path staging) throws IOException {
        Path replaced = parent().resolve(REPLACED + basis.period());
        endSwap(replaced, folder);
        if (Files.exists(folder)) {
            Files.move(folder, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
        sync(parent());
        return endSwap(replaced, folder);
    }

    /** What killed runs left half done below {@code out}; folders that cannot be listed hold nothing of ours. */
    public static List<Path> leftBehind(Path out) {
        return foldersIn(out).stream()
                .flatMap(unit -> foldersIn(unit).stream())
                .filter(folder -> Stream.of(STAGING, REPLACED, RUBBISH)
                        .anyMatch(ours -> nameOf(folder).startsWith(ours)))
                .toList();
    }

    /**
     * Ends a swap that was left half done, or removes what was only begun; no other run may be at work.
     *
     * @param left one of {@link #leftBehind}
     * @return the files that somebody had edited, under the names by which they were kept
     */
    public static List<Path> putRight(Path left) throws IOException {
        if (nameOf(left).startsWith(REPLACED)) {
            return endSwap(left, left.resolveSibling(nameOf(left).substring(REPLACED.length())));
        }
        delete(left);
        return List.of();
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static List<Path> foldersIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /**
     * Ends a swap: where the new folder is there, what others wrote goes over to it and the old one goes; where it is
     * not, the old one is put back.
     */
    private static List<Path> endSwap(Path replaced, Path folder) throws IOException {
        if (!Files.exists(replaced)) {
            return List.of();
        }
        if (!Files.exists(folder)) {
            Files.move(replaced, folder, StandardCopyOption.ATOMIC_MOVE);
            return List.of();
        }
        List<Path> kept = keepWhatOthersWrote(replaced, folder);
        // Under another name: where the deleting is cut short, nothing of what is left is anybody's.
        Path rubbish = replaced.resolveSibling(RUBBISH + nameOf(folder));
        delete(rubbish);
        Files.move(replaced, rubbish, StandardCopyOption.ATOMIC_MOVE);
        delete(rubbish);
        return kept;
    }

    private Path parent() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("no folder above " + folder);
        }
        return parent;
    }

    /** Reads back what was written: a full disk must not publish half a file. */
    private static void verify(Path staging) throws IOException {
        Manifest manifest = Manifest.read(staging).orElseThrow(() -> new IOException("no manifest in " + staging));
        if (!manifest.outputs().equals(Manifest.hashesOf(staging))) {
            throw new IOException("what was written to " + staging + " is not what is there");
        }
        for (Path file : Manifest.filesOf(staging)) {
            sync(file);
        }
    }

    private static List<Path> keepWhatOthersWrote(Path replaced, Path folder) throws IOException {
        Map<String, String> written =
                Manifest.read(replaced).map(Manifest::outputs).orElse(Map.of());
        List<Path> kept = new ArrayList<>();
        for (Path file : Manifest.filesOf(replaced)) {
            String name = replaced.relativize(file).toString().replace('\\', '/');
            boolean isOurs = name.equals(Manifest.FILE)
                    || (written.containsKey(name) && markOf(file).equals(written.get(name)));
            if (!isOurs) {
                Path target = folder.resolve(name);
                if (Files.exists(target) || written.containsKey(name)) {
                    target = folder.resolve(besideName(name, markOf(file)));
                    kept.add(target);
                }
                Path above = target.getParent();
                if (above != null) {
                    Files.createDirectories(above);
                }
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return kept;
    }

    /** The SHA-256 of a file; of one that we may not read, of what can be seen of it. */
    private static String markOf(Path file) throws IOException {
        try {
            return Sha256.of(file);
        } catch (FileSystemException e) {
            return Sha256.of(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
    }

    /** {@code tong-hop.xlsx} edited by somebody is kept as {@code tong-hop.da-sua-1a2b3c4d.xlsx}. */
    static String besideName(String name, String sha256) {
        int dot = name.lastIndexOf('.');
        String mark = ".da-sua-" + sha256.substring(0, 8);
        return dot <= name.lastIndexOf('/') ? name + mark : name.substring(0, dot) + mark + name.substring(dot);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
