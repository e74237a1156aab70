package tonghop.launch.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of the embedded server: random, and kept inside the data directory, where its owner alone can read it.
 */
final class PasswordFile {

    private static final String NAME = "tonghop.password";
    private static final int BYTES = 24;

    private PasswordFile() {}

    static String read(Path dataDirectory) throws IOException {
        return Files.readString(dataDirectory.resolve(NAME)).strip();
    }

    /** Makes a new password in a file beside the data directory, which has to be empty at first. */
    static Path create(Path home) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path file = home.resolve(NAME + ".new");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, HexFormat.of().formatHex(random));
    }

    static void keep(Path file, Path dataDirectory) throws IOException {
        Files.move(file, dataDirectory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }
}
