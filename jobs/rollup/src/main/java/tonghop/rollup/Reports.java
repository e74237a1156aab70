package tonghop.rollup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Completeness;
import tonghop.domain.Definitions;
import tonghop.domain.Fact;
import tonghop.domain.Figure;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Measure;
import tonghop.domain.Nature;
import tonghop.domain.Period;
import tonghop.domain.Place;
import tonghop.domain.Report;
import tonghop.domain.Report.Coverage;
import tonghop.domain.Report.Leaf;
import tonghop.domain.Report.LocatedFinding;
import tonghop.domain.Report.SentSheet;
import tonghop.domain.SubmissionState;
import tonghop.domain.Unit;
import tonghop.domain.UnitReport;
import tonghop.domain.UnitTree;

/** Makes the reports of one period from what is stored and rolled up. */
public final class Reports {

    private final Definitions definitions;
    private final JdbcClient database;
    private final Period period;
    private final UnitTree tree;
    private final StoredPeriod stored;
    private final FinerSources finer;
    private final List<Finding> differences;
    private final Totals totals;
    private final FormCoverage coverage;
    private final Figures figures;
    private final Map<String, Measure> measures;
    private final Impact impact;
    private final Map<String, List<Figure>> figuresOfUnits = new HashMap<>();

    private Reports(Period period, Moment moment, Definitions definitions, JdbcClient database) {
        this.definitions = definitions;
        this.database = database;
        this.period = period;
        this.tree = definitions.unitsOf(period);
        this.stored = StoredPeriod.of(period, moment, database);
        this.finer = FinerSources.of(period, moment, stored.sent(), definitions, database);
        this.totals = Totals.of(period, database);
        this.differences = Differences.of(period, moment, definitions, database);
        this.coverage = FormCoverage.of(definitions, period, moment, stored, finer.pairs(), database);
        LastTotals last = new LastTotals(definitions, period, definitions.denominators(), database);
        this.figures = new Figures(
                definitions,
                coverage,
                totals,
                new MissingDenominators(period, tree, coverage, last),
                NilReturns.of(allLeaves().toList(), tree));
        this.measures = definitions.measures();
        this.impact = new Impact(definitions, period, coverage.forms(), totals, database);
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
     * @param vietnamese the wording of findings
     * @param english the same in English
     */
    public Report of(Unit unit, Function<Finding, String> vietnamese, Function<Finding, String> english) {
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
                impact.ranked(findings(within, pairs, doubts(unit, top, history)), top.figures()).stream()
                        .map(ranked -> new LocatedFinding(
                                ranked.finding(),
                                vietnamese.apply(ranked.finding()),
                                english.apply(ranked.finding()),
                                ranked.impact()))
                        .toList(),
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
    List<Leaf> leavesOf(Unit unit) {
        return leaves(codesWithin(unit));
    }

    /** The sheets of the territory of a unit alone. */
    List<SentSheet> sheetsOf(Unit unit) {
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

    /** What is odd about the figures themselves. */
    private List<Finding> doubts(Unit unit, UnitReport top, History history) {
        return Stream.of(
                        LookAlikes.of(top, period),
                        RoundedParts.of(top, period),
                        new OpeningBalances(definitions, period, totals, database).of(tree.subtreeOf(unit.code())),
                        new CrossFormRules(definitions, period, totals).of(tree.subtreeOf(unit.code())),
                        new Outliers(definitions, period, totals, stored, history).of(unit),
                        CopiedForms.of(
                                tree.subtreeOf(unit.code()),
                                coverage.forms(),
                                stored.sent(),
                                period.code(),
                                totals,
                                history))
                .flatMap(Collection::stream)
                .toList();
    }

    /** By file, sheet and cell as stored. */
    private List<Finding> findings(Set<String> within, List<Coverage> pairs, List<Finding> doubts) {
        Set<String> senders = new LinkedHashSet<>();
        stored.sheets().forEach(sheet -> senders.add(sheet.unit()));
        finer.sheets().forEach(sheet -> senders.add(sheet.unit()));
        allLeaves().forEach(leaf -> senders.add(leaf.unit()));
        List<Finding> superseded = stored.sheets().stream()
                .filter(sheet -> sheet.state() == SubmissionState.SUPERSEDED && sheet.replacedBy() != null)
                .map(sheet -> Finding.of(
                        FindingCode.SUPERSEDED,
                        new Place(sheet.unit(), sheet.form(), period.code(), sheet.path(), sheet.sheet(), null),
                        Fact.FILE.is(String.valueOf(sheet.replacedBy()))))
                .toList();
        List<Finding> missing = MissingForms.of(pairs, coverage.forms(), senders, period);
        return Stream.of(stored.findings(), differences, superseded, doubts, missing)
                .flatMap(Collection::stream)
                .filter(finding -> finding.place().unit() != null
                        && within.contains(finding.place().unit()))
                .toList();
    }
}
