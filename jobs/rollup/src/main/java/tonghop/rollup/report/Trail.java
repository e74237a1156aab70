package tonghop.rollup.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Qualifier;
import tonghop.domain.time.Period;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;
import tonghop.rollup.sum.Totals;

/** What the totals of one period were made of, as the roll-up left it: statements, covers and observations. */
final class Trail {

    private static final String OBSERVATIONS = SqlFile.read(Trail.class, "traced_observations.sql");

    private final Map<Key, List<Stated>> statements = new HashMap<>();
    private final Map<Key, BigDecimal> totals = new HashMap<>();
    private final Map<FormCoverage.Pair, Cover> covers = new HashMap<>();
    private final Map<Source, List<Observed>> observations = new HashMap<>();

    private Trail() {}

    /** A unit and a measure. */
    private record Key(String unit, String measure) {}

    /** What one sheet says of a unit and measure. */
    private record Source(long submission, String unit, String measure) {}

    /**
     * What a form says of a unit and measure.
     *
     * @param submission the sheet; absent where it is put together from finer periods
     */
    record Stated(
            String form,
            @Nullable Long submission,
            @Nullable BigDecimal part,
            @Nullable BigDecimal whole,
            boolean counts) {

        boolean isCombined() {
            return submission == null;
        }
    }

    /** A cell's value, with where it stands. */
    record Observed(
            String form,
            String row,
            int rowNumber,
            int ordinal,
            BigDecimal value,
            @Nullable Qualifier qualifier,
            boolean isWhole,
            String path,
            String sha256,
            String sheet,
            String cell,
            String raw) {}

    /** Reads what {@code period}, whose roll-up must be up to date, stands on. */
    static Trail of(Period period, Moment moment, JdbcClient database) {
        Trail trail = new Trail();
        database.sql("select unit, measure, form, submission_id, part, whole, counts from statement where period = ?")
                .param(period.code())
                .query(row -> {
                    Object submission = row.getObject("submission_id");
                    trail.statements
                            .computeIfAbsent(key(row), key -> new ArrayList<>())
                            .add(new Stated(
                                    row.getString("form"),
                                    submission == null ? null : row.getLong("submission_id"),
                                    row.getBigDecimal("part"),
                                    row.getBigDecimal("whole"),
                                    row.getBoolean("counts")));
                });
        database.sql("select unit, measure, value from total where period = ? and part = 'all'")
                .param(period.code())
                .query(row -> {
                    trail.totals.put(key(row), row.getBigDecimal("value"));
                });
        Cover.of(period, database).forEach(cover -> trail.covers.put(cover.pair(), cover));
        database.sql(OBSERVATIONS)
                .param("period", period.code())
                .param("as_of", moment.asParameter())
                .query(row -> {
                    trail.observations
                            .computeIfAbsent(
                                    new Source(
                                            row.getLong("submission_id"),
                                            row.getString("unit"),
                                            row.getString("measure")),
                                    source -> new ArrayList<>())
                            .add(observed(row));
                });
        return trail;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("unit"), row.getString("measure"));
    }

    private static Observed observed(ResultSet row) throws SQLException {
        String qualifier = row.getString("qualifier");
        return new Observed(
                row.getString("form"),
                row.getString("row_label"),
                row.getInt("row_number"),
                row.getInt("ordinal"),
                Totals.plain(row.getBigDecimal("value")),
                qualifier == null ? null : Qualifier.find(qualifier).orElse(null),
                row.getBoolean("is_whole"),
                row.getString("path"),
                row.getString("sha256"),
                row.getString("sheet"),
                row.getString("cell"),
                row.getString("raw"));
    }

    /** The statement that counts. */
    Optional<Stated> counting(String unit, String measure) {
        return statements.getOrDefault(new Key(unit, measure), List.of()).stream()
                .filter(Stated::counts)
                .findFirst();
    }

    /** What a sheet of {@code form} says, whether it counts or not. */
    Optional<Stated> sent(String unit, String measure, String form) {
        return statements.getOrDefault(new Key(unit, measure), List.of()).stream()
                .filter(stated -> !stated.isCombined() && stated.form().equals(form))
                .findFirst();
    }

    Optional<BigDecimal> total(String unit, String measure) {
        return Optional.ofNullable(totals.get(new Key(unit, measure)));
    }

    Optional<Cover> cover(String unit, String form) {
        return Optional.ofNullable(covers.get(new FormCoverage.Pair(unit, form)));
    }

    List<Observed> observations(long submission, String unit, String measure) {
        return observations.getOrDefault(new Source(submission, unit, measure), List.of());
    }
}
