package tonghop.rollup.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.time.Period;

/** What was put together from finer periods of which some gave nothing: a sum of the others. */
final class PartialSums {

    private final Map<String, Map<String, List<String>>> byUnit = new HashMap<>();

    private PartialSums() {}

    /** Those of {@code period}, whose roll-up must be up to date. */
    static PartialSums of(Period period, JdbcClient database) {
        PartialSums sums = new PartialSums();
        database.sql("select unit, measure, of_periods from statement "
                        + "where period = ? and counts and of_periods is not null")
                .param(period.code())
                .query(row -> {
                    sums.byUnit
                            .computeIfAbsent(row.getString("unit"), unit -> new HashMap<>())
                            .put(row.getString("measure"), List.of((String[])
                                    row.getArray("of_periods").getArray()));
                });
        return sums;
    }

    /** The periods that what {@code unit} itself said of {@code measure} is of; empty where it is of all. */
    List<String> of(String unit, String measure) {
        return byUnit.getOrDefault(unit, Map.of()).getOrDefault(measure, List.of());
    }

    boolean holds(String unit, String measure) {
        return !of(unit, measure).isEmpty();
    }
}
