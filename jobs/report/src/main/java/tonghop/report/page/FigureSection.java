package tonghop.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;

/** Every figure of the report's unit, by form. */
final class FigureSection {

    private final Html html;
    private final Report report;
    private final FigureText text;

    FigureSection(Html html, Report report) {
        this.html = html;
        this.report = report;
        this.text = new FigureText(html, report.past());
    }

    void write() {
        html.section("figures");
        html.open("div", "class", "choices script");
        html.search("figure-text", "figures.search");
        html.open("label", "class", "check")
                .single("input", "id", "figure-values", "type", "checkbox", "checked", "")
                .said("span", "figures.with-values")
                .close();
        html.open("p", "id", "figure-count", "class", "note", "role", "status").close();
        html.close();
        html.open("table", "id", "figure-table")
                .open("caption")
                .say(
                        "figures.caption",
                        report.top().unit().name(),
                        report.period().labelInSentence())
                .close();
        html.open("thead").open("tr");
        html.said("th", "figures.figure", "scope", "col");
        html.said("th", "figures.value", "scope", "col", "class", "number");
        html.said("th", "figures.reported", "scope", "col", "class", "number");
        html.close().close();
        groups().forEach(this::writeGroup);
        html.close().close();
    }

    /** By the form that gives it, the first of the report's; indicators come first, what no form gives comes last. */
    private Map<String, List<Figure>> groups() {
        Map<String, String> forms = new LinkedHashMap<>();
        for (Report.FilledForm table : report.tables()) {
            table.form()
                    .measures()
                    .keySet()
                    .forEach(id -> forms.putIfAbsent(id, table.form().id()));
        }
        Map<String, List<Figure>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>());
        report.tables().forEach(table -> groups.put(table.form().id(), new ArrayList<>()));
        List<Figure> others = new ArrayList<>();
        for (Figure figure : report.top().figures()) {
            String form = figure.kind() == Figure.Kind.INDICATOR
                    ? ""
                    : forms.get(figure.id().of());
            groups.getOrDefault(form == null ? "?" : form, others).add(figure);
        }
        groups.put("?", others);
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private void writeGroup(String form, List<Figure> figures) {
        html.open("tbody").open("tr", "class", "group").open("th", "colspan", "3", "scope", "rowgroup");
        switch (form) {
            case "" -> html.say("figures.indicators");
            case "?" -> html.say("figures.other");
            default -> html.say("figures.of-form", form);
        }
        html.close().close();
        figures.forEach(this::writeFigure);
        html.close();
    }

    private void writeFigure(Figure figure) {
        boolean isMissing = FigureText.isMissing(figure);
        html.open("tr", "data-search", figure.label() + " " + figure.id(), "data-missing", isMissing ? "" : null);
        html.open("th", "scope", "row")
                .text(figure.label())
                .element("span", figure.id().toString(), "class", "id")
                .close();
        html.open("td", "class", "number");
        text.value(figure, report.top().unit());
        text.changes(figure);
        html.close();
        html.element("td", figure.sent().reported() + "/" + figure.sent().expected(), "class", "number");
        html.close();
    }
}
