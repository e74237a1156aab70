package tonghop.ingest.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.UnitOfCount;
import tonghop.ingest.text.HeadingText;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Units of count that a sheet states itself, in brackets in a column's heading or in a line 'Đơn vị tính' above the
 * table, and that are not the form's: a number under them may have been written in either.
 *
 * <p>Brackets go before the line. Which unit was meant is a question, for people retype headings as well as figures.
 */
final class StatedUnits {

    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)\\s*$");
    private static final Pattern UNIT_LINE =
            Pattern.compile("^\\(?(?:đơn vị(?: tính)?|đvt|dvt)\\s*[:;]\\s*([^()]+)\\)?$", Pattern.CASE_INSENSITIVE);

    private final Grid grid;
    private final Form form;
    private final TableHeading heading;
    private final Place sheet;

    private StatedUnits(Grid grid, Form form, TableHeading heading, Place sheet) {
        this.grid = grid;
        this.form = form;
        this.heading = heading;
        this.sheet = sheet;
    }

    /**
     * A unit that stands in a sheet.
     *
     * @param cell where, such as {@code C10}
     */
    private record Stated(String text, UnitOfCount unit, String cell) {}

    /**
     * Asks about the columns whose stated unit is not the form's.
     *
     * @return by what the numbers of a column are to be multiplied, by its number, where that was answered
     */
    static Map<Integer, BigDecimal> ask(
            Grid grid,
            Form form,
            TableHeading heading,
            Place sheet,
            List<Map<Integer, Entry>> rows,
            Questions questions) {
        StatedUnits units = new StatedUnits(grid, form, heading, sheet);
        Map<Stated, List<Form.Column>> differing = units.differing();
        Map<Integer, BigDecimal> factors = new TreeMap<>();
        differing.forEach((stated, columns) -> units.example(columns, rows).ifPresent(example -> {
            BigDecimal factor = units.factor(stated, columns.get(0));
            if (units.isConverted(stated, columns.get(0), example, factor, questions)) {
                columns.forEach(column -> factors.put(column.no(), factor));
            }
        }));
        return factors;
    }

    private Map<Stated, List<Form.Column>> differing() {
        Optional<Stated> line = line();
        HeadingPaths paths = heading.paths(grid);
        Map<Stated, List<Form.Column>> differing = new LinkedHashMap<>();
        for (Form.Column column : form.columns()) {
            Integer place = heading.columns().get(column.no());
            Measure measure = column.measure();
            Optional<UnitOfCount> own = measure == null ? Optional.empty() : UnitOfCount.of(measure);
            if (place != null && own.isPresent()) {
                Optional<Stated> stated = inBrackets(paths.of(place), place).or(() -> line);
                stated.filter(unit -> unit.unit().dimension().equals(own.get().dimension()))
                        .filter(unit -> unit.unit().power() != own.get().power())
                        .ifPresent(unit -> differing
                                .computeIfAbsent(unit, any -> new ArrayList<>())
                                .add(column));
            }
        }
        return differing;
    }

    /** In the innermost heading that ends with brackets; headings come from the lowest upwards. */
    private Optional<Stated> inBrackets(List<HeadingText> headings, int column) {
        for (HeadingText above : headings) {
            Matcher brackets = BRACKETS.matcher(above.text());
            if (brackets.find()) {
                String text = brackets.group(1);
                String cell = CellAddress.text(heading.row(), column);
                return UnitOfCount.parse(text).map(unit -> new Stated(text, unit, cell));
            }
        }
        return Optional.empty();
    }

    /** The last line above the table that states a unit. */
    private Optional<Stated> line() {
        return grid.rows().headMap(heading.row(), false).entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .flatMap(cell -> stated(
                                row.getKey(), cell.getKey(), cell.getValue().text())
                                .stream()))
                .reduce((first, second) -> second);
    }

    private static Optional<Stated> stated(int row, int column, String text) {
        Matcher line = UNIT_LINE.matcher(VietnameseText.tidy(text).toLowerCase(Locale.ROOT));
        return line.matches()
                ? UnitOfCount.parse(line.group(1))
                        .map(unit -> new Stated(line.group(1).strip(), unit, CellAddress.text(row, column)))
                : Optional.empty();
    }

    private Optional<BigDecimal> example(List<Form.Column> columns, List<Map<Integer, Entry>> rows) {
        return columns.stream()
                .flatMap(column -> rows.stream().map(row -> row.get(column.no())))
                .filter(entry -> entry != null && entry.value().signum() != 0)
                .map(Entry::value)
                .findFirst();
    }

    private BigDecimal factor(Stated stated, Form.Column column) {
        @Nullable Measure measure = column.measure();
        return measure == null
                ? BigDecimal.ONE
                : UnitOfCount.of(measure).map(own -> stated.unit().in(own)).orElse(BigDecimal.ONE);
    }

    private boolean isConverted(
            Stated stated, Form.Column column, BigDecimal example, BigDecimal factor, Questions questions) {
        String own = column.measure() == null ? "" : column.measure().unitOfCount();
        String converted =
                "%s %s = %s %s".formatted(plain(example), stated.text(), plain(example.multiply(factor)), own);
        String asForm = "%s %s".formatted(plain(example), own);
        return questions
                .ask(Finding.of(
                        FindingCode.UNIT_OF_COUNT_DIFFERS,
                        sheet.withCell(stated.cell()),
                        Fact.TEXT.is(stated.text()),
                        Fact.CANDIDATES.is(converted + ", " + asForm),
                        Fact.UNIT_OF_COUNT.is(own),
                        Fact.COLUMN.is(column.no())))
                .filter(converted::equals)
                .isPresent();
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped)
                .toPlainString()
                .replace('.', ',');
    }
}
