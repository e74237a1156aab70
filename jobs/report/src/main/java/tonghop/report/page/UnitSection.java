package tonghop.report.page;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tonghop.domain.Figure;
import tonghop.domain.Report;
import tonghop.domain.UnitReport;

/**
 * The units below, in the order of one figure, and how that figure went over the periods. Here stands the figure that
 * says most; the script lets the reader choose another.
 */
final class UnitSection {

    private record Line(UnitReport unit, Figure figure, BigDecimal value) {}

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
                Comparator.comparingLong(figure -> lines(figure).size());
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
        for (String order : List.of("high", "low", "name")) {
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

    private List<Line> lines(Figure figure) {
        return report.top().children().stream()
                .flatMap(child -> line(child, figure).stream())
                .toList();
    }

    private static Optional<Line> line(UnitReport unit, Figure figure) {
        return unit.figures().stream()
                .filter(own -> own.id().equals(figure.id()) && own.value() != null)
                .findFirst()
                .flatMap(own -> Optional.ofNullable(FigureText.shown(own)).map(value -> new Line(unit, own, value)));
    }

    private void writeRanking(Figure figure) {
        List<Line> lines = lines(figure).stream()
                .sorted(Comparator.comparing(Line::value).reversed())
                .toList();
        if (lines.isEmpty()) {
            html.said("p", "units.none", "class", "note");
            return;
        }
        html.open("table", "class", "ranking")
                .open("caption")
                .say("units.caption", figure.label())
                .close();
        html.open("thead").open("tr");
        html.said("th", "units.rank", "scope", "col", "class", "number");
        html.said("th", "units.unit", "scope", "col");
        html.said("th", "units.value", "scope", "col", "class", "number");
        html.close().close().open("tbody");
        double most = Math.max(lines.get(0).value().doubleValue(), figure.kind() == Figure.Kind.INDICATOR ? 100 : 0);
        int rank = 0;
        for (int place = 0; place < lines.size(); place++) {
            if (place == 0
                    || lines.get(place).value().compareTo(lines.get(place - 1).value()) != 0) {
                rank = place + 1;
            }
            writeLine(lines.get(place), rank, most);
        }
        html.close().close();
        List<String> without = report.top().children().stream()
                .filter(child -> line(child, figure).isEmpty())
                .map(child -> child.unit().name())
                .toList();
        if (!without.isEmpty()) {
            html.open("p", "class", "note")
                    .say("units.missing", without.size(), without.stream().collect(Collectors.joining(", ")))
                    .close();
        }
    }

    private void writeLine(Line line, int rank, double most) {
        html.open("tr").element("td", Integer.toString(rank), "class", "number");
        html.open("th", "scope", "row").text(line.unit().unit().name());
        html.bar(most <= 0 ? 0 : 100 * line.value().doubleValue() / most).close();
        html.open("td", "class", "number");
        new FigureText(html, report.past())
                .value(
                        line.figure(),
                        index.figure(line.figure().id()),
                        index.unit(line.unit().unit().code()));
        BigDecimal numerator = line.figure().numerator();
        BigDecimal denominator = line.figure().denominator();
        if (numerator != null && denominator != null) {
            html.open("span", "class", "counts")
                    .number(numerator)
                    .text("/")
                    .number(denominator)
                    .close();
        }
        html.close().close();
    }
}
