package tonghop.rollup.sum;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Report.Value;
import tonghop.domain.report.RestatedFigure;
import tonghop.domain.report.Restatement;
import tonghop.domain.report.Restatement.Contribution;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

/**
 * The figures of a period by the units of another day: counts and amounts, and the rates computed from them. Ranks and
 * declared rates belong to the units that stated them and are left out.
 */
public final class RestatedFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Definitions definitions;
    private final UnitTree then;
    private final Totals totals;
    private final Map<String, Measure> measures;

    private RestatedFigures(Period period, Definitions definitions, JdbcClient database) {
        this.definitions = definitions;
        this.then = definitions.unitsOf(period);
        this.totals = Totals.of(period, database);
        this.measures = definitions.measures();
    }

    /** Those of {@code period}, whose roll-up must be up to date. */
    public static RestatedFigures of(Period period, Definitions definitions, JdbcTemplate template) {
        return new RestatedFigures(period, definitions, JdbcClient.create(template));
    }

    /**
     * Figures by the units of a day, and where they break.
     *
     * @param figures units from above, measures in the order of the forms, then the rates
     */
    public record Result(UnitTree tree, List<RestatedFigure> figures, List<Restatement.Break> breaks) {

        public Result {
            figures = List.copyOf(figures);
            breaks = List.copyOf(breaks);
        }
    }

    /** The figures of all units by those of {@code day}. */
    public Result on(LocalDate day) {
        List<Contribution> contributions = new ArrayList<>();
        for (Measure measure : measures.values()) {
            if (measure.addsOverUnits()) {
                then.all().stream()
                        .filter(unit -> unit.parent() == null
                                || then.find(unit.parent()).isEmpty())
                        .forEach(top -> addContributions(top, measure, contributions));
            }
        }
        Restatement.Restated moved =
                new Restatement(definitions.units(), day, id -> measure(id).addsOverUnits()).restate(contributions);
        UnitTree tree = UnitTree.on(day, definitions.units());
        Map<String, Map<String, Value>> sums = new HashMap<>();
        for (Contribution contribution : moved.contributions()) {
            for (Unit unit = contribution.unit(); unit != null; unit = parentOf(unit, tree)) {
                sums.computeIfAbsent(unit.code(), code -> new HashMap<>())
                        .merge(
                                contribution.measure(),
                                new Value(contribution.value(), contribution.qualifier()),
                                RestatedFigures::plus);
            }
        }
        List<RestatedFigure> figures = new ArrayList<>();
        tree.all().forEach(unit -> addFigures(unit, sums.getOrDefault(unit.code(), Map.of()), figures));
        return new Result(tree, figures, moved.breaks());
    }

    private Measure measure(String id) {
        return Optional.ofNullable(measures.get(id)).orElseThrow();
    }

    private static @Nullable Unit parentOf(Unit unit, UnitTree tree) {
        return unit.parent() == null ? null : tree.find(unit.parent()).orElse(null);
    }

    private static Value plus(Value one, Value other) {
        return new Value(one.value().add(other.value()), Qualifier.combine(one.qualifier(), other.qualifier()));
    }

    /**
     * The disjoint parts that a unit's total is made of: its own and those of the units below, unless what it says as
     * one counts instead of these.
     */
    private void addContributions(Unit unit, Measure measure, List<Contribution> contributions) {
        Optional<Value> all = totals.find(unit.code(), measure.id(), Totals.ALL);
        if (all.isEmpty()) {
            return;
        }
        Optional<Value> own = totals.find(unit.code(), measure.id(), Totals.OWN);
        own.ifPresent(
                value -> contributions.add(new Contribution(unit, measure.id(), value.value(), value.qualifier())));
        BigDecimal below = then.childrenOf(unit.code()).stream()
                .flatMap(child -> totals.find(child.code(), measure.id(), Totals.ALL).stream())
                .map(Value::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal beyondOwn = all.get().value().subtract(own.map(Value::value).orElse(BigDecimal.ZERO));
        if (beyondOwn.compareTo(below) == 0) {
            then.childrenOf(unit.code()).forEach(child -> addContributions(child, measure, contributions));
        }
    }

    private void addFigures(Unit unit, Map<String, Value> values, List<RestatedFigure> figures) {
        for (Measure measure : measures.values()) {
            Value value = values.get(measure.id());
            if (value != null) {
                figures.add(new RestatedFigure(
                        unit,
                        measure.id(),
                        measure.label(),
                        measure.unitOfCount(),
                        Totals.plain(value.value()),
                        value.qualifier(),
                        null,
                        null));
            }
        }
        for (Indicator indicator : definitions.indicators()) {
            Optional<Value> numerator = sum(indicator.numerator(), values);
            Optional<Value> denominator = sum(indicator.denominator(), values);
            if (numerator.isPresent() && denominator.isPresent()) {
                figures.add(rate(unit, indicator, numerator.get(), denominator.get()));
            }
        }
    }

    private static RestatedFigure rate(Unit unit, Indicator indicator, Value numerator, Value denominator) {
        boolean isNought = denominator.value().signum() == 0;
        return new RestatedFigure(
                unit,
                indicator.id(),
                indicator.label(),
                "%",
                isNought
                        ? null
                        : numerator.value().multiply(HUNDRED).divide(denominator.value(), MathContext.DECIMAL64),
                Qualifier.combine(numerator.qualifier(), Qualifier.reversed(denominator.qualifier())),
                Totals.plain(numerator.value()),
                Totals.plain(denominator.value()));
    }

    private static Optional<Value> sum(List<String> ids, Map<String, Value> values) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(values.get(id)).stream())
                .reduce(RestatedFigures::plus);
    }
}
