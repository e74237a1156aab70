package tonghop.report.data;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.TidyColumn;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.unit.Unit;

/**
 * {@code so-lieu.csv} and {@code findings.csv}: one observation, figure or finding a line.
 *
 * <p>UTF-8 without a byte order mark, which machines would take for a part of the first heading.
 */
public final class CsvFiles {

    /** The words for what a line is. */
    static final String LEAF = "leaf";

    static final String TOTAL = "total";

    private CsvFiles() {}

    public static void writeObservations(Report report, Path file) throws IOException {
        try (CsvLines csv = open(file)) {
            csv.write(TidyColumn.codes().toArray());
            Map<String, Unit> units = new HashMap<>();
            addUnits(report.top(), units);
            for (Report.Leaf leaf : report.leaves()) {
                Optional<Unit> unit = Optional.ofNullable(units.get(leaf.unit()));
                csv.write(
                        leaf.unit(),
                        unit.map(one -> one.level().code()).orElse(null),
                        unit.map(Unit::parent).orElse(null),
                        leaf.sender(),
                        leaf.period(),
                        leaf.form(),
                        leaf.measure(),
                        leaf.nature().code(),
                        leaf.row(),
                        LEAF,
                        leaf.counts(),
                        leaf.value(),
                        leaf.qualifier() == null ? null : leaf.qualifier().code(),
                        leaf.status().code(),
                        leaf.unitOfCount(),
                        leaf.file(),
                        leaf.sheet(),
                        leaf.cell());
            }
            writeTotals(report.top(), report, csv);
        }
    }

    private static void addUnits(UnitReport report, Map<String, Unit> units) {
        units.put(report.unit().code(), report.unit());
        report.children().forEach(child -> addUnits(child, units));
    }

    /** A total is no part of another: what counts adds up to it. */
    private static void writeTotals(UnitReport unit, Report report, CsvLines csv) throws IOException {
        for (Figure figure : unit.figures()) {
            BigDecimal value =
                    figure.status() == Figure.Status.DECLARED ? figure.declared() : ReportJson.rounded(figure);
            csv.write(
                    unit.unit().code(),
                    unit.unit().level().code(),
                    unit.unit().parent(),
                    null,
                    report.period().code(),
                    null,
                    figure.id().toString(),
                    figure instanceof Figure.Count count
                            ? count.measure().nature().code()
                            : null,
                    unit.unit().name(),
                    TOTAL,
                    false,
                    value,
                    figure.qualifier() == null ? null : figure.qualifier().code(),
                    figure.status().code(),
                    figure.unitOfCount(),
                    null,
                    null,
                    null);
        }
        for (UnitReport child : unit.children()) {
            writeTotals(child, report, csv);
        }
    }

    public static void writeFindings(Report report, Path file) throws IOException {
        try (CsvLines csv = open(file)) {
            csv.write(
                    "rule",
                    "severity",
                    "unit",
                    "form",
                    "period",
                    "file",
                    "sheet",
                    "cell",
                    "value",
                    "expected",
                    "message_vi",
                    "message_en");
            for (Report.LocatedFinding located : report.findings()) {
                Finding finding = located.finding();
                Place place = finding.place();
                csv.write(
                        finding.code().code(),
                        finding.severity().code(),
                        place.unit(),
                        place.form(),
                        place.period(),
                        place.file(),
                        place.sheet(),
                        place.cell(),
                        finding.value(),
                        finding.expected(),
                        located.vietnamese(),
                        located.english());
            }
        }
    }

    private static CsvLines open(Path file) throws IOException {
        return new CsvLines(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }
}
