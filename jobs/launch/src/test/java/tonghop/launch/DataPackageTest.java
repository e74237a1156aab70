package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code datapackage.json} promises of the CSV files beside it, held against reports made from samples. */
class DataPackageTest {

    @TempDir
    private Path folder;

    @Test
    void every_value_of_both_csv_files_is_what_its_column_says() throws Exception {
        Tonghop tonghop = Tonghop.in(folder);
        tonghop.send("input-samples/lap-vo/2022", "875.xlsx");
        tonghop.send("input-samples/song-cong/2021", "165.xlsx");
        tonghop.send("input-samples/thang-binh/2015-2020", "513.xlsx");
        assertThat(tonghop.run().code()).isZero();
        Set<String> statuses = new HashSet<>();
        int reports = 0;
        for (Path described : packages(tonghop.out())) {
            reports++;
            for (JsonNode resource : json(described).path("resources")) {
                if (resource.path("type").asString("").equals("table")) {
                    Path file = described.resolveSibling(resource.path("path").asString());
                    statuses.addAll(check(file, resource.path("schema").path("fields")));
                }
            }
        }
        assertThat(reports).isEqualTo(3);
        assertThat(statuses)
                .as("the samples are not all of one kind")
                .contains("reported", "computed", "declared", "missing", "warning");
    }

    private static List<Path> packages(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.endsWith("datapackage.json"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    /** Holds a file against its columns; gives the values of those that allow certain words only. */
    private static Set<String> check(Path file, JsonNode fields) throws Exception {
        Set<String> words = new HashSet<>();
        List<String> names = new ArrayList<>();
        fields.forEach(field -> names.add(field.path("name").asString()));
        try (Reader text = Files.newBufferedReader(file);
                CSVReader csv = new CSVReaderBuilder(text)
                        .withCSVParser(new RFC4180ParserBuilder().build())
                        .build()) {
            assertThat(csv.readNext()).containsExactly(names.toArray(String[]::new));
            List<String[]> lines = csv.readAll();
            assertThat(lines).isNotEmpty();
            for (String[] line : lines) {
                assertThat(line).hasSameSizeAs(names);
                for (int column = 0; column < line.length; column++) {
                    check(line[column], fields.get(column));
                    if (fields.get(column).path("constraints").has("enum")) {
                        words.add(line[column]);
                    }
                }
            }
        }
        return words;
    }

    private static void check(String value, JsonNode field) {
        JsonNode constraints = field.path("constraints");
        String column = field.path("name").asString();
        assertThat(field.path("title").asString("")).isNotBlank();
        assertThat(field.path("description").asString("")).isNotBlank();
        if (value.isEmpty()) {
            assertThat(constraints.path("required").asBoolean(false))
                    .as("%s must not be empty", column)
                    .isFalse();
            return;
        }
        switch (field.path("type").asString()) {
            case "number" ->
                assertThat(new BigDecimal(value).toPlainString()).as(column).isEqualTo(value);
            case "boolean" -> assertThat(value).as(column).isIn("true", "false");
            default -> assertThat(field.path("type").asString()).as(column).isEqualTo("string");
        }
        if (constraints.has("enum")) {
            List<String> allowed = new ArrayList<>();
            constraints.path("enum").forEach(word -> allowed.add(word.asString()));
            assertThat(allowed).as(column).contains(value);
        }
    }
}
