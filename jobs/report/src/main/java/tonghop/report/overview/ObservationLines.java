package tonghop.report.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Indicator;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.Leaf;
import tonghop.domain.report.Report.SentSheet;
import tonghop.domain.report.UnitReport;
import tonghop.report.overview.Content.Target;
import tonghop.report.overview.Section.Line;
import tonghop.report.words.Words;

/**
 * Every observation that the figures stand on, by measure and by the unit directly below: those behind one figure stand
 * together, so that a link leads to all of them.
 */
final class ObservationLines {

    static final String SECTION = "value";

    /** A sheet has 1,048,576 rows, some of which are headings. */
    private static final int MOST_LINES = 1_000_000;

    private final Report report;
    private final List<Leaf> leaves;
    private final Map<String, UnitReport> units = new HashMap<>();
    private final Map<String, String> below = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private final Map<String, Integer> firstLines = new HashMap<>();

    ObservationLines(Report report) {
        this.report = report;
        Map<String, Integer> order = new HashMap<>();
        for (Figure figure : report.top().figures()) {
            order.putIfAbsent(figure.id().toString(), order.size());
        }
        register(report.top(), report.top().unit().code());
        Map<String, Integer> children = new HashMap<>();
        report.top().children().forEach(child -> {
            children.put(child.unit().code(), children.size());
            registerBelow(child, child.unit().code());
        });
        report.submissions().stream()
                .filter(sheet -> sheet.state().counts())
                .forEach(sheet -> hashes.put(key(sheet.file(), sheet.sheet()), sheet.sha256()));
        leaves = new ArrayList<>(report.leaves());
        leaves.sort(Comparator.comparingInt((Leaf leaf) -> order.getOrDefault(leaf.measure(), Integer.MAX_VALUE))
                .thenComparing(Leaf::measure)
                .thenComparingInt(leaf -> children.getOrDefault(childOf(leaf.unit()), -1)));
        for (int line = 0; line < Math.min(leaves.size(), MOST_LINES); line++) {
            Leaf leaf = leaves.get(line);
            firstLines.putIfAbsent(leaf.measure(), line);
            firstLines.putIfAbsent(key(leaf.measure(), childOf(leaf.unit())), line);
            firstLines.putIfAbsent(key(leaf.file(), leaf.sheet(), leaf.cell()), line);
        }
    }

    private void register(UnitReport unit, String code) {
        units.put(code, unit);
        unit.figures().forEach(figure -> labels.putIfAbsent(figure.id().toString(), figure.label()));
        unit.children().forEach(child -> register(child, child.unit().code()));
    }

    private void registerBelow(UnitReport unit, String child) {
        below.put(unit.unit().code(), child);
        unit.children().forEach(one -> registerBelow(one, child));
    }

    private String childOf(String unit) {
        return below.getOrDefault(unit, unit);
    }

    private static String key(@Nullable String... parts) {
        return String.join("\t", parts);
    }

    /** The first observation behind a measure of the report's unit. */
    @Nullable Target firstOf(String measure) {
        return line(measure);
    }

    /** The first observation behind the counts of a rate, or of the rate as it was stated. */
    @Nullable Target firstOf(@Nullable Indicator indicator) {
        if (indicator == null) {
            return null;
        }
        return indicator.numerator().stream()
                .filter(firstLines::containsKey)
                .findFirst()
                .map(this::firstOf)
                .orElseGet(() -> line(indicator.id()));
    }

    /** The first observation behind a measure of a unit directly below, or of the report's unit itself. */
    @Nullable Target firstOf(String measure, String unit) {
        return line(key(measure, unit));
    }

    /** The observation in a sender's cell. */
    @Nullable Target in(@Nullable String file, @Nullable String sheet, @Nullable String cell) {
        return file == null || sheet == null || cell == null ? null : line(key(file, sheet, cell));
    }

    private @Nullable Target line(String key) {
        Integer line = firstLines.get(key);
        return line == null ? null : new Target.ToLine(SECTION, line);
    }

    Section section() {
        int lines = Math.min(leaves.size(), MOST_LINES + 1);
        return new Section(SECTION, List.of(), lines, this::line, "Không có số liệu nào.");
    }

    private Line line(int index) {
        if (index == MOST_LINES) {
            String rest = "Còn %s dòng trong so-lieu.csv"
                    .formatted(Words.number(BigDecimal.valueOf(leaves.size() - MOST_LINES)));
            return Line.of(Map.of("label", Content.text(rest)));
        }
        Leaf leaf = leaves.get(index);
        UnitReport unit = units.get(leaf.unit());
        UnitReport child = units.get(childOf(leaf.unit()));
        Map<String, Content> cells = new HashMap<>();
        cells.put("unit-code", Content.text(leaf.unit()));
        cells.put("unit", Content.text(unit == null ? leaf.unit() : unit.unit().name()));
        cells.put(
                "below",
                Content.text(
                        child == null
                                ? report.top().unit().name()
                                : child.unit().name()));
        cells.put("period", Content.text(leaf.period()));
        cells.put("form", Content.text(leaf.form()));
        cells.put("measure", Content.text(leaf.measure()));
        cells.put("label", Content.text(labels.getOrDefault(leaf.measure(), leaf.measure())));
        cells.put("row", Content.text(leaf.row()));
        cells.put("value", Content.number(leaf.value(), Math.max(0, leaf.value().scale())));
        cells.put("unit-of-count", Content.text(leaf.unitOfCount()));
        cells.put("status", Content.text(Words.of(leaf.status())));
        cells.put(
                "mark",
                Content.text(leaf.qualifier() == null ? "" : leaf.qualifier().word()));
        cells.put("file", Content.text(leaf.file()));
        cells.put("sheet", Content.text(leaf.sheet()));
        cells.put("cell", Content.text(leaf.cell()));
        cells.put("sha256", Content.text(hashes.get(key(leaf.file(), leaf.sheet()))));
        cells.put("counts", Content.text(leaf.counts() ? "có" : "không"));
        cells.put("nature", Content.text(leaf.nature().code()));
        cells.put("level", Content.text(unit == null ? "" : unit.unit().level().code()));
        cells.put("sender", Content.text(leaf.sender()));
        return Line.of(cells);
    }

    /** The sheets that were sent. */
    Section sources() {
        return Section.of(
                "source",
                report.submissions().stream().map(ObservationLines::source).toList(),
                "Chưa nhận được tệp nào.");
    }

    private static Line source(SentSheet sheet) {
        Map<String, Content> cells = new HashMap<>();
        cells.put("file", Content.text(sheet.file()));
        cells.put("sheet", Content.text(sheet.sheet()));
        cells.put("form", Content.text(sheet.form()));
        cells.put("unit", Content.text(sheet.unit()));
        cells.put("period", Content.text(sheet.period()));
        cells.put("state", Content.text(Words.ofState(sheet.state())));
        cells.put("read", Content.whole(sheet.cells().read()));
        cells.put("observations", Content.whole(sheet.cells().observations()));
        cells.put("blank", Content.whole(sheet.cells().blank()));
        cells.put("controls", Content.whole(sheet.cells().controls()));
        cells.put("notes", Content.whole(sheet.cells().notes()));
        cells.put("rejected", Content.whole(sheet.cells().rejected()));
        cells.put("sha256", Content.text(sheet.sha256()));
        return Line.of(cells);
    }
}
