package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.Qualifier;
import tonghop.spreadsheet.FileKind;
import tonghop.spreadsheet.UnreadableFileException;

class TidyJsonTest {

    private static final String LEAF = """
            {"unit": "660", "period": "2023", "form": "01/TCD", "measure": "reception.visits", "row": "Ban Tiếp công dân",
             "value": 12.50, "qualifier": "more-than", "status": "reported", "unit_of_count": "lượt",
             "file": "660.xlsx", "sheet": "TCD", "cell": "C8"}""";

    @TempDir
    private Path folder;

    private List<TidyLine> read(String json) throws IOException, UnreadableFileException {
        return TidyJson.read(Files.writeString(folder.resolve("a.json"), json));
    }

    @Test
    void a_leaf_is_a_line_and_a_total_is_not() throws Exception {
        String total = """
                {"unit": "660", "period": "2023", "form": "", "measure": "reception.visits", "value": "12.5", "file": null}""";
        assertThat(read("[" + total + "," + LEAF + "]"))
                .containsExactly(new TidyLine(
                        "660",
                        "2023",
                        "01/TCD",
                        "reception.visits",
                        "Ban Tiếp công dân",
                        new BigDecimal("12.50"),
                        Qualifier.MORE_THAN,
                        "reported",
                        "/1"));
        assertThat(FileKind.of(folder.resolve("a.json"))).isEqualTo(FileKind.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"unit\": \"660\"|\"unit\": null|/0/unit",
                "\"unit\": \"660\"|\"uint\": \"660\"|/0/uint",
                "12.50|\"mười hai\"|/0/value",
                "12.50|1e999999999|/0/value",
                "12.50|true|/0/value",
                "12.50|[1]|/0/value",
                "more-than|over|/0/qualifier",
                "\"row\"|\"unit\"|dòng 1",
                "12.50|NaN|dòng 2"
            })
    void what_is_not_of_the_layout_is_named(String right, String wrong, String pointer) {
        assertThatThrownBy(() -> read("[" + LEAF.replace(right, wrong) + "]")).hasMessage("malformed-line: " + pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[1]", "[{}", "[] []", "[[[[[[[[[[[[[", "{\"schema\": \"tonghop/report/1\"}"})
    void other_json_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).hasMessageStartingWith("malformed-line");
    }

    @Test
    void any_damage_ends_in_lines_or_in_a_finding() throws Exception {
        List<String> tokens = List.of("{", "[", "}", "]", "\"", ",", ":", "1e400", "\u0000", "null", "\\u12");
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder json = new StringBuilder("[" + LEAF + "," + LEAF + "]");
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                int at = random.nextInt(json.length());
                int to = Math.min(json.length(), at + random.nextInt(20));
                json.replace(at, to, tokens.get(random.nextInt(tokens.size())));
            }
            try {
                assertThat(read(json.toString())).as(json.toString()).isNotNull();
            } catch (UnreadableFileException e) {
                assertThat(e.code()).as(json.toString()).isEqualTo(FindingCode.MALFORMED_LINE);
            }
        }
    }
}
