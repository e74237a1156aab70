package tonghop.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tonghop.domain.form.Indicator;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.report.data.ReportJson;

/** The headline indicators as cards; where there are few, some counts beside them. */
final class Headlines {

    private static final int FEW = 6;

    private final Html html;
    private final Report report;
    private final FigureText text;

    Headlines(Html html, Report report) {
        this.html = html;
        this.report = report;
        this.text = new FigureText(html, report.past());
    }

    void write() {
        html.section("headline");
        List<Figure> shown = chosen();
        if (!shown.isEmpty()) {
            html.open("ul", "class", "cards");
            shown.forEach(this::writeCard);
            html.close();
        }
        writeLabels("headline.none", FigureText::isMissing);
        writeLabels("headline.over-nothing", figure -> figure.isOverNothing() && figure.declared() == null);
        html.close();
    }

    /** Names the rates that have no card. */
    private void writeLabels(String key, Predicate<Figure> are) {
        String labels = report.top().figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.INDICATOR)
                .filter(are)
                .map(Figure::label)
                .collect(Collectors.joining("; "));
        if (!labels.isEmpty()) {
            html.open("p", "class", "note").say(key, labels).close();
        }
    }

    private List<Figure> chosen() {
        List<Figure> chosen = new ArrayList<>();
        List<Figure> counts = new ArrayList<>();
        for (Figure figure : report.top().figures()) {
            if (FigureText.shown(figure) != null) {
                (figure.kind() == Figure.Kind.INDICATOR ? chosen : counts).add(figure);
            }
        }
        counts.stream().limit(Math.max(0, FEW - chosen.size())).forEach(chosen::add);
        return chosen;
    }

    private void writeCard(Figure figure) {
        html.open("li", "class", "card").element("h3", figure.label());
        html.open("p", "class", "big");
        text.value(figure, report.top().unit());
        html.close();
        text.counts(figure, report.top());
        if (figure.kind() == Figure.Kind.INDICATOR) {
            writeGauge(figure);
        }
        writeBounds(figure);
        writeTarget(figure);
        BigDecimal declared = figure.declared();
        if (figure.value() != null && declared != null) {
            html.open("p").say("headline.declared").text(" ");
            text.marked(declared, figure.declaredQualifier());
            html.text("%").close();
        } else if (figure.isOverNothing()) {
            html.said("p", "figures.over-nothing");
        } else if (declared != null) {
            html.said("p", "headline.only-declared");
        }
        html.open("p", "class", "note")
                .say(
                        "headline.reported",
                        figure.sent().reported(),
                        figure.sent().expected());
        if (figure.sent().partial() > 0) {
            html.text("; ").say("headline.partial", figure.sent().partial());
        }
        html.close();
        text.changes(figure);
        writeTrend(figure);
        html.close();
    }

    /** The rate on its way to 100, what it could yet become, and its target; the same stands beside it as text. */
    private void writeGauge(Figure figure) {
        BigDecimal shown = FigureText.shown(figure);
        if (shown == null) {
            return;
        }
        String kind = figure.value() == null ? "declared" : "computed";
        html.open("svg", "class", "gauge", "aria-hidden", "true");
        html.open("rect", "class", "track", "y", "4", "width", "100%", "height", "8")
                .close();
        rectangle(kind, 0, shown.doubleValue(), 4, 8);
        BigDecimal low = figure.low();
        BigDecimal high = figure.high();
        if (low != null && high != null && low.compareTo(high) != 0) {
            rectangle("bounds", low.doubleValue(), high.doubleValue() - low.doubleValue(), 13, 3);
        }
        BigDecimal target =
                figure.indicator() == null ? null : figure.indicator().target();
        if (target != null) {
            rectangle("target", target.doubleValue() - 0.4, 0.8, 0, 16);
        }
        html.close();
    }

    private void rectangle(String kind, double from, double width, int top, int height) {
        html.open(
                        "rect",
                        "class",
                        kind,
                        "x",
                        Html.percent(from),
                        "width",
                        Html.percent(width),
                        "y",
                        Integer.toString(top),
                        "height",
                        Integer.toString(height))
                .close();
    }

    private void writeBounds(Figure figure) {
        BigDecimal low = ReportJson.rounded(figure.low(), figure.decimals());
        BigDecimal high = ReportJson.rounded(figure.high(), figure.decimals());
        if (low != null && high != null && low.compareTo(high) != 0) {
            html.open("p").say("headline.bounds", low, high).close();
        }
    }

    private void writeTarget(Figure figure) {
        Indicator indicator = figure.indicator();
        BigDecimal target = indicator == null ? null : indicator.target();
        if (indicator == null || target == null) {
            return;
        }
        html.open("p").say(indicator.higherIsBetter() ? "headline.target-least" : "headline.target-most", target);
        if (figure.value() != null) {
            String verdict = figure.isTargetReached()
                    .map(isReached -> isReached ? "reached" : "not-reached")
                    .orElse("undecided");
            html.text(" – ").said("strong", "headline." + verdict, "class", verdict);
        }
        html.close();
    }

    /** The earlier periods and this one, as small columns; the numbers are in the section on units and periods. */
    private void writeTrend(Figure figure) {
        List<BigDecimal> values = new ArrayList<>();
        for (PastPeriod past : report.past().periods()) {
            past.find(figure.id()).ifPresent(then -> values.add(then.value()));
        }
        BigDecimal now = figure.value();
        if (values.isEmpty() || now == null) {
            return;
        }
        values.add(now);
        double most = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        double width = 100.0 / values.size();
        html.open("svg", "class", "trend", "aria-hidden", "true");
        for (int place = 0; place < values.size(); place++) {
            double height = most <= 0 ? 0 : 100 * values.get(place).doubleValue() / most;
            html.open(
                            "rect",
                            "class",
                            place == values.size() - 1 ? "now" : "then",
                            "x",
                            Html.percent(place * width),
                            "width",
                            Html.percent(width * 0.8),
                            "y",
                            Html.percent(100 - height),
                            "height",
                            Html.percent(height))
                    .close();
        }
        html.close();
    }
}
