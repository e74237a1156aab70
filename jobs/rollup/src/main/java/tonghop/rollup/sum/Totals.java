package tonghop.rollup.sum;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Report.Value;
import tonghop.domain.time.Period;

/** The roll-up of a period, as it stands in the database. */
public final class Totals {

    public static final String ALL = "all";
    public static final String OWN = "own";

    private final Map<String, Map<String, Map<String, Value>>> byUnit = new HashMap<>();

    private Totals() {}

    public static Totals of(Period period, JdbcClient database) {
        Totals totals = new Totals();
        database.sql("select unit, measure, part, value, qualifier from total where period = ?")
                .param(period.code())
                .query(row -> {
                    String qualifier = row.getString("qualifier");
                    totals.byUnit
                            .computeIfAbsent(row.getString("unit"), unit -> new HashMap<>())
                            .computeIfAbsent(row.getString("measure"), measure -> new TreeMap<>())
                            .put(
                                    row.getString("part"),
                                    new Value(
                                            plain(row.getBigDecimal("value")),
                                            qualifier == null
                                                    ? null
                                                    : Qualifier.find(qualifier).orElse(null)));
                });
        return totals;
    }

    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public Optional<Value> find(String unit, String measure, String part) {
        return Optional.ofNullable(of(unit, measure).get(part));
    }

    boolean hasAny(String unit) {
        return byUnit.containsKey(unit);
    }

    /** The breakdowns of a measure, such as {@code level=commune}; none where there is only one part. */
    public List<String> breakdowns(String unit, String measure) {
        List<String> parts = of(unit, measure).keySet().stream()
                .filter(part -> !part.equals(ALL) && !part.equals(OWN))
                .sorted(Comparator.naturalOrder())
                .toList();
        return parts.size() < 2 ? List.of() : parts;
    }

    private Map<String, Value> of(String unit, String measure) {
        return byUnit.getOrDefault(unit, Map.of()).getOrDefault(measure, Map.of());
    }
}
