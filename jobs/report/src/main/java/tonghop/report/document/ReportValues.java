package tonghop.report.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.FilledForm;

/** What the placeholders outside of repeated rows stand for. */
final class ReportValues implements PlaceholderValues {

    /** Lists the items of a list form by one of their attributes: <code>{{danh-sach:02/DVK.name}}</code>. */
    static final String LIST = "danh-sach";

    /** A sentence with more names than this is not read; the appendix has them all. */
    private static final int MOST_NAMES = 12;

    private final Report report;
    private final Map<String, Figure> figures = new TreeMap<>();

    ReportValues(Report report) {
        this.report = report;
        report.top().figures().forEach(figure -> figures.putIfAbsent(figure.id(), figure));
    }

    @Override
    public Optional<String> find(Placeholder placeholder) {
        String argument = placeholder.argument();
        if (placeholder.function().equals(LIST)) {
            List<String> names = items(argument);
            return names.isEmpty() || names.size() > MOST_NAMES
                    ? Optional.empty()
                    : Optional.of(String.join("; ", names));
        }
        if (placeholder.function().isEmpty() && ReportWords.names().contains(argument)) {
            return ReportWords.of(argument, report);
        }
        return Optional.ofNullable(figures.get(argument))
                .flatMap(figure -> FigureWords.of(placeholder.function(), figure, report));
    }

    private List<String> items(String formAndAttribute) {
        return report.tables().stream()
                .flatMap(table -> attribute(table, formAndAttribute))
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Stream<String> attribute(FilledForm table, String formAndAttribute) {
        String start = table.form().id() + ".";
        return formAndAttribute.startsWith(start)
                ? table.lines().stream()
                        .map(line -> line.texts().get(formAndAttribute.substring(start.length())))
                        .filter(Objects::nonNull)
                : Stream.empty();
    }
}
