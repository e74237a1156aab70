package tonghop.report.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Ranking;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.report.UnitReport;
import tonghop.report.overview.Section.Line;
import tonghop.report.words.Words;

/** The lines about the units below: their figures beside each other, their ranks, and who has sent what. */
final class UnitLines {

    /** Measures are compared only where there are no rates to compare, and then no more than these. */
    private static final int MOST_MEASURES = 12;

    private final Report report;

    private final List<Ranking> rankings;

    UnitLines(Report report) {
        this.report = report;
        this.rankings = figuresBelow(report, Figure.Kind.INDICATOR).stream()
                .map(of -> Ranking.of(of, report.top().children()))
                .filter(ranking -> ranking.ranked().size() > 1)
                .toList();
    }

    /** One line for each unit directly below, one column for each rate. */
    Section units() {
        List<Figure> compared = compared();
        List<Line> lines = new ArrayList<>();
        for (UnitReport child : report.top().children()) {
            Map<String, Content> cells = counts(child.completeness());
            cells.put("code", Content.text(child.unit().code()));
            cells.put("name", Content.text(child.unit().name()));
            List<Content> columns = new ArrayList<>();
            for (Figure figure : compared) {
                columns.add(child.find(figure.id())
                        .filter(found -> found.value() != null)
                        .map(found -> FigureLines.shown(valueOf(found), found, found.qualifier()))
                        .orElse(Content.NOTHING));
            }
            lines.add(new Line(cells, columns));
        }
        List<String> headings = compared.stream()
                .map(figure -> "%s (%s)".formatted(figure.label(), figure.unitOfCount()))
                .toList();
        return Section.withColumns("unit", headings, lines, "Không có đơn vị trực thuộc nào báo cáo.");
    }

    /** The rates that a unit below has; of measures a few where no rate is. */
    private List<Figure> compared() {
        List<Figure> rates = figuresBelow(report, Figure.Kind.INDICATOR);
        return rates.isEmpty()
                ? figuresBelow(report, Figure.Kind.MEASURE).stream()
                        .limit(MOST_MEASURES)
                        .toList()
                : rates;
    }

    private static List<Figure> figuresBelow(Report report, Figure.Kind kind) {
        return report.top().figures().stream()
                .filter(figure -> figure.kind() == kind && !figure.id().isPart())
                .filter(figure -> report.top().children().stream()
                        .anyMatch(child -> child.find(figure.id())
                                .filter(found -> found.value() != null)
                                .isPresent()))
                .toList();
    }

    /** One for each rate that at least two units have. */
    List<Ranking> rankings() {
        return rankings;
    }

    private static BigDecimal valueOf(Figure figure) {
        return Objects.requireNonNull(figure.value());
    }

    Section ranking() {
        List<Line> lines = new ArrayList<>();
        for (Ranking ranking : rankings) {
            ranking.ranked().forEach(ranked -> lines.add(ranked(ranking.of(), ranked)));
            ranking.without().forEach(unit -> lines.add(unranked(ranking.of(), unit)));
        }
        return Section.of("ranking", lines, "Không có tỷ lệ nào của hai đơn vị trở lên để xếp hạng.");
    }

    private static Line ranked(Figure of, Ranking.Ranked ranked) {
        Figure figure = ranked.figure();
        return Line.of(Map.of(
                "indicator", Content.text(of.label()),
                "place", Content.whole(ranked.place()),
                "unit", Content.text(ranked.unit().unit().name()),
                "value", FigureLines.shown(valueOf(figure), figure, figure.qualifier()),
                "numerator", Content.number(figure.numerator(), 2),
                "denominator", Content.number(figure.denominator(), 2),
                "status",
                        Content.text("%d/%d đơn vị"
                                .formatted(
                                        figure.sent().reported(), figure.sent().expected()))));
    }

    private static Line unranked(Figure of, UnitReport unit) {
        String status = unit.find(of.id())
                .map(figure -> figure.isOverNothing() ? FigureLines.OVER_NOTHING : Words.of(figure.status()))
                .orElse("Không có số liệu");
        return Line.of(Map.of(
                "indicator", Content.text(of.label()),
                "unit", Content.text(unit.unit().name()),
                "status", Content.text(status)));
    }

    /** Units by forms. */
    Section coverage() {
        Set<String> forms = new LinkedHashSet<>();
        Map<String, Map<String, Coverage>> byUnit = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Coverage pair : report.coverage()) {
            forms.add(pair.form());
            names.put(pair.unit(), pair.unitName());
            byUnit.computeIfAbsent(pair.unit(), unit -> new HashMap<>()).put(pair.form(), pair);
        }
        List<Line> lines = new ArrayList<>();
        byUnit.forEach((unit, pairs) -> {
            List<Content> columns = forms.stream()
                    .map(form -> Optional.ofNullable(pairs.get(form))
                            .map(pair -> Content.text(Words.of(pair)))
                            .orElse(Content.NOTHING))
                    .toList();
            long accepted = pairs.values().stream()
                    .filter(pair -> pair.state() == Coverage.State.ACCEPTED)
                    .count();
            lines.add(new Line(
                    Map.of(
                            "code", Content.text(unit),
                            "unit", Content.text(names.get(unit)),
                            "expected", Content.whole(pairs.size()),
                            "accepted", Content.whole((int) accepted)),
                    columns));
        });
        return Section.withColumns("coverage", List.copyOf(forms), lines, "Không có biểu nào phải gửi.");
    }

    /** How many units have sent each form. */
    Section forms() {
        Map<String, List<Coverage>> byForm = report.coverage().stream()
                .collect(Collectors.groupingBy(Coverage::form, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> titles = new HashMap<>();
        report.tables()
                .forEach(table -> titles.put(table.form().id(), table.form().title()));
        List<Line> lines = new ArrayList<>();
        byForm.forEach((form, pairs) -> {
            Map<String, Content> cells = counts(Completeness.of(pairs));
            cells.put("form", Content.text(form));
            cells.put("title", Content.text(titles.get(form)));
            lines.add(Line.of(cells));
        });
        return Section.of("form", lines, "Không có biểu nào phải gửi.");
    }

    private static Map<String, Content> counts(Completeness completeness) {
        Map<String, Content> cells = new HashMap<>();
        cells.put("expected", Content.whole(completeness.expected()));
        cells.put("accepted", Content.whole(completeness.accepted()));
        cells.put("on-time", Content.whole(completeness.accepted() - completeness.late()));
        cells.put("late", Content.whole(completeness.late()));
        cells.put("rejected", Content.whole(completeness.rejected()));
        cells.put("missing", Content.whole(completeness.missing()));
        return cells;
    }
}
