package tonghop.rollup.sum;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.FigureId;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodCover;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.store.SqlFile;

/**
 * Puts together, for a form that a unit sent for finer periods, what it says for the whole period.
 *
 * <p>It is done too where the form was sent for the period itself, so that the two can be compared; then it does not
 * count.
 */
final class OverPeriods {

    private static final String SOURCES = SqlFile.read(OverPeriods.class, "finer_sources.sql");
    private static final String STATEMENTS = SqlFile.read(OverPeriods.class, "finer_statements.sql");
    private static final String LEVELS = SqlFile.read(OverPeriods.class, "finer_levels.sql");

    /** What is said of so many units is held in memory. */
    private static final int UNITS_AT_ONCE = 250;

    private final JdbcTemplate batches;
    private final JdbcClient database;
    private final Definitions definitions;
    private final Period period;
    private final Combination combination;

    /** For {@code period}. */
    OverPeriods(JdbcTemplate template, Definitions definitions, Period period) {
        this.batches = template;
        this.database = JdbcClient.create(template);
        this.definitions = definitions;
        this.period = period;
        this.combination = new Combination(definitions, period);
    }

    /** A form that a unit sent for a finer period, under the code that the unit has there. */
    private record Source(Period period, String unitThere) {}

    /** A unit and a form that it sent. */
    private record Sent(String unit, String form) {}

    /**
     * Adds the combined statements of {@code units} to {@code said}.
     *
     * @param finer the periods with data that lie inside the period, already rolled up
     */
    void combine(List<Period> finer, Set<String> units) {
        List<String> all = List.copyOf(units);
        for (int first = 0; first < all.size(); first += UNITS_AT_ONCE) {
            combineSome(finer, all.subList(first, Math.min(all.size(), first + UNITS_AT_ONCE)));
        }
    }

    private void combineSome(List<Period> finer, List<String> units) {
        makeTables(finer, units);
        Map<Sent, List<Source>> sources = new LinkedHashMap<>();
        database.sql(SOURCES).query(row -> {
            Sent sent = sent(row);
            String unitThere = row.getString("unit_there");
            definitions
                    .calendar()
                    .find(row.getString("period"))
                    .ifPresent(there -> sources.computeIfAbsent(sent, key -> new ArrayList<>())
                            .add(new Source(there, unitThere)));
        });
        Map<Sent, List<Period>> covers = keepCovers(sources);
        if (!covers.isEmpty()) {
            combineStatements(covers);
        }
        batches.execute("drop table same_unit, cover_part, form_measure");
    }

    private void makeTables(List<Period> finer, List<String> units) {
        batches.execute(
                "create temporary table same_unit (period text, unit_there text, unit text, primary key (period, unit_there)) on commit drop");
        batches.execute(
                "create temporary table cover_part (unit text, form text, ordinal integer, period text, unit_there text) on commit drop");
        batches.execute(
                "create temporary table form_measure (form text, measure text, primary key (form, measure)) on commit drop");
        UnitTree tree = definitions.unitsOf(period);
        List<Object[]> rows = new ArrayList<>();
        for (Period inside : finer) {
            UnitTree there = definitions.unitsOf(inside);
            for (String code : units) {
                Optional<Unit> same = tree.find(code).flatMap(there::same);
                same.ifPresent(unit -> rows.add(new Object[] {inside.code(), unit.code(), code}));
            }
        }
        batches.batchUpdate("insert into same_unit values (?, ?, ?)", rows);
        Pairs pairs = Pairs.of(definitions);
        List<Object[]> measures = definitions.forms().stream()
                .flatMap(form -> Stream.of(form.measures(), pairs.measures(form.measures()))
                        .flatMap(given -> given.keySet().stream())
                        .map(measure -> List.of(form.id(), measure)))
                .distinct()
                .map(List::toArray)
                .toList();
        batches.batchUpdate("insert into form_measure values (?, ?)", measures);
        batches.execute("analyze same_unit");
    }

