package tonghop.rollup.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Bounds;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Figure.Kind;
import tonghop.domain.report.Figure.Status;
import tonghop.domain.report.Report.Value;
import tonghop.rollup.report.FormCoverage.Counts;
import tonghop.rollup.sum.Totals;

/** Makes the figures of a unit from the totals: measures in the order of the forms, then the indicators. */
public final class Figures {

    private static final Counts ITSELF = new Counts(1, 0, 1);

    /** How the parts of a measure are called after its label. */
    private static final Map<String, String> LEVELS =
            Map.of("level=province", "cấp tỉnh", "level=district", "cấp huyện", "level=commune", "cấp xã");

    private final Definitions definitions;
    private final FormCoverage coverage;
    private final Totals totals;
    private final MissingDenominators missing;
    private final NilReturns nils;
    private final Map<String, Measure> measures;
    private final Map<String, List<String>> formsOfMeasure = new HashMap<>();

    Figures(
            Definitions definitions,
            FormCoverage coverage,
            Totals totals,
            MissingDenominators missing,
            NilReturns nils) {
        this.definitions = definitions;
        this.coverage = coverage;
        this.totals = totals;
        this.missing = missing;
        this.nils = nils;
        this.measures = definitions.measures();
        for (Form form : coverage.forms()) {
            form.measures()
                    .keySet()
                    .forEach(id -> formsOfMeasure
                            .computeIfAbsent(id, measure -> new ArrayList<>())
                            .add(form.id()));
        }
    }

    List<Figure> of(String unit) {
        List<Figure> figures = new ArrayList<>();
        Set<String> owed = owedMeasures(unit);
        for (Measure measure : measures.values()) {
            if (definitions.indicator(measure.id()).isEmpty()) {
                figures.addAll(ofMeasure(unit, measure, owed));
            }
        }
        for (Indicator indicator : definitions.indicators()) {
            ofIndicator(unit, indicator, owed).ifPresent(figures::add);
        }
        return figures;
    }

    /** The measures of every form that is owed by the unit or below it. */
    private Set<String> owedMeasures(String unit) {
        Set<String> owed = new LinkedHashSet<>();
        coverage.owedWithin(unit).forEach(form -> owed.addAll(form.measures().keySet()));
        return owed;
    }

    private List<Figure> ofMeasure(String unit, Measure measure, Set<String> owed) {
        Optional<Value> value = totals.find(unit, measure.id(), Totals.ALL);
        List<Figure> figures = new ArrayList<>();
        if (value.isPresent()) {
            figures.add(stated(unit, measure, measure.id(), measure.label(), value.get()));
            for (String part : totals.breakdowns(unit, measure.id())) {
                totals.find(unit, measure.id(), part)
                        .ifPresent(of -> figures.add(stated(
                                unit,
                                measure,
                                measure.id() + "[" + part + "]",
                                measure.label() + " - " + LEVELS.getOrDefault(part, part),
                                of)));
            }
        } else if (owed.contains(measure.id())) {
            figures.add(missing(
                    Kind.MEASURE,
                    measure.id(),
                    measure.label(),
                    measure.unitOfCount(),
                    measure.decimals(),
                    counts(unit, measure),
                    null,
                    measure.nature()));
        }
        return figures;
    }

    private Figure stated(String unit, Measure measure, String id, String label, Value value) {
        Counts counts = counts(unit, measure);
        boolean isDeclared = measure.nature() == Nature.DECLARED;
        Qualifier qualifier = value.qualifier();
        boolean isApproximate = qualifier != null && qualifier.isApproximate();
        Status status = isDeclared ? Status.DECLARED : isApproximate ? Status.APPROXIMATE : Status.REPORTED;
        return new Figure(
                id,
                label,
                Kind.MEASURE,
                status,
                isDeclared ? null : value.value(),
                qualifier,
                null,
                null,
                null,
                null,
                isDeclared ? value.value() : null,
                isDeclared ? qualifier : null,
                measure.unitOfCount(),
                measure.decimals(),
                counts.reported(),
                counts.partial(),
                counts.expected(),
                !isDeclared && value.value().signum() == 0 && nils.holds(unit, id),
                null,
                measure.nature());
    }

