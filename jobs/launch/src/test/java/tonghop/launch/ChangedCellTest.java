package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Totals in the samples are live formulas: a changed cell changes the figures that depend on it, and no other. */
class ChangedCellTest {

    private static final Path SAMPLE = Tonghop.ROOT.resolve("input-samples/thang-binh/2015-2020/513.xlsx");
    private static final String COMMUNE = "Bình Minh";

    @TempDir
    private Path folder;

    @Test
    void one_cell_changes_exactly_the_figures_that_depend_on_it() throws Exception {
        JsonNode before = report("before", 0);
        JsonNode after = report("after", 7);

        assertThat(difference(before, after))
                .containsOnly(
                        Map.entry("20812 reception.visits", new BigDecimal("7")),
                        Map.entry("513 reception.visits", new BigDecimal("7")),
                        Map.entry("49 reception.visits", new BigDecimal("7")));
    }

    /** The report on the sample with {@code more} receptions in one commune, without any cached value. */
    private JsonNode report(String name, int more) throws Exception {
        Tonghop tonghop = Tonghop.in(folder.resolve(name));
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(SAMPLE))) {
            Sheet sheet = workbook.getSheetAt(0);
            Cell cell = cell(sheet, COMMUNE);
            cell.setCellValue(cell.getNumericCellValue() + more);
            dropCachedValues(sheet);
            try (OutputStream out = Files.newOutputStream(tonghop.inbox().resolve("513.xlsx"))) {
                workbook.write(out);
            }
        }
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.code()).as(ended.said()).isZero();
        return tonghop.report("49", "2015-2020");
    }

    private static void dropCachedValues(Sheet sheet) {
        int formulas = 0;
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA
                        && ((XSSFCell) cell).getCTCell().isSetV()) {
                    ((XSSFCell) cell).getCTCell().unsetV();
                    formulas++;
                }
            }
        }
        assertThat(formulas).as("live formulas in the sample").isGreaterThan(10);
    }

    /** The cell of column 1 in the row of a commune. */
    private static Cell cell(Sheet sheet, String commune) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().contains(commune)) {
                    return row.getCell(cell.getColumnIndex() + 1);
                }
            }
        }
        throw new AssertionError("no row of " + commune);
    }

    private static Map<String, BigDecimal> difference(JsonNode before, JsonNode after) {
        Map<String, BigDecimal> figuresBefore = figures(before);
        Map<String, BigDecimal> difference = new TreeMap<>();
        figures(after).forEach((figure, value) -> {
            BigDecimal change = value.subtract(figuresBefore.getOrDefault(figure, BigDecimal.ZERO));
            if (change.signum() != 0) {
                difference.put(figure, change);
            }
        });
        return difference;
    }

    private static Map<String, BigDecimal> figures(JsonNode report) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (JsonNode figure : report.path("figures")) {
            if (figure.path("value").isNumber()) {
                String unit = report.path("unit").path("code").asString();
                figures.put(
                        unit + " " + figure.path("id").asString(),
                        figure.path("value").decimalValue());
            }
        }
        report.path("children").forEach(child -> figures.putAll(figures(child)));
        return figures;
    }
}
