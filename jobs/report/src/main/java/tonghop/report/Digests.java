package tonghop.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import tonghop.domain.Sha256;

/** SHA-256 of files. */
final class Digests {

    private Digests() {}

    /** In lower-case hexadecimal. */
    static String sha256(Path file) throws IOException {
        MessageDigest sha = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), sha)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(sha);
    }
}
