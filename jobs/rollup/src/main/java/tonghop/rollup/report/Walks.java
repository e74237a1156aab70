package tonghop.rollup.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Observation.Scope;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Explanation.Role;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.Leaf;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.store.Moment;
import tonghop.rollup.sum.Combination;
import tonghop.rollup.sum.Pairs;

/** Ways from the figures of one period down to the observations that they stand on. */
final class Walks {

    private final Period period;
    private final Moment moment;
    private final Definitions definitions;
    private final JdbcClient database;
    private final Pairs pairs;
    private final Map<String, Measure> measures;
    private final Map<String, Combination> combinations = new HashMap<>();
    private final Map<String, Trail> trails = new HashMap<>();
    private final Map<String, UnitTree> trees = new HashMap<>();

    /** Those of {@code period}, whose roll-up must be up to date. */
    Walks(Period period, Moment moment, Definitions definitions, JdbcClient database) {
        this.period = period;
        this.moment = moment;
        this.definitions = definitions;
        this.database = database;
        this.pairs = Pairs.of(definitions);
        this.measures = new HashMap<>(definitions.measures());
        measures.putAll(pairs.measures(definitions.measures()));
    }

    /** The observations behind a measure or a part of it. */
    List<Explanation.Cell> from(Unit unit, FigureId figure, Role role) {
        Walk walk = new Walk();
        walk.down(period.code(), unit.code(), figure.of(), figure.level(), 1, role);
        return walk.cells;
    }

    private Trail trail(String of) {
        return trails.computeIfAbsent(
                of, code -> Trail.of(definitions.calendar().find(code).orElseThrow(), moment, definitions, database));
    }

    private Combination combination(String of) {
        return combinations.computeIfAbsent(
                of,
                code -> new Combination(
                        definitions, definitions.calendar().find(code).orElseThrow()));
    }

    private UnitTree tree(String of) {
        return trees.computeIfAbsent(
                of,
                code -> definitions.unitsOf(definitions.calendar().find(code).orElseThrow()));
    }

    /** How a figure is made of what stands directly below it. */
    String formula(Unit unit, Figure figure) {
        String measure = figure.id().of();
        Optional<Trail.Stated> stated = trail(period.code()).counting(unit.code(), measure);
        List<String> parts = new ArrayList<>();
        boolean silencesBelow = stated.filter(Trail.Stated::silencesBelow).isPresent();
        if (stated.isPresent() && (stated.get().part() != null || silencesBelow)) {
            if (stated.get().isCombined()) {
                Cover cover = trail(period.code())
                        .cover(unit.code(), stated.get().form())
                        .orElseThrow();
                parts.add(measure + " (" + String.join(" → ", cover.periods()) + ")");
            } else {
                parts.add(unit.code());
            }
        }
        if (!silencesBelow && addsOverUnits(measure)) {
            tree(period.code()).childrenOf(unit.code()).stream()
                    .filter(child ->
                            trail(period.code()).total(child.code(), measure).isPresent())
                    .map(Unit::code)
                    .forEach(parts::add);
        }
        return figure.id() + " = " + parts.stream().collect(Collectors.joining(" + "));
    }

    private boolean addsOverUnits(String measure) {
        Measure known = measures.get(measure);
        return known != null && known.addsOverUnits();
    }

    /** One way down from a figure, gathering the cells at its ends. */
    private final class Walk {

        private final List<Explanation.Cell> cells = new ArrayList<>();

        /**
         * Goes down from the total of a unit and measure.
         *
         * @param level of the units whose part it is; empty: all of it
         */
        private void down(String of, String unit, String measure, Optional<UnitLevel> level, int factor, Role role) {
            Optional<Trail.Stated> counting = trail(of).counting(unit, measure);
            counting.ifPresent(stated -> {
                Node node = new Node(of, unit, measure, level, factor, role);
                if (stated.isCombined()) {
                    overPeriods(node, stated);
                } else {
                    sheet(node, stated, stated::counts);
                }
            });
            if (counting.filter(Trail.Stated::silencesBelow).isEmpty() && addsOverUnits(measure)) {
                for (Unit child : tree(of).childrenOf(unit)) {
                    down(of, child.code(), measure, level, factor, role);
                }
            }
        }

