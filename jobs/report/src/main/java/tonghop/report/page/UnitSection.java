package tonghop.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tonghop.domain.Figure;
import tonghop.domain.Ranking;
import tonghop.domain.Report;
import tonghop.domain.UnitReport;

/**
 * The units below, in the order of one figure, and how that figure went over the periods. Here stands the figure that
 * says most; the script lets the reader choose another.
 */
final class UnitSection {

    private final Html html;
    private final Report report;
    private final FigureIndex index;

    UnitSection(Html html, Report report, FigureIndex index) {
        this.html = html;
        this.report = report;
        this.index = index;
    }

    /** The number of the figure that most units below have, an indicator before a count; 0 if none has any. */
    int start() {
        Comparator<Figure> byUnits =
                Comparator.comparingInt(figure -> ranking(figure).ranked().size());
        Comparator<Figure> order =
                byUnits.thenComparing((Figure figure) -> figure.kind() == Figure.Kind.INDICATOR ? 1 : 0);
        int start = 0;
        Figure best = null;
        for (Figure figure : index.figures()) {
            if (best == null || order.compare(figure, best) > 0) {
                best = figure;
                start = index.figure(figure.id());
            }
        }
        return start;
    }

    void write() {
        html.open("section", "id", "units", "aria-labelledby", "units-title");
        html.said("h2", "units.title", "id", "units-title");
        List<Figure> figures = index.figures();
        if (figures.isEmpty() || report.top().children().isEmpty()) {
            html.said("p", "units.no-figures", "class", "note");
        }
        if (!figures.isEmpty()) {
            Figure figure = figures.get(start());
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
        html.open("label")
                .said("span", "figures.search")
                .single("input", "id", "choose-text", "type", "search", "autocomplete", "off")
                .close();
        html.open("label")
                .said("span", "units.choose")
                .open("select", "id", "choose")
                .close()
                .close();
        html.open("label", "id", "level-label")
                .said("span", "units.level")
                .open("select", "id", "level")
                .close()
                .close();
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

    private void writeRanking(Figure figure) {
        Ranking ranking = ranking(figure);
        if (ranking.ranked().isEmpty()) {
            html.said("p", "units.none", "class", "note");
            return;
        }
        html.open("table", "class", "ranking")
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
        Map<Boolean, List<UnitReport>> without = ranking.without().stream()
                .collect(Collectors.partitioningBy(unit ->
                        unit.find(figure.id()).map(Figure::isOverNothing).orElse(false)));
        writeNames("units.missing", without.getOrDefault(false, List.of()));
        writeNames("units.over-nothing", without.getOrDefault(true, List.of()));
    }

    private void writeNames(String key, List<UnitReport> units) {
        if (!units.isEmpty()) {
            String names = units.stream().map(unit -> unit.unit().name()).collect(Collectors.joining(", "));
            html.open("p", "class", "note").say(key, units.size(), names).close();
        }
    }

    private void writeLine(Ranking.Ranked line, double most) {
        html.open("tr").element("td", Integer.toString(line.place()), "class", "number");
        html.open("th", "scope", "row").text(line.unit().unit().name());
        html.bar(most <= 0 ? 0 : 100 * line.shown().doubleValue() / most).close();
        html.open("td", "class", "number");
        FigureText text = new FigureText(html, report.past());
        text.value(
                line.figure(),
                index.figure(line.figure().id()),
                index.unit(line.unit().unit().code()));
        text.counts(line.figure(), line.unit());
        html.close().close();
    }
}
