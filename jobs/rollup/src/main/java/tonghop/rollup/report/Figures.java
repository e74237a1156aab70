package tonghop.rollup.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.report.Bounds;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Figure.Sent;
import tonghop.domain.report.FigureId;
import tonghop.rollup.sum.Pairs;
import tonghop.rollup.sum.Totals;

/** Makes the figures of a unit from the totals: measures in the order of the forms, then the indicators. */
public final class Figures {

    private static final Sent ITSELF = new Sent(1, 0, 1);

    private final Definitions definitions;
    private final FormCoverage coverage;
    private final Totals totals;
    private final MissingDenominators missing;
    private final NilReturns nils;
    private final PartialSums partial;
    private final Pairs pairs;
    private final Map<String, Measure> measures;
    private final Map<String, List<String>> formsOfMeasure = new HashMap<>();

    Figures(
            Definitions definitions,
            FormCoverage coverage,
            Totals totals,
            MissingDenominators missing,
            NilReturns nils,
            PartialSums partial) {
        this.definitions = definitions;
        this.coverage = coverage;
        this.totals = totals;
        this.missing = missing;
        this.nils = nils;
        this.partial = partial;
        this.pairs = Pairs.of(definitions);
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
        Optional<Amount> all = totals.find(unit, measure.id(), Totals.ALL);
        List<Figure> figures = new ArrayList<>();
        if (all.isPresent() || owed.contains(measure.id())) {
            figures.add(count(unit, measure, Optional.empty(), all));
        }
        if (all.isPresent()) {
            for (UnitLevel level : totals.breakdowns(unit, measure.id())) {
                Optional<Amount> part = totals.find(unit, measure.id(), FigureId.part(level));
                figures.add(count(unit, measure, Optional.of(level), part));
            }
        }
        return figures;
    }

    private Figure count(String unit, Measure measure, Optional<UnitLevel> level, Optional<Amount> amount) {
        boolean isNought = amount.filter(given -> given.value().signum() == 0).isPresent();
        boolean isNil =
                isNought && measure.nature() != Nature.DECLARED && nils.holds(unit, new FigureId(measure.id(), level));
        return new Figure.Count(measure, level, amount, sent(unit, measure), isNil, partial.of(unit, measure.id()));
    }

    private Optional<Figure> ofIndicator(String unit, Indicator indicator, Set<String> owed) {
        Optional<Amount> stated = totals.find(unit, indicator.id(), Totals.ALL);
        Optional<Amount> denominator = sum(unit, pairs.sideOf(indicator, indicator.denominator()));
        Optional<Amount.Ratio> ratio = sum(unit, pairs.sideOf(indicator, indicator.numerator()))
                .flatMap(above -> denominator.map(above::over));
        Optional<Bounds> bounds = ratio.flatMap(known -> bounds(unit, indicator, known));
        boolean isOwed = owed.contains(indicator.id())
                || (indicator.isComputed()
                        && owed.containsAll(indicator.numerator())
                        && owed.containsAll(indicator.denominator()));
        if (ratio.isEmpty() && stated.isEmpty() && !isOwed) {
            return Optional.empty();
        }
        boolean isOnlyStated = ratio.isEmpty() && stated.isPresent();
        return Optional.of(
                new Figure.Rate(indicator, ratio, bounds, stated, isOnlyStated ? ITSELF : sent(unit, indicator)));
    }

    private Optional<Bounds> bounds(String unit, Indicator indicator, Amount.Ratio ratio) {
        return missing.of(unit, formsOf(indicator.denominator()), indicator.denominator())
                .flatMap(size ->
                        Bounds.of(ratio.numerator().value(), ratio.denominator().value(), size));
    }

    private Optional<Amount> sum(String unit, List<String> ids) {
        return Amount.sum(ids.stream().flatMap(id -> totals.find(unit, id, Totals.ALL).stream()));
    }

    private Sent sent(String unit, Measure measure) {
        // What stays where it was stated is expected of that unit alone.
        return measure.staysWhereStated()
                        && totals.find(unit, measure.id(), Totals.ALL).isPresent()
                ? ITSELF
                : sent(unit, Set.copyOf(formsOfMeasure.getOrDefault(measure.id(), List.of())), List.of(measure.id()));
    }

    private Sent sent(String unit, Indicator indicator) {
        List<String> ids = Stream.concat(Stream.of(indicator.id()), indicator.denominator().stream())
                .toList();
        List<String> terms = Stream.concat(indicator.numerator().stream(), indicator.denominator().stream())
                .toList();
        return sent(unit, formsOf(ids), terms)
                .unpaired(
                        coverage.owingWithin(unit, formsOf(ids), below -> pairs.isUnpaired(indicator, below, totals)));
    }

    /** Who sent the forms; a unit of whose finer periods some gave nothing has done so in part. */
    private Sent sent(String unit, Set<String> forms, List<String> measures) {
        return coverage.sentWithin(unit, forms)
                .ofWhichPartial(coverage.owingWithin(
                        unit, forms, below -> measures.stream().anyMatch(measure -> partial.holds(below, measure))));
    }

    private Set<String> formsOf(List<String> ids) {
        return ids.stream()
                .flatMap(id -> formsOfMeasure.getOrDefault(id, List.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
