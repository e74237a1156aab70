package tonghop.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Qualifier;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.form.TableRow;
import tonghop.domain.form.TableRow.Kind;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.unit.UnitTree;
import tonghop.fixtures.SmallCountry;
import tonghop.rollup.report.Explanations;
import tonghop.rollup.report.Reports;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.Nights;
import tonghop.rollup.store.StandingStore;
import tonghop.rollup.store.SubmissionStore;
import tonghop.rollup.store.SubmissionStore.Reading;
import tonghop.rollup.sum.RollUp;

/** A country for tests, {@link SmallCountry} unless another is asked for, over a database of its own. */
public final class World {

    public static final Period YEAR = SmallCountry.CALENDAR.find("2023").orElseThrow();

    private final Definitions definitions;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final List<Nights.Seen> seen = new ArrayList<>();
    private int files;
    private @Nullable PeriodView asked;

    public World(DataSource database) {
        this(database, SmallCountry.DEFINITIONS);
    }

    /** Another country, whose figures stand in its reports' {@code top}. */
    public World(DataSource database, Definitions definitions) {
        this.definitions = definitions;
        this.template = new JdbcTemplate(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** This one as it stands now, over a copy of its database. */
    World over(DataSource copy) {
        World other = new World(copy, definitions);
        other.files = files;
        other.seen.addAll(seen);
        return other;
    }

    /**
     * Takes in a sheet that {@code sender} sent, in a night of its own: a row a line, such as {@code C11 | 10 | >8 |
     * KPS |}; offices in brackets, all children together in braces.
     */
    public SubmissionState sent(String sender, String rows) {
        return sent(SmallCountry.FORM, sender, rows, List.of());
    }

    public SubmissionState sent(Form form, String sender, String rows, List<Finding> findings) {
        return sent(form, YEAR, sender, rows, findings);
    }

    /** The same for another period, such as {@code 2023-Q1}. */
    public SubmissionState sent(String period, String sender, String rows) {
        return sent(SmallCountry.FORM, SmallCountry.CALENDAR.find(period).orElseThrow(), sender, rows, List.of());
    }

    public SubmissionState sent(Form form, Period period, String sender, String rows, List<Finding> findings) {
        String path = "%s-%d.xlsx".formatted(sender, ++files);
        String sha256 = "%064d".formatted(files);
        List<TableRow> table = new ArrayList<>();
        for (String line : rows.strip().split("\n", -1)) {
            table.add(row(line.split("\\|", -1), sender, table.size() + 1));
        }
        Submission submission = new Submission(
                path, sha256, "sheet", form, sender, period, null, table, false, new CellLedger(1, 0, 0, 0, 0));
        ReadFile file = new ReadFile(path, sha256, List.of(submission), findings);
        SubmissionStore store = new SubmissionStore(template, Clock.systemUTC());
        SubmissionState state = transactions.execute(status -> {
            seen.add(new Nights.Seen(path, sha256, Instant.MAX));
            new Nights(template, Clock.systemUTC()).finish(seen, other -> true);
            return store.add(new Reading(path, sha256, "catalogue", "1"), file, findings);
        });
        return Objects.requireNonNull(state);
    }

    private static TableRow row(String[] cells, String sender, int number) {
        String label = cells[0].strip();
        boolean isOfSender = label.startsWith("[") || label.startsWith("{");
        Kind kind = label.startsWith("[")
                ? Kind.OFFICE
                : label.startsWith("{") ? Kind.CHILDREN : label.equals(sender) ? Kind.SENDER : Kind.UNIT;
        Map<Integer, Entry> entries = new HashMap<>();
        for (int column = 1; column < cells.length; column++) {
            String cell = cells[column].strip();
            if (!cell.isEmpty()) {
                String digits = cell.replaceAll("[^0-9.-]", "");
                entries.put(
                        column,
                        new Entry(
                                new BigDecimal(digits.isEmpty() ? "0" : digits),
                                cell.startsWith(">")
                                        ? Qualifier.MORE_THAN
                                        : cell.startsWith("<") ? Qualifier.NEARLY : null,
                                "" + (char) ('A' + column) + number,
                                cell));
            }
        }
        return new TableRow(kind, number, label, "A" + number, isOfSender ? sender : label, entries, Map.of());
    }

    /** Rolls up, and gives the report of {@code unit}. */
    public Report report(String unit) {
        return report(unit, YEAR);
    }

    public Report report(String unit, String period) {
        return report(unit, SmallCountry.CALENDAR.find(period).orElseThrow());
    }

    /** Works out which of the sheets count. */
    public void decide() {
        transactions.executeWithoutResult(
                status -> new StandingStore(template, definitions).update(Moment.NOW, LocalDate.MAX));
    }

    private Report report(String unit, Period period) {
        RollUp rollUp = new RollUp(template, definitions, "test");
        decide();
        transactions.executeWithoutResult(status -> rollUp.update(period));
        return Reports.of(period, definitions, template)
                .of(definitions.unitsOf(period).get(unit), view -> {
                    asked = view;
                    return List.of();
                });
    }

    public Explanation explanation(String unit, String figure, String code) {
        report("P", code);
        Period period = SmallCountry.CALENDAR.find(code).orElseThrow();
        return Explanations.of(period, definitions, template)
                .find(definitions.unitsOf(period).get(unit), FigureId.parse(figure))
                .orElseThrow();
    }

    /** The figures of a unit as text: {@code D1 asked = 10 (1+0/2)}. */
    static List<String> figures(Report report, String unit) {
        return find(report.top(), unit).figures().stream().map(World::asText).toList();
    }

    public static String figure(Report report, String unit, String id) {
        return find(report.top(), unit).figures().stream()
                .filter(figure -> figure.id().toString().equals(id))
                .map(World::asText)
                .collect(Collectors.joining());
    }

    private static String asText(Figure figure) {
        String value = figure.value() == null
                ? (figure.declared() == null
                        ? "-"
                        : "declared " + figure.declared().toPlainString())
                : shown(figure);
        String mark = mark(figure.qualifier());
        BigDecimal declared = figure.value() == null ? null : figure.declared();
        String beside =
                declared == null ? "" : ", declared " + mark(figure.declaredQualifier()) + declared.toPlainString();
        return "%s = %s%s%s %s (%d+%d/%d)"
                .formatted(
                        figure.id(),
                        mark,
                        value,
                        beside,
                        figure.status().code(),
                        figure.sent().reported(),
                        figure.sent().partial(),
                        figure.sent().expected());
    }

    private static String mark(@Nullable Qualifier qualifier) {
        return qualifier == null ? "" : qualifier.code() + " ";
    }

    private static UnitReport find(UnitReport report, String unit) {
        if (report.unit().code().equals(unit)) {
            return report;
        }
        return report.children().stream()
                .filter(child -> UnitTree.on(LocalDate.of(2023, 12, 14), SmallCountry.DEFINITIONS.units())
                        .isWithin(unit, child.unit().code()))
                .map(child -> find(child, unit))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no unit " + unit));
    }

    /** What rules are given of {@code unit}, which is rolled up first. */
    public PeriodView view(String unit, String period) {
        report(unit, period);
        return Objects.requireNonNull(asked);
    }

    /** What the last report found to disagree with what counts, as text. */
    public List<String> differences() {
        return Objects.requireNonNull(asked).differences().stream()
                .map(difference -> "%s %s: %s but by %s %s"
                        .formatted(
                                difference.place().unit(),
                                difference.measure(),
                                difference.stated(),
                                difference.source(),
                                difference.other()))
                .toList();
    }

    private static String shown(Figure figure) {
        BigDecimal value = figure.value() == null ? BigDecimal.ZERO : figure.value();
        return figure.kind() == Figure.Kind.MEASURE
                ? value.toPlainString()
                : value.setScale(figure.decimals(), RoundingMode.HALF_UP).toPlainString();
    }
}
