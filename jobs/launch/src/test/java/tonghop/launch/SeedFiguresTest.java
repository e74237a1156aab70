package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReaderHeaderAware;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The five published data sets, through the whole line: what people printed once must come out again. */
class SeedFiguresTest {

    private static final Map<String, String> PROVINCES =
            Map.of("513", "49", "165", "19", "875", "87", "31", "31", "67", "67");

    private final Tonghop tonghop = SampleRun.TONGHOP;
    private final Tonghop.Ended ended = SampleRun.ENDED;

    @Test
    void the_run_ends_well() {
        assertThat(ended.said()).doesNotContain("rejected", "unrecognised");
        assertThat(ended.code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_figure_stands_under_its_unit_period_and_measure(Seed seed) throws Exception {
        JsonNode report = tonghop.report(Objects.requireNonNull(PROVINCES.get(seed.unit())), seed.period());
        JsonNode figure = Tonghop.figure(report, seed.unit(), seed.measure());
        assertThat(figure.path("status").asString("")).as("status").isEqualTo(seed.status());
        JsonNode number = figure.path(seed.status().equals("declared") ? "declared" : "value");
        assertThat(number.decimalValue()).as("value").isEqualByComparingTo(seed.value());
        assertThat(figure.path("qualifier").asString("")).as("qualifier").isEqualTo(seed.qualifier());
        assertThat(figure.path("unit_of_count").asString(""))
                .as("unit of count")
                .isEqualTo(seed.unitOfCount());
        if (seed.status().equals("declared")) {
            assertThat(figure.path("value").isNull())
                    .as("a declared rate has no value")
                    .isTrue();
        }
    }

    @Test
    void a_rate_that_was_cut_off_stands_beside_the_computed_one() throws Exception {
        JsonNode report = tonghop.report("49", "2015-2020");
        JsonNode rate = Tonghop.figure(report, "513", "complaint-petition-resolution-rate");
        assertThat(rate.path("value").decimalValue()).isEqualByComparingTo("98.56");
        assertThat(rate.path("declared").decimalValue()).isEqualByComparingTo("98.55");
        assertThat(findings(report, "rate-cut-off")).singleElement().satisfies(finding -> {
            assertThat(finding.path("severity").asString()).isEqualTo("info");
            assertThat(finding.path("file").asString()).isEqualTo("thang-binh/2015-2020/513.xlsx");
            assertThat(finding.path("sheet").asString()).isNotEmpty();
            assertThat(finding.path("cell").asString()).matches("[A-Z]+\\d+");
            assertThat(finding.path("message").path("vi").asString()).contains("273/277");
            assertThat(finding.path("message").path("en").asString()).contains("273/277");
        });
    }

    @Test
    void the_contradiction_in_the_projects_of_song_cong_is_a_warning_with_both_sides() throws Exception {
        JsonNode report = tonghop.report("19", "2021");
        assertThat(findings(report, "rule-broken")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.path("severity").asString()).isEqualTo("warning");
            assertThat(finding.path("value").asString()).isEqualTo("17");
            assertThat(finding.path("expected").asString()).isEqualTo("7");
            assertThat(finding.path("file").asString()).isEqualTo("song-cong/2021/165.xlsx");
            assertThat(finding.path("cell").asString()).matches("[A-Z]+\\d+");
        });
    }

    @Test
    void what_lap_vo_did_not_report_is_missing_and_never_nought() throws Exception {
        JsonNode report = tonghop.report("87", "2022");
        assertThat(Tonghop.figure(report, "875", "reception.visits")
                        .path("status")
                        .asString())
                .isEqualTo("missing");
        assertThat(Tonghop.figure(report, "875", "reception.visits")
                        .path("value")
                        .isNull())
                .isTrue();
        assertThat(findings(report, "missing-form"))
                .extracting(finding -> finding.path("unit").asString() + " "
                        + finding.path("form").asString())
                .contains("875 01/TCD", "875 01/KQGQ", "875 II.06");
    }

    @Test
    void one_of_eighteen_districts_of_quang_nam_has_reported() throws Exception {
        JsonNode visits = Tonghop.figure(tonghop.report("49", "2015-2020"), "49", "reception.visits");
        assertThat(visits.path("reported").asInt()).isEqualTo(1);
        assertThat(visits.path("expected").asInt()).isEqualTo(18);
    }

    @Test
    void the_communes_of_thang_binh_stand_below_it() throws Exception {
        JsonNode district = Tonghop.unit(tonghop.report("49", "2015-2020"), "513");
        assertThat(district.path("children").size()).isEqualTo(22);
    }

    private static List<JsonNode> findings(JsonNode report, String rule) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            if (finding.path("rule").asString().equals(rule)) {
                found.add(finding);
            }
        }
        return found;
    }

    /** A row of {@code seed-figures.csv}. */
    record Seed(
            String unit,
            String period,
            String measure,
            String status,
            String qualifier,
            BigDecimal value,
            String unitOfCount) {}

    static Stream<Seed> seeds() throws Exception {
        List<Seed> seeds = new ArrayList<>();
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(SeedFiguresTest.class.getResourceAsStream("seed-figures.csv")),
                        StandardCharsets.UTF_8);
                CSVReaderHeaderAware csv = new CSVReaderHeaderAware(text)) {
            for (Map<String, String> row = csv.readMap(); row != null; row = csv.readMap()) {
                seeds.add(new Seed(
                        row.getOrDefault("unit_code", ""),
                        row.getOrDefault("period", ""),
                        row.getOrDefault("measure", ""),
                        row.getOrDefault("status", ""),
                        row.getOrDefault("qualifier", ""),
                        new BigDecimal(row.getOrDefault("value", "")),
                        row.getOrDefault("measured_in", "")));
            }
        }
        assertThat(seeds).hasSize(68);
        return seeds.stream();
    }
}
