package tonghop.rollup.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
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

    private final Definitions definitions;
    private final UnitTree then;
    private final Totals totals;
    private final Set<List<String>> wholes;
    private final Pairs pairs;
    private final Map<String, Measure> measures;
    private final Map<String, Measure> counted;

    private RestatedFigures(Period period, Definitions definitions, JdbcClient database) {
        this.definitions = definitions;
        this.then = definitions.unitsOf(period);
        this.totals = Totals.of(period, database);
        this.wholes = database.sql(
                        "select unit, measure from statement where period = ? and counts and (whole_stands or children_stand)")
                .param(period.code())
                .query((row, number) -> List.of(row.getString("unit"), row.getString("measure")))
                .set();
        this.pairs = Pairs.of(definitions);
        this.measures = definitions.measures();
        this.counted = new LinkedHashMap<>(measures);
        counted.putAll(pairs.measures(measures));
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
        for (Measure measure : counted.values()) {
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
        Map<String, Map<String, Amount>> sums = new HashMap<>();
        for (Contribution contribution : moved.contributions()) {
            for (Unit unit = contribution.unit(); unit != null; unit = parentOf(unit, tree)) {
                sums.computeIfAbsent(unit.code(), code -> new HashMap<>())
                        .merge(contribution.measure(), contribution.amount(), Amount::plus);
            }
        }
        List<RestatedFigure> figures = new ArrayList<>();
        tree.all().forEach(unit -> addFigures(unit, sums.getOrDefault(unit.code(), Map.of()), figures));
        return new Result(tree, figures, moved.breaks());
    }

    private Measure measure(String id) {
        return Optional.ofNullable(counted.get(id)).orElseThrow();
    }

    private static @Nullable Unit parentOf(Unit unit, UnitTree tree) {
        return unit.parent() == null ? null : tree.find(unit.parent()).orElse(null);
    }

    /**
     * The disjoint parts that a unit's total is made of: its own and those of the units below, unless what it says as
     * one, or of all of these in one row, counts instead of these.
     */
    private void addContributions(Unit unit, Measure measure, List<Contribution> contributions) {
        Stream.of(Totals.OWN, Totals.CHILDREN)
                .flatMap(part -> totals.find(unit.code(), measure.id(), part).stream())
                .forEach(own -> contributions.add(new Contribution(unit, measure.id(), own)));
        if (!wholes.contains(List.of(unit.code(), measure.id()))) {
            then.childrenOf(unit.code()).forEach(child -> addContributions(child, measure, contributions));
        }
    }

    private void addFigures(Unit unit, Map<String, Amount> values, List<RestatedFigure> figures) {
        for (Measure measure : measures.values()) {
            Amount value = values.get(measure.id());
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
            Optional<Amount> numerator = sum(pairs.sideOf(indicator, indicator.numerator()), values);
            Optional<Amount> denominator = sum(pairs.sideOf(indicator, indicator.denominator()), values);
            if (numerator.isPresent() && denominator.isPresent()) {
                figures.add(rate(unit, indicator, numerator.get().over(denominator.get())));
            }
        }
    }

    private static RestatedFigure rate(Unit unit, Indicator indicator, Amount.Ratio ratio) {
        return new RestatedFigure(
                unit,
                indicator.id(),
                indicator.label(),
                "%",
                ratio.value(),
                ratio.qualifier(),
                Totals.plain(ratio.numerator().value()),
                Totals.plain(ratio.denominator().value()));
    }

    private static Optional<Amount> sum(List<String> ids, Map<String, Amount> values) {
        return Amount.sum(ids.stream().flatMap(id -> Stream.ofNullable(values.get(id))));
    }
}
