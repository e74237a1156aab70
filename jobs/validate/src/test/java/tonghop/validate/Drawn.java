package tonghop.validate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;

/** Forms and sheets drawn as text. */
final class Drawn {

    private static final Period PERIOD =
            new ReportingCalendar(14, List.of(), Map.of()).find("2018-9M").orElseThrow();

    private Drawn() {}

    /**
     * A form, one measure or text column a line.
     *
     * <p>{@code 13 | visits | lượt | FLOW} is column 13, {@code 4 + 13 | total | lượt | FLOW} a sum of columns,
     * {@code 5 | @state} a text column, {@code state: done, praised | models.done | mô hình | FLOW} counts the items
     * with one of these texts and {@code * | models | mô hình | FLOW} all items. A line with a relation is a rule, with
     * a severity if it is no error: {@code 1 = 2 + 3 | WARNING}.
     */
    static Form form(String drawing) {
        List<String[]> lines = drawing.lines().map(Drawn::cells).toList();
        return new Form(
                "01/TCD",
                "TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN",
                "Thông tư 02/2021/TT-TTCP",
                Validity.ALWAYS,
                lines.stream().anyMatch(line -> line[0].equals("*")) ? Form.Rows.LIST : Form.Rows.UNITS,
                "01-TCD.xlsx",
                List.of(),
                starting(lines, "\\d+").map(Drawn::column).toList(),
                starting(lines, "\\d+( [+-] \\d+)+")
                        .map(line -> new Form.Derived(measure(line), ColumnSum.parse(line[0])))
                        .toList(),
                starting(lines, "\\*|\\w+: .*").map(Drawn::count).toList(),
                starting(lines, ".*[=≤≥].*").flatMap(Drawn::rules).toList(),
                List.of(),
                List.of());
    }

    /**
     * A sheet of {@code form} that unit 513 sent, one row a line: its number, kind, label and unit, then what stands in
     * it by column number or attribute: {@code 12 | OFFICE | Văn phòng | 513 | 13=5, 22=trên 7}. Column 1 is column B.
     */
    static Submission sheet(Form form, String drawing) {
        List<String[]> lines = drawing.lines().map(Drawn::cells).toList();
        List<TableRow> rows =
                lines.stream().filter(line -> line.length > 3).map(Drawn::row).toList();
        boolean isOpen = lines.size() > rows.size();
        return new Submission("513.xlsx", "ab", "TCD", form, "513", PERIOD, null, rows, isOpen, CellLedger.EMPTY);
    }

    static String cell(int column, int row) {
        String letters = column < 26 ? "" : Character.toString('A' + column / 26 - 1);
        return letters + (char) ('A' + column % 26) + row;
    }

    private static Form.Column column(String[] line) {
        boolean isText = line[1].startsWith("@");
        return new Form.Column(
                Integer.parseInt(line[0]),
                isText ? null : measure(line),
                isText ? line[1].substring(1) : null,
                line[1],
                List.of());
    }

    private static Form.ItemCount count(String[] line) {
        if (line[0].equals("*")) {
            return new Form.ItemCount(measure(line), null, Set.of());
        }
        int colon = line[0].indexOf(':');
        List<String> values = List.of(line[0].substring(colon + 1).strip().split(", ", -1));
        return new Form.ItemCount(measure(line), line[0].substring(0, colon), Set.copyOf(values));
    }

    private static Stream<FormRule> rules(String[] line) {
        Severity severity = line.length == 1 ? Severity.ERROR : Severity.valueOf(line[1]);
        return FormRule.parse(line[0], severity).stream();
    }

    private static Measure measure(String[] line) {
        Nature nature = Nature.valueOf(line[3]);
        return new Measure(line[1], line[1], line[2], nature, nature.adds(), nature.overTime(), 0, false);
    }

    private static TableRow row(String[] line) {
        int number = Integer.parseInt(line[0]);
        Map<Integer, Entry> entries = new TreeMap<>();
        Map<String, String> texts = new HashMap<>();
        Stream<String> parts = line.length < 5 ? Stream.of() : Arrays.stream(line[4].split(", ", -1));
        parts.filter(part -> !part.isEmpty()).forEach(part -> {
            String key = part.substring(0, part.indexOf('='));
            String text = part.substring(part.indexOf('=') + 1);
            if (key.matches("\\d+")) {
                entries.put(Integer.parseInt(key), entry(text, cell(Integer.parseInt(key), number)));
            } else {
                texts.put(key, text);
            }
        });
        String unit = line[3].isEmpty() ? null : line[3];
        return new TableRow(TableRow.Kind.valueOf(line[1]), number, line[2], "A" + number, unit, entries, texts);
    }

    private static Entry entry(String text, String cell) {
        Qualifier qualifier = qualifier(text);
        return new Entry(new BigDecimal(text.replaceAll("[^\\d.-]", "")), qualifier, cell, text);
    }

    private static @Nullable Qualifier qualifier(String text) {
        return Arrays.stream(Qualifier.values())
                .filter(qualifier -> text.startsWith(qualifier.word()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String[]> starting(List<String[]> lines, String pattern) {
        return lines.stream().filter(line -> line[0].matches(pattern));
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    /** What {@code rule} finds, one line each: {@code ERROR rule-broken B9: 17, expected 7 [1 = 2 + 3, UBND]}. */
    static List<String> findings(Rule<Submission> rule, Form form, String sheet) {
        return rule.check(sheet(form, sheet)).stream().map(Drawn::asText).toList();
    }

    private static String asText(Finding finding) {
        return "%s %s %s: %s, expected %s %s"
                .formatted(
                        finding.severity(),
                        finding.code().code(),
                        finding.place().cell(),
                        finding.value(),
                        finding.expected(),
                        finding.details());
    }
}
