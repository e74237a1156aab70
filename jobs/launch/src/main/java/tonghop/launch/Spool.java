package tonghop.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import tonghop.domain.Sha256;

/**
 * Our own copies of all files that ever arrived, under the hash of their content. Only these are read: an original may
 * change or vanish at any time.
 */
final class Spool {

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** A copy and the SHA-256 of its bytes, in lower-case hexadecimal. */
    record Copy(String sha256, Path path) {}

    /** Copies {@code original}; empty if somebody is still writing it, so that the next run takes it. */
    Optional<Copy> take(Path original) throws IOException {
        Files.createDirectories(folder);
        long sizeBefore = Files.size(original);
        FileTime timeBefore = Files.getLastModifiedTime(original);
        Path temporary = Files.createTempFile(folder, "dang-chep-", ".tmp");
        try {
            String sha256 = copy(original, temporary);
            boolean isQuiet = Files.size(original) == sizeBefore
                    && Files.size(temporary) == sizeBefore
                    && Files.getLastModifiedTime(original).equals(timeBefore);
            if (!isQuiet) {
                return Optional.empty();
            }
            Path kept = pathOf(sha256);
            Files.move(temporary, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new Copy(sha256, kept));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Where the copy with that hash is, if there is one. */
    Path pathOf(String sha256) {
        return folder.resolve(sha256);
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
