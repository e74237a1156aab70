package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice, which knows nothing of us, computes the same values as stand in our workbooks. */
class RecalculationTest {

    @TempDir
    private Path folder;

    @Test
    void every_formula_has_the_value_that_another_program_computes() throws Exception {
        requireLibreOffice();
        Tonghop tonghop = Tonghop.over(Tonghop.ROOT.resolve("input-samples"), folder);
        assertThat(tonghop.run().code()).isZero();
        List<Path> workbooks;
        try (Stream<Path> files = Files.walk(tonghop.out())) {
            workbooks = files.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
        }
        assertThat(workbooks).hasSizeGreaterThan(15);

        Path inOne = Files.createDirectories(folder.resolve("written"));
        Path recalculated = Files.createDirectories(folder.resolve("recalculated"));
        for (Path workbook : workbooks) {
            copyWithoutValues(workbook, inOne.resolve(nameOf(tonghop, workbook)));
        }
        convert(inOne, recalculated);

        for (Path workbook : workbooks) {
            Map<String, Double> written = formulas(workbook);
            Map<String, Double> computed = formulas(recalculated.resolve(nameOf(tonghop, workbook)));
            assertThat(computed.keySet()).as(workbook.toString()).isEqualTo(written.keySet());
            written.forEach((cell, value) ->
                    assertThat(computed.get(cell)).as(workbook + " " + cell).isEqualTo(value, within(1e-9)));
        }
    }

    /** LibreOffice believes a value that stands in the file: without one it has to compute. */
    private static void copyWithoutValues(Path workbook, Path copy) throws IOException {
        try (XSSFWorkbook opened = new XSSFWorkbook(Files.newInputStream(workbook));
                OutputStream out = Files.newOutputStream(copy)) {
            for (Sheet sheet : opened) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            ((XSSFCell) cell).getCTCell().unsetV();
                        }
                    }
                }
            }
            opened.write(out);
        }
    }

    private static String nameOf(Tonghop tonghop, Path workbook) {
        return tonghop.out().relativize(workbook).toString().replace('/', '_');
    }

    private void convert(Path from, Path to) throws IOException, InterruptedException {
        Process office = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        "soffice",
                                        "-env:UserInstallation="
                                                + folder.resolve("profile").toUri(),
                                        "--headless",
                                        "--convert-to",
                                        "xlsx",
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

    /** The numeric value of every formula, by sheet and cell. */
    private static Map<String, Double> formulas(Path file) throws IOException {
        Map<String, Double> values = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            values.put(sheet.getSheetName() + "!" + cell.getAddress(), cell.getNumericCellValue());
                        }
                    }
                }
            }
        }
        return values;
    }

    /** Absent it is skipped, but not where the build says that nothing may be. */
    private static void requireLibreOffice() {
        boolean isThere = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
        if (Boolean.getBoolean("tonghop.forbidSkips")) {
            assertThat(isThere).as("LibreOffice is installed").isTrue();
        }
        Assumptions.assumeTrue(isThere, "LibreOffice is not installed");
    }
}
