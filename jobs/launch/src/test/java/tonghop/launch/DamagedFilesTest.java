package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.domain.form.Submission;

/**
 * Every sample workbook, damaged in every way that real sheets were seen to be: it is read as before, or a finding says
 * where it was hurt. Never is it read otherwise without a word.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedFilesTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples");

    private final Map<Path, JudgedFile> clean = new TreeMap<>();
    private final Map<Path, JudgedFile> toBeDamaged = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    void readTheSamples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
                clean.put(file, JudgedFile.of(file, nameOf(file)));
            }
        }
        assertThat(clean).hasSizeGreaterThan(25);
        toBeDamaged.putAll(chosen(clean));
        assertThat(toBeDamaged).hasSizeGreaterThan(5);
    }

    /** One workbook of each layout: the first that has its forms. */
    Map<Path, JudgedFile> chosen(Map<Path, JudgedFile> all) {
        Set<List<String>> layouts = new HashSet<>();
        Map<Path, JudgedFile> chosen = new TreeMap<>(all);
        chosen.values()
                .removeIf(judged -> !layouts.add(judged.file().submissions().stream()
                        .map(submission -> submission.form().id())
                        .toList()));
        return chosen;
    }

    static Stream<Damage> damages() {
        return Stream.of(
                        StructureDamages.ofStructure(),
                        RowDamages.ofRows(),
                        HeadDamages.ofHead(),
                        TextDamages.ofText(),
                        EncodingDamages.ofEncodings(),
                        FigureDamages.ofFigures(),
                        FigureDamages.ofOneFigure())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "a sheet {0}")
    @MethodSource("damages")
    void is_read_as_before_or_marked_where_it_was_hurt(Damage damage) throws IOException {
        List<String> wrong = new ArrayList<>();
        int same = 0;
        int marked = 0;
        for (Map.Entry<Path, JudgedFile> sample : toBeDamaged.entrySet()) {
            Path damaged = folder.resolve("damaged.xlsx");
            if (!write(sample.getKey(), sample.getValue(), damage, damaged)) {
                continue;
            }
            JudgedFile after = JudgedFile.of(damaged, nameOf(sample.getKey()));
            for (Submission submission : sample.getValue().file().submissions()) {
                String sheet = submission.sheet();
                List<String> before = sample.getValue().observations(sheet);
                Set<String> found = new HashSet<>(after.warnings(sheet));
                found.removeAll(sample.getValue().warnings(sheet));
                if (after.observations(sheet).equals(before)) {
                    same++;
                } else if (!found.isEmpty()) {
                    marked++;
                } else {
                    wrong.add(SAMPLES.relativize(sample.getKey()) + "!" + sheet + ": "
                            + JudgedFile.difference(before, after.observations(sheet)));
                }
            }
            wrong.addAll(after.twiceTold());
        }
        if (Boolean.getBoolean("tonghop.tell")) {
            System.err.printf("%4d same %4d marked %4d wrong  %s%n", same, marked, wrong.size(), damage);
        }
        assertThat(wrong).isEmpty();
        assertThat(same + marked).as("sheets damaged").isPositive();
    }

    static Stream<Damage> damagesOfOneFigure() {
        return FigureDamages.ofOneFigure().stream();
    }

    @ParameterizedTest(name = "a sheet {0}")
    @MethodSource("damagesOfOneFigure")
    void is_marked_in_the_very_cell(Damage damage) throws IOException {
        int marked = 0;
        for (Map.Entry<Path, JudgedFile> sample : toBeDamaged.entrySet()) {
            Path damaged = folder.resolve("damaged.xlsx");
            if (write(sample.getKey(), sample.getValue(), damage, damaged)) {
                JudgedFile after = JudgedFile.of(damaged, nameOf(sample.getKey()));
                for (Map.Entry<String, String> hurt :
                        counts(sample.getKey(), sample.getValue()).entrySet()) {
                    assertThat(after.findings())
                            .as(sample.getKey() + " " + hurt)
                            .anyMatch(finding -> finding.isError()
                                    && hurt.getKey().equals(finding.place().sheet())
                                    && hurt.getValue().equals(finding.place().cell()));
                    marked++;
                }
            }
        }
        assertThat(marked).isGreaterThan(toBeDamaged.size());
    }

    /** Counted here from the workbook itself: every cell in the form's columns, and every other that is not empty. */
    @Test
    void accounts_for_every_cell_of_its_table() throws IOException {
        int tables = 0;
        for (Map.Entry<Path, JudgedFile> sample : clean.entrySet()) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(sample.getKey()))) {
                for (Submission submission : sample.getValue().file().submissions()) {
                    SampleTable table = SampleTable.of(workbook.getSheet(submission.sheet()), submission);
                    if (!table.isList()) {
                        assertThat(submission.ledger().read())
                                .as(sample.getKey() + "!" + submission.sheet())
                                .isEqualTo(table.cellsToAccountFor());
                        tables++;
                    }
                }
            }
        }
        assertThat(tables).isGreaterThan(40);
    }

    /** The cell that is hurt in each sheet, by the name of the sheet. */
    private static Map<String, String> counts(Path sample, JudgedFile judged) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(sample))) {
            for (Submission submission : judged.file().submissions()) {
                Cell cell = SampleTable.of(workbook.getSheet(submission.sheet()), submission)
                        .someCount();
                if (cell != null) {
                    cells.put(submission.sheet(), cell.getAddress().formatAsString());
                }
            }
        }
        return cells;
    }

    private static boolean write(Path sample, JudgedFile judged, Damage damage, Path damaged) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(sample));
                OutputStream out = Files.newOutputStream(damaged)) {
            boolean isHurt = false;
            for (Submission submission : judged.file().submissions()) {
                isHurt |= damage.hurt().to(SampleTable.of(workbook.getSheet(submission.sheet()), submission));
            }
            workbook.write(out);
            return isHurt;
        }
    }

    private static String nameOf(Path sample) {
        return SAMPLES.relativize(sample).toString().replace('\\', '/');
    }
}
