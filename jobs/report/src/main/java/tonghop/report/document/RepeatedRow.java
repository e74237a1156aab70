package tonghop.report.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;

/**
 * What a row of a table is repeated for, told by the placeholders in it: <code>{{chi-so.ten}}</code> makes one row for
 * each rate.
 */
enum RepeatedRow {
    /** Every count that was given. */
    MEASURES("chi-tieu", "stt ten don-vi-tinh gia-tri cung-ky ghi-chu") {
        @Override
        List<Map<String, String>> of(Report report) {
            return figures(report, Figure.Kind.MEASURE);
        }
    },
    /** Every rate that was computed or stated. */
    INDICATORS("chi-so", "stt ten don-vi-tinh gia-tri tu-so mau-so cung-ky ghi-chu") {
        @Override
        List<Map<String, String>> of(Report report) {
            return figures(report, Figure.Kind.INDICATOR);
        }
    },
    /** Every unit that owes a form. */
    UNITS("don-vi", "stt ten phai-gui da-gui tre-han tra-lai chua-gui") {
        @Override
        List<Map<String, String>> of(Report report) {
            return units(report);
        }
    },
    /** What units below stated that is no figure of the unit above, such as ranks and rates without counts. */
    OWN_FIGURES("rieng", "stt don-vi ten don-vi-tinh gia-tri ghi-chu") {
        @Override
        List<Map<String, String>> of(Report report) {
            return ownFigures(report);
        }
    };

    /** The attributes of a list's items: <code>{{muc:02/DVK.name}}</code>, one row for each item. */
    static final String ITEM = "muc";

    static final String ORDINAL = "stt";

    /** In place of a rate whose denominator is 0; the note says so. */
    private static final String NO_RATE = "không tính";

    private final String prefix;
    /** With a space between them. */
    private final String columns;

    RepeatedRow(String prefix, String columns) {
        this.prefix = prefix;
        this.columns = columns;
    }

    /** The names of its placeholders, such as {@code chi-so.ten}. */
    List<String> names() {
        return Stream.of(columns.split(" ", -1))
                .map(column -> prefix + "." + column)
                .toList();
    }

    /** One map for each row: text by column. */
    abstract List<Map<String, String>> of(Report report);

    /** The rows that {@code placeholder} makes; empty if it makes none. */
    static Optional<String> kind(Placeholder placeholder) {
        String argument = placeholder.argument();
        if (placeholder.function().equals(ITEM)) {
            return Optional.of(ITEM + ":" + formOf(argument));
        }
        return placeholder.function().isEmpty() ? find(argument).map(rows -> rows.prefix) : Optional.empty();
    }

    private static Optional<RepeatedRow> find(String name) {
        for (RepeatedRow rows : values()) {
            if (rows.names().contains(name)) {
                return Optional.of(rows);
            }
        }
        return Optional.empty();
    }

    /** The placeholders that a row of a table is repeated for; those of a table within it are that one's own. */
    static Stream<Placeholder> in(Element row) {
        return WordXml.all(row, WordXml.PARAGRAPH, element -> WordXml.is(element, WordXml.TABLE)).stream()
                .map(paragraph -> new ParagraphText(paragraph).whole())
                .flatMap(text -> TemplateText.parse(text, (vietnamese, english) -> {}).placeholders().stream())
                .filter(placeholder -> kind(placeholder).isPresent());
    }

    /** The values of each row that {@code placeholder} makes. */
    static List<PlaceholderValues> of(Placeholder placeholder, Report report, PlaceholderValues outside) {
        List<Map<String, String>> rows = placeholder.function().equals(ITEM)
                ? items(formOf(placeholder.argument()), report)
                : find(placeholder.argument()).map(kind -> kind.of(report)).orElse(List.of());
        return rows.stream()
                .map(row -> (PlaceholderValues) wanted -> kind(wanted).isPresent()
                        ? Optional.of(row.getOrDefault(columnOf(wanted.argument()), ""))
                        : outside.find(wanted))
                .toList();
    }

    private static String formOf(String formAndAttribute) {
        int dot = formAndAttribute.lastIndexOf('.');
        return dot < 0 ? formAndAttribute : formAndAttribute.substring(0, dot);
    }

    private static String columnOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The items of a list; of one that was left open, the line that says so is none. */
    private static List<Map<String, String>> items(String form, Report report) {
        List<Map<String, String>> items = report.tables().stream()
                .filter(table -> table.form().id().equals(form))
                .flatMap(table -> table.lines().stream())
                .filter(line -> line.texts().values().stream().anyMatch(text -> !text.isBlank()))
                .map(line -> (Map<String, String>) new HashMap<>(line.texts()))
                .toList();
        IntStream.range(0, items.size()).forEach(i -> items.get(i).put(ORDINAL, Integer.toString(i + 1)));
        return items;
    }

    private static List<Map<String, String>> figures(Report report, Figure.Kind kind) {
        List<Map<String, String>> rows = new ArrayList<>();
        report.top().figures().stream()
                .filter(figure -> figure.kind() == kind && FigureWords.isGiven(figure))
                .forEach(figure -> rows.add(row(figure, report, rows.size() + 1)));
        return rows;
    }

    private static Map<String, String> row(Figure figure, Report report, int ordinal) {
        Map<String, String> row = new HashMap<>();
        row.put(ORDINAL, Integer.toString(ordinal));
        row.put("ten", figure.label());
        row.put("don-vi-tinh", figure.unitOfCount());
        row.put("gia-tri", FigureWords.inTable(figure).orElse(NO_RATE));
        row.put("tu-so", FigureWords.numerator(figure, report).orElse(""));
        row.put("mau-so", FigureWords.denominator(figure, report).orElse(""));
        row.put("cung-ky", FigureWords.againstLastYear(figure, report.past()).orElse(""));
        row.put("ghi-chu", FigureWords.note(figure));
        return row;
    }

    private static List<Map<String, String>> ownFigures(Report report) {
        List<Map<String, String>> rows = new ArrayList<>();
        Set<FigureId> given = report.top().figures().stream()
                .filter(FigureWords::isGiven)
                .map(Figure::id)
                .collect(Collectors.toSet());
        report.top().children().forEach(child -> addOwn(child, given, report, rows));
        return rows;
    }

    private static void addOwn(UnitReport unit, Set<FigureId> given, Report report, List<Map<String, String>> rows) {
        for (Figure figure : unit.figures()) {
            if (FigureWords.isGiven(figure) && !given.contains(figure.id())) {
                Map<String, String> row = row(figure, report, rows.size() + 1);
                row.put("don-vi", unit.unit().name());
                rows.add(row);
            }
        }
        unit.children().forEach(child -> addOwn(child, given, report, rows));
    }

    private static List<Map<String, String>> units(Report report) {
        Map<String, List<Report.Coverage>> byUnit = report.coverage().stream()
                .collect(Collectors.groupingBy(Report.Coverage::unit, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, String>> rows = new ArrayList<>();
        byUnit.forEach((unit, pairs) -> {
            Completeness of = Completeness.of(pairs);
            Map<String, String> row = new HashMap<>();
            row.put(ORDINAL, Integer.toString(rows.size() + 1));
            row.put("ten", pairs.get(0).unitName());
            row.put("phai-gui", Integer.toString(of.expected()));
            row.put("da-gui", Integer.toString(of.accepted()));
            row.put("tre-han", Integer.toString(of.late()));
            row.put("tra-lai", Integer.toString(of.rejected()));
            row.put("chua-gui", Integer.toString(of.missing()));
            rows.add(row);
        });
        return rows;
    }
}
