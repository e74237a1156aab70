package tonghop.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;
import tonghop.fixtures.DrawnFigure;

class FigureComparisonTest {

    private static final ReportingCalendar CALENDAR = new ReportingCalendar(14, List.of(), Map.of());

    @Test
    void a_count_differs_by_a_number_and_by_per_cent_of_the_earlier_one() {
        assertThat(FigureComparison.between(count("63", null), past("60")))
                .contains(new FigureComparison(new BigDecimal("3"), new BigDecimal("5.0"), true));
        assertThat(FigureComparison.between(count("2", null), past("3")))
                .contains(new FigureComparison(new BigDecimal("-1"), new BigDecimal("-33.3"), true));
    }

    @Test
    void from_nothing_there_is_no_per_cent() {
        assertThat(FigureComparison.between(count("5", null), past("0")))
                .contains(new FigureComparison(new BigDecimal("5"), null, true));
    }

    @Test
    void rates_differ_by_percentage_points_of_what_is_shown() {
        // 68.25 - 66.67, though the exact rates differ by 1.587.
        assertThat(FigureComparison.between(rate("68.253968"), past("66.666667")))
                .contains(new FigureComparison(new BigDecimal("1.58"), null, true));
    }

    @Test
    void what_is_missing_or_only_about_right_is_not_compared() {
        assertThat(FigureComparison.between(count(null, null), past("3"))).isEmpty();
        assertThat(FigureComparison.between(count("710", Qualifier.MORE_THAN), past("700")))
                .isEmpty();
        PastFigure about = new PastFigure(new BigDecimal("700"), null, null, Qualifier.ABOUT, true);
        assertThat(FigureComparison.between(count("710", null), about)).isEmpty();
    }

    @Test
    void a_rank_has_no_size_that_could_grow() {
        Figure rank = figure(Figure.Kind.MEASURE, "30", null, "hạng", 0, null, Nature.RANK);
        assertThat(FigureComparison.between(rank, past("20"))).isEmpty();
    }

    @Test
    void other_units_behind_the_earlier_figure_are_told() {
        PastFigure others = new PastFigure(new BigDecimal("60"), null, null, null, false);
        assertThat(FigureComparison.between(count("63", null), others))
                .hasValueSatisfying(
                        comparison -> assertThat(comparison.isComparable()).isFalse());
    }

    @Test
    void the_past_knows_the_period_before_and_the_same_one_last_year() {
        PastFigures past = PastFigures.of(
                List.of(pastPeriod("2023-Q1"), pastPeriod("2022-Q2"), pastPeriod("2022-Q4")),
                period("2023-Q2"),
                CALENDAR);
        assertThat(past.periods().stream().map(one -> one.period().code()))
                .containsExactly("2022-Q2", "2022-Q4", "2023-Q1");
        assertThat(past.before()).isEqualTo(pastPeriod("2023-Q1"));
        assertThat(past.lastYear()).isEqualTo(pastPeriod("2022-Q2"));
    }

    @Test
    void a_gap_in_the_past_is_not_bridged() {
        PastFigures past = PastFigures.of(List.of(pastPeriod("2022-Q4")), period("2023-Q2"), CALENDAR);
        assertThat(past.before()).isNull();
        assertThat(past.lastYear()).isNull();
    }

    @Test
    void a_target_is_reached_in_the_direction_that_is_better() {
        Indicator more = new Indicator("a", "a", List.of("x"), List.of("y"), 2, true, new BigDecimal("85"));
        Indicator less = new Indicator("a", "a", List.of("x"), List.of("y"), 2, false, new BigDecimal("5"));
        assertThat(more.isReachedBy(new BigDecimal("85.00"))).isTrue();
        assertThat(more.isReachedBy(new BigDecimal("84.99"))).isFalse();
        assertThat(more.isReachedBy(new BigDecimal("84.995")))
                .as("85,00 is what is shown")
                .isTrue();
        assertThat(less.isReachedBy(new BigDecimal("5.004"))).isTrue();
        assertThat(less.isReachedBy(new BigDecimal("4"))).isTrue();
        assertThat(less.isReachedBy(new BigDecimal("6"))).isFalse();
    }

    private static PastPeriod pastPeriod(String code) {
        return new PastPeriod(period(code), Map.of("count", past("1")));
    }

    private static Period period(String code) {
        return CALENDAR.find(code).orElseThrow();
    }

    private static PastFigure past(String value) {
        return new PastFigure(new BigDecimal(value), null, null, null, true);
    }

    private static Figure count(@Nullable String value, @Nullable Qualifier qualifier) {
        return figure(Figure.Kind.MEASURE, value, qualifier, "vụ", 0, null, Nature.FLOW);
    }

    private static Figure rate(String value) {
        Indicator indicator = new Indicator("rate", "Tỷ lệ", List.of("x"), List.of("y"), 2, true);
        return figure(Figure.Kind.INDICATOR, value, null, "%", 2, indicator, null);
    }

    private static Figure figure(
            Figure.Kind kind,
            @Nullable String value,
            @Nullable Qualifier qualifier,
            String unitOfCount,
            int decimals,
            @Nullable Indicator indicator,
            @Nullable Nature nature) {
        return DrawnFigure.of("count", "Số vụ", kind)
                .status(value == null ? Figure.Status.MISSING : Figure.Status.REPORTED)
                .value(value, qualifier)
                .in(unitOfCount, decimals)
                .by(indicator)
                .nature(nature)
                .drawn();
    }
}
