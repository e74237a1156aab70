package tonghop.report.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.catalogue.Catalogue;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;

class SampleSetsTest {

    private static final Catalogue CATALOGUE = Catalogue.read(Repository.folder("templates"));

    @Test
    void the_kept_samples_are_those_that_are_written_down(@TempDir Path made) throws IOException {
        SampleSets.writeTo(made);
        Kept.assertSame(made, Repository.folder("input-samples"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_rows_of_a_set_add_up_to_what_its_report_states(SampleSet set) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Period period = CATALOGUE.definitions().calendar().find(set.period()).orElseThrow();
        for (SampleSet.File file : set.files().values()) {
            SampleWorkbook.sheets(CATALOGUE, period, file)
                    .forEach(sheet -> sheet.lines().forEach(line -> add(sheet.form(), line, sums)));
        }
        Map<String, BigDecimal> stated = new TreeMap<>();
        set.stated().forEach((measure, value) -> stated.put(measure, new BigDecimal(value)));
        assertThat(sums).containsAllEntriesOf(stated);
    }

    @Test
    void live_formulas_come_to_what_their_cells_hold() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.folder("input-samples"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".xlsx")).toList()) {
                assertThat(changedByRecalculation(file)).as(file.toString()).isEmpty();
            }
        }
    }

    private static List<String> changedByRecalculation(Path file) throws IOException {
        List<String> changed = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA
                                && cell.getNumericCellValue()
                                        != evaluator.evaluate(cell).getNumberValue()) {
                            changed.add(sheet.getSheetName() + " " + cell.getAddress());
                        }
                    }
                }
            }
        }
        return changed;
    }

    static Stream<SampleSet> sets() throws IOException {
        return SampleSets.sets().values().stream();
    }

    private static void add(Form form, Report.Line line, Map<String, BigDecimal> sums) {
        line.values()
                .forEach((column, value) -> form.column(column)
                        .map(Form.Column::measure)
                        .map(Measure::id)
                        .ifPresent(measure -> sums.merge(measure, value.value(), BigDecimal::add)));
    }
}