        private void overPeriods(Node node, Trail.Stated stated) {
            boolean stands = stated.wholeStands();
            Combination combination = combination(node.period());
            boolean isOfPart = isAsked(Scope.PART, node);
            Cover cover = trail(node.period()).cover(node.unit(), stated.form()).orElseThrow();
            boolean isByLevel = stands && !combination.isRecomputed(stated.form(), node.measure());
            if (!isOfPart && !isByLevel) {
                return;
            }
            Optional<UnitLevel> level = isByLevel ? node.level() : Optional.empty();
            for (int ordinal = 0; ordinal < cover.periods().size(); ordinal++) {
                String finer = cover.periods().get(ordinal);
                String there = cover.units().get(ordinal);
                Map<String, Integer> parts = combination.madeOf(
                        stated.form(), node.measure(), ordinal, cover.periods().size());
                for (Map.Entry<String, Integer> from : parts.entrySet()) {
                    int factor = node.factor() * from.getValue();
                    Optional<Trail.Stated> said = trail(finer).sent(there, from.getKey(), stated.form());
                    Node below = new Node(finer, there, from.getKey(), Optional.empty(), factor, node.role());
                    boolean isOtherForm = said.isPresent() && !said.get().counts();
                    if (stands && !isOtherForm) {
                        down(finer, there, from.getKey(), level, factor, node.role());
                    } else if (isOfPart) {
                        said.ifPresent(statement -> sheet(
                                below,
                                statement,
                                scope -> scope == Scope.PART
                                        || (stands && (scope == Scope.WHOLE || statement.childrenStand()))));
                    }
                }
            }
        }

        /** The cells of one sheet whose scope counts. */
        private void sheet(Node node, Trail.Stated stated, Predicate<Scope> counts) {
            long submission = Objects.requireNonNull(stated.submission(), "a statement without a sheet");
            Trail trail = trail(node.period());
            List<Leaf> leaves = trail.observations(submission, node.unit(), Pairs.measureOf(node.measure())).stream()
                    .filter(leaf -> pairs.counts(node.measure(), measure -> trail.isGivenBeside(leaf, measure)))
                    .toList();
            if (!addsOverUnits(node.measure())) {
                leaves.stream()
                        .filter(leaf -> leaf.scope() != Scope.CHILDREN)
                        .max(Comparator.comparing((Leaf leaf) -> leaf.scope() == Scope.WHOLE)
                                .thenComparing(Leaf::rowNumber)
                                .thenComparing(Leaf::ordinal))
                        .ifPresent(leaf -> add(node, leaf));
                return;
            }
            leaves.stream()
                    .filter(leaf -> counts.test(leaf.scope()) && isAsked(leaf.scope(), node))
                    .forEach(leaf -> add(node, leaf));
        }

        /** Whether the level that an observation of that scope is counted for is asked for. */
        private boolean isAsked(Scope scope, Node node) {
            Unit unit = tree(node.period()).get(node.unit());
            UnitLevel of = scope == Scope.CHILDREN ? levelBelow(unit, tree(node.period())) : unit.level();
            return node.level().isEmpty() || node.level().get() == of;
        }

        /** The level of a row that speaks for all children of {@code unit}. */
        private static UnitLevel levelBelow(Unit unit, UnitTree tree) {
            return tree.childrenOf(unit.code()).stream()
                    .map(Unit::level)
                    .min(Comparator.comparing(UnitLevel::code))
                    .orElse(unit.level());
        }

        private void add(Node node, Leaf leaf) {
            cells.add(new Explanation.Cell(node.role(), node.factor(), leaf));
        }
    }

    /** Where a walk has come to. */
    private record Node(String period, String unit, String measure, Optional<UnitLevel> level, int factor, Role role) {}
}
