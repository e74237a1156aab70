package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tonghop.launch.console.UsageException;
import tonghop.report.JUnitXml;
import tonghop.report.RunFile;

/** The option by which a command writes what it found as JUnit XML. */
final class JUnitOption {

    @Option(
            names = "--junit",
            paramLabel = "FILE.xml",
            description =
                    "Ghi thêm kết quả kiểm tra ra tệp này dưới dạng JUnit XML / also write the results of the checks to this file as JUnit XML, for build servers and monitors")
    private @Nullable Path file;

    boolean isWanted() {
        return file != null;
    }

    /**
     * Says before the work whether its result could be written.
     *
     * @throws UsageException if the file has another extension, such as the next workbook on the command line, or no
     *     folder to stand in
     */
    void check() {
        if (file == null) {
            return;
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".xml")) {
            throw new UsageException(
                    "--junit cần tên một tệp .xml, không phải %s.".formatted(file),
                    "--junit needs the name of an .xml file, not %s.".formatted(file));
        }
        Path above = file.toAbsolutePath().getParent();
        if (above == null || !Files.isDirectory(above) || Files.isDirectory(file)) {
            throw new UsageException(
                    "--junit %s: không ghi được tệp ở đó.".formatted(file),
                    "--junit %s: no file can be written there.".formatted(file));
        }
    }

    /** Writes what became of {@code files}, if it is wanted. */
    void write(List<RunFile.FileLine> files) throws IOException {
        if (file != null) {
            Files.writeString(file, JUnitXml.text(files));
        }
    }
}
