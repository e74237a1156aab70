package tonghop.report;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PublishedReport;
import tonghop.domain.report.PublishedReport.Leaf;
import tonghop.domain.report.PublishedReport.Node;
import tonghop.domain.report.PublishedReport.Source;
import tonghop.domain.report.PublishedReport.Value;
import tonghop.domain.report.Report;
import tonghop.report.data.CsvFiles;
import tonghop.report.data.CsvLines;
import tonghop.report.data.Json;
import tonghop.report.data.ReportJson;
import tonghop.report.sheet.TemporaryFiles;
import tools.jackson.databind.JsonNode;

/** Reads {@code report.json} and {@code so-lieu.csv} back, as they were written by this or an earlier version. */
public final class PublishedFiles {

    private PublishedFiles() {}

    /** What {@code report} will be read back as once it is written. */
    public static PublishedReport of(Report report) throws IOException {
        Path folder = TemporaryFiles.newFolder();
        try {
            Path json = folder.resolve(ReportFolder.REPORT);
            Path csv = folder.resolve(ReportFolder.OBSERVATIONS);
            ReportJson.write(report, json);
            CsvFiles.writeObservations(report, csv);
            return read(Files.readString(json), Files.readString(csv));
        } finally {
            ReportFolder.delete(folder);
        }
    }

    /** The report that was written as these two files. */
    public static PublishedReport read(String reportJson, String observationsCsv) throws IOException {
        JsonNode json = Json.parse(reportJson);
        Map<String, Node> nodes = new LinkedHashMap<>();
        addNodes(json, null, nodes);
        List<Source> sources = new ArrayList<>();
        for (JsonNode sheet : json.path("submissions")) {
            sources.add(new Source(
                    text(sheet, "file"),
                    text(sheet, "sha256"),
                    text(sheet, "sheet"),
                    text(sheet, "form"),
                    text(sheet, "unit"),
                    text(sheet, "period"),
                    SubmissionState.of(text(sheet, "state"))));
        }
        return new PublishedReport(
                text(json.path("unit"), "code"),
                text(json.path("period"), "code"),
                nodes,
                leaves(observationsCsv),
                sources);
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }

    private static void addNodes(JsonNode json, @Nullable String parent, Map<String, Node> nodes) {
        String code = text(json.path("unit"), "code");
        Map<String, Value> figures = new LinkedHashMap<>();
        for (JsonNode figure : json.path("figures")) {
            boolean isMeasure = text(figure, "kind").equals(Figure.Kind.MEASURE.code());
            BigDecimal value = number(figure, "value");
            figures.put(
                    text(figure, "id"),
                    new Value(
                            text(figure, "label"),
                            isMeasure ? Figure.Kind.MEASURE : Figure.Kind.INDICATOR,
                            value == null ? number(figure, "declared") : value,
                            number(figure, "numerator"),
                            number(figure, "denominator")));
        }
        nodes.put(code, new Node(code, text(json.path("unit"), "name"), parent, figures));
        json.path("children").forEach(child -> addNodes(child, code, nodes));
    }

    private static @Nullable BigDecimal number(JsonNode json, String field) {
        JsonNode number = json.path(field);
        return number.isNumber() ? number.decimalValue() : null;
    }

    /** The lines with a source; the others are totals. */
    private static List<Leaf> leaves(String csv) throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(csv))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            List<String> heading = List.of(reader.readNext());
            for (String[] line = reader.readNext(); line != null; line = reader.readNext()) {
                String file = field(line, heading, "file");
                String value = field(line, heading, "value");
                if (!file.isEmpty() && !value.isEmpty()) {
                    leaves.add(new Leaf(
                            field(line, heading, "unit"),
                            field(line, heading, "form"),
                            field(line, heading, "period"),
                            field(line, heading, "measure"),
                            new BigDecimal(value),
                            file,
                            field(line, heading, "sheet")));
                }
            }
        } catch (CsvValidationException e) {
            throw new IOException("so-lieu.csv", e);
        }
        return leaves;
    }

    private static String field(String[] line, List<String> heading, String name) {
        int column = heading.indexOf(name);
        return column < 0 || column >= line.length ? "" : CsvLines.asWritten(line[column]);
    }
}
