package tonghop.report;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Figure;
import tonghop.domain.Finding;
import tonghop.domain.Place;
import tonghop.domain.Report;
import tonghop.domain.UnitReport;

/**
 * {@code so-lieu.csv} and {@code findings.csv}: one observation, figure or finding a line.
 *
 * <p>UTF-8 without a byte order mark, which machines would take for a part of the first heading. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP ASVS 5.0, 1.2.10); numbers stay as they are.
 */
final class CsvFiles {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvFiles() {}

    static void writeObservations(Report report, Path file) throws IOException {
        try (ICSVWriter csv = open(file)) {
            line(
                    csv,
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
                line(
                        csv,
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

    private static void writeTotals(UnitReport unit, Report report, ICSVWriter csv) {
        for (Figure figure : unit.figures()) {
            BigDecimal value =
                    figure.status() == Figure.Status.DECLARED ? figure.declared() : ReportJson.rounded(figure);
            line(
                    csv,
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
        unit.children().forEach(child -> writeTotals(child, report, csv));
    }

    static void writeFindings(Report report, Path file) throws IOException {
        try (ICSVWriter csv = open(file)) {
            line(
                    csv,
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
                line(
                        csv,
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

    private static ICSVWriter open(Path file) throws IOException {
        Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        return new CSVWriterBuilder(text)
                .withLineEnd(ICSVWriter.RFC4180_LINE_END)
                .build();
    }

    private static void line(ICSVWriter csv, @Nullable Object... fields) {
        String[] texts = new String[fields.length];
        for (int index = 0; index < fields.length; index++) {
            Object field = fields[index];
            texts[index] =
                    field instanceof BigDecimal number ? number.toPlainString() : harmless(Objects.toString(field, ""));
        }
        csv.writeNext(texts, false);
    }

    private static String harmless(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }

    /** The text that {@link #harmless} was given. */
    static String asWritten(String text) {
        boolean isMarked = text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
        return isMarked ? text.substring(1) : text;
    }
}
