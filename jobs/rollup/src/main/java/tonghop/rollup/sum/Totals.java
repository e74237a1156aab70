package tonghop.rollup.sum;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.FigureId;
import tonghop.domain.time.Period;

/** The roll-up of a period, as it stands in the database. */
public final class Totals {

    public static final String ALL = "all";
    public static final String OWN = "own";

    /** What a row says of all units directly below together. */
    public static final String CHILDREN = "children";

    private final Map<String, Map<String, Map<String, Amount>>> byUnit = new HashMap<>();

    private Totals() {}

    public static Totals of(Period period, JdbcClient database) {
        Totals totals = new Totals();
        database.sql("select unit, measure, part, value, qualifier from total where period = ?")
                .param(period.code())
                .query(row -> {
                    totals.byUnit
                            .computeIfAbsent(row.getString("unit"), unit -> new HashMap<>())
                            .computeIfAbsent(row.getString("measure"), measure -> new TreeMap<>())
                            .put(row.getString("part"), amount(row));
                });
        return totals;
    }

    /** The value of a row with its mark. */
    public static Amount amount(ResultSet row) throws SQLException {
        Optional<Qualifier> mark =
                Optional.ofNullable(row.getString("qualifier")).flatMap(Qualifier::find);
        return new Amount(plain(row.getBigDecimal("value")), mark.orElse(null));
    }

    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public Optional<Amount> find(String unit, String measure, String part) {
        return Optional.ofNullable(of(unit, measure).get(part));
    }

    boolean hasAny(String unit) {
        return byUnit.containsKey(unit);
    }

    /** The levels whose parts of a measure are known, by their codes; none where there is only one. */
    public List<UnitLevel> breakdowns(String unit, String measure) {
        List<UnitLevel> levels = Stream.of(UnitLevel.values())
                .filter(level -> of(unit, measure).containsKey(FigureId.part(level)))
                .sorted(Comparator.comparing(UnitLevel::code))
                .toList();
        return levels.size() < 2 ? List.of() : levels;
    }

    private Map<String, Amount> of(String unit, String measure) {
        return byUnit.getOrDefault(unit, Map.of()).getOrDefault(measure, Map.of());
    }
}
