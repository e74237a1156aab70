package tonghop.launch.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes about itself into {@code postmaster.pid}, whose lines PostgreSQL documents.
 *
 * @param pid the process; that of somebody else if the server was killed and the number given away again
 * @param port nought while the server has not chosen one
 * @param isReady whether it takes connections
 */
record PostmasterFile(long pid, int port, boolean isReady) {

    static Optional<PostmasterFile> read(Path dataDirectory) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pathIn(dataDirectory));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new PostmasterFile(
                number(lines, 0), (int) number(lines, 3), line(lines, 7).equals("ready")));
    }

    static void delete(Path dataDirectory) throws IOException {
        Files.deleteIfExists(pathIn(dataDirectory));
    }

    /** Whether the process exists. */
    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /**
     * Whether the process is a server on {@code dataDirectory}. The folder it stands in decides, not its arguments:
     * those would be wrong once somebody has renamed the folder.
     */
    boolean isServerOn(Path dataDirectory) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readString(process.resolve("comm")).startsWith("postgres")
                    && Files.isSameFile(process.resolve("cwd"), dataDirectory);
        } catch (AccessDeniedException ofAnotherUser) {
            return Files.readString(process.resolve("cmdline")).contains(dataDirectory.toString());
        } catch (NoSuchFileException endedMeanwhile) {
            return false;
        }
    }

    private static Path pathIn(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }

    private static long number(List<String> lines, int index) {
        String line = line(lines, index);
        return line.matches("\\d{1,9}") ? Long.parseLong(line) : 0;
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }
}
