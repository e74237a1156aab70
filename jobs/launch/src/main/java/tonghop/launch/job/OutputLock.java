package tonghop.launch.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tonghop.launch.console.Console;
import tonghop.launch.console.LockHeldException;

/**
 * Keeps two runs from writing into one output folder, which the lock in the database cannot do where each has a
 * database of its own: the system's lock on a hidden file in the folder. It ends with the process, however that ends; a
 * file that a killed run left is locked by the next, which takes it away.
 */
public final class OutputLock {

    /** No report, and with its dot no arrival either where the folder is an inbox. */
    static final String NAME = ".tonghop.lock";

    private static final int LONGEST = 1_000_000;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private OutputLock() {}

    /**
     * Does {@code work} while nobody else writes into {@code out}. Where the folder cannot be locked, as on some
     * shares, that is told, and the work done all the same.
     *
     * @param patience how long to wait for another run; absent: for ever
     * @throws LockHeldException if another run still writes there
     */
    public static <T> T during(Callable<T> work, Path out, @Nullable Duration patience, Console console)
            throws Exception {
        FileChannel held = null;
        try {
            held = take(out, patience);
        } catch (IOException e) {
            console.say(
                    "Không khóa được thư mục %s (%s): đừng để hai lượt chạy cùng ghi vào đó.".formatted(out, e),
                    "The folder %s cannot be locked (%s): let no two runs write there at a time.".formatted(out, e));
        }
        try {
            return work.call();
        } finally {
            if (held != null) {
                release(held, out.resolve(NAME));
            }
        }
    }

    private static FileChannel take(Path out, @Nullable Duration patience) throws IOException, InterruptedException {
        Files.createDirectories(out);
        long deadline = patience == null ? Long.MAX_VALUE : System.nanoTime() + patience.toNanos();
        Optional<FileChannel> held = lock(out.resolve(NAME));
        while (held.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_TRIES.toMillis());
            held = lock(out.resolve(NAME));
        }
        return held.orElseThrow(() -> LockHeldException.byAnotherWriterTo(out));
    }

    private static Optional<FileChannel> lock(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isMine = false;
        try {
            isMine = file.tryLock() != null && isStillThere(file, path);
        } catch (OverlappingFileLockException e) {
            isMine = false;
        } finally {
            if (!isMine) {
                file.close();
            }
        }
        return isMine ? Optional.of(file) : Optional.empty();
    }

    /**
     * Whether what was locked is the file in the folder, and not one that its holder took away since it was opened. It
     * is told by a length of ours: opening the file a second time, to read it, would end the lock.
     */
    private static boolean isStillThere(FileChannel file, Path path) throws IOException {
        file.truncate(0);
        file.write(ByteBuffer.allocate(1), ThreadLocalRandom.current().nextInt(LONGEST));
        return Files.exists(path) && Files.size(path) == file.size();
    }

    private static void release(FileChannel held, Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (FileSystemException e) {
            // Where an open file cannot be taken away it stays, and the next run locks it again.
        } finally {
            held.close();
        }
    }
}
