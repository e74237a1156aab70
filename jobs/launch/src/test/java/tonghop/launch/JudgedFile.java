package tonghop.launch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tonghop.catalogue.Catalogue;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Observation;
import tonghop.domain.form.Observations;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.ingest.FileReader;
import tonghop.ingest.table.Blanks;
import tonghop.validate.Rules;

/** A file as the nightly run reads it, and everything that is wrong with it. */
record JudgedFile(ReadFile file, List<Finding> findings) {

    private static final Catalogue CATALOGUE = Catalogue.read(Tonghop.ROOT.resolve("templates"));
    private static final FileReader READER = new FileReader(CATALOGUE.definitions(), Blanks.of(CATALOGUE::blank));
    private static final Rules RULES = new Rules(CATALOGUE.definitions());

    /** Reads {@code copy} as if it had arrived under {@code name}. */
    static JudgedFile of(Path copy, String name) throws IOException {
        ReadFile file = READER.read(copy, name, "ab");
        List<Finding> findings = new ArrayList<>(file.findings());
        file.submissions().forEach(submission -> findings.addAll(RULES.check(submission)));
        return new JudgedFile(file, findings);
    }

    boolean isRejected(Submission submission) {
        return findings.stream()
                .anyMatch(finding -> finding.isError()
                        && submission.sheet().equals(finding.place().sheet()));
    }

    /** What a sheet says that counts, by unit and measure: nothing if it is rejected. */
    List<String> observations(String sheet) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        file.submissions().stream()
                .filter(submission -> submission.sheet().equals(sheet) && !isRejected(submission))
                .forEach(submission -> Observations.of(submission)
                        .forEach(observation ->
                                sums.merge(subject(submission, observation), observation.value(), BigDecimal::add)));
        // A dash in place of a blank is a nought, which adds nothing.
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum ->
                        sum.getKey() + "=" + sum.getValue().stripTrailingZeros().toPlainString())
                .toList();
    }

    /** What a figure is about: rows of offices that say nought, or whose names changed, make no difference. */
    private static String subject(Submission submission, Observation observation) {
        return "%s %s %s %s %s"
                .formatted(
                        submission.form().id(),
                        submission.period().code(),
                        observation.unit(),
                        observation.measure().id(),
                        observation.qualifier());
    }

    Set<String> warnings(String sheet) {
        Set<String> warnings = new HashSet<>();
        findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .filter(finding ->
                        sheet.equals(finding.place().sheet()) || finding.place().sheet() == null)
                .forEach(finding -> warnings.add(finding.code() + " " + finding.value()));
        return warnings;
    }

    /** Figures that one file gives twice for the same form, unit and period. */
    List<String> twiceTold() {
        Set<String> told = new HashSet<>();
        return file.submissions().stream()
                .filter(submission -> !isRejected(submission))
                .map(submission -> submission.form().id() + " " + submission.unit() + " "
                        + submission.period().code())
                .filter(key -> !told.add(key))
                .toList();
    }

    static String difference(List<String> before, List<String> after) {
        List<String> lost = new ArrayList<>(before);
        after.forEach(lost::remove);
        List<String> new_ = new ArrayList<>(after);
        before.forEach(new_::remove);
        return "lost " + lost.stream().limit(3).toList() + " of " + lost.size() + ", new "
                + new_.stream().limit(3).toList() + " of " + new_.size();
    }
}
