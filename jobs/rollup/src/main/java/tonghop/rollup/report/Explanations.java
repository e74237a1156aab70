package tonghop.rollup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
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
import tonghop.rollup.sum.RollUp;

/** Walks figures of one period back to the cells that they stand on. */
public final class Explanations {

    private final Period period;
    private final Moment moment;
    private final Definitions definitions;
    private final JdbcClient database;
    private final Reports reports;
    private final Map<String, Measure> measures;
    private final Combination combination;
    private final Map<String, Trail> trails = new HashMap<>();
    private final Map<String, UnitTree> trees = new HashMap<>();

    private Explanations(Period period, Moment moment, Definitions definitions, JdbcTemplate template) {
        this.period = period;
        this.moment = moment;
        this.definitions = definitions;
        this.database = JdbcClient.create(template);
        this.reports = moment.equals(Moment.NOW)
                ? Reports.of(period, definitions, template)
                : Reports.of(period, moment.instant(), definitions, template);
        this.measures = definitions.measures();
        this.combination = new Combination(definitions);
    }

    /** Those of {@code period}, whose roll-up must be up to date. */
    public static Explanations of(Period period, Definitions definitions, JdbcTemplate template) {
        return new Explanations(period, Moment.NOW, definitions, template);
    }

    /**
     * The same as of a moment in the past, in the transaction in which {@link RollUp#update(Period, Instant)} was
     * called.
     */
    public static Explanations of(Period period, Instant asOf, Definitions definitions, JdbcTemplate template) {
        return new Explanations(period, Moment.of(asOf), definitions, template);
    }

    /** The figures that {@code unit} has. */
    public List<Figure> figuresOf(Unit unit) {
        return reports.figuresOf(unit);
    }

    /**
     * Explains a figure.
     *
     * @param id of a measure or indicator, with its breakdown if it is one
     * @return empty if the unit has no such figure
     */
    public Optional<Explanation> find(Unit unit, FigureId id) {
        return reports.figuresOf(unit).stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(figure -> explain(unit, figure));
    }

    private Explanation explain(Unit unit, Figure figure) {
        Walk walk = new Walk();
        String formula;
        Indicator indicator = figure.indicator();
        if (indicator != null && figure.ratio().isPresent()) {
            indicator.numerator().forEach(id -> walk.from(unit, FigureId.of(id), Role.NUMERATOR));
            indicator.denominator().forEach(id -> walk.from(unit, FigureId.of(id), Role.DENOMINATOR));
            formula = "(%s) / (%s) × 100"
                    .formatted(String.join(" + ", indicator.numerator()), String.join(" + ", indicator.denominator()));
        } else {
            formula = formula(unit, figure);
            if (figure.value() != null) {
                walk.from(unit, figure.id(), Role.VALUE);
            }
        }
        if (figure.stated().isPresent()) {
            walk.from(unit, figure.id(), Role.DECLARED);
        }
        return new Explanation(unit, period, figure, formula, walk.cells);
    }

    private Trail trail(String of) {
        return trails.computeIfAbsent(
                of, code -> Trail.of(definitions.calendar().find(code).orElseThrow(), moment, database));
    }

    private UnitTree tree(String of) {
        return trees.computeIfAbsent(
                of,
                code -> definitions.unitsOf(definitions.calendar().find(code).orElseThrow()));
    }

    /** How a figure is made of what stands directly below it. */
    private String formula(Unit unit, Figure figure) {
        String measure = figure.id().of();
        Optional<Trail.Stated> stated = trail(period.code()).counting(unit.code(), measure);
        List<String> parts = new ArrayList<>();
        boolean stands = stated.filter(Trail.Stated::wholeStands).isPresent();
        if (stated.isPresent() && (stated.get().part() != null || stands)) {
            if (stated.get().isCombined()) {
                Cover cover = trail(period.code())
                        .cover(unit.code(), stated.get().form())
                        .orElseThrow();
                parts.add(measure + " (" + String.join(" → ", cover.periods()) + ")");
            } else {
                parts.add(unit.code());
            }
        }
        if (!stands && addsOverUnits(measure)) {
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

        void from(Unit unit, FigureId figure, Role role) {
            down(period.code(), unit.code(), figure.of(), figure.level(), 1, role);
        }

        /**
         * Goes down from the total of a unit and measure.
         *
         * @param level of the units whose part it is; empty: all of it
         */
        private void down(String of, String unit, String measure, Optional<UnitLevel> level, int factor, Role role) {
            Optional<Trail.Stated> counting = trail(of).counting(unit, measure);
            boolean stands = counting.filter(Trail.Stated::wholeStands).isPresent();
            boolean isOfPart =
                    level.isEmpty() || level.get() == tree(of).get(unit).level();
            counting.ifPresent(stated -> {
                if (stated.isCombined()) {
                    overPeriods(new Node(of, unit, measure, level, factor, role), stated, stands, isOfPart);
                } else if (isOfPart) {
                    sheet(new Node(of, unit, measure, level, factor, role), stated, stands);
                }
            });
            if (!stands && addsOverUnits(measure)) {
                for (Unit child : tree(of).childrenOf(unit)) {
                    down(of, child.code(), measure, level, factor, role);
                }
            }
        }

        private void overPeriods(Node node, Trail.Stated stated, boolean stands, boolean isOfPart) {
            Cover cover = trail(node.period()).cover(node.unit(), stated.form()).orElseThrow();
            boolean isByLevel = stands && !combination.isRecomputed(node.measure());
            if (!isOfPart && !isByLevel) {
                return;
            }
            Optional<UnitLevel> level = isByLevel ? node.level() : Optional.empty();
            for (int ordinal = 0; ordinal < cover.periods().size(); ordinal++) {
                String finer = cover.periods().get(ordinal);
                String there = cover.units().get(ordinal);
                Map<String, Integer> parts = combination.madeOf(
                        node.measure(), ordinal, cover.periods().size());
                for (Map.Entry<String, Integer> from : parts.entrySet()) {
                    int factor = node.factor() * from.getValue();
                    Optional<Trail.Stated> said = trail(finer).sent(there, from.getKey(), stated.form());
                    Node below = new Node(finer, there, from.getKey(), level, factor, node.role());
                    boolean isOtherForm = said.isPresent() && !said.get().counts();
                    if (stands && !isOtherForm) {
                        down(finer, there, from.getKey(), level, factor, node.role());
                    } else if (isOfPart) {
                        said.ifPresent(statement -> sheet(below, statement, stands));
                    }
                }
            }
        }

        /** The cells of one sheet: those of the own offices, and those about the unit as one if these count. */
        private void sheet(Node node, Trail.Stated stated, boolean withWhole) {
            long submission = Objects.requireNonNull(stated.submission(), "a statement without a sheet");
            List<Leaf> leaves = trail(node.period()).observations(submission, node.unit(), node.measure());
            if (!addsOverUnits(node.measure())) {
                leaves.stream()
                        .max(Comparator.comparing(Leaf::isWhole)
                                .thenComparing(Leaf::rowNumber)
                                .thenComparing(Leaf::ordinal))
                        .ifPresent(leaf -> add(node, leaf));
                return;
            }
            leaves.stream().filter(leaf -> withWhole || !leaf.isWhole()).forEach(leaf -> add(node, leaf));
        }

        private void add(Node node, Leaf leaf) {
            cells.add(new Explanation.Cell(node.role(), node.factor(), leaf));
        }
    }

    /** Where a walk has come to. */
    private record Node(String period, String unit, String measure, Optional<UnitLevel> level, int factor, Role role) {}
}
