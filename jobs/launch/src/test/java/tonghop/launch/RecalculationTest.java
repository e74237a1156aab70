package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice, which knows nothing of us, computes the same values as stand in our workbooks. */
class RecalculationTest {

    @TempDir
    private Path folder;

    @Test
    void every_formula_has_the_value_that_another_program_computes() throws Exception {
        LibreOffice office = LibreOffice.in(folder);
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
            LibreOffice.copyWithoutValues(workbook, inOne.resolve(nameOf(tonghop, workbook)));
        }
        office.recalculate(inOne, recalculated);

        for (Path workbook : workbooks) {
            Map<String, Double> written = formulas(workbook);
            Map<String, Double> computed = formulas(recalculated.resolve(nameOf(tonghop, workbook)));
            assertThat(computed.keySet()).as(workbook.toString()).isEqualTo(written.keySet());
            written.forEach((cell, value) ->
                    assertThat(computed.get(cell)).as(workbook + " " + cell).isEqualTo(value, within(1e-9)));
        }
    }

    private static String nameOf(Tonghop tonghop, Path workbook) {
        return tonghop.out().relativize(workbook).toString().replace('/', '_');
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
}