    /** Of each that is covered, the finer periods that do it. */
    private Map<Sent, List<Period>> keepCovers(Map<Sent, List<Source>> sources) {
        UnitTree tree = definitions.unitsOf(period);
        Map<Sent, List<Period>> coverOf = new LinkedHashMap<>();
        List<Object[]> covers = new ArrayList<>();
        List<Object[]> parts = new ArrayList<>();
        sources.forEach((sent, found) -> {
            Map<Period, String> unitThere = new LinkedHashMap<>();
            found.forEach(source -> unitThere.put(source.period(), source.unitThere()));
            Unit unit = tree.get(sent.unit());
            PeriodCover.of(unit.firstDayIn(period), unit.lastDayIn(period), unitThere.keySet())
                    .ifPresent(cover -> {
                        for (Period inside : cover) {
                            parts.add(new Object[] {
                                sent.unit(), sent.form(), cover.indexOf(inside), inside.code(), unitThere.get(inside)
                            });
                        }
                        covers.add(new Object[] {
                            period.code(),
                            sent.unit(),
                            sent.form(),
                            cover.stream().map(Period::code).toArray(String[]::new),
                            cover.stream().map(unitThere::get).toArray(String[]::new)
                        });
                        coverOf.put(sent, cover);
                    });
        });
        batches.batchUpdate("insert into cover values (?, ?, ?, ?, ?)", covers);
        batches.batchUpdate("insert into cover_part values (?, ?, ?, ?, ?)", parts);
        batches.execute("analyze cover_part");
        return coverOf;
    }

    private void combineStatements(Map<Sent, List<Period>> covers) {
        UnitTree tree = definitions.unitsOf(period);
        Map<Sent, Map<String, List<Combination.Said>>> said = new LinkedHashMap<>();
        database.sql(STATEMENTS).query(row -> {
            said.computeIfAbsent(sent(row), sent -> new TreeMap<>())
                    .computeIfAbsent(row.getString("measure"), measure -> new ArrayList<>())
                    .add(said(row));
        });
        List<Object[]> statements = new ArrayList<>();
        List<Object[]> wholes = new ArrayList<>();
        Map<Sent, Map<String, Map<String, List<Combination.Said>>>> levels = levels();
        said.forEach((sent, measures) -> combination
                .combine(
                        sent.form(),
                        measures,
                        covers.getOrDefault(sent, List.of()).size())
                .forEach((measure, combined) -> {
                    statements.add(row(sent, measure, combined, covers.getOrDefault(sent, List.of())));
                    if (combined.whole() != null) {
                        Map<String, List<Combination.Said>> parts =
                                levels.getOrDefault(sent, Map.of()).getOrDefault(measure, Map.of());
                        combination
                                .combineLevels(
                                        sent.form(),
                                        measure,
                                        measures.getOrDefault(measure, List.of()),
                                        parts,
                                        FigureId.part(tree.get(sent.unit()).level()),
                                        covers.getOrDefault(sent, List.of()).size())
                                .forEach((part, value) -> wholes.add(levelRow(sent, measure, part, value)));
                    }
                }));
        batches.batchUpdate(
                "insert into said (unit, measure, form, is_combined, is_own, part, whole, marks, combined_total, of_periods) values (?, ?, ?, true, ?, ?, ?, ?, ?, ?)",
                statements);
        batches.batchUpdate("insert into combined_level values (?, ?, ?, ?, ?, ?, ?)", wholes);
    }

    private Map<Sent, Map<String, Map<String, List<Combination.Said>>>> levels() {
        Map<Sent, Map<String, Map<String, List<Combination.Said>>>> levels = new LinkedHashMap<>();
        database.sql(LEVELS).query(row -> {
            levels.computeIfAbsent(sent(row), sent -> new TreeMap<>())
                    .computeIfAbsent(row.getString("measure"), measure -> new TreeMap<>())
                    .computeIfAbsent(row.getString("part"), part -> new ArrayList<>())
                    .add(Combination.Said.total(
                            row.getInt("ordinal"), row.getBigDecimal("value"), row.getInt("marks")));
        });
        return levels;
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(row.getString("unit"), row.getString("form"));
    }

    private static Combination.Said said(ResultSet row) throws SQLException {
        return new Combination.Said(
                row.getInt("ordinal"),
                row.getBigDecimal("part"),
                row.getBigDecimal("whole"),
                row.getBigDecimal("total"),
                row.getBoolean("is_outweighed"),
                row.getBoolean("is_own"),
                row.getInt("marks") | row.getInt("total_marks"));
    }

    private Object[] row(Sent sent, String measure, Combination.Combined combined, List<Period> cover) {
        boolean isPartial = combination.isAdded(measure) && combined.given().size() < cover.size();
        return new Object[] {
            sent.unit(),
            measure,
            sent.form(),
            combined.isOwn(),
            combined.part(),
            combined.whole(),
            combined.marks(),
            combined.total(),
            isPartial
                    ? combined.given().stream()
                            .map(ordinal -> cover.get(ordinal).code())
                            .toArray(String[]::new)
                    : null
        };
    }

    private Object[] levelRow(Sent sent, String measure, String part, Combination.Combined value) {
        return new Object[] {period.code(), sent.unit(), measure, sent.form(), part, value.total(), value.marks()};
    }
}
