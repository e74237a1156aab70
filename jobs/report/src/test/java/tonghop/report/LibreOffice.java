package tonghop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Another program, which saves workbooks in its own way. */
public final class LibreOffice {

    private LibreOffice() {}

    /** Saves every workbook in {@code from} anew, below {@code folder}. */
    public static Path convert(Path from, Path folder) throws IOException, InterruptedException {
        Path to = Files.createDirectories(folder.resolve("seen"));
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                to.toString()));
        try (Stream<Path> files = Files.list(from)) {
            files.map(Path::toString).sorted().forEach(command::add);
        }
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(4, TimeUnit.MINUTES)).as("LibreOffice ends").isTrue();
        return to;
    }

    /** Absent it is skipped, but not where the build says that nothing may be. */
    public static void require() {
        boolean isThere = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
        if (Boolean.getBoolean("tonghop.forbidSkips")) {
            assertThat(isThere).as("LibreOffice is installed").isTrue();
        }
        Assumptions.assumeTrue(isThere, "LibreOffice is not installed");
    }
}
