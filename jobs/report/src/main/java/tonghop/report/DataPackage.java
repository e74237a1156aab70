package tonghop.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tonghop.domain.Sha256;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.domain.unit.Unit;
import tonghop.report.data.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code datapackage.json}: what a report's machine-readable files are and what each column of them means, as a
 * Frictionless Data Package 2.0 (https://datapackage.org), which statistics programs read.
 *
 * <p>The columns are described in {@code *.tableschema.json} beside this class; which words a column can hold is taken
 * from where they are defined.
 */
final class DataPackage {

    static final String FILE = "datapackage.json";
    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private DataPackage() {}

    /**
     * Describes the files that are in {@code folder} already.
     *
     * @param version of Tonghop
     */
    static void write(Report report, String version, Path folder) throws IOException {
        Unit unit = report.top().unit();
        String code = report.period().code();
        ObjectNode json = Json.object();
        json.put("$schema", PROFILES + "datapackage.json");
        json.put("name", "tonghop-%s-%s".formatted(unit.code(), code).toLowerCase(Locale.ROOT));
        json.put(
                "title",
                "Báo cáo tổng hợp - %s - %s"
                        .formatted(unit.name(), report.period().label()));
        json.put(
                "description",
                "Số liệu tổng hợp của %s từ %s đến hết %s: từng số liệu gốc với tệp, trang, ô; các tổng và tỷ lệ; các phát hiện khi kiểm tra."
                        .formatted(
                                unit.name(),
                                report.period().from(),
                                report.period().to()));
        json.put("version", version);
        json.put("created", ReportFiles.created(report).toString());
        ArrayNode resources = Json.array();
        resources.add(observations(folder));
        resources.add(findings(folder));
        resources.add(resource(folder, ReportFolder.REPORT)
                .put("name", "report")
                .put("title", "Toàn bộ báo cáo")
                .put("description", "Cấu trúc theo docs/report.schema.json (tonghop/report/1).")
                .put("format", "json")
                .put("mediatype", "application/json"));
        json.set("resources", resources);
        Json.write(json, folder.resolve(FILE));
    }

    private static ObjectNode observations(Path folder) throws IOException {
        JsonNode schema = schema("so-lieu");
        allow(schema, "level", Arrays.stream(UnitLevel.values()).map(UnitLevel::code));
        allow(schema, "nature", Arrays.stream(Nature.values()).map(Nature::code));
        allow(schema, "kind", Stream.of("leaf", "total"));
        allow(schema, "qualifier", Arrays.stream(Qualifier.values()).map(Qualifier::code));
        allow(schema, "status", Arrays.stream(Figure.Status.values()).map(Figure.Status::code));
        return table(folder, ReportFolder.OBSERVATIONS, schema)
                .put("name", "so-lieu")
                .put("title", "Số liệu")
                .put(
                        "description",
                        "Mỗi dòng một số liệu gốc, hoặc một tổng hay tỷ lệ (khi không có tệp và ô). Văn bản bắt đầu bằng = + - @ có thêm dấu ' ở trước.");
    }

    private static ObjectNode findings(Path folder) throws IOException {
        JsonNode schema = schema("findings");
        allow(schema, "rule", Arrays.stream(FindingCode.values()).map(FindingCode::code));
        allow(schema, "severity", Arrays.stream(Severity.values()).map(Severity::code));
        return table(folder, ReportFolder.FINDINGS, schema)
                .put("name", "findings")
                .put("title", "Phát hiện")
                .put(
                        "description",
                        "Mỗi dòng một điều sai hoặc lạ. Văn bản bắt đầu bằng = + - @ có thêm dấu ' ở trước.");
    }

    private static ObjectNode resource(Path folder, String file) throws IOException {
        return Json.object()
                .put("$schema", PROFILES + "dataresource.json")
                .put("path", file)
                .put("encoding", "utf-8")
                .put("bytes", Files.size(folder.resolve(file)))
                .put("hash", "sha256:" + Sha256.of(folder.resolve(file)));
    }

    private static ObjectNode table(Path folder, String file, JsonNode schema) throws IOException {
        ObjectNode table =
                resource(folder, file).put("type", "table").put("format", "csv").put("mediatype", "text/csv");
        table.set(
                "dialect",
                Json.object()
                        .put("$schema", PROFILES + "tabledialect.json")
                        .put("header", true)
                        .put("delimiter", ",")
                        .put("quoteChar", "\"")
                        .put("doubleQuote", true)
                        .put("lineTerminator", "\r\n"));
        table.set("schema", schema);
        return table;
    }

    private static JsonNode schema(String name) throws IOException {
        String file = name + ".tableschema.json";
        try (InputStream text = Objects.requireNonNull(DataPackage.class.getResourceAsStream(file), file)) {
            return Json.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Lists the words that a column can hold. */
    private static void allow(JsonNode schema, String column, Stream<String> words) {
        ArrayNode allowed = Json.list(words.toList());
        for (JsonNode field : schema.path("fields")) {
            if (field.path("name").asString("").equals(column) && field instanceof ObjectNode described) {
                described.withObject("constraints").set("enum", allowed);
            }
        }
    }
}
