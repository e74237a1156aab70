package tonghop.report.overview;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.domain.NearestWord;

/** Every word that a layout of {@code tong-hop.xlsx} may use between braces. */
final class LayoutVocabulary {

    /** The fields of each section's lines; a section may take several lines here. */
    private static final Set<String> FIELDS =
            """
            indicator: label value numerator denominator target reached declared low high reported expected status id
            indicator: before before-change year-ago year-ago-change
            measure: label value unit-of-count reported partial expected status id
            measure: before before-change before-percent year-ago year-ago-change year-ago-percent
            unit: code name expected accepted late rejected missing
            ranking: indicator place unit value numerator denominator status
            series: label unit-of-count id
            coverage: code unit expected accepted
            form: form title expected on-time late rejected missing
            finding: severity rule unit form file sheet cell value expected impact vietnamese english
            source: file sheet form unit period state read observations blank controls notes rejected sha256
            value: unit-code unit below period form measure label row value unit-of-count status mark
            value: file sheet cell sha256 counts nature level sender
            change: unit label was is difference causes
            sheet: name about
            check: form label on-form figure difference verdict
            """.lines().flatMap(LayoutVocabulary::fields).collect(Collectors.toUnmodifiableSet());

    /** Sections whose last column is repeated. */
    static final NavigableSet<String> REPEATED = new TreeSet<>(Set.of("unit", "series", "coverage"));

    static final String RANKING_CHART = "ranking ";
    private static final Set<String> CHARTS = Set.of("indicators", "series", "completeness");

    private LayoutVocabulary() {}

    private static Stream<String> fields(String line) {
        String section = line.substring(0, line.indexOf(':'));
        return Stream.of(line.substring(line.indexOf(' ') + 1).split(" ", -1)).map(field -> section + "." + field);
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
        all.addAll(FIELDS);
        return all;
    }
}
