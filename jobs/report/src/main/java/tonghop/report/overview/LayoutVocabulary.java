package tonghop.report.overview;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tonghop.domain.NearestWord;

/** Every word that a layout of {@code tong-hop.xlsx} may use between braces. */
final class LayoutVocabulary {

    private static final List<String> COMPARED = List.of("before", "before-change", "year-ago", "year-ago-change");

    /** The fields of each section's lines. */
    static final Map<String, List<String>> SECTIONS = Map.ofEntries(
            Map.entry(
                    "indicator",
                    with(
                            COMPARED,
                            "label",
                            "value",
                            "numerator",
                            "denominator",
                            "target",
                            "reached",
                            "declared",
                            "low",
                            "high",
                            "reported",
                            "expected",
                            "status",
                            "id")),
            Map.entry(
                    "measure",
                    with(
                            COMPARED,
                            "before-percent",
                            "year-ago-percent",
                            "label",
                            "value",
                            "unit-of-count",
                            "reported",
                            "partial",
                            "expected",
                            "status",
                            "id")),
            Map.entry("unit", List.of("code", "name", "expected", "accepted", "late", "rejected", "missing")),
            Map.entry("ranking", List.of("indicator", "place", "unit", "value", "numerator", "denominator", "status")),
            Map.entry("series", List.of("label", "unit-of-count", "id")),
            Map.entry("coverage", List.of("code", "unit", "expected", "accepted")),
            Map.entry("form", List.of("form", "title", "expected", "on-time", "late", "rejected", "missing")),
            Map.entry(
                    "finding",
                    List.of(
                            "severity",
                            "rule",
                            "unit",
                            "form",
                            "file",
                            "sheet",
                            "cell",
                            "value",
                            "expected",
                            "impact",
                            "vietnamese",
                            "english")),
            Map.entry(
                    "source",
                    List.of(
                            "file",
                            "sheet",
                            "form",
                            "unit",
                            "period",
                            "state",
                            "read",
                            "observations",
                            "blank",
                            "controls",
                            "notes",
                            "rejected",
                            "sha256")),
            Map.entry(
                    "value",
                    List.of(
                            "unit-code",
                            "unit",
                            "below",
                            "period",
                            "form",
                            "measure",
                            "label",
                            "row",
                            "value",
                            "unit-of-count",
                            "status",
                            "mark",
                            "file",
                            "sheet",
                            "cell",
                            "sha256")),
            Map.entry("change", List.of("unit", "label", "was", "is", "difference", "causes")),
            Map.entry("sheet", List.of("name", "about")),
            Map.entry("check", List.of("form", "label", "on-form", "figure", "difference", "verdict")));

    /** Sections whose last column is repeated. */
    static final NavigableSet<String> REPEATED = new TreeSet<>(Set.of("unit", "series", "coverage"));

    static final String RANKING_CHART = "ranking ";
    private static final Set<String> CHARTS = Set.of("indicators", "series", "completeness");

    private LayoutVocabulary() {}

    private static List<String> with(List<String> some, String... others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(others));
        return List.copyOf(all);
    }

    static boolean knows(String placeholder) {
        if (placeholder.startsWith(LayoutPlaceholder.CHART)) {
            String chart = placeholder.substring(LayoutPlaceholder.CHART.length());
            return CHARTS.contains(chart) || chart.matches(RANKING_CHART + "[1-9]");
        }
        return all().contains(placeholder);
    }

    /** The word that was probably meant. */
    static Optional<String> nearest(String placeholder) {
        return NearestWord.to(placeholder, all());
    }

    /** All of them, a chart of a ranking by the first. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(LayoutWords.names());
        all.add(LayoutPlaceholder.FORM_SHEETS);
        all.add(LayoutPlaceholder.COLUMN_HEADING);
        all.add(LayoutPlaceholder.COLUMN_VALUE);
        CHARTS.forEach(chart -> all.add(LayoutPlaceholder.CHART + chart));
        all.add(LayoutPlaceholder.CHART + RANKING_CHART + "1");
        SECTIONS.forEach((section, fields) -> fields.forEach(field -> all.add(section + "." + field)));
        return all;
    }
}
