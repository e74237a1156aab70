package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our readers and POI's model of a workbook see the same in every workbook of this repository. */
class OracleTest {

    private static final Path ROOT = Path.of("../..");

    static Stream<Path> workbooks() throws IOException {
        List<Path> found;
        try (Stream<Path> samples = Files.walk(ROOT.resolve("input-samples"));
                Stream<Path> forms = Files.walk(ROOT.resolve("templates/forms"))) {
            found = Stream.concat(samples, forms)
                    .filter(file -> file.toString().matches(".*\\.(xlsx|xlsm|xls)"))
                    .sorted()
                    .toList();
        }
        assertThat(found).hasSizeGreaterThan(40);
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void a_workbook_reads_as_in_the_model(Path workbook) throws Exception {
        assertThat(PoiGrids.stored(Grids.read(workbook))).isEqualTo(PoiGrids.read(workbook));
    }
}
