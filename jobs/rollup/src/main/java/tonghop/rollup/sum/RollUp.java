package tonghop.rollup.sum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;

/**
 * Adds up periods over their units, and takes a period that was not sent from the finer ones that cover it.
 *
 * <p>A pure function of what is stored and of the definitions: the same every time. Only the units that were affected
 * since the last time are added up anew, with those above them. The caller's transaction swaps the new totals in at
 * once.
 */
public final class RollUp {

    private static final String CREATE_COUNTING = SqlFile.read(RollUp.class, "create_counting.sql");
    private static final String NOTE_COUNTING = SqlFile.read(RollUp.class, "note_counting.sql");
    private static final String CREATE_SAID = SqlFile.read(RollUp.class, "create_said.sql");
    private static final String FORGET_ROLLED_UP = SqlFile.read(RollUp.class, "forget_rolled_up.sql");
    private static final String KEEP_ROLLED_UP = SqlFile.read(RollUp.class, "keep_rolled_up.sql");
    private static final String KEEP_ROLLED_UP_BASIS = SqlFile.read(RollUp.class, "keep_rolled_up_basis.sql");

    private static final String STATEMENTS = SqlFile.read(RollUp.class, "statements.sql");
    private static final String CHOOSE = SqlFile.read(RollUp.class, "choose_statements.sql");
    private static final String SPOKEN_FOR = SqlFile.read(RollUp.class, "spoken_for.sql");
    private static final String STANDING_CHILDREN = SqlFile.read(RollUp.class, "standing_children.sql");
    private static final String REPLACED = SqlFile.read(RollUp.class, "replaced_wholes.sql");
    private static final String TOTALS = SqlFile.read(RollUp.class, "totals.sql");
    private static final String AFFECTED = SqlFile.read(RollUp.class, "affected_units.sql");

    private static final int MANY_UNITS = 500;

    private final JdbcTemplate batches;
    private final JdbcClient database;
    private final Definitions definitions;
    private final String basis;

    /**
     * Makes a roll-up.
     *
     * @param basis names the definitions and the version: totals that stand on another one are made anew
     */
    public RollUp(JdbcTemplate template, Definitions definitions, String basis) {
        this.batches = template;
        this.database = JdbcClient.create(template);
        this.definitions = definitions;
        this.basis = basis;
    }

    /**
     * Brings the totals of {@code period} up to date, and before it those of the finer periods in it and of the earlier
     * ones that it is compared with.
     */
    public void update(Period period) {
        update(period, Moment.NOW);
    }

    /**
     * The same as of a moment in the past. The totals are then of that moment for everyone who looks: the caller rolls
     * its transaction back after use.
     */
    public void update(Period period, Instant asOf) {
        update(period, Moment.of(asOf));
    }

    private void update(Period period, Moment moment) {
        StoredPeriods stored = new StoredPeriods(definitions, database);
        Set<Period> all = new LinkedHashSet<>();
        for (Period one : Stream.concat(stored.comparedWith(period).stream(), Stream.of(period))
                .toList()) {
            all.addAll(stored.of(one));
            all.add(one);
        }
        for (Period one : all) {
            rollUp(one, StoredPeriods.in(one, all), moment);
        }
    }

    private void rollUp(Period period, List<Period> finer, Moment moment) {
        UnitTree tree = definitions.unitsOf(period);
        Map<String, Integer> depths = depths(tree);
        noteCounting(period, finer, moment);
        Set<String> affected = affected(period, tree, !finer.isEmpty());
        if (!affected.isEmpty()) {
            makeTables(tree, depths, affected);
            List.of("cover", "combined_level", "statement", "total")
                    .forEach(table -> database.sql("delete from " + table
                                    + " where period = :period and unit in (select unit from dirty)")
                            .param("period", period.code())
                            .update());
            database.sql(STATEMENTS).param("period", period.code()).update();
            if (!finer.isEmpty()) {
                new OverPeriods(batches, definitions, period).combine(finer, affected);
            }
            batches.execute("analyze said");
            database.sql(CHOOSE).param("period", period.code()).update();
            gatherStatistics("statement", affected);
            decideRowsForChildren(period, tree);
            addUp(period, depths);
            gatherStatistics("total", affected);
            batches.execute("drop table unit_node, said, dirty, form_rank, measure_rule, pair_term, restriction");
            keepBasis(period);
        }
        batches.execute("drop table counting");
    }

    private void noteCounting(Period period, List<Period> finer, Moment moment) {
        batches.execute(CREATE_COUNTING);
        List<Period> all = new ArrayList<>(finer);
        all.add(period);
        for (Period one : all) {
            database.sql(NOTE_COUNTING)
                    .param("period", one.code())
                    .param("as_of", moment.asParameter())
                    .update();
        }
        batches.execute("analyze counting");
    }

    /** The units of the period's tree whose totals may have changed, with all above them. */
    private Set<String> affected(Period period, UnitTree tree, boolean hasFinerPeriods) {
        boolean isKnown = database.sql("select exists (select 1 from rolled_up_basis where period = ? and basis = ?)")
                .params(period.code(), basis)
                .query(Boolean.class)
                .single();
        AffectedUnits affected = new AffectedUnits(definitions, period, tree, hasFinerPeriods);
        if (isKnown) {
            database.sql(AFFECTED).param("period", period.code()).query(row -> {
                affected.add(row.getString("period"), row.getString("unit"));
            });
        } else {
            // Rows of units that the registry no longer knows would stay behind.
            List.of("cover", "combined_level", "statement", "total")
                    .forEach(table -> database.sql("delete from " + table + " where period = ?")
                            .param(period.code())
                            .update());
            tree.all().forEach(unit -> affected.add(period.code(), unit.code()));
        }
        return affected.withAllAbove();
    }

