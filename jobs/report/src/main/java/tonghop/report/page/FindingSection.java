package tonghop.report.page;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.finding.Severity;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.LocatedFinding;

/** The findings as they are ranked, with their places. */
final class FindingSection {

    /** More would make the page slow; the weightiest come first, and {@code findings.csv} has all. */
    private static final int MOST = 2_000;

    private static final Map<Severity, String> SIGNS =
            Map.of(Severity.ERROR, "✕", Severity.WARNING, "▲", Severity.INFO, "●");

    private final Html html;
    private final Report report;
    private final Map<String, String> names = new LinkedHashMap<>();

    FindingSection(Html html, Report report, FigureIndex index) {
        this.html = html;
        this.report = report;
        report.coverage().forEach(pair -> names.put(pair.unit(), pair.unitName()));
        index.units()
                .forEach(place -> names.put(place.unit().code(), place.unit().name()));
    }

    void write() {
        List<LocatedFinding> findings = report.findings();
        html.open("section", "id", "findings", "aria-labelledby", "findings-title");
        html.open("h2", "id", "findings-title")
                .say("findings.title")
                .text(" (" + findings.size() + ")")
                .close();
        if (findings.isEmpty()) {
            html.said("p", "findings.none", "class", "note").close();
            return;
        }
        writeChoices();
        html.open("ol", "id", "finding-list", "class", "findings");
        findings.stream().limit(MOST).forEach(this::writeFinding);
        html.close();
        if (findings.size() > MOST) {
            html.open("p", "class", "note")
                    .say("findings.more", findings.size() - MOST)
                    .close();
        }
        html.close();
    }

    private void writeChoices() {
        html.open("div", "class", "choices script");
        html.search("finding-text", "findings.search");
        html.open("label").said("span", "findings.severity").open("select", "id", "finding-severity");
        UnitSection.option(html, "", "page.all");
        for (Severity severity : Severity.values()) {
            UnitSection.option(html, severity.code(), "severity." + severity.code());
        }
        html.close().close();
        writeChoice("unit", places(Place::unit));
        writeChoice("form", places(Place::form));
        html.open("p", "id", "finding-count", "class", "note", "role", "status").close();
        html.close();
    }

    private Stream<String> places(Function<Place, @Nullable String> part) {
        return report.findings().stream()
                .map(located -> part.apply(located.finding().place()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream();
    }

    private void writeChoice(String field, Stream<String> values) {
        html.open("label").said("span", "findings." + field).open("select", "id", "finding-" + field);
        UnitSection.option(html, "", "page.all");
        values.forEach(value -> html.element("option", names.getOrDefault(value, value), "value", value));
        html.close().close();
    }

    private void writeFinding(LocatedFinding located) {
        Finding finding = located.finding();
        Place place = finding.place();
        String severity = finding.severity().code();
        html.open(
                "li",
                "class",
                severity,
                "data-severity",
                severity,
                "data-unit",
                Objects.toString(place.unit(), ""),
                "data-form",
                Objects.toString(place.form(), ""));
        html.open("p", "class", "severity")
                .element("span", SIGNS.getOrDefault(finding.severity(), ""), "aria-hidden", "true")
                .text(" ")
                .say("severity." + severity)
                .close();
        html.open("div");
        html.open("p").both(located.vietnamese(), located.english()).close();
        writeMore(located);
        html.element("p", where(finding), "class", "place").close().close();
    }

    private void writeMore(LocatedFinding located) {
        BigDecimal impact = located.impact();
        if (impact != null && impact.signum() != 0) {
            html.open("p", "class", "note").say("findings.impact", impact).close();
        }
        Answer answer = located.finding().answer();
        if (answer != null) {
            String said = Stream.of(answer.reason(), answer.text())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(": "));
            html.open("p", "class", "note").say("findings.answer", said).close();
        }
    }

    private String where(Finding finding) {
        Place place = finding.place();
        String unit = place.unit() == null ? null : names.getOrDefault(place.unit(), place.unit());
        return Stream.of(
                        unit,
                        place.form(),
                        place.file(),
                        place.sheet(),
                        place.cell(),
                        finding.code().code())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
