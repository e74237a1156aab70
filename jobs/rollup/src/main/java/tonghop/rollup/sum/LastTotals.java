package tonghop.rollup.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.store.SqlFile;

/**
 * What units last reported in an earlier period of the same type, of those that figures are compared with: quarters are
 * compared with quarters, years with years.
 */
public final class LastTotals {

    private static final String LAST = SqlFile.read(LastTotals.class, "last_totals.sql");

    private final Definitions definitions;
    private final UnitTree tree;
    private final List<String> measures;
    private final List<String> periods;
    private final JdbcClient database;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<Last>> byUnit = new HashMap<>();

    /**
     * Those before {@code period}.
     *
     * @param measures the ids of those that will be asked for
     */
    public LastTotals(Definitions definitions, Period period, Collection<String> measures, JdbcClient database) {
        this.definitions = definitions;
        this.tree = definitions.unitsOf(period);
        this.measures = List.copyOf(measures);
        this.periods = measures.isEmpty()
                ? List.of()
                : History.periodsBefore(period, definitions.calendar()).stream()
                        .map(Period::code)
                        .toList();
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param own the part of the unit's own offices; 0 if it had none
     */
    public record Last(String unit, String measure, String period, BigDecimal whole, BigDecimal own) {}

    /** Fetches what {@code units} last reported, as far as it was not asked for before. */
    public void ask(Collection<String> units) {
        List<String> open = units.stream().filter(asked::add).toList();
        if (open.isEmpty() || periods.isEmpty()) {
            return;
        }
        List<Last> found = database.sql(LAST)
                .param("units", open.toArray(String[]::new))
                .param("measures", measures.toArray(String[]::new))
                .param("periods", periods.toArray(String[]::new))
                .query((row, number) -> new Last(
                        row.getString("unit"),
                        row.getString("measure"),
                        row.getString("period"),
                        Totals.plain(row.getBigDecimal("whole")),
                        Totals.plain(Objects.requireNonNullElse(row.getBigDecimal("own"), BigDecimal.ZERO))))
                .list();
        Map<String, UnitTree> trees = new HashMap<>();
        for (Last last : found) {
            if (isOfTheSameUnit(last, trees)) {
                byUnit.computeIfAbsent(last.unit(), unit -> new ArrayList<>()).add(last);
            }
        }
    }

    /** A code may have been another unit's before. */
    private boolean isOfTheSameUnit(Last last, Map<String, UnitTree> trees) {
        UnitTree then = trees.computeIfAbsent(
                last.period(),
                code -> definitions.unitsOf(definitions.calendar().find(code).orElseThrow()));
        return then.find(last.unit())
                .flatMap(tree::same)
                .map(Unit::code)
                .filter(last.unit()::equals)
                .isPresent();
    }

    /** Everything that {@code unit} last reported, for which {@link #ask} was called; in the order of the measures. */
    public List<Last> of(String unit) {
        return byUnit.getOrDefault(unit, List.of());
    }

    /** The sum of {@code ids} in the last period in which the unit reported any of them. */
    public Optional<Last> sum(String unit, Collection<String> ids) {
        List<Last> given =
                of(unit).stream().filter(last -> ids.contains(last.measure())).toList();
        Optional<String> latest = given.stream().map(Last::period).max(String::compareTo);
        return latest.map(period -> given.stream()
                .filter(last -> last.period().equals(period))
                .reduce(
                        new Last(unit, "", period, BigDecimal.ZERO, BigDecimal.ZERO),
                        (sum, last) -> new Last(
                                unit,
                                "",
                                period,
                                sum.whole().add(last.whole()),
                                sum.own().add(last.own()))));
    }
}
