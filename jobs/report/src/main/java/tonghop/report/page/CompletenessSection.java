package tonghop.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.Coverage;

/** What has come in: a bar for each form, and each unit by each form. */
final class CompletenessSection {

    private final Html html;
    private final Report report;
    private final Map<String, List<Coverage>> byForm = new LinkedHashMap<>();
    private final Map<String, Map<String, Coverage>> byUnit = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    CompletenessSection(Html html, Report report) {
        this.html = html;
        this.report = report;
        for (Coverage pair : report.coverage()) {
            byForm.computeIfAbsent(pair.form(), form -> new ArrayList<>()).add(pair);
            byUnit.computeIfAbsent(pair.unit(), unit -> new LinkedHashMap<>()).put(pair.form(), pair);
            names.put(pair.unit(), pair.unitName());
        }
    }

    void write() {
        html.section("complete");
        if (byForm.isEmpty()) {
            html.said("p", "complete.none", "class", "note");
        } else {
            html.said("h3", "complete.forms");
            writeForms();
            html.said("h3", "complete.units", "id", "matrix-title");
            writeLegend();
            writeMatrix();
        }
        html.close();
    }

    private void writeForms() {
        Map<String, String> titles = new LinkedHashMap<>();
        report.tables()
                .forEach(table -> titles.put(table.form().id(), table.form().title()));
        html.open("table", "class", "ranking").said("caption", "complete.caption-forms");
        html.open("thead").open("tr");
        html.said("th", "complete.form", "scope", "col");
        html.said("th", "complete.received", "scope", "col", "class", "number");
        html.close().close().open("tbody");
        byForm.forEach((form, pairs) -> {
            Completeness sent = Completeness.of(pairs);
            html.open("tr").open("th", "scope", "row").text(form);
            if (titles.containsKey(form)) {
                html.element("span", titles.getOrDefault(form, ""), "class", "id");
            }
            new CompletenessBar(html)
                    .write(sent.accepted() - sent.late(), sent.late(), sent.rejected(), sent.missing());
            html.close()
                    .element("td", sent.accepted() + "/" + sent.expected(), "class", "number")
                    .close();
        });
        html.close().close();
    }

    private void writeLegend() {
        html.open("ul", "class", "legend");
        for (String state : List.of("on-time", "late", "rejected", "missing")) {
            html.open("li");
            CompletenessBar.sign(html, state);
            html.text(" ").say("state." + state).close();
        }
        html.close();
    }

    private void writeMatrix() {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "matrix-title");
        html.open("table", "class", "matrix").said("caption", "complete.caption-units", "class", "hidden");
        html.open("thead").open("tr").said("th", "units.unit", "scope", "col");
        byForm.keySet().forEach(form -> html.element("th", form, "scope", "col"));
        html.close().close().open("tbody");
        byUnit.forEach((unit, pairs) -> {
            html.open("tr").element("th", names.getOrDefault(unit, unit), "scope", "row");
            for (String form : byForm.keySet()) {
                Coverage pair = pairs.get(form);
                html.open("td");
                if (pair == null) {
                    html.said("span", "state.not-owed", "class", "hidden");
                } else {
                    String state = CompletenessBar.stateOf(pair);
                    CompletenessBar.sign(html, state);
                    html.said("span", "state." + state, "class", "hidden");
                }
                html.close();
            }
            html.close();
        });
        html.close().close().close();
    }
}
