package tonghop.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Ranking;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.unit.Unit;

/**
 * The units below, in the order of one figure, and how that figure went over the periods. Here stands the figure that
 * says most; the script lets the reader choose another.
 */
record UnitSection(Html html, Report report, FigureIndex index) {

    /** The figure that most units below have, an indicator before a count; absent if there are no figures. */
    @Nullable Figure start() {
        Comparator<Figure> byUnits =
                Comparator.comparingInt(figure -> ranking(figure).ranked().size());
        Comparator<Figure> order =
                byUnits.thenComparing((Figure figure) -> figure.kind() == Figure.Kind.INDICATOR ? 1 : 0);
        return index.figures().stream()
                .reduce((best, figure) -> order.compare(figure, best) > 0 ? figure : best)
                .orElse(null);
    }

    void write() {
        html.section("units");
        Figure figure = start();
        if (figure == null || report.top().children().isEmpty()) {
            html.said("p", "units.no-figures", "class", "note");
        }
        if (figure != null) {
            writeChoices();
            html.open("div", "class", "two");
            html.open("div", "id", "ranking");
            writeRanking(figure);
            html.close();
            html.open("div", "id", "series", "class", "script").close();
            html.close();
        }
        html.close();
    }

    private void writeChoices() {
        html.open("div", "class", "choices script");
        html.search("choose-text", "figures.search");
        html.open("label")
                .said("span", "units.choose")
                .open("select", "id", "choose")
                .close()
                .close();
        Set<UnitLevel> levels = index.units().stream()
                .skip(1)
                .map(place -> place.unit().level())
                .collect(Collectors.toCollection(TreeSet::new));
        html.open("label", "hidden", levels.size() < 2 ? "" : null)
                .said("span", "units.level")
                .open("select", "id", "level");
        levels.forEach(level -> option(html, level.code(), "level." + level.code()));
        html.close().close();
        html.open("label").said("span", "units.order").open("select", "id", "order");
        for (String order : List.of("rank", "reverse", "name")) {
            option(html, order, "units.order." + order);
        }
        html.close().close().close();
    }

    /** An option, which can hold no markup; the script puts the words of the chosen language in. */
    static void option(Html html, String value, String key) {
        html.element(
                "option",
                Bundle.vietnamese(key),
                "value",
                value,
                "data-vi",
                Bundle.vietnamese(key),
                "data-en",
                Bundle.english(key));
    }

    private Ranking ranking(Figure figure) {
        return Ranking.of(figure, report.top().children());
    }

    /** The script puts another figure into the same table, line by line after the one that stands in the template. */
    private void writeRanking(Figure figure) {
        Ranking ranking = ranking(figure);
        boolean isEmpty = ranking.ranked().isEmpty();
        html.said("p", "units.none", "id", "ranking-none", "class", "note", "hidden", isEmpty ? null : "");
        html.open("table", "class", "ranking", "hidden", isEmpty ? "" : null)
                .open("caption")
                .say(figure.isHighestFirst() ? "units.caption-highest" : "units.caption-lowest", figure.label())
                .close();
        html.open("thead").open("tr");
        html.said("th", "units.rank", "scope", "col", "class", "number");
        html.said("th", "units.unit", "scope", "col");
        html.said("th", "units.value", "scope", "col", "class", "number");
        html.close().close().open("tbody");
        double most = ranking.ranked().stream()
                .mapToDouble(ranked -> ranked.shown().doubleValue())
                .max()
                .orElse(0);
        double whole = figure.kind() == Figure.Kind.INDICATOR ? Math.max(most, 100) : most;
        ranking.ranked().forEach(ranked -> writeLine(ranked, whole));
        html.close().close();
        html.open("template", "id", "ranking-line");
        writeLine("", "", 0, () -> {});
        html.close();
        Map<Boolean, List<UnitReport>> without = (isEmpty ? List.<UnitReport>of() : ranking.without())
                .stream()
                        .collect(Collectors.partitioningBy(unit -> unit.find(figure.id())
                                .map(Figure::isOverNothing)
                                .orElse(false)));
        writeNames("missing", without.getOrDefault(false, List.of()));
        writeNames("over-nothing", without.getOrDefault(true, List.of()));
        html.open("p", "id", "ranking-total", "class", "script").close();
    }

    private void writeNames(String why, List<UnitReport> units) {
        html.open("p", "id", "ranking-" + why, "class", "note", "hidden", units.isEmpty() ? "" : null);
        if (!units.isEmpty()) {
            String names = units.stream().map(unit -> unit.unit().name()).collect(Collectors.joining(", "));
            html.say("units." + why, units.size(), names);
        }
        html.close();
    }

    private void writeLine(Ranking.Ranked line, double most) {
        double percent = most <= 0 ? 0 : 100 * line.shown().doubleValue() / most;
        Unit unit = line.unit().unit();
        writeLine(Integer.toString(line.place()), unit.name(), percent, () -> {
            FigureText text = new FigureText(html, report.past());
            text.value(line.figure(), unit);
            text.counts(line.figure(), line.unit());
        });
    }

    private void writeLine(String place, String name, double percent, Runnable value) {
        html.open("tr").element("td", place, "class", "number");
        html.open("th", "scope", "row").text(name).bar(percent).close();
        html.open("td", "class", "number");
        value.run();
        html.close().close();
    }
}
