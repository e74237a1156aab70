package tonghop.rollup.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Measure;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Explanation.Role;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.Leaf;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.store.Moment;
import tonghop.rollup.sum.History;
import tonghop.rollup.sum.LastTotals;
import tonghop.rollup.sum.Pairs;
import tonghop.rollup.sum.RollUp;
import tonghop.rollup.sum.Totals;

/** Makes the reports of one period from what is stored and rolled up. */
public final class Reports {

    private final Definitions definitions;
    private final JdbcClient database;
    private final Period period;
    private final UnitTree tree;
    private final StoredPeriod stored;
    private final FinerSources finer;
    private final StoredView.OfPeriod known;
    private final Totals totals;
    private final Silences silences;
    private final Walks walks;
    private final FormCoverage coverage;
    private final Figures figures;
    private final Map<String, Measure> measures;
    private final Map<String, List<Figure>> figuresOfUnits = new HashMap<>();

    private Reports(Period period, Moment moment, Definitions definitions, JdbcClient database) {
        this.definitions = definitions;
        this.database = database;
        this.period = period;
        this.tree = definitions.unitsOf(period);
        this.stored = StoredPeriod.of(period, moment, database);
        this.finer = FinerSources.of(period, moment, stored.sent(), definitions, database);
        this.totals = Totals.of(period, database);
        this.silences = Silences.of(period, database);
        this.walks = new Walks(period, moment, definitions, database);
        this.coverage = FormCoverage.of(definitions, period, moment, stored, finer, database);
        LastTotals last = new LastTotals(definitions, period, definitions.denominators(), database);
        this.figures = new Figures(
                definitions,
                coverage,
                totals,
                new MissingDenominators(period, tree, coverage, last),
                NilReturns.of(allLeaves().toList(), tree),
                PartialSums.of(period, database));
        this.measures = definitions.measures();
        this.known = new StoredView.OfPeriod(definitions, period, moment, stored, senders(), database);
    }

    /** Reads what is stored of {@code period}, whose roll-up must be up to date. */
    public static Reports of(Period period, Definitions definitions, JdbcTemplate template) {
        return new Reports(period, Moment.NOW, definitions, JdbcClient.create(template));
    }

    /**
     * The same as of a moment in the past, in the transaction in which {@link RollUp#update(Period, Instant)} was
     * called.
     */
    public static Reports of(Period period, Instant asOf, Definitions definitions, JdbcTemplate template) {
        return new Reports(period, Moment.of(asOf), definitions, JdbcClient.create(template));
    }

    /**
     * The report of {@code unit}.
     *
     * @param rules what is to be said of what is stored of the unit and period
     */
    public Report of(Unit unit, Function<PeriodView, List<LocatedFinding>> rules) {
        Set<String> within = codesWithin(unit);
        List<Coverage> pairs = coverage.pairsWithin(unit.code());
        Set<String> sent = allLeaves()
                .filter(leaf -> within.contains(leaf.unit()))
                .map(Leaf::form)
                .collect(Collectors.toSet());
        UnitReport top = unitReport(unit);
        List<Report.FilledForm> tables = new FilledForms(definitions, period, totals, stored, finer, silences)
                .of(unit, coverage.forms(), sent, within);
        List<Report.LeftBlank> leftBlank =
                tables.stream().flatMap(table -> table.leftBlank().stream()).toList();
        History history = History.of(unit, period, definitions, totals, database);
        return new Report(
                period,
                top,
                unit.parent() == null ? null : tree.find(unit.parent()).orElse(null),
                tables,
                leaves(within, unit),
                pairs,
                sheets(within),
                rules.apply(new StoredView(top, pairs, leftBlank, history, known)),
                new EarlierFigures(unit, top.figures(), history, Pairs.of(definitions))
                        .of(period, definitions.calendar()),
                null);
    }

    /** The figures of a unit alone. */
    List<Figure> figuresOf(Unit unit) {
        return figuresOfUnits.computeIfAbsent(unit.code(), figures::of);
    }

