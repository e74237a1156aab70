package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walking figures back to their cells, stating them by other units, and as of the past. */
@TestInstance(Lifecycle.PER_CLASS)
class FigureQueriesTest {

    private static final Path SAMPLES = Tonghop.ROOT.resolve("input-samples");

    private final Map<String, Workbook> opened = new HashMap<>();
    private final Tonghop tonghop = SampleRun.TONGHOP;

    @Test
    void figures_of_every_report_are_made_up_by_the_cells_that_explain_them() throws Exception {
        int explained = 0;
        for (String report : new String[] {"19/2021", "31/2018-9M", "49/2015-2020", "67/2023", "87/2022"}) {
            String unit = report.split("/", -1)[0];
            String period = report.split("/", -1)[1];
            int ofReport = 0;
            for (JsonNode figure : tonghop.report(unit, period).path("figures")) {
                if (!figure.path("status").asString("").equals("missing") && ofReport < 3) {
                    check(figure, explain(figure.path("id").asString(""), unit, period));
                    explained++;
                    ofReport++;
                }
            }
        }
        assertThat(explained).isGreaterThan(12);
    }

    private JsonNode explain(String figure, String unit, String period) {
        return tonghop.json("explain", figure, "--unit", unit, "--period", period, "--json");
    }

    private void check(JsonNode figure, JsonNode explanation) throws Exception {
        String id = figure.path("id").asString("");
        assertThat(explanation.path("leaves")).as(id).isNotEmpty();
        if (figure.has("numerator")) {
            assertThat(sum(explanation, "numerator"))
                    .as(id)
                    .isEqualByComparingTo(figure.path("numerator").asDecimal());
            assertThat(sum(explanation, "denominator"))
                    .as(id)
                    .isEqualByComparingTo(figure.path("denominator").asDecimal());
        } else if (!figure.path("value").isNull()) {
            assertThat(sum(explanation, "value"))
                    .as(id)
                    .isEqualByComparingTo(figure.path("value").asDecimal());
        }
        for (JsonNode leaf : explanation.path("leaves")) {
            checkCell(leaf);
        }
    }

    private static BigDecimal sum(JsonNode explanation, String role) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode leaf : explanation.path("leaves")) {
            if (leaf.path("role").asString("").equals(role)) {
                sum = sum.add(leaf.path("value")
                        .asDecimal()
                        .multiply(leaf.path("factor").asDecimal()));
            }
        }
        return sum;
    }

    /** The number stands in that cell of that file; items of a list are counted, and stand there by name. */
    private void checkCell(JsonNode leaf) throws Exception {
        String cell = leaf.path("cell").asString("");
        String raw = leaf.path("raw").asString("");
        if (raw.matches("[\\d.,]+") && cell.matches("[A-Z]+\\d+")) {
            CellReference address = new CellReference(cell);
            double value = workbook(leaf.path("file").asString(""))
                    .getSheet(leaf.path("sheet").asString(""))
                    .getRow(address.getRow())
                    .getCell(address.getCol())
                    .getNumericCellValue();
            assertThat(BigDecimal.valueOf(value))
                    .as(leaf.toString())
                    .isEqualByComparingTo(leaf.path("value").asDecimal());
        }
    }

    private Workbook workbook(String file) throws IOException {
        Workbook workbook = opened.get(file);
        if (workbook == null) {
            workbook = new XSSFWorkbook(Files.newInputStream(SAMPLES.resolve(file)));
            opened.put(file, workbook);
        }
        return workbook;
    }

    @Test
    void a_figure_is_explained_to_people_file_by_file() {
        String said = tonghop.command(
                        "explain", "complaint-petition-resolution-rate", "--unit", "513", "--period", "2015-2020")
                .printed();
        assertThat(said).contains("98.56 % (273/277)", "complaints.petitions-settled", "sha256");
    }

    @Test
    void an_unknown_figure_unit_or_period_is_told_with_the_nearest_word() {
        Tonghop.Ended figure = tonghop.command("explain", "reception.visit", "--unit", "67", "--period", "2023");
        assertThat(figure.code()).isEqualTo(2);
        assertThat(figure.said()).contains("reception.visits");
        assertThat(tonghop.command("explain", "reception.visits", "--unit", "68", "--period", "2023")
                        .code())
                .isEqualTo(2);
        assertThat(tonghop.command("explain", "reception.visits", "--unit", "67")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void communes_that_were_merged_keep_their_sum_and_what_the_district_did_itself_goes_to_the_province() {
        JsonNode restated =
                tonghop.json("restate", "--period", "2015-2020", "--units-of", "2025-07-01", "--unit", "48", "--json");
        BigDecimal communes = BigDecimal.ZERO;
        BigDecimal province = BigDecimal.ZERO;
        for (JsonNode figure : restated.path("figures")) {
            if (figure.path("id").asString("").equals("petitions.received")) {
                if (figure.path("unit").asString("").equals("48")) {
                    province = figure.path("value").asDecimal();
                } else {
                    communes = communes.add(figure.path("value").asDecimal());
                }
            }
        }
        assertThat(communes).isEqualByComparingTo("1912");
        assertThat(province).isEqualByComparingTo("3585");
        assertThat(tonghop.command("restate", "--period", "2015-2020", "--units-of", "2025-07-01", "--unit", "513")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_report_can_be_had_as_it_was_before_a_correction(@TempDir Path elsewhere) throws Exception {
        Tonghop twice = Tonghop.in(elsewhere);
        twice.send("input-samples/dak-nong/2023", "660.xlsx");
        twice.run("--now", "2024-01-05T01:30:00+07:00");
        JsonNode before = twice.report("67", "2023");
        twice.send(
                SAMPLES.resolve("dak-nong/2023/660.xlsx"),
                "660.xlsx",
                workbook -> workbook.getSheetAt(0).getRow(14).getCell(4).setCellValue(65));
        twice.run("--now", "2024-02-05T01:30:00+07:00");
        assertThat(twice.report("67", "2023").path("figures")).isNotEqualTo(before.path("figures"));
        assertThat(twice.rerun("--period", "2023", "--as-of", "2024-01-31").code())
                .isZero();
        Path then;
        try (var files = Files.walk(twice.out().resolve("as-of"))) {
            then = files.filter(file -> file.endsWith("67/2023/report.json"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(JsonMapper.shared().readTree(Files.readString(then)).path("figures"))
                .isEqualTo(before.path("figures"));
        assertThat(twice.run("--now", "2024-02-06T01:30:00+07:00").said()).contains("nothing written");
        assertThat(twice.rerun("--period", "2023", "--as-of", "hôm qua").code()).isEqualTo(2);
    }
}
