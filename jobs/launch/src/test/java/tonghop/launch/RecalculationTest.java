package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.fixtures.LibreOffice;

/** LibreOffice, which knows nothing of us, computes the same values as stand in our workbooks. */
@Tag("thorough")
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
            Unvalued.copyWithoutValues(workbook, inOne.resolve(nameOf(tonghop, workbook)));
        }
        office.convert(inOne, recalculated, "xlsx");

        for (Path workbook : workbooks) {
            Map<String, Object> written = formulas(workbook);
            Map<String, Object> computed = formulas(recalculated.resolve(nameOf(tonghop, workbook)));
            assertThat(computed.keySet()).as(workbook.toString()).isEqualTo(written.keySet());
            written.forEach((cell, value) ->
                    assertSame(workbook + " " + cell, Objects.requireNonNull(computed.get(cell)), value));
        }
    }

    private static void assertSame(String cell, Object computed, Object written) {
        if (written instanceof Double number) {
            assertThat(computed).as(cell).isInstanceOf(Double.class);
            assertThat((Double) computed).as(cell).isEqualTo(number, within(1e-9));
        } else {
            assertThat(computed).as(cell).isEqualTo(written);
        }
    }

    private static String nameOf(Tonghop tonghop, Path workbook) {
        return tonghop.out().relativize(workbook).toString().replace('/', '_');
    }

    /** The value of every formula, a number or a text, by sheet and cell. */
    private static Map<String, Object> formulas(Path file) throws IOException {
        Map<String, Object> values = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            boolean isText = cell.getCachedFormulaResultType() == CellType.STRING;
                            values.put(
                                    sheet.getSheetName() + "!" + cell.getAddress(),
                                    isText ? cell.getStringCellValue() : (Object) cell.getNumericCellValue());
                        }
                    }
                }
            }
        }
        return values;
    }
}
