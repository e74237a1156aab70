package tonghop.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A folder of one command's own, for all that it keeps on the disk for a while. It lies below the home, and not in the
 * folder that all users of the machine share.
 *
 * <p>A command holds the lock of a file in its folder, which the system drops when the process dies, however it dies.
 * So every command knows what those killed before it have left, and takes it away. Who makes a folder or takes one away
 * holds {@code tmp.lock}, so that no folder is seen half made.
 */
final class Scratch implements AutoCloseable {

    private static final String IN_USE = ".in-use";

    private final Path folder;

    /** Absent for a folder outside of the home, which nobody else would look into. */
    private final @Nullable FileChannel inUse;

    private final Thread atExit = new Thread(this::delete, "delete-temporary-files");

    private Scratch(Path folder, @Nullable FileChannel inUse) {
        this.folder = folder;
        this.inUse = inUse;
        if (inUse == null) {
            Runtime.getRuntime().addShutdownHook(atExit);
        }
    }

    /**
     * Makes one below {@code home}; where that may not be written, a private one among those of all users: whoever only
     * checks a file needs no home.
     *
     * @throws UncheckedIOException if there is no place for it at all
     */
    static Scratch in(Path home) {
        try {
            return below(home);
        } catch (IOException noHome) {
            try {
                return new Scratch(Files.createTempDirectory("tonghop-"), null);
            } catch (IOException e) {
                e.addSuppressed(noHome);
                throw new UncheckedIOException("a folder for temporary files", e);
            }
        }
    }

    private static synchronized Scratch below(Path home) throws IOException {
        Path all = Files.createDirectories(home.resolve("tmp"));
        try (FileChannel one = open(home.resolve("tmp.lock"))) {
            one.lock();
            sweep(all);
            Path folder = Files.createTempDirectory(all, "");
            FileChannel inUse = open(folder.resolve(IN_USE));
            inUse.lock();
            return new Scratch(folder, inUse);
        }
    }

    private static void sweep(Path all) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
            for (Path left : folders) {
                if (isLeft(left)) {
                    FileSystemUtils.deleteRecursively(left);
                }
            }
        }
    }

    private static boolean isLeft(Path folder) {
        try (FileChannel inUse = open(folder.resolve(IN_USE))) {
            return inUse.tryLock() != null;
        } catch (IOException e) {
            // Another user's, who will see to it.
            return false;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    Path folder() {
        return folder;
    }

    /** Takes the folder away with all that is in it. */
    @Override
    public void close() {
        delete();
        if (inUse == null) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private void delete() {
        try {
            if (inUse != null) {
                inUse.close();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            // What the command did stands; the next one tries again.
        }
    }
}