    private Optional<Figure> ofIndicator(String unit, Indicator indicator, Set<String> owed) {
        Optional<Value> declared = totals.find(unit, indicator.id(), Totals.ALL);
        Optional<Value> numerator = sum(unit, indicator.numerator());
        Optional<Value> denominator = sum(unit, indicator.denominator());
        if (numerator.isPresent() && denominator.isPresent()) {
            return Optional.of(computed(unit, indicator, numerator.get(), denominator.get(), declared.orElse(null)));
        }
        if (declared.isPresent()) {
            return Optional.of(new Figure(
                    indicator.id(),
                    indicator.label(),
                    Kind.INDICATOR,
                    Status.DECLARED,
                    null,
                    declared.get().qualifier(),
                    null,
                    null,
                    null,
                    null,
                    declared.get().value(),
                    declared.get().qualifier(),
                    "%",
                    indicator.decimals(),
                    ITSELF.reported(),
                    ITSELF.partial(),
                    ITSELF.expected(),
                    false,
                    indicator,
                    null));
        }
        boolean isOwed = owed.contains(indicator.id())
                || (indicator.isComputed()
                        && owed.containsAll(indicator.numerator())
                        && owed.containsAll(indicator.denominator()));
        return isOwed
                ? Optional.of(missing(
                        Kind.INDICATOR,
                        indicator.id(),
                        indicator.label(),
                        "%",
                        indicator.decimals(),
                        counts(unit, indicator),
                        indicator,
                        null))
                : Optional.empty();
    }

    private Figure computed(
            String unit, Indicator indicator, Value numerator, Value denominator, @Nullable Value declared) {
        Counts counts = counts(unit, indicator);
        boolean isZero = denominator.value().signum() == 0;
        Optional<Bounds> bounds = missing.of(unit, formsOf(indicator.denominator()), indicator.denominator())
                .flatMap(size -> Bounds.of(numerator.value(), denominator.value(), size));
        return new Figure(
                indicator.id(),
                indicator.label(),
                Kind.INDICATOR,
                Status.COMPUTED,
                isZero ? null : Bounds.percent(numerator.value(), denominator.value()),
                Qualifier.combine(numerator.qualifier(), Qualifier.reversed(denominator.qualifier())),
                numerator.value(),
                denominator.value(),
                bounds.map(Bounds::low).orElse(null),
                bounds.map(Bounds::high).orElse(null),
                declared == null ? null : declared.value(),
                declared == null ? null : declared.qualifier(),
                "%",
                indicator.decimals(),
                counts.reported(),
                counts.partial(),
                counts.expected(),
                false,
                indicator,
                null);
    }

    private Optional<Value> sum(String unit, List<String> ids) {
        List<Value> values = ids.stream()
                .flatMap(id -> totals.find(unit, id, Totals.ALL).stream())
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = values.stream().map(Value::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        Qualifier qualifier = null;
        for (Value value : values) {
            qualifier = Qualifier.combine(qualifier, value.qualifier());
        }
        return Optional.of(new Value(sum, qualifier));
    }

    private Counts counts(String unit, Measure measure) {
        // What stays where it was stated is expected of that unit alone.
        return measure.staysWhereStated()
                        && totals.find(unit, measure.id(), Totals.ALL).isPresent()
                ? ITSELF
                : coverage.countsWithin(unit, formsOfMeasure.getOrDefault(measure.id(), List.of()));
    }

    private Counts counts(String unit, Indicator indicator) {
        List<String> ids = Stream.concat(Stream.of(indicator.id()), indicator.denominator().stream())
                .toList();
        return coverage.countsWithin(unit, formsOf(ids));
    }

    private Set<String> formsOf(List<String> ids) {
        return ids.stream()
                .flatMap(id -> formsOfMeasure.getOrDefault(id, List.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Figure missing(
            Kind kind,
            String id,
            String label,
            String unitOfCount,
            int decimals,
            Counts counts,
            @Nullable Indicator indicator,
            @Nullable Nature nature) {
        return new Figure(
                id,
                label,
                kind,
                Status.MISSING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                unitOfCount,
                decimals,
                counts.reported(),
                counts.partial(),
                counts.expected(),
                false,
                indicator,
                nature);
    }
}
