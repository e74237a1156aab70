package tonghop.report.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureComparison;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.report.overview.Content.Formula;
import tonghop.report.overview.Content.Target;
import tonghop.report.overview.Section.Line;
import tonghop.report.words.Words;

/** The lines about the figures of the report's unit. */
final class FigureLines {

    private static final String OTHER_UNITS = "khác đơn vị";
    static final String OVER_NOTHING = "Mẫu số bằng 0";
    private static final String UNKNOWN = "không rõ";

    private final Report report;
    private final ObservationLines values;

    FigureLines(Report report, ObservationLines values) {
        this.report = report;
        this.values = values;
    }

    /** Those that have a value first, so that a chart can be drawn of them. */
    Section indicators() {
        List<Line> lines = new ArrayList<>();
        computed(report).forEach(figure -> lines.add(indicator(figure)));
        report.top().figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.INDICATOR && figure.value() == null)
                .forEach(figure -> lines.add(indicator(figure)));
        return Section.of("indicator", lines, "Không có chỉ số nào.");
    }

    /** The indicators with a value, in the order of their lines. */
    static List<Figure> computed(Report report) {
        return report.top().figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.INDICATOR && figure.value() != null)
                .toList();
    }

    private Line indicator(Figure figure) {
        Map<String, Content> cells = new HashMap<>();
        Indicator indicator = figure.indicator();
        BigDecimal target = indicator == null ? null : indicator.target();
        BigDecimal value = figure.value();
        cells.put("label", Content.link(figure.label(), values.firstOf(indicator)));
        cells.put("value", rate(figure, value, values.firstOf(indicator)));
        cells.put("numerator", Content.number(figure.numerator(), figure.decimals()));
        cells.put("denominator", Content.number(figure.denominator(), figure.decimals()));
        cells.put("target", Content.number(target, figure.decimals()));
        if (value != null && target != null) {
            cells.put(
                    "reached",
                    Content.text(figure.isTargetReached()
                            .map(isReached -> isReached ? "Đạt" : "Chưa đạt")
                            .orElse("Chưa rõ")));
        }
        cells.put("declared", declared(figure));
        cells.put("low", bound(figure.low(), figure));
        cells.put("high", bound(figure.high(), figure));
        putCounts(figure, cells);
        putPast("before", report.past().before(), figure, cells);
        putPast("year-ago", report.past().lastYear(), figure, cells);
        return Line.of(cells);
    }

    /** The ratio as a live formula over the cells of numerator and denominator. */
    private static Content rate(Figure figure, @Nullable BigDecimal value, @Nullable Target target) {
        if (value == null) {
            return Content.NOTHING;
        }
        int decimals = figure.decimals();
        return new Formula(
                row -> row.of("numerator")
                        .flatMap(above -> row.of("denominator")
                                .map(below ->
                                        "IF(%s=0,\"\",ROUND(%s/%s*100,%d))".formatted(below, above, below, decimals))),
                new Content.Numeral(figure.shown(value), decimals, figure.qualifier(), target));
    }

    private static Content declared(Figure figure) {
        BigDecimal declared = figure.declared();
        return Content.number(declared, figure.decimals(), figure.declaredQualifier(), null);
    }

    /** What the rate could come to once everybody has reported. */
    private static Content bound(@Nullable BigDecimal bound, Figure figure) {
        if (bound != null) {
            return new Content.Numeral(figure.shown(bound), figure.decimals(), null);
        }
        return figure.value() == null ? Content.NOTHING : Content.text(UNKNOWN);
    }

    private static void putCounts(Figure figure, Map<String, Content> cells) {
        cells.put("reported", Content.whole(figure.sent().reported()));
        cells.put("partial", Content.whole(figure.sent().partial()));
        cells.put("expected", Content.whole(figure.sent().expected()));
        cells.put("status", Content.text(figure.isOverNothing() ? OVER_NOTHING : Words.of(figure.status())));
        cells.put("id", Content.text(figure.id().toString()));
    }

    Section measures() {
        return Section.of(
                "measure",
                report.top().figures().stream()
                        .filter(figure -> figure.kind() == Figure.Kind.MEASURE)
                        .map(this::measure)
                        .toList(),
                "Không có chỉ tiêu nào.");
    }

    private Line measure(Figure figure) {
        Map<String, Content> cells = new HashMap<>();
        Target target = values.firstOf(figure.id().of());
        BigDecimal shown = figure.value() == null ? figure.declared() : figure.value();
        cells.put("label", Content.link(figure.label(), target));
        cells.put("value", Content.number(shown, figure.decimals(), figure.qualifier(), target));
        cells.put("unit-of-count", Content.text(figure.unitOfCount()));
        putCounts(figure, cells);
        putPast("before", report.past().before(), figure, cells);
        putPast("year-ago", report.past().lastYear(), figure, cells);
        return Line.of(cells);
    }

    private static void putPast(String field, @Nullable PastPeriod period, Figure figure, Map<String, Content> cells) {
        Optional<PastFigure> past = period == null ? Optional.empty() : period.find(figure.id());
        if (past.isEmpty()) {
            return;
        }
        cells.put(field, shown(past.get().value(), figure, past.get().qualifier()));
        FigureComparison.between(figure, past.get()).ifPresent(comparison -> {
            if (comparison.isComparable()) {
                cells.put(field + "-change", change(field, comparison, figure));
                cells.put(field + "-percent", percent(field, comparison));
            } else {
                cells.put(field + "-change", Content.text(OTHER_UNITS));
            }
        });
    }

    private static Content change(String field, FigureComparison comparison, Figure figure) {
        int decimals = figure.kind() == Figure.Kind.INDICATOR
                ? figure.decimals()
                : Math.max(0, comparison.difference().stripTrailingZeros().scale());
        return new Formula(
                row -> row.of("value")
                        .flatMap(now -> row.of(field).map(then -> "ROUND(%s-%s,%d)".formatted(now, then, decimals))),
                new Content.Numeral(comparison.difference(), decimals, null));
    }

    private static Content percent(String field, FigureComparison comparison) {
        BigDecimal percent = comparison.percent();
        return percent == null
                ? Content.NOTHING
                : new Formula(
                        row -> row.of("value")
                                .flatMap(now -> row.of(field)
                                        .map(then -> "ROUND((%s-%s)/ABS(%s)*100,1)".formatted(now, then, then))),
                        new Content.Numeral(percent, 1, null));
    }

    /** Every figure with a past, one column for each period. */
    Section series() {
        PastFigures past = report.past();
        List<String> columns = new ArrayList<>();
        past.periods().forEach(period -> columns.add(period.period().label()));
        columns.add(report.period().label());
        List<Line> lines = new ArrayList<>();
        seriesOf(report).forEach(figure -> lines.add(series(figure)));
        return Section.withColumns("series", columns, lines, "Chưa có kỳ báo cáo nào trước kỳ này.");
    }

    /** The figures with a past: rates first, in the order of their lines. */
    static List<Figure> seriesOf(Report report) {
        List<Figure> figures = new ArrayList<>(computed(report));
        report.top().figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.MEASURE && figure.value() != null)
                .forEach(figures::add);
        figures.removeIf(figure -> report.past().periods().stream()
                .noneMatch(period -> period.find(figure.id()).isPresent()));
        return figures;
    }

    private Line series(Figure figure) {
        List<Content> columns = new ArrayList<>();
        for (PastPeriod period : report.past().periods()) {
            columns.add(period.find(figure.id())
                    .map(past -> shown(past.value(), figure, past.qualifier()))
                    .orElse(Content.NOTHING));
        }
        columns.add(figure.value() == null ? Content.NOTHING : shown(figure.value(), figure, figure.qualifier()));
        return new Line(
                Map.of(
                        "label", Content.text(figure.label()),
                        "unit-of-count", Content.text(figure.unitOfCount()),
                        "id", Content.text(figure.id().toString())),
                columns);
    }

    static Content shown(BigDecimal value, Figure figure, @Nullable Qualifier mark) {
        return figure.kind() == Figure.Kind.INDICATOR
                ? new Content.Numeral(figure.shown(value), figure.decimals(), mark, null)
                : Content.number(value, figure.decimals(), mark, null);
    }
}
