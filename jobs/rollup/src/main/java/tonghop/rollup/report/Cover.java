package tonghop.rollup.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.time.Period;

/**
 * The finer periods that stand for a form which a unit did not send for the period itself.
 *
 * @param periods their codes, in the order of time
 * @param units what the unit is called in each of them
 */
record Cover(String unit, String form, List<String> periods, List<String> units) {

    /** Those of {@code period}, by unit and form, as they were last rolled up; also where the form itself was sent. */
    static List<Cover> of(Period period, JdbcClient database) {
        return database.sql("select unit, form, periods, units from cover where period = ? order by unit, form")
                .param(period.code())
                .query((row, number) -> new Cover(
                        row.getString("unit"),
                        row.getString("form"),
                        List.of((String[]) row.getArray("periods").getArray()),
                        List.of((String[]) row.getArray("units").getArray())))
                .list();
    }

    /** Where {@code period} comes among them, from 0. */
    int ordinalOf(String period) {
        return periods.indexOf(period);
    }

    boolean isLast(String period) {
        return ordinalOf(period) == periods.size() - 1;
    }

    FormCoverage.Pair pair() {
        return new FormCoverage.Pair(unit, form);
    }
}
