package tonghop.launch.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import tonghop.domain.Sha256;
import tonghop.spreadsheet.Grids;

/**
 * Our own copies of all files that ever arrived, under the hash of their content. Only these are read: an original may
 * change or vanish at any time.
 */
public final class Spool {

    private static final String HALF = "dang-chep-";

    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * A file by the SHA-256 of its bytes, in lower-case hexadecimal.
     *
     * @param path our copy; of a file that is too large to be read there is none, and this is the original
     */
    public record Copy(String sha256, Path path) {}

    /** No copy could be made of a file that can be read: the disk of the copies is full or broken. */
    static final class NoCopyException extends IOException {

        private static final long serialVersionUID = 1L;

        private final Copy original;

        NoCopyException(Copy original, IOException cause) {
            super(cause.getMessage(), cause);
            this.original = original;
        }

        /** The file that there is no copy of. */
        Copy original() {
            return original;
        }
    }

    /**
     * Copies {@code original}, unless its content was copied before or is more than is read of any file.
     *
     * @return empty if somebody is still writing it, so that the next run takes it
     * @throws NoCopyException if the copy cannot be written
     * @throws IOException if the original cannot be read
     */
    Optional<Copy> take(Path original) throws IOException {
        Stamp before = Stamp.of(original);
        Copy seen = new Copy(Sha256.of(original), original);
        if (!Stamp.of(original).equals(before)) {
            return Optional.empty();
        }
        if (before.size() > Grids.MOST_BYTES) {
            return Optional.of(seen);
        }
        Path kept = pathOf(seen.sha256());
        if (Files.isRegularFile(kept) && Files.size(kept) == before.size()) {
            return Optional.of(new Copy(seen.sha256(), kept));
        }
        try {
            return copy(seen, kept) ? Optional.of(new Copy(seen.sha256(), kept)) : Optional.empty();
        } catch (IOException e) {
            if (!Files.isReadable(original)) {
                throw e;
            }
            throw new NoCopyException(seen, e);
        }
    }

    /** What tells that a file was written to. */
    private record Stamp(long size, FileTime changed) {

        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    /** Where the copy with that hash is, if there is one. */
    Path pathOf(String sha256) {
        return folder.resolve(sha256);
    }

    /** Removes what a run that was killed had copied in part; no other run may be at work. */
    void sweep() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, HALF + "*")) {
                for (Path half : halves) {
                    Files.delete(half);
                }
            }
        }
    }

    /** Whether what was copied is what was seen. */
    private boolean copy(Copy seen, Path kept) throws IOException {
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, HALF, ".tmp");
        try {
            boolean isSame = copy(seen.path(), half).equals(seen.sha256());
            if (isSame) {
                Files.move(half, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return isSame;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static String copy(Path from, Path to) throws IOException {
        MessageDigest sha = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), sha);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            in.transferTo(out);
            channel.force(true);
        }
        return Sha256.hex(sha);
    }
}
