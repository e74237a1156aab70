package tonghop.report.data;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;

/**
 * {@code so-lieu.csv} and {@code findings.csv}: one observation, figure or finding a line.
 *
 * <p>UTF-8 without a byte order mark, which machines would take for a part of the first heading.
 */
public final class CsvFiles {

    private CsvFiles() {}

    public static void writeObservations(Report report, Path file) throws IOException {
        try (CsvLines csv = open(file)) {
            csv.write(
                    "unit",
                    "period",
                    "form",
                    "measure",
                    "row",
                    "value",
                    "qualifier",
                    "status",
                    "unit_of_count",
                    "file",
                    "sheet",
                    "cell");
            for (Report.Leaf leaf : report.leaves()) {
                csv.write(
                        leaf.unit(),
                        leaf.period(),
                        leaf.form(),
                        leaf.measure(),
                        leaf.row(),
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

    private static void writeTotals(UnitReport unit, Report report, CsvLines csv) throws IOException {
        for (Figure figure : unit.figures()) {
            BigDecimal value =
                    figure.status() == Figure.Status.DECLARED ? figure.declared() : ReportJson.rounded(figure);
            csv.write(
                    unit.unit().code(),
                    report.period().code(),
                    null,
                    figure.id(),
                    unit.unit().name(),
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
