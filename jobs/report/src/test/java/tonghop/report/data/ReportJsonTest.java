package tonghop.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.catalogue.Catalogue;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.fixtures.DrawnFigure;
import tools.jackson.databind.JsonNode;

/** What a reader of {@code report.json} can compare the figures with. */
class ReportJsonTest {

    private static final ReportingCalendar CALENDAR =
            Catalogue.read(Path.of("../../templates")).definitions().calendar();

    @TempDir
    private Path folder;

    @Test
    void tells_the_target_of_a_rate_that_has_one() throws IOException {
        JsonNode figures = written(PastFigures.NONE).path("figures");
        assertThat(figures.get(0).has("target")).isFalse();
        assertThat(figures.get(1).path("target").decimalValue()).isEqualByComparingTo("85");
        assertThat(figures.get(2).has("target"))
                .as("nobody set one for this rate")
                .isFalse();
    }

    @Test
    void tells_earlier_periods_the_oldest_first_with_rates_rounded_like_the_figure_and_counts_exact()
            throws IOException {
        Map<String, PastFigure> year = new LinkedHashMap<>();
        year.put("reception.visits", past("2000.125", null, null, Qualifier.AT_LEAST, true));
        year.put("settled-rate", past("66.6666666666", "2", "3", null, false));
        PastPeriod last = new PastPeriod(period("2022"), year);
        PastPeriod first =
                new PastPeriod(period("2021"), Map.of("reception.visits", past("1000", null, null, null, false)));
        JsonNode past = written(PastFigures.of(List.of(last, first), period("2023"), CALENDAR))
                .path("past");
        assertThat(past.get(0).path("period").asString()).isEqualTo("2021");
        assertThat(past.get(1).path("period").asString()).isEqualTo("2022");
        assertThat(past.get(1).path("figures").get(0)).isEqualTo(Json.parse("""
                                {"id": "reception.visits", "value": 2000.125, "comparable": true, "qualifier": "at-least"}"""));
        assertThat(past.get(1).path("figures").get(1)).isEqualTo(Json.parse("""
                                {"id": "settled-rate", "value": 66.67, "numerator": 2, "denominator": 3, "comparable": false}"""));
        assertThat(past.get(0).path("figures").size()).isEqualTo(1);
    }

    @Test
    void says_that_there_is_no_past_with_an_empty_list() throws IOException {
        assertThat(written(PastFigures.NONE).path("past").isArray()).isTrue();
        assertThat(written(PastFigures.NONE).path("past").isEmpty()).isTrue();
    }

    private JsonNode written(PastFigures past) throws IOException {
        Unit unit = new Unit("67", "Tỉnh Đắk Nông", UnitLevel.PROVINCE, "VN", Validity.ALWAYS, List.of());
        List<Figure> figures = List.of(
                figure("reception.visits", null),
                figure("settled-rate", indicator("settled-rate", new BigDecimal("85"))),
                figure("other-rate", indicator("other-rate", null)));
        Report report = new Report(
                period("2023"),
                new UnitReport(unit, new Completeness(1, 1, 0, 0, 0), figures, List.of()),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                past,
                null);
        Path file = folder.resolve("report.json");
        ReportJson.write(report, file);
        return Json.read(file);
    }

    private static Period period(String code) {
        return CALENDAR.find(code).orElseThrow();
    }

    private static PastFigure past(
            String value,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable Qualifier qualifier,
            boolean isComparable) {
        return new PastFigure(
                new BigDecimal(value),
                numerator == null ? null : new BigDecimal(numerator),
                denominator == null ? null : new BigDecimal(denominator),
                qualifier,
                isComparable);
    }

    private static Indicator indicator(String id, @Nullable BigDecimal target) {
        return new Indicator(id, "Tỷ lệ", List.of("a"), List.of("b"), 2, true, target);
    }

    private static Figure figure(String id, @Nullable Indicator indicator) {
        return DrawnFigure.of(id, "Nhãn", indicator == null ? Figure.Kind.MEASURE : Figure.Kind.INDICATOR)
                .value("80", null)
                .in(indicator == null ? "lượt" : "%", 2)
                .by(indicator)
                .drawn();
    }
}
