package tonghop.rollup.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Explanation.Role;
import tonghop.domain.report.Figure;
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
    public Optional<Explanation> find(Unit unit, String id) {
        return reports.figuresOf(unit).stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(figure -> explain(unit, figure));
    }

    private Explanation explain(Unit unit, Figure figure) {
        Walk walk = new Walk();
        String formula;
        Optional<Indicator> indicator = definitions.indicator(figure.id());
        if (indicator.isPresent() && figure.numerator() != null) {
            indicator.get().numerator().forEach(id -> walk.from(unit, id, null, Role.NUMERATOR));
            indicator.get().denominator().forEach(id -> walk.from(unit, id, null, Role.DENOMINATOR));
            formula = "(%s) / (%s) × 100"
                    .formatted(
                            String.join(" + ", indicator.get().numerator()),
                            String.join(" + ", indicator.get().denominator()));
        } else {
            formula = formula(unit, figure);
            if (figure.value() != null) {
                walk.from(unit, measureOf(figure), partOf(figure), Role.VALUE);
            }
        }
        if (figure.declared() != null) {
            walk.from(unit, figure.id(), null, Role.DECLARED);
        }
        return new Explanation(unit, period, figure, formula, walk.leaves);
    }

    private static String measureOf(Figure figure) {
        int bracket = figure.id().indexOf('[');
        return bracket < 0 ? figure.id() : figure.id().substring(0, bracket);
    }

    private static @Nullable String partOf(Figure figure) {
        int bracket = figure.id().indexOf('[');
        return bracket < 0
                ? null
                : figure.id().substring(bracket + 1, figure.id().length() - 1);
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

    /** Whether what is said of a unit as one counts, because not all of its children have sent: as in totals.sql. */
    private boolean wholeStands(String of, String unit, String measure, Trail.Stated stated) {
        if (stated.whole() == null) {
            return false;
        }
        Measure known = measures.get(measure);
        List<Unit> children = tree(of).childrenOf(unit);
        long given = known == null || !known.addsOverUnits()
                ? 0
                : children.stream()
                        .filter(child -> trail(of).total(child.code(), measure).isPresent())
                        .count();
        return given == 0 || given < children.size();
    }

    /** How a figure is made of what stands directly below it. */
    private String formula(Unit unit, Figure figure) {
        String measure = measureOf(figure);
        Optional<Trail.Stated> stated = trail(period.code()).counting(unit.code(), measure);
        List<String> parts = new ArrayList<>();
        boolean stands = stated.isPresent() && wholeStands(period.code(), unit.code(), measure, stated.get());
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

        private final List<Explanation.Leaf> leaves = new ArrayList<>();

        void from(Unit unit, String measure, @Nullable String part, Role role) {
            down(period.code(), unit.code(), measure, part, 1, role);
        }

        /**
         * Goes down from the total of a unit and measure.
         *
         * @param part such as {@code level=commune}; absent: all of it
         */
        private void down(String of, String unit, String measure, @Nullable String part, int factor, Role role) {
            Optional<Trail.Stated> counting = trail(of).counting(unit, measure);
            boolean stands = counting.isPresent() && wholeStands(of, unit, measure, counting.get());
            boolean isOfPart = part == null
                    || part.equals("level=" + tree(of).get(unit).level().code());
            counting.ifPresent(stated -> {
                if (stated.isCombined()) {
                    overPeriods(new Node(of, unit, measure, part, factor, role), stated, stands, isOfPart);
                } else if (isOfPart) {
                    sheet(new Node(of, unit, measure, part, factor, role), stated, stands);
                }
            });
            if (!stands && addsOverUnits(measure)) {
                for (Unit child : tree(of).childrenOf(unit)) {
                    down(of, child.code(), measure, part, factor, role);
                }
            }
        }

        private void overPeriods(Node node, Trail.Stated stated, boolean stands, boolean isOfPart) {
            Cover cover = trail(node.period()).cover(node.unit(), stated.form()).orElseThrow();
            boolean isByLevel = stands && !combination.isRecomputed(node.measure());
            if (!isOfPart && !isByLevel) {
                return;
            }
            String part = isByLevel ? node.part() : null;
            for (int ordinal = 0; ordinal < cover.periods().size(); ordinal++) {
                String finer = cover.periods().get(ordinal);
                String there = cover.units().get(ordinal);
                Map<String, Integer> parts = combination.madeOf(
                        node.measure(), ordinal, cover.periods().size());
                for (Map.Entry<String, Integer> from : parts.entrySet()) {
                    int factor = node.factor() * from.getValue();
                    Optional<Trail.Stated> said = trail(finer).sent(there, from.getKey(), stated.form());
                    Node below = new Node(finer, there, from.getKey(), part, factor, node.role());
                    boolean isOtherForm = said.isPresent() && !said.get().counts();
                    if (stands && !isOtherForm) {
                        down(finer, there, from.getKey(), part, factor, node.role());
                    } else if (isOfPart) {
                        said.ifPresent(statement -> sheet(below, statement, stands));
                    }
                }
            }
        }

        /** The cells of one sheet: those of the own offices, and those about the unit as one if these count. */
        private void sheet(Node node, Trail.Stated stated, boolean withWhole) {
            long submission = Objects.requireNonNull(stated.submission(), "a statement without a sheet");
            List<Trail.Observed> cells = trail(node.period()).observations(submission, node.unit(), node.measure());
            if (!addsOverUnits(node.measure())) {
                cells.stream()
                        .max(Comparator.comparing(Trail.Observed::isWhole)
                                .thenComparing(Trail.Observed::rowNumber)
                                .thenComparing(Trail.Observed::ordinal))
                        .ifPresent(cell -> leaves.add(leaf(node, cell)));
                return;
            }
            cells.stream().filter(cell -> withWhole || !cell.isWhole()).forEach(cell -> leaves.add(leaf(node, cell)));
        }

        private Explanation.Leaf leaf(Node node, Trail.Observed cell) {
            return new Explanation.Leaf(
                    node.role(),
                    node.unit(),
                    node.period(),
                    cell.form(),
                    node.measure(),
                    cell.row(),
                    cell.value(),
                    cell.qualifier(),
                    node.factor(),
                    cell.path(),
                    cell.sha256(),
                    cell.sheet(),
                    cell.cell(),
                    cell.raw());
        }
    }

    /** Where a walk has come to. */
    private record Node(
            String period,
            String unit,
            String measure,
            @Nullable String part,
            int factor,
            Role role) {}

    /** The sum of the leaves of one role, each times its factor. */
    public static BigDecimal sum(Explanation explanation, Role role) {
        return explanation.leaves().stream()
                .filter(leaf -> leaf.role() == role)
                .map(leaf -> leaf.value().multiply(BigDecimal.valueOf(leaf.factor())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
