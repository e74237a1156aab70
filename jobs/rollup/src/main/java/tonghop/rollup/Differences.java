package tonghop.rollup;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Definitions;
import tonghop.domain.Fact;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Measure;
import tonghop.domain.Period;
import tonghop.domain.Place;

/** Where what was sent disagrees with what counts: between units, and between a period and the finer ones in it. */
final class Differences {

    private static final String BETWEEN_UNITS = SqlFile.read("differences.sql");
    private static final String BETWEEN_PERIODS = SqlFile.read("period_differences.sql");

    private Differences() {}

    /** Those of {@code period}, whose roll-up must be up to date. */
    static List<Finding> of(Period period, Moment moment, Definitions definitions, JdbcClient database) {
        String[] adding = definitions.measures().values().stream()
                .filter(Measure::addsOverUnits)
                .map(Measure::id)
                .toArray(String[]::new);
        List<Finding> betweenUnits = database.sql(BETWEEN_UNITS)
                .param("period", period.code())
                .param("as_of", moment.asParameter())
                .param("adding", adding)
                .query((row, number) -> betweenUnits(row, period))
                .list();
        List<Finding> betweenPeriods = database.sql(BETWEEN_PERIODS)
                .param("period", period.code())
                .query((row, number) -> betweenPeriods(row, period))
                .list();
        return Stream.concat(betweenUnits.stream(), betweenPeriods.stream()).toList();
    }

    private static Finding betweenUnits(ResultSet row, Period period) throws SQLException {
        return Finding.of(
                        FindingCode.of(row.getString("code")),
                        place(row, period),
                        Fact.STATED.is(plain(row.getBigDecimal("value"))),
                        Fact.COUNTED.is(plain(row.getBigDecimal("counted"))),
                        Fact.MEASURE.is(row.getString("measure")))
                .about(row.getString("measure"));
    }

    private static Finding betweenPeriods(ResultSet row, Period period) throws SQLException {
        return Finding.of(
                        FindingCode.PERIODS_DIFFER,
                        place(row, period),
                        Fact.STATED.is(plain(row.getBigDecimal("value"))),
                        Fact.COMPUTED.is(plain(row.getBigDecimal("combined"))),
                        Fact.MEASURE.is(row.getString("measure")),
                        Fact.PERIODS.is(String.join(
                                " + ", (String[]) row.getArray("periods").getArray())))
                .about(row.getString("measure"));
    }

    private static Place place(ResultSet row, Period period) throws SQLException {
        return new Place(
                row.getString("unit"),
                row.getString("form"),
                period.code(),
                row.getString("path"),
                row.getString("sheet"),
                row.getString("cell"));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
