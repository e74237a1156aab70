package tonghop.validate;

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
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report.Value;

/**
 * By how much findings could change a report's figures, so that what matters most is read first.
 *
 * <p>Only measures that are added over units count here: a rank or a declared rate changes nothing above it.
 */
final class Impact {

    private static final Comparator<WeighedFinding> ORDER = Comparator.comparing(
                    (WeighedFinding weighed) -> weighed.finding().severity())
            .thenComparing(WeighedFinding::share, Comparator.nullsLast(Comparator.reverseOrder()));

    private final Definitions definitions;
    private final Map<String, Measure> measures;

    Impact(Definitions definitions) {
        this.definitions = definitions;
        this.measures = definitions.measures();
    }

    /** By unit and measure. */
    private record LastCounted(Map<String, Map<String, BigDecimal>> values) {

        Optional<BigDecimal> find(String unit, String measure) {
            return Optional.ofNullable(values.getOrDefault(unit, Map.of()).get(measure));
        }
    }

    private record Change(@Nullable String measure, BigDecimal size) {}

    /**
     * Errors first; then what could change the largest share of one of the unit's figures; then as {@code findings}.
     */
    List<WeighedFinding> ranked(List<Finding> findings, PeriodView view) {
        Map<String, BigDecimal> figures = view.report().figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.MEASURE && figure.value() != null)
                .collect(Collectors.toMap(Figure::id, figure -> Objects.requireNonNull(figure.value())));
        List<Form> forms = definitions.formsFor(view.period());
        LastCounted last = lastCounted(findings, forms, view);
        return findings.stream()
                .map(finding -> largest(
                        finding,
                        isOfMissing(finding) ? missing(finding, forms, last, view) : changes(finding),
                        figures))
                .sorted(ORDER)
                .toList();
    }

    private static LastCounted lastCounted(List<Finding> findings, List<Form> forms, PeriodView view) {
        List<String> units = findings.stream()
                .filter(Impact::isOfMissing)
                .map(finding -> String.valueOf(finding.place().unit()))
                .distinct()
                .toList();
        List<String> first = forms.stream()
                .flatMap(form -> firstMeasure(form).stream())
                .map(Measure::id)
                .distinct()
                .toList();
        return new LastCounted(view.lastCounted(units, first));
    }

    private static WeighedFinding largest(Finding finding, List<Change> changes, Map<String, BigDecimal> figures) {
        return changes.stream()
                .map(change -> new WeighedFinding(finding, change.size(), share(change, figures)))
                .max(Comparator.comparing(WeighedFinding::share, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElseGet(() -> new WeighedFinding(finding, null, null));
    }

    /** Where there is no figure yet, or nothing was counted, the change would be all of it. */
    private static @Nullable BigDecimal share(Change change, Map<String, BigDecimal> figures) {
        if (change.measure() == null) {
            return null;
        }
        BigDecimal figure =
                figures.getOrDefault(change.measure(), BigDecimal.ZERO).abs();
        return change.size().signum() == 0
                ? BigDecimal.ZERO
                : figure.signum() == 0 ? BigDecimal.ONE : change.size().divide(figure, MathContext.DECIMAL64);
    }

    private List<Change> changes(Finding finding) {
        return difference(finding).stream()
                .flatMap(size -> change(finding, size).stream())
                .toList();
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

    /**
     * From what is counted of the unit so far to what it last reported, of the first measure of each form: more than
     * one only where several forms are missing.
     */
    private static List<Change> missing(Finding finding, List<Form> forms, LastCounted last, PeriodView view) {
        String unit = String.valueOf(finding.place().unit());
        Collection<String> ids = finding.code() == FindingCode.MISSING_FORM
                ? List.of(finding.fact(Fact.FORM))
                : List.of(finding.fact(Fact.FORMS).split(", ", -1));
        return forms.stream()
                .filter(form -> ids.contains(form.id()))
                .flatMap(form -> firstMeasure(form).stream())
                .flatMap(measure -> last.find(unit, measure.id()).stream()
                        .map(before -> new Change(
                                measure.id(),
                                before.subtract(counted(unit, measure.id(), view))
                                        .abs())))
                .toList();
    }

    private static BigDecimal counted(String unit, String measure, PeriodView view) {
        return view.total(unit, measure).map(Value::value).orElse(BigDecimal.ZERO);
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
