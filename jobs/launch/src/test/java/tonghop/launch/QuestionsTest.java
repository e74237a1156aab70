package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.catalogue.Catalogue;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.ReadFile;
import tonghop.ingest.FileReader;
import tonghop.ingest.table.Blanks;

/** Good sheets ask nothing: whoever is asked about every sheet answers no question with care. */
class QuestionsTest {

    private static final Catalogue CATALOGUE = Catalogue.read(Tonghop.ROOT.resolve("templates"));
    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples");

    static Stream<Path> goodFiles() throws IOException {
        try (Stream<Path> samples = Files.walk(SAMPLES);
                Stream<Path> blanks = Files.list(Tonghop.ROOT.resolve("templates/forms"))) {
            return Stream.concat(samples, blanks).filter(file -> file.toString().endsWith(".xlsx")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void are_none_in_the_samples_and_the_blank_forms(Path file) throws IOException {
        String name = file.startsWith(SAMPLES) ? SAMPLES.relativize(file).toString() : "662.xlsx";
        ReadFile read = new FileReader(CATALOGUE.definitions(), Blanks.of(CATALOGUE::blank)).read(file, name, "");
        assertThat(read.findings())
                .filteredOn(finding -> !finding.candidates().isEmpty())
                .extracting(Finding::toString)
                .isEqualTo(List.of());
    }
}
