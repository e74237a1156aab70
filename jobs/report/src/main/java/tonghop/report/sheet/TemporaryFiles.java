package tonghop.report.sheet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/**
 * Where everything that must stand on a disk for a while is put: ours, and what POI puts there by itself.
 *
 * <p>POI's own choice is one folder of a fixed name for all users of a machine, which is closed to the second of them.
 * There is one place for the whole process.
 */
public final class TemporaryFiles {

    private TemporaryFiles() {}

    /** Puts all of them into {@code folder}, under names that nobody can guess; whoever made it takes it away. */
    public static void keepIn(Path folder) {
        TempFile.setTempFileCreationStrategy(new Below(folder));
    }

    /** Forgets the folder, which is going. */
    public static void keepAnywhere() {
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy());
    }

    /** A new file without content. */
    public static Path newFile(String end) throws IOException {
        return TempFile.createTempFile("tonghop-", end).toPath();
    }

    /** A new folder without content. */
    public static Path newFolder() throws IOException {
        return TempFile.createTempDirectory("tonghop-").toPath();
    }

    private record Below(Path folder) implements TempFileCreationStrategy {

        @Override
        public File createTempFile(String begin, String end) throws IOException {
            return Files.createTempFile(folder, begin, end).toFile();
        }

        @Override
        public File createTempDirectory(String begin) throws IOException {
            return Files.createTempDirectory(folder, begin).toFile();
        }
    }
}
