package tonghop.rollup.sum;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Measure;
import tonghop.domain.report.PeriodView.Difference;
import tonghop.domain.time.Period;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;

/** Where what was sent disagrees with what counts: between units, and between a period and the finer ones in it. */
public final class StoredDifferences {

    private static final String BETWEEN_UNITS = SqlFile.read(StoredDifferences.class, "differences.sql");
    private static final String BETWEEN_PERIODS = SqlFile.read(StoredDifferences.class, "period_differences.sql");

    private StoredDifferences() {}

    /** Those of {@code period}, whose roll-up must be up to date. */
    public static List<Difference> of(Period period, Moment moment, Definitions definitions, JdbcClient database) {
        String[] adding = definitions.measures().values().stream()
                .filter(Measure::addsOverUnits)
                .map(Measure::id)
                .toArray(String[]::new);
        List<Difference> betweenUnits = database.sql(BETWEEN_UNITS)
                .param("period", period.code())
                .param("as_of", moment.asParameter())
                .param("adding", adding)
                .query((row, number) -> betweenUnits(row, period))
                .list();
        List<Difference> betweenPeriods = database.sql(BETWEEN_PERIODS)
                .param("period", period.code())
                .query((row, number) -> betweenPeriods(row, period))
                .list();
        return Stream.concat(betweenUnits.stream(), betweenPeriods.stream()).toList();
    }

    private static Difference betweenUnits(ResultSet row, Period period) throws SQLException {
        return new Difference(
                row.getBoolean("is_own") ? Difference.Source.UNITS_BELOW : Difference.Source.UNIT_ITSELF,
                place(row, period),
                row.getString("measure"),
                Totals.plain(row.getBigDecimal("value")),
                Totals.plain(row.getBigDecimal("counted")),
                List.of());
    }

    private static Difference betweenPeriods(ResultSet row, Period period) throws SQLException {
        return new Difference(
                Difference.Source.FINER_PERIODS,
                place(row, period),
                row.getString("measure"),
                Totals.plain(row.getBigDecimal("value")),
                Totals.plain(row.getBigDecimal("combined")),
                List.of((String[]) row.getArray("periods").getArray()));
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
}
