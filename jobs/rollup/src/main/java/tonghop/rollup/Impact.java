package tonghop.rollup;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Definitions;
import tonghop.domain.Fact;
import tonghop.domain.Figure;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Form;
import tonghop.domain.Measure;
import tonghop.domain.Period;
import tonghop.domain.Report.Value;

/**
 * By how much findings could change a report's figures, so that what matters most is read first.
 *
 * <p>Only measures that are added over units count here: a rank or a declared rate changes nothing above it.
 */
final class Impact {

    private static final Comparator<Ranked> ORDER = Comparator.comparing(
                    (Ranked ranked) -> ranked.finding().severity())
            .thenComparing(Ranked::share, Comparator.nullsLast(Comparator.reverseOrder()));

    private final Map<String, Measure> measures;
    private final List<Form> forms;
    private final Totals totals;
    private final LastTotals last;

    /**
     * In {@code period}.
     *
     * @param forms that are for the period
     */
    Impact(Definitions definitions, Period period, List<Form> forms, Totals totals, JdbcClient database) {
        this.measures = definitions.measures();
        this.forms = forms;
        this.totals = totals;
        List<String> first = forms.stream()
                .flatMap(form -> firstMeasure(form).stream())
                .map(Measure::id)
                .distinct()
                .toList();
        this.last = new LastTotals(definitions, period, first, database);
    }

    /**
     * A finding with what it could change.
     *
     * @param impact in the measure's unit of count
     * @param share of the figure that the report's unit has of the measure; absent if it is not clear which one
     */
    record Ranked(
            Finding finding,
            @Nullable BigDecimal impact,
            @Nullable BigDecimal share) {}

    private record Change(@Nullable String measure, BigDecimal size) {}

    /** Errors first; then what could change the largest share of one of {@code figures}; then as {@code findings}. */
    List<Ranked> ranked(List<Finding> findings, List<Figure> figures) {
        Map<String, BigDecimal> values = figures.stream()
                .filter(figure -> figure.kind() == Figure.Kind.MEASURE && figure.value() != null)
                .collect(Collectors.toMap(Figure::id, figure -> Objects.requireNonNull(figure.value())));
        last.ask(findings.stream()
                .filter(Impact::isOfMissing)
                .map(finding -> String.valueOf(finding.place().unit()))
                .collect(Collectors.toSet()));
        return findings.stream()
                .map(finding -> largest(finding, changes(finding), values))
                .sorted(ORDER)
                .toList();
    }

    private static Ranked largest(Finding finding, List<Change> changes, Map<String, BigDecimal> values) {
        return changes.stream()
                .map(change -> new Ranked(finding, change.size(), share(change, values)))
                .max(Comparator.comparing(Ranked::share, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElseGet(() -> new Ranked(finding, null, null));
    }

    /** Where there is no figure yet, or nothing was counted, the change would be all of it. */
    private static @Nullable BigDecimal share(Change change, Map<String, BigDecimal> values) {
        if (change.measure() == null) {
            return null;
        }
        BigDecimal figure =
                values.getOrDefault(change.measure(), BigDecimal.ZERO).abs();
        return change.size().signum() == 0
                ? BigDecimal.ZERO
                : figure.signum() == 0 ? BigDecimal.ONE : change.size().divide(figure, MathContext.DECIMAL64);
    }

    /** More than one only where several forms are missing. */
    private List<Change> changes(Finding finding) {
        return switch (finding.code()) {
            case MISSING_FORM, SILENT_UNIT -> missing(finding);
            default ->
                difference(finding).stream()
                        .flatMap(size -> change(finding, size).stream())
                        .toList();
        };
    }

    /** A total is told of with its size even where its column is of no measure that is added. */
    private Optional<Change> change(Finding finding, BigDecimal size) {
        Optional<String> measure = Optional.ofNullable(finding.measure())
                .map(measures::get)
                .filter(Measure::addsOverUnits)
                .map(Measure::id);
        return measure.isPresent() || finding.code() == FindingCode.TOTAL_DIFFERS
                ? Optional.of(new Change(measure.orElse(null), size))
                : Optional.empty();
    }

    private static boolean isOfMissing(Finding finding) {
        return finding.code() == FindingCode.MISSING_FORM || finding.code() == FindingCode.SILENT_UNIT;
    }

    /** From what is counted of the unit so far to what it last reported, of the first measure of each form. */
    private List<Change> missing(Finding finding) {
        String unit = String.valueOf(finding.place().unit());
        Collection<String> ids = finding.code() == FindingCode.MISSING_FORM
                ? List.of(finding.fact(Fact.FORM))
                : List.of(finding.fact(Fact.FORMS).split(", ", -1));
        return forms.stream()
                .filter(form -> ids.contains(form.id()))
                .flatMap(form -> firstMeasure(form).stream())
                .flatMap(measure -> last.sum(unit, List.of(measure.id())).stream()
                        .map(before -> new Change(
                                measure.id(),
                                before.whole()
                                        .subtract(counted(unit, measure.id()))
                                        .abs())))
                .toList();
    }

    private BigDecimal counted(String unit, String measure) {
        return totals.find(unit, measure, Totals.ALL).map(Value::value).orElse(BigDecimal.ZERO);
    }

    private static Optional<Measure> firstMeasure(Form form) {
        return form.statedMeasures().filter(Measure::addsOverUnits).findFirst();
    }

    private static Optional<BigDecimal> difference(Finding finding) {
        try {
            return Optional.of(new BigDecimal(finding.value())
                    .subtract(new BigDecimal(finding.expected()))
                    .abs());
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
