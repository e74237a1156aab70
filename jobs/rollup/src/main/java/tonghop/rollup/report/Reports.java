package tonghop.rollup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.report.Report.Leaf;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.store.Moment;
import tonghop.rollup.sum.History;
import tonghop.rollup.sum.LastTotals;
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
        this.coverage = FormCoverage.of(definitions, period, moment, stored, finer.pairs(), database);
        LastTotals last = new LastTotals(definitions, period, definitions.denominators(), database);
        this.figures = new Figures(
                definitions,
                coverage,
                totals,
                new MissingDenominators(period, tree, coverage, last),
                NilReturns.of(allLeaves().toList(), tree));
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
                .map(StoredPeriod.LeafRow::form)
                .collect(Collectors.toSet());
        UnitReport top = unitReport(unit);
        History history = History.of(unit, period, definitions, totals, database);
        return new Report(
                period,
                top,
                unit.parent() == null ? null : tree.find(unit.parent()).orElse(null),
                new FilledForms(definitions, period, totals, stored, finer).of(unit, coverage.forms(), sent, within),
                leaves(within),
                pairs,
                sheets(within),
                rules.apply(new StoredView(top, pairs, history, known)),
                new EarlierFigures(unit, top.figures(), history).of(period, definitions.calendar()),
                null);
    }

    /** The figures of a unit alone. */
    List<Figure> figuresOf(Unit unit) {
        return figuresOfUnits.computeIfAbsent(unit.code(), figures::of);
    }

    private Stream<StoredPeriod.LeafRow> allLeaves() {
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
    public List<Leaf> leavesOf(Unit unit) {
        return leaves(codesWithin(unit));
    }

    /** The sheets of the territory of a unit alone. */
    public List<SentSheet> sheetsOf(Unit unit) {
        return sheets(codesWithin(unit));
    }

    private Set<String> codesWithin(Unit unit) {
        return tree.subtreeOf(unit.code()).stream().map(Unit::code).collect(Collectors.toSet());
    }

    private List<Leaf> leaves(Set<String> within) {
        List<Leaf> leaves = new ArrayList<>();
        for (StoredPeriod.LeafRow leaf : allLeaves().toList()) {
            Measure measure = measures.get(leaf.measure());
            if (within.contains(leaf.unit()) && measure != null) {
                leaves.add(new Leaf(
                        leaf.unit(),
                        leaf.period(),
                        leaf.form(),
                        leaf.measure(),
                        leaf.row(),
                        leaf.value(),
                        leaf.qualifier(),
                        statusOf(leaf, measure),
                        measure.unitOfCount(),
                        leaf.path(),
                        leaf.sheet(),
                        leaf.cell()));
            }
        }
        return leaves;
    }

    private static Figure.Status statusOf(StoredPeriod.LeafRow leaf, Measure measure) {
        if (measure.nature() == Nature.DECLARED) {
            return Figure.Status.DECLARED;
        }
        return leaf.qualifier() != null && leaf.qualifier().isApproximate()
                ? Figure.Status.APPROXIMATE
                : Figure.Status.REPORTED;
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
