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
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.catalogue.Catalogue;
import tonghop.domain.Finding;
import tonghop.domain.Observation;
import tonghop.domain.Observations;
import tonghop.domain.ReadFile;
import tonghop.domain.Severity;
import tonghop.domain.Submission;
import tonghop.ingest.Blanks;
import tonghop.ingest.FileReader;
import tonghop.validate.Rules;

/**
 * Every sample workbook, damaged in every way that real sheets were seen to be: it is read as before, or a finding says
 * where it was hurt. Never is it read otherwise without a word.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedFilesTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples");
    private static final Catalogue CATALOGUE = Catalogue.read(Tonghop.ROOT.resolve("templates"));

    private final FileReader reader = new FileReader(CATALOGUE.definitions(), Blanks.of(CATALOGUE::blank));
    private final Rules rules = new Rules(CATALOGUE.definitions());
    private final Map<Path, Judged> clean = new TreeMap<>();

    @TempDir
    private Path folder;

    /** A file as it was read, and everything that is wrong with it. */
    private record Judged(ReadFile file, List<Finding> findings) {

        boolean isRejected(Submission submission) {
            return findings.stream()
                    .anyMatch(finding -> finding.isError()
                            && submission.sheet().equals(finding.place().sheet()));
        }

        /** What a sheet says that counts: nothing if it is rejected. */
        List<String> observations(String sheet) {
            return file.submissions().stream()
                    .filter(submission -> submission.sheet().equals(sheet) && !isRejected(submission))
                    .flatMap(submission ->
                            Observations.of(submission).stream().map(observation -> asText(submission, observation)))
                    .sorted()
                    .toList();
        }

        private static String asText(Submission submission, Observation observation) {
            return "%s %s %s %s=%s %s"
                    .formatted(
                            submission.form().id(),
                            submission.period().code(),
                            observation.unit(),
                            observation.measure().id(),
                            observation.value().stripTrailingZeros().toPlainString(),
                            observation.qualifier());
        }

        Set<String> warnings(String sheet) {
            Set<String> warnings = new HashSet<>();
            findings.stream()
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .filter(finding -> sheet.equals(finding.place().sheet())
                            || finding.place().sheet() == null)
                    .forEach(finding -> warnings.add(finding.code() + " " + finding.value()));
            return warnings;
        }
    }

    @BeforeAll
    void readTheSamples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
                clean.put(file, judge(file, file));
            }
        }
        assertThat(clean).hasSizeGreaterThan(25);
    }

    static Stream<Damage> damages() {
        return Stream.of(
                        StructureDamages.ofStructure(),
                        RowDamages.ofRows(),
                        HeadDamages.ofHead(),
                        TextDamages.ofText(),
                        FigureDamages.ofFigures())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "a sheet {0}")
    @MethodSource("damages")
    void is_read_as_before_or_marked_where_it_was_hurt(Damage damage) throws IOException {
        List<String> wrong = new ArrayList<>();
        int same = 0;
        int marked = 0;
        for (Map.Entry<Path, Judged> sample : clean.entrySet()) {
            Path damaged = folder.resolve("damaged.xlsx");
            if (!write(sample.getKey(), sample.getValue(), damage, damaged)) {
                continue;
            }
            Judged after = judge(damaged, sample.getKey());
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
                            + difference(before, after.observations(sheet)));
                }
            }
            wrong.addAll(twiceTold(after));
        }
        if (Boolean.getBoolean("tonghop.tell")) {
            System.err.printf("%4d same %4d marked %4d wrong  %s%n", same, marked, wrong.size(), damage);
        }
        assertThat(wrong).isEmpty();
        assertThat(same + marked).as("sheets damaged").isPositive();
    }

    /** Figures that one file gives twice for the same form, unit and period. */
    private static List<String> twiceTold(Judged judged) {
        Set<String> told = new HashSet<>();
        return judged.file().submissions().stream()
                .filter(submission -> !judged.isRejected(submission))
                .map(submission -> submission.form().id() + " " + submission.unit() + " "
                        + submission.period().code())
                .filter(key -> !told.add(key))
                .toList();
    }

    private static String difference(List<String> before, List<String> after) {
        List<String> lost = new ArrayList<>(before);
        after.forEach(lost::remove);
        List<String> new_ = new ArrayList<>(after);
        before.forEach(new_::remove);
        return "lost " + lost.stream().limit(3).toList() + " of " + lost.size() + ", new "
                + new_.stream().limit(3).toList() + " of " + new_.size();
    }

    private static boolean write(Path sample, Judged judged, Damage damage, Path damaged) throws IOException {
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

    private Judged judge(Path copy, Path sample) throws IOException {
        ReadFile file = reader.read(copy, SAMPLES.relativize(sample).toString().replace('\\', '/'), "ab");
        List<Finding> findings = new ArrayList<>(file.findings());
        file.submissions().forEach(submission -> findings.addAll(rules.check(submission)));
        return new Judged(file, findings);
    }
}
