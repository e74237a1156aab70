package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;

/** A program that knows nothing of us, and computes what our formulas come to. */
final class LibreOffice {

    private final Path folder;

    private LibreOffice(Path folder) {
        this.folder = folder;
    }

    /**
     * One that works in {@code folder}; absent, the test is skipped, but not where the build says that nothing may be.
     */
    static LibreOffice in(Path folder) {
        boolean isThere = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
        if (Boolean.getBoolean("tonghop.forbidSkips")) {
            assertThat(isThere).as("LibreOffice is installed").isTrue();
        }
        Assumptions.assumeTrue(isThere, "LibreOffice is not installed");
        return new LibreOffice(folder);
    }

    /** It believes a value that stands in the file: without one it has to compute. */
    static void removeValues(XSSFWorkbook workbook) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        ((XSSFCell) cell).getCTCell().unsetV();
                    }
                }
            }
        }
    }

    static void copyWithoutValues(Path workbook, Path copy) throws IOException {
        try (XSSFWorkbook opened = new XSSFWorkbook(Files.newInputStream(workbook));
                OutputStream out = Files.newOutputStream(copy)) {
            removeValues(opened);
            opened.write(out);
        }
    }

    /** Computes all workbooks of one folder anew and writes them into another, under the same names. */
    void recalculate(Path from, Path to) throws IOException, InterruptedException {
        convert(from, to, "xlsx");
    }

    /**
     * Saves all workbooks of one folder in another format.
     *
     * @param format as {@code --convert-to} takes it
     */
    void convert(Path from, Path to, String format) throws IOException, InterruptedException {
        Process office = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        "soffice",
                                        "-env:UserInstallation="
                                                + folder.resolve("profile").toUri(),
                                        "--headless",
                                        "--convert-to",
                                        format,
                                        "--outdir",
                                        to.toString()),
                                filesOf(from).stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(4, TimeUnit.MINUTES)).as("LibreOffice ends").isTrue();
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
