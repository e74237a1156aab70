package tonghop.rollup.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Qualifier;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

/**
 * What the units of a territory counted in earlier periods of the same type: in twelve at most, however many there are.
 */
public record History(UnitTree tree, Totals totals, List<Past> pasts) {

    private static final int MOST_PERIODS = 12;

    /** Of months, the latest six and the same month of six years. */
    private static final int LATEST_MONTHS = 6;

    private static final int MONTHS_BACK = 72;
    private static final int MONTHS_OF_YEAR = 12;

    private static final String TOTALS = "select unit, measure, value, qualifier from total"
            + " where period = :period and unit in (:units) and part = 'all'";

    /**
     * An earlier period.
     *
     * @param values by unit, as it was called then, and measure; absent where nothing was stated
     */
    public record Past(Period period, UnitTree tree, Map<String, Map<String, Amount>> values) {

        public @Nullable Amount find(Unit unit, String measure) {
            return values.getOrDefault(unit.code(), Map.of()).get(measure);
        }
    }

    /**
     * A total.
     *
     * @param qualifier 'at least', 'about' or the like; absent for an exact one
     */
    public record Amount(BigDecimal value, @Nullable Qualifier qualifier) {}

    /** The earlier periods that {@code period} is compared with, newest first. */
    static List<Period> periodsBefore(Period period, ReportingCalendar calendar) {
        if (period.type() != PeriodType.MONTH) {
            return calendar.before(period, MOST_PERIODS);
        }
        List<Period> months = calendar.before(period, MONTHS_BACK);
        List<Period> kept = new ArrayList<>();
        for (int back = 1; back <= months.size(); back++) {
            if (back <= LATEST_MONTHS || back % MONTHS_OF_YEAR == 0) {
                kept.add(months.get(back - 1));
            }
        }
        return kept;
    }

    /** Reads what {@code top} and the units below it counted before {@code period}. */
    public static History of(Unit top, Period period, Definitions definitions, Totals totals, JdbcClient database) {
        UnitTree tree = definitions.unitsOf(period);
        List<Past> pasts = new ArrayList<>();
        for (Period before : periodsBefore(period, definitions.calendar())) {
            UnitTree then = definitions.unitsOf(before);
            Set<String> units = tree.subtreeOf(top.code()).stream()
                    .flatMap(unit -> then.same(unit).stream())
                    // Units that are no more, below one that still is, make its total another.
                    .flatMap(unit -> then.subtreeOf(unit.code()).stream())
                    .map(Unit::code)
                    .collect(Collectors.toSet());
            if (!units.isEmpty()) {
                pasts.add(new Past(before, then, read(before, units, database)));
            }
        }
        return new History(tree, totals, pasts);
    }

    private static Map<String, Map<String, Amount>> read(Period period, Set<String> units, JdbcClient database) {
        Map<String, Map<String, Amount>> values = new HashMap<>();
        database.sql(TOTALS)
                .param("period", period.code())
                .param("units", units)
                .query(row -> {
                    values.computeIfAbsent(row.getString("unit"), unit -> new HashMap<>())
                            .put(
                                    row.getString("measure"),
                                    new Amount(
                                            row.getBigDecimal("value"),
                                            Optional.ofNullable(row.getString("qualifier"))
                                                    .flatMap(Qualifier::find)
                                                    .orElse(null)));
                });
        return values;
    }

    /**
     * What {@code unit} counted then, if it was the same unit and the same units below it stand behind the total: more
     * or fewer of them would be no news about what was counted.
     */
    public Optional<BigDecimal> comparable(Unit unit, String measure, Past past) {
        Optional<Unit> then = past.tree().same(unit);
        Amount amount = then.map(same -> past.find(same, measure)).orElse(null);
        return amount == null || amount.qualifier() != null || !standOnTheSame(unit, then.get(), measure, past)
                ? Optional.empty()
                : Optional.of(amount.value());
    }

    /** Whether the same units below stand behind the totals of then and now. */
    public boolean standOnTheSame(Unit unit, Unit then, String measure, Past past) {
        Map<String, Unit> now = tree.childrenOf(unit.code()).stream()
                .filter(child -> totals.find(child.code(), measure, Totals.ALL).isPresent())
                .collect(Collectors.toMap(
                        child -> past.tree().same(child).map(Unit::code).orElse(""),
                        child -> child,
                        (one, two) -> one));
        Set<String> before = past.tree().childrenOf(then.code()).stream()
                .filter(child -> past.find(child, measure) != null)
                .map(Unit::code)
                .collect(Collectors.toSet());
        return before.equals(now.keySet())
                && now.entrySet().stream()
                        .allMatch(child ->
                                standOnTheSame(child.getValue(), past.tree().get(child.getKey()), measure, past));
    }
}