    /** Where a row speaks for all children of a unit, says whether it stands: few units have one. */
    private void decideRowsForChildren(Period period, UnitTree tree) {
        List<Object[]> owing = new ArrayList<>();
        List<Object[]> standIns = new ArrayList<>();
        database.sql(SPOKEN_FOR).param("period", period.code()).query(row -> {
            String unit = row.getString("unit");
            String id = row.getString("form");
            definitions.formsFor(period).stream()
                    .filter(form -> form.id().equals(id) || form.standsFor().contains(id))
                    .forEach(form -> standIns.add(new Object[] {id, form.id()}));
            definitions
                    .form(id, period)
                    .ifPresent(form -> tree.childrenOf(unit).stream()
                            .filter(child -> form.isOwedBy(child, period))
                            .forEach(child -> owing.add(new Object[] {unit, id, child.code()})));
        });
        if (!standIns.isEmpty()) {
            batches.execute("create temporary table owing_child (parent text, form text, child text) on commit drop");
            batches.execute("create temporary table form_stands (form text, sent text) on commit drop");
            batches.batchUpdate("insert into owing_child values (?, ?, ?)", owing);
            batches.batchUpdate("insert into form_stands values (?, ?)", standIns);
            database.sql(STANDING_CHILDREN).param("period", period.code()).update();
            batches.execute("drop table owing_child, form_stands");
        }
    }

    private void makeTables(UnitTree tree, Map<String, Integer> depths, Set<String> affected) {
        batches.execute(
                "create temporary table unit_node (unit text primary key, parent text, level text not null, depth integer not null) on commit drop");
        batches.execute(CREATE_SAID);
        batches.execute("create temporary table dirty (unit text primary key) on commit drop");
        batches.execute(
                "create temporary table form_rank (form text primary key, rank integer not null, is_list boolean not null) on commit drop");
        batches.execute(
                "create temporary table measure_rule (measure text primary key, adds boolean not null, by_level boolean not null) on commit drop");
        List<Object[]> units = new ArrayList<>();
        for (Unit unit : tree.all()) {
            units.add(new Object[] {unit.code(), unit.parent(), unit.level().code(), depths.get(unit.code())});
        }
        batches.batchUpdate("insert into unit_node values (?, ?, ?, ?)", units);
        batches.execute("create index on unit_node (parent)");
        batches.batchUpdate(
                "insert into dirty values (?)",
                affected.stream().map(unit -> new Object[] {unit}).toList());
        Map<String, Object[]> forms = new LinkedHashMap<>();
        for (Form form : definitions.forms()) {
            forms.putIfAbsent(form.id(), new Object[] {form.id(), forms.size(), form.rows() == Form.Rows.LIST});
        }
        batches.batchUpdate("insert into form_rank values (?, ?, ?)", List.copyOf(forms.values()));
        makePairTables();
    }

    private void makePairTables() {
        batches.execute("create temporary table pair_term (rate text, side text, measure text) on commit drop");
        batches.execute("create temporary table restriction (measure text, rate text, id text) on commit drop");
        Pairs pairs = Pairs.of(definitions);
        batches.batchUpdate("insert into pair_term values (?, ?, ?)", pairs.terms());
        batches.batchUpdate("insert into restriction values (?, ?, ?)", pairs.restrictions());
        Map<String, Measure> all = new LinkedHashMap<>(definitions.measures());
        all.putAll(pairs.measures(all));
        List<Object[]> measures = new ArrayList<>();
        for (Measure measure : all.values()) {
            measures.add(new Object[] {measure.id(), measure.addsOverUnits(), measure.byLevel()});
        }
        batches.batchUpdate("insert into measure_rule values (?, ?, ?)", measures);
        List.of("unit_node", "dirty", "form_rank", "measure_rule")
                .forEach(table -> batches.execute("analyze " + table));
    }

    /**
     * After much was written at once: the server would get round to it only minutes later, and plan badly until then.
     */
    private void gatherStatistics(String table, Set<String> affected) {
        if (affected.size() > MANY_UNITS) {
            batches.execute("analyze " + table);
        }
    }

    /** From below, since each unit adds up those under it. */
    private void addUp(Period period, Map<String, Integer> depths) {
        List<Integer> upwards = depths.values().stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int depth : upwards) {
            List.of(REPLACED, TOTALS)
                    .forEach(sql -> database.sql(sql)
                            .param("period", period.code())
                            .param("depth", depth)
                            .update());
        }
    }

    /** How far each unit stands below the top; a province that ended may stand below the one that took it over. */
    private static Map<String, Integer> depths(UnitTree tree) {
        Map<String, Integer> depths = new HashMap<>();
        for (Unit unit : tree.all()) {
            int depth = 0;
            for (Unit above = unit;
                    above.parent() != null && tree.find(above.parent()).isPresent();
                    depth++) {
                above = tree.get(above.parent());
            }
            depths.put(unit.code(), depth);
        }
        return depths;
    }

    private void keepBasis(Period period) {
        database.sql(FORGET_ROLLED_UP).param("period", period.code()).update();
        database.sql(KEEP_ROLLED_UP).param("period", period.code()).update();
        database.sql(KEEP_ROLLED_UP_BASIS)
                .param("period", period.code())
                .param("basis", basis)
                .update();
    }
}
