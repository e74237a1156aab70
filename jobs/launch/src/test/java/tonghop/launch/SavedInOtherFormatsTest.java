package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.form.Submission;
import tonghop.fixtures.LibreOffice;

/**
 * Every sample workbook, saved in another format by a program that knows nothing of us, is read as before or marked.
 */
@Tag("thorough")
class SavedInOtherFormatsTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples");

    /** All sheets, one file each; comma, quotation marks, UTF-8, as shown. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    @TempDir
    private Path folder;

    private final Map<String, Path> samples = new TreeMap<>();

    /** LibreOffice writes all results into one folder, so their names have to differ. */
    @BeforeEach
    void copyTheSamples() throws IOException {
        Path flat = Files.createDirectories(folder.resolve("samples"));
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
                String name = SAMPLES.relativize(file).toString().replace('\\', '/');
                samples.put(name, Files.copy(file, flat.resolve(flat(name) + ".xlsx")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "ods"})
    void is_read_as_before(String format) throws Exception {
        Path converted = Files.createDirectories(folder.resolve(format));
        LibreOffice.in(folder).convert(folder.resolve("samples"), converted, format);
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Path> sample : samples.entrySet()) {
            JudgedFile before = JudgedFile.of(sample.getValue(), sample.getKey());
            JudgedFile after = JudgedFile.of(
                    converted.resolve(flat(sample.getKey()) + "." + format),
                    sample.getKey().replace("xlsx", format));
            for (Submission submission : before.file().submissions()) {
                compare(before, submission.sheet(), after, submission.sheet(), sample.getKey(), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void is_read_as_before_or_marked_as_csv() throws Exception {
        Path converted = Files.createDirectories(folder.resolve("csv"));
        LibreOffice.in(folder).convert(folder.resolve("samples"), converted, CSV);
        List<String> wrong = new ArrayList<>();
        int sheets = 0;
        for (Map.Entry<String, Path> sample : samples.entrySet()) {
            JudgedFile before = JudgedFile.of(sample.getValue(), sample.getKey());
            for (Submission submission : before.file().submissions()) {
                Path csv = converted.resolve(flat(sample.getKey()) + "-" + submission.sheet() + ".csv");
                JudgedFile after = JudgedFile.of(csv, sample.getKey().replace("xlsx", "csv"));
                compare(before, submission.sheet(), after, "", sample.getKey(), wrong);
                sheets++;
            }
        }
        assertThat(sheets).isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    private static void compare(
            JudgedFile before, String sheet, JudgedFile after, String asSheet, String name, List<String> wrong) {
        List<String> expected = before.observations(sheet);
        List<String> read = after.observations(asSheet);
        Set<String> found = new HashSet<>(after.warnings(asSheet));
        found.removeAll(before.warnings(sheet));
        if (!read.equals(expected) && found.isEmpty()) {
            wrong.add(name + "!" + sheet + ": " + JudgedFile.difference(expected, read));
        }
    }

    private static String flat(String name) {
        return name.replace(".xlsx", "").replace('/', '_');
    }
}
