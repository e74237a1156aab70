package tonghop.launch.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Tonghop, which readings and reports are marked with. */
public final class Version {

    private static final String CURRENT = read();

    private Version() {}

    public static String current() {
        return CURRENT;
    }

    private static String read() {
        Properties version = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            version.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.getProperty("version");
    }
}
