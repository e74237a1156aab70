package tonghop.rollup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Sha256;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodCover;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.record.Seals;
import tonghop.rollup.store.FileToReturn;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;
import tonghop.rollup.sum.StoredPeriods;

/** Which reports there are, and whether what they stand on has changed. */
public final class ReportScope {

    private static final String UNITS_SPOKEN_OF = SqlFile.read(ReportScope.class, "units_spoken_of.sql");

    private static final String TOLD = SqlFile.read(ReportScope.class, "told_of_all.sql");

    private final JdbcTemplate template;
    private final JdbcClient database;
    private final Definitions definitions;
    private final StoredPeriods stored;

    /** What was found already; absent if everything is to be looked up. */
    private final @Nullable Map<Period, List<Sent>> known;

    public ReportScope(JdbcTemplate template, Definitions definitions) {
        this(template, definitions, null);
    }

    private ReportScope(JdbcTemplate template, Definitions definitions, @Nullable Map<Period, List<Sent>> known) {
        this.template = template;
        this.database = JdbcClient.create(template);
        this.definitions = definitions;
        this.stored = new StoredPeriods(definitions, database);
        this.known = known;
    }

    /**
     * The sheets of one unit for one period.
     *
     * @param digest over them
     */
    private record Sent(Unit unit, String digest) {}

    /**
     * The same, for as long as nothing is taken in. It reads the sheets of each period once, of however many later ones
     * they are a part or are compared with.
     */
    public ReportScope whileNothingArrives() {
        return new ReportScope(template, definitions, new HashMap<>());
    }

    /**
     * Every period that something was taken in for, or that finer ones which were taken in cover for some unit and
     * form; in the order of their codes.
     */
    public List<Period> periods() {
        List<Period> sent = stored.stored();
        Map<String, Period> all = new TreeMap<>();
        sent.forEach(period -> all.put(period.code(), period));
        sent.stream()
                .flatMap(period -> definitions.calendar().around(period).stream())
                .distinct()
                .filter(period -> !all.containsKey(period.code()))
                .filter(period -> !coveredUnits(period).isEmpty())
                .toList()
                .forEach(period -> all.put(period.code(), period));
        return List.copyOf(all.values());
    }

    /** The provinces in which anything was reported for {@code period}. */
    public List<Unit> provinces(Period period) {
        UnitTree tree = definitions.unitsOf(period);
        return units(period).stream()
                .flatMap(code -> tree.ancestorAt(UnitLevel.PROVINCE, code).stream())
                .distinct()
                .toList();
    }

    /**
     * The units whose reports are asked for.
     *
     * @param code of the one; absent: every province
     */
    public List<Unit> unitsToReport(@Nullable String code, Period period) {
        if (code == null) {
            return provinces(period);
        }
        return definitions.unitsOf(period).find(code).stream()
                .filter(unit -> hasReported(unit, period))
                .toList();
    }

    /** Whether anything was reported in the territory of {@code unit} for {@code period}. */
    public boolean hasReported(Unit unit, Period period) {
        UnitTree tree = definitions.unitsOf(period);
        return units(period).stream().anyMatch(code -> tree.isWithin(code, unit.code()));
    }

    private Set<String> units(Period period) {
        Set<String> units = new TreeSet<>(database.sql(UNITS_SPOKEN_OF)
                .param("period", period.code())
                .query(String.class)
                .list());
        units.addAll(coveredUnits(period));
        return units;
    }

    /** The units that sent some form for finer periods which together cover {@code period}. */
    private Set<String> coveredUnits(Period period) {
        UnitTree tree = definitions.unitsOf(period);
        Map<FormCoverage.Pair, Set<Period>> sent = new HashMap<>();
        for (Period finer : stored.of(period)) {
            UnitTree there = definitions.unitsOf(finer);
            database.sql("select distinct unit, form from submission_unit where period = ?")
                    .param(finer.code())
                    .query(row -> {
                        String form = row.getString("form");
                        there.find(row.getString("unit"))
                                .flatMap(tree::same)
                                .ifPresent(unit -> sent.computeIfAbsent(
                                                new FormCoverage.Pair(unit.code(), form), pair -> new HashSet<>())
                                        .add(finer));
                    });
        }
        Set<String> covered = new TreeSet<>();
        sent.forEach((pair, periods) -> {
            Unit unit = tree.get(pair.unit());
            if (PeriodCover.of(unit.firstDayIn(period), unit.lastDayIn(period), periods)
                    .isPresent()) {
                covered.add(unit.code());
            }
        });
        return covered;
    }

