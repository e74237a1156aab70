package tonghop.rollup.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.time.Period;

/**
 * Where what is said of a unit as one, or of all of its children in one row, stands: of that measure nothing from below
 * is added to it.
 */
final class Silences {

    private final Map<String, Set<String>> measuresOfUnits = new HashMap<>();

    private Silences() {}

    /** Those of {@code period}, whose roll-up must be up to date. */
    static Silences of(Period period, JdbcClient database) {
        Silences silences = new Silences();
        database.sql("select unit, measure from statement "
                        + "where period = ? and counts and (whole_stands or children_stand)")
                .param(period.code())
                .query(row -> {
                    silences.measuresOfUnits
                            .computeIfAbsent(row.getString("unit"), unit -> new HashSet<>())
                            .add(row.getString("measure"));
                });
        return silences;
    }

    /** Whether nothing from below {@code unit} is added to its figure of {@code measure}, which adds over units. */
    boolean holdsBelow(String unit, String measure) {
        return measuresOfUnits.getOrDefault(unit, Set.of()).contains(measure);
    }
}
