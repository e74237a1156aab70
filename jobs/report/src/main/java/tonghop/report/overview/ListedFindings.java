package tonghop.report.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.report.Report;
import tonghop.domain.report.ReportChange;
import tonghop.domain.report.ReportChange.FigureChange;
import tonghop.report.overview.Content.Formula;
import tonghop.report.overview.Content.Target;
import tonghop.report.overview.Section.Line;
import tonghop.report.words.Words;

/** The lines about what is odd, and about what became different since the period was closed. */
final class ListedFindings {

    private static final int PLACES = 6;

    private final Report report;
    private final ObservationLines values;
    private final Map<String, String> returned;

    /**
     * Makes the lines.
     *
     * @param returned the path of the returned copy, from the workbook's folder, by the file's path in its inbox
     */
    ListedFindings(Report report, ObservationLines values, Map<String, String> returned) {
        this.report = report;
        this.values = values;
        this.returned = Map.copyOf(returned);
    }

    Section findings() {
        List<Line> lines = new ArrayList<>();
        for (Report.LocatedFinding located : report.findings()) {
            Finding finding = located.finding();
            Place place = finding.place();
            Map<String, Content> cells = new HashMap<>();
            cells.put("severity", Content.text(Words.of(finding.severity())));
            cells.put("rule", Content.text(finding.code().code()));
            cells.put("unit", Content.text(place.unit()));
            cells.put("form", Content.text(place.form()));
            cells.put("file", Content.link(Objects.toString(place.file(), ""), returnedCopy(place.file())));
            cells.put("sheet", Content.text(place.sheet()));
            cells.put(
                    "cell",
                    Content.link(
                            Objects.toString(place.cell(), ""), values.in(place.file(), place.sheet(), place.cell())));
            cells.put("value", Content.text(finding.value()));
            cells.put("expected", Content.text(finding.expected()));
            cells.put("impact", Content.number(located.impact(), 2));
            cells.put("vietnamese", Content.text(located.vietnamese()));
            cells.put("english", Content.text(located.english()));
            lines.add(Line.of(cells));
        }
        return Section.of("finding", lines, "Không có phát hiện nào.");
    }

    private @Nullable Target returnedCopy(@Nullable String file) {
        String copy = file == null ? null : returned.get(file);
        return copy == null ? null : new Target.ToFile(copy);
    }

    Section changes() {
        Report.SinceClosing since = report.sinceClosing();
        if (since == null) {
            return Section.of("change", List.of(), "Kỳ này chưa chốt lần nào.");
        }
        ReportChange change = since.change();
        if (change == null) {
            return Section.of("change", List.of(), "Khi chốt kỳ này chưa có báo cáo của đơn vị.");
        }
        return Section.of(
                "change",
                change.figures().stream().map(ListedFindings::change).toList(),
                "Không có số liệu nào thay đổi kể từ lần chốt gần nhất.");
    }

    private static Line change(FigureChange change) {
        BigDecimal difference = change.difference();
        boolean isWhole = change.before() != null && change.after() != null;
        return Line.of(Map.of(
                "unit", Content.text(change.unitName()),
                "label", Content.text(change.label()),
                "was", Content.number(change.before(), PLACES),
                "is", Content.number(change.after(), PLACES),
                "difference",
                        new Formula(
                                row -> isWhole
                                        ? row.of("is")
                                                .flatMap(is -> row.of("was")
                                                        .map(was -> "ROUND(%s-%s,%d)".formatted(is, was, PLACES)))
                                        : Optional.empty(),
                                Content.number(difference, PLACES)),
                "causes", Content.text(causes(change))));
    }

    private static String causes(FigureChange change) {
        return Stream.of(change.value(), change.numerator(), change.denominator())
                .flatMap(causes -> causes.keySet().stream())
                .distinct()
                .sorted()
                .map(Words::of)
                .collect(Collectors.joining("; "));
    }
}