    /**
     * A digest of every sheet that the report of {@code unit} stands on, of the files that go back to their senders, of
     * those of the earlier periods that it is compared with, of what came in late, and of the last time that the period
     * was closed: it changes when one of them does.
     */
    public String digest(Unit unit, Period period) {
        return digest(unit, period, Moment.NOW);
    }

    /** The same as of a moment in the past. */
    public String digest(Unit unit, Period period, Instant asOf) {
        return digest(unit, period, Moment.of(asOf));
    }

    private String digest(Unit unit, Period period, Moment moment) {
        UnitTree tree = definitions.unitsOf(period);
        Set<String> related = tree.all().stream()
                .map(Unit::code)
                .filter(code -> tree.isWithin(code, unit.code()) || tree.isWithin(unit.code(), code))
                .collect(Collectors.toSet());
        StringBuilder sheets = new StringBuilder();
        addSheets(period, moment, tree, related, sheets);
        stored.of(period).forEach(finer -> addSheets(finer, moment, tree, related, sheets));
        stored.comparedWith(period).forEach(before -> addSheets(before, moment, tree, related, sheets));
        Timeliness.late(definitions, period, moment, database).stream()
                .filter(late -> related.contains(late.unit()))
                .forEach(late -> sheets.append("late\t%s\t%s\n".formatted(late.unit(), late.form())));
        Seals.last(period.code(), moment, database)
                .ifPresent(seal -> sheets.append("closed\t%s\n".formatted(seal.digest())));
        for (FileToReturn file : new StoredFiles(template).toReturn(period, within(unit, tree))) {
            sheets.append(String.join(
                            "\t", file.path(), file.sha256(), file.state().code()))
                    .append('\n');
        }
        return Sha256.of(sheets.toString());
    }

    private void addSheets(Period of, Moment moment, UnitTree tree, Set<String> related, StringBuilder sheets) {
        List<Sent> all = known == null || !moment.equals(Moment.NOW)
                ? sent(of, moment)
                : known.computeIfAbsent(of, period -> sent(period, moment));
        for (Sent sent : all) {
            if (tree.same(sent.unit())
                    .filter(unit -> related.contains(unit.code()))
                    .isPresent()) {
                sheets.append("%s\t%s\t%s\n".formatted(of.code(), sent.unit().code(), sent.digest()));
            }
        }
    }

    /** What was sent for {@code period}, units in the order of their codes. */
    private List<Sent> sent(Period period, Moment moment) {
        Map<String, StringBuilder> lines = new TreeMap<>();
        for (StoredPeriod.Sheet sheet : StoredPeriod.sheetsOf(period, moment, database)) {
            lines.computeIfAbsent(sheet.unit(), unit -> new StringBuilder())
                    .append(String.join(
                            "\t",
                            sheet.path(),
                            sheet.sha256(),
                            sheet.sheet(),
                            sheet.form(),
                            sheet.period(),
                            sheet.state().code()))
                    .append('\n');
        }
        database.sql(TOLD).param(period.code()).query(row -> {
            lines.computeIfAbsent(row.getString("unit"), unit -> new StringBuilder())
                    .append(row.getString("line"))
                    .append('\n');
        });
        UnitTree tree = definitions.unitsOf(period);
        List<Sent> sent = new ArrayList<>();
        lines.forEach((code, all) ->
                tree.find(code).ifPresent(unit -> sent.add(new Sent(unit, Sha256.of(all.toString())))));
        return sent;
    }

    private static Set<String> within(Unit unit, UnitTree tree) {
        return tree.subtreeOf(unit.code()).stream().map(Unit::code).collect(Collectors.toSet());
    }
}
