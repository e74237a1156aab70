package tonghop.rollup.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One SQL statement, kept in a file beside the class that runs it. */
public final class SqlFile {

    private SqlFile() {}

    /**
     * Reads {@code name}, which lies beside the class {@code beside}.
     *
     * @throws IllegalArgumentException if there is no such file: a mistake in the program, found by its first test
     */
    public static String read(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
