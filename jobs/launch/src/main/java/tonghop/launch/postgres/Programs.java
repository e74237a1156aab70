package tonghop.launch.postgres;

import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs, {@code initdb} and {@code pg_ctl}, unpacked from the class path. */
public final class Programs {

    /** The version whose programs are on the class path; the first part decides whose data it can read. */
    static final String VERSION = "18.6";

    private final Path home;
    private final Path folder;
    private final ServerAccount account;

    private Programs(Path home, Path folder, ServerAccount account) {
        this.home = home;
        this.folder = folder;
        this.account = account;
    }

    /** The programs below {@code home}, unpacked if they are not there yet. One process at a time may ask. */
    static Programs in(Path home, ServerAccount account) throws IOException {
        Path folder = home.resolve("pgsql-" + VERSION);
        if (Files.notExists(folder)) {
            Path half = home.resolve("pgsql-" + VERSION + ".unpacking");
            FileSystemUtils.deleteRecursively(half);
            unpack(half);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(home, folder, account);
    }

    /**
     * Runs a program to its end.
     *
     * @throws DatabaseUnavailableException if it fails
     */
    void run(String program, List<String> arguments) throws IOException {
        Outcome outcome = attempt(program, arguments);
        if (outcome.exitCode() != 0) {
            throw DatabaseUnavailableException.because(outcome.said(), home, null);
        }
    }

    /** Runs a program to its end, which may be a failure. */
    Outcome attempt(String program, List<String> arguments) throws IOException {
        Process process = account.command(folder.resolve("bin").resolve(program), arguments)
                .directory(home.toFile())
                .start();
        return new Outcome(read(process), exitCode(process));
    }

    /**
     * How a program ended.
     *
     * @param said what it printed
     * @param exitCode 0 is success
     */
    record Outcome(String said, int exitCode) {}

    static String read(Process process) throws IOException {
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + process.info(), e);
        }
    }

    private static void unpack(Path target) throws IOException {
        String archiveName = "/postgres-linux-%s.txz".formatted(ArchUtils.normalize(System.getProperty("os.arch")));
        try (InputStream packed = Programs.class.getResourceAsStream(archiveName)) {
            if (packed == null) {
                throw new DatabaseUnavailableException(
                        "Không có PostgreSQL kèm theo cho loại máy này: hãy dùng --db với một máy chủ PostgreSQL.",
                        "No PostgreSQL comes along for this kind of machine: use --db with a server of your own.",
                        null);
            }
            TarArchiveInputStream archive = new TarArchiveInputStream(new XZCompressorInputStream(packed));
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(entry, archive, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            if (entry.getName().startsWith("bin/")) {
                path.toFile().setExecutable(true, false);
            }
        }
    }
}
