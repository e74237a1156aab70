package tonghop.rollup.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.report.FormCoverage.Pair;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;
import tonghop.rollup.sum.History;
import tonghop.rollup.sum.LastTotals;
import tonghop.rollup.sum.StoredDifferences;
import tonghop.rollup.sum.StoredPeriods;
import tonghop.rollup.sum.Totals;

/**
 * What is stored and rolled up of a unit and period, for rules to ask.
 *
 * @param history of the unit and those below it
 */
record StoredView(
        UnitReport report, List<Coverage> coverage, List<Report.LeftBlank> leftBlank, History history, OfPeriod known)
        implements PeriodView {

    private static final String LEFT = SqlFile.read(StoredView.class, "closing_balances.sql");

    /** What all units of a period have in common, read once. */
    static final class OfPeriod {

        private final Definitions definitions;
        private final Period period;
        private final StoredPeriod stored;
        private final Set<Pair> sent;
        private final Set<String> senders;
        private final List<Difference> differences;
        private final JdbcClient database;
        private final Map<List<String>, LastTotals> last = new HashMap<>();

        /**
         * Reads what was not read yet.
         *
         * @param senders the units that sent anything that the period stands on
         */
        OfPeriod(
                Definitions definitions,
                Period period,
                Moment moment,
                StoredPeriod stored,
                Set<String> senders,
                JdbcClient database) {
            this.definitions = definitions;
            this.period = period;
            this.stored = stored;
            this.sent = stored.sent();
            this.senders = Set.copyOf(senders);
            this.differences = StoredDifferences.of(period, moment, definitions, database);
            this.database = database;
        }

        private LastTotals lastOf(List<String> measures) {
            return last.computeIfAbsent(measures, ids -> new LastTotals(definitions, period, ids, database));
        }

        /** The periods that end on the day before. */
        private List<Period> before() {
            return new StoredPeriods(definitions, database)
                    .comparedWith(period).stream()
                            .filter(one -> one.to().equals(period.from().minusDays(1)))
                            .toList();
        }
    }

    @Override
    public Period period() {
        return known.period;
    }

    @Override
    public UnitTree units() {
        return history.tree();
    }

    @Override
    public boolean hasSent(String unit) {
        return known.senders.contains(unit);
    }

    @Override
    public boolean hasSent(String unit, String form) {
        return known.sent.contains(new Pair(unit, form));
    }

    @Override
    public Optional<Amount> total(String unit, String measure) {
        return history.totals().find(unit, measure, Totals.ALL);
    }

    @Override
    public boolean hasOwnPart(String unit, String measure) {
        return history.totals().find(unit, measure, Totals.OWN).isPresent();
    }

    @Override
    public List<Place> cells(String unit, String measure) {
        return known.stored.leaves().stream()
                .filter(leaf -> leaf.unit().equals(unit) && leaf.measure().equals(measure))
                .map(leaf -> new Place(unit, leaf.form(), known.period.code(), leaf.file(), leaf.sheet(), leaf.cell()))
                .toList();
    }

    @Override
    public List<Past> pasts() {
        return history.pasts().stream()
                .map(past -> (Past) new StoredPast(history, past))
                .toList();
    }

    @Override
    public Map<String, Map<String, BigDecimal>> lastCounted(Collection<String> units, List<String> measures) {
        LastTotals last = known.lastOf(measures);
        last.ask(units);
        Map<String, Map<String, BigDecimal>> values = new HashMap<>();
        for (String unit : units) {
            last.of(unit)
                    .forEach(total -> values.computeIfAbsent(unit, code -> new HashMap<>())
                            .put(total.measure(), total.whole()));
        }
        return values;
    }

    @Override
    public List<Left> left(List<String> measures) {
        Map<String, Period> before = new HashMap<>();
        known.before().forEach(one -> before.put(one.code(), one));
        return before.isEmpty()
                ? List.of()
                : known.database
                        .sql(LEFT)
                        .param("units", within().stream().map(Unit::code).toArray(String[]::new))
                        .param("measures", measures.toArray(String[]::new))
                        .param("periods", before.keySet().toArray(String[]::new))
                        .query((row, number) -> new Left(
                                before.getOrDefault(row.getString("period"), known.period),
                                row.getString("unit"),
                                row.getString("measure"),
                                Totals.plain(row.getBigDecimal("value"))))
                        .list();
    }

    @Override
    public List<Finding> findingsOfSheets() {
        return known.stored.findings();
    }

    @Override
    public List<Difference> differences() {
        return known.differences;
    }

    /** An earlier period, as the units of today see it. */
    private record StoredPast(History history, History.Past past) implements Past {

        @Override
        public Period period() {
            return past.period();
        }

        @Override
        public Optional<Amount> find(Unit unit, String measure) {
            return past.tree().same(unit).flatMap(then -> Optional.ofNullable(past.find(then, measure)));
        }

        @Override
        public Optional<BigDecimal> comparable(Unit unit, String measure) {
            return history.comparable(unit, measure, past);
        }
    }
}
