package tonghop.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The main job over the five sample sets, run once for all tests of a process that only read what came of it. */
final class SampleRun {

    static final Tonghop TONGHOP;
    static final Tonghop.Ended ENDED;

    static {
        try {
            Path folder = Path.of("target/sample-run", System.getProperty("test.process", "1"))
                    .toAbsolutePath();
            FileSystemUtils.deleteRecursively(folder);
            TONGHOP = Tonghop.over(Tonghop.ROOT.resolve("input-samples"), Files.createDirectories(folder));
            ENDED = TONGHOP.run();
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private SampleRun() {}
}