    private Stream<Leaf> allLeaves() {
        return Stream.concat(stored.leaves().stream(), finer.leaves().stream().map(FinerSources.FinerLeaf::row));
    }

    private UnitReport unitReport(Unit unit) {
        List<UnitReport> children = tree.childrenOf(unit.code()).stream()
                .map(this::unitReport)
                .filter(child -> !child.figures().isEmpty()
                        || child.completeness().expected() > 0
                        || !child.children().isEmpty())
                .toList();
        List<Figure> own = figuresOf(unit);
        return new UnitReport(unit, Completeness.of(coverage.pairsWithin(unit.code())), own, children);
    }

    /** The observations of the territory of a unit alone. */
    public List<Report.Leaf> leavesOf(Unit unit) {
        return leaves(codesWithin(unit), unit);
    }

    /** The sheets of the territory of a unit alone. */
    public List<SentSheet> sheetsOf(Unit unit) {
        return sheets(codesWithin(unit));
    }

    private Set<String> codesWithin(Unit unit) {
        return tree.subtreeOf(unit.code()).stream().map(Unit::code).collect(Collectors.toSet());
    }

    /** Those of the territory of {@code top}. */
    private List<Report.Leaf> leaves(Set<String> within, Unit top) {
        Set<Cell> counting = counting(top);
        return allLeaves()
                .filter(leaf -> within.contains(leaf.unit()))
                .flatMap(leaf -> leaf(leaf, counting.contains(Cell.of(leaf))).stream())
                .toList();
    }

    /** An observation, by its place in the store. */
    private record Cell(long submission, int ordinal) {

        static Cell of(Leaf leaf) {
            return new Cell(leaf.submission(), leaf.ordinal());
        }
    }

    /**
     * The observations that go, as they are, into the figures of {@code top}, or of one below where nothing is added.
     */
    private Set<Cell> counting(Unit top) {
        Set<Cell> counting = new HashSet<>();
        for (Measure measure : measures.values()) {
            List<Unit> units = measure.addsOverUnits() ? List.of(top) : tree.subtreeOf(top.code());
            units.stream()
                    .filter(unit ->
                            totals.find(unit.code(), measure.id(), Totals.ALL).isPresent())
                    .flatMap(unit -> walks.from(unit, FigureId.of(measure.id()), Role.VALUE).stream())
                    .filter(cell -> cell.leaf().measure().equals(measure.id()) && cell.factor() == 1)
                    .forEach(cell -> counting.add(Cell.of(cell.leaf())));
        }
        return counting;
    }

    Walks walks() {
        return walks;
    }

    private Optional<Report.Leaf> leaf(Leaf leaf, boolean counts) {
        return Optional.ofNullable(measures.get(leaf.measure()))
                .map(measure -> new Report.Leaf(
                        leaf.unit(),
                        leaf.sender(),
                        leaf.period(),
                        leaf.form(),
                        leaf.measure(),
                        measure.nature(),
                        leaf.row(),
                        counts,
                        leaf.amount().value(),
                        leaf.amount().qualifier(),
                        Figure.Status.of(measure, leaf.amount().qualifier()),
                        measure.unitOfCount(),
                        leaf.file(),
                        leaf.sheet(),
                        leaf.cell()));
    }

    private List<SentSheet> sheets(Set<String> within) {
        return Stream.concat(stored.sheets().stream(), finer.sheets().stream())
                .filter(sheet -> within.contains(sheet.unit()))
                .map(sheet -> new SentSheet(
                        sheet.path(),
                        sheet.sha256(),
                        sheet.sheet(),
                        sheet.form(),
                        sheet.unit(),
                        sheet.period(),
                        sheet.state(),
                        sheet.cells()))
                .toList();
    }

    private Set<String> senders() {
        Set<String> senders = new HashSet<>();
        stored.sheets().forEach(sheet -> senders.add(sheet.unit()));
        finer.sheets().forEach(sheet -> senders.add(sheet.unit()));
        allLeaves().forEach(leaf -> senders.add(leaf.unit()));
        return senders;
    }
}
