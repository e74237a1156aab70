package tonghop.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Definitions;
import tonghop.domain.Fact;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Form;
import tonghop.domain.Measure;
import tonghop.domain.Period;
import tonghop.domain.Place;
import tonghop.domain.Report.Value;
import tonghop.domain.Unit;

/**
 * What a period carried over, against what was left at the end of the period that ends on the day before it begins.
 *
 * <p>Half-years, nine months and years share the opening of their first quarter, so any period that ends there will do;
 * one of the same type is preferred. A unit whose children state their own is left to them: its sums differ where
 * theirs do, and where one of them is missing.
 */
final class OpeningBalances {

    private static final String CLOSING = SqlFile.read("closing_balances.sql");

    private final Definitions definitions;
    private final Period period;
    private final Totals totals;
    private final JdbcClient database;

    OpeningBalances(Definitions definitions, Period period, Totals totals, JdbcClient database) {
        this.definitions = definitions;
        this.period = period;
        this.totals = totals;
        this.database = database;
    }

    /** An opening stock of a form, and what it carries over. */
    private record Opening(Form form, Measure measure, String carries) {}

    /** A closing stock, by unit and measure. */
    private record Key(String unit, String measure) {}

    private record Closing(Period period, BigDecimal value) {}

    /** Where {@code units} carried over something else than was left; {@code units} include all below them. */
    List<Finding> of(Collection<Unit> units) {
        List<Opening> openings = openings();
        List<Period> before = before();
        if (openings.isEmpty() || before.isEmpty()) {
            return List.of();
        }
        Map<Key, Closing> closings = closings(units, openings, before);
        List<Finding> findings = new ArrayList<>();
        for (Opening opening : openings) {
            Set<String> parents = units.stream()
                    .filter(unit -> opening(unit, opening).isPresent() && unit.parent() != null)
                    .map(unit -> String.valueOf(unit.parent()))
                    .collect(Collectors.toSet());
            for (Unit unit : units) {
                Closing closing = closings.get(new Key(unit.code(), opening.carries()));
                if (closing != null && !parents.contains(unit.code())) {
                    opening(unit, opening)
                            .filter(stated ->
                                    stated.qualifier() == null && stated.value().compareTo(closing.value()) != 0)
                            .map(stated -> finding(unit, opening, stated, closing))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private Optional<Value> opening(Unit unit, Opening opening) {
        return totals.find(unit.code(), opening.measure().id(), Totals.ALL);
    }

    private Finding finding(Unit unit, Opening opening, Value stated, Closing closing) {
        return Finding.of(
                        FindingCode.OPENING_BALANCE_DIFFERS,
                        new Place(unit.code(), opening.form().id(), period.code(), null, null, null),
                        Fact.STATED.is(stated.value()),
                        Fact.CARRIED.is(closing.value()),
                        Fact.LABEL.is(opening.measure().label()),
                        Fact.PERIOD.is(closing.period().code()))
                .about(opening.measure().id());
    }

    private List<Opening> openings() {
        List<Opening> openings = new ArrayList<>();
        definitions.forms().stream()
                .filter(form -> form.isFor(period))
                .forEach(form -> form.statedMeasures().forEach(measure -> {
                    String carries = measure.carries();
                    boolean isNew = openings.stream()
                            .noneMatch(known -> known.measure().id().equals(measure.id()));
                    if (carries != null && isNew) {
                        openings.add(new Opening(form, measure, carries));
                    }
                }));
        return openings;
    }

    /** The periods that end where this one begins, those of its own type last. */
    private List<Period> before() {
        return new StoredPeriods(definitions, database)
                .comparedWith(period).stream()
                        .filter(one -> one.to().equals(period.from().minusDays(1)))
                        .sorted(Comparator.comparing((Period one) -> one.type() == period.type())
                                .thenComparing(Period::from))
                        .toList();
    }

    private Map<Key, Closing> closings(Collection<Unit> units, List<Opening> openings, List<Period> before) {
        Map<String, Map<Key, BigDecimal>> byPeriod = new HashMap<>();
        database.sql(CLOSING)
                .param("units", units.stream().map(Unit::code).toArray(String[]::new))
                .param("measures", openings.stream().map(Opening::carries).toArray(String[]::new))
                .param("periods", before.stream().map(Period::code).toArray(String[]::new))
                .query(row -> {
                    byPeriod.computeIfAbsent(row.getString("period"), code -> new HashMap<>())
                            .put(
                                    new Key(row.getString("unit"), row.getString("measure")),
                                    Totals.plain(row.getBigDecimal("value")));
                });
        Map<Key, Closing> closings = new HashMap<>();
        for (Period one : before) {
            byPeriod.getOrDefault(one.code(), Map.of())
                    .forEach((key, value) -> closings.put(key, new Closing(one, value)));
        }
        return closings;
    }
}
