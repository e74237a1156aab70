package tonghop.rollup.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import tonghop.domain.form.Form;
import tonghop.domain.form.Observation.Scope;
import tonghop.domain.report.Leaf;
import tonghop.domain.time.Period;
import tonghop.rollup.store.Moment;

/** What the totals of one period were made of, as the roll-up left it: statements, covers and observations. */
final class Trail {

    private final Map<Key, List<Stated>> statements = new HashMap<>();
    private final Map<Key, BigDecimal> totals = new HashMap<>();
    private final Map<FormCoverage.Pair, Cover> covers = new HashMap<>();
    private final Map<Source, List<Leaf>> observations = new HashMap<>();

    private final Set<String> lists;

    private Trail(Set<String> lists) {
        this.lists = lists;
    }

    /** A unit and a measure. */
    private record Key(String unit, String measure) {}

    /** What one sheet says of a unit and measure. */
    private record Source(long submission, String unit, String measure) {}

    /**
     * What a form says of a unit and measure.
     *
     * @param submission the sheet; absent where it is put together from finer periods
     * @param wholeStands whether what is said of the unit as one counts, because not all of its children have sent
     * @param childrenStand whether a row that speaks for all of its children counts
     */
    record Stated(
            String form,
            @Nullable Long submission,
            @Nullable BigDecimal part,
            boolean wholeStands,
            boolean childrenStand,
            boolean counts) {

        boolean isCombined() {
            return submission == null;
        }

        /** Whether the units below add nothing to it. */
        boolean silencesBelow() {
            return wholeStands || childrenStand;
        }

        /** Whether an observation of its sheet with that scope counts. */
        boolean counts(Scope scope) {
            return switch (scope) {
                case PART -> true;
                case WHOLE -> wholeStands;
                case CHILDREN -> childrenStand;
            };
        }
    }

    /** Reads what {@code period}, whose roll-up must be up to date, stands on. */
    static Trail of(Period period, Moment moment, Definitions definitions, JdbcClient database) {
        Trail trail = new Trail(definitions.forms().stream()
                .filter(form -> form.rows() == Form.Rows.LIST)
                .map(Form::id)
                .collect(Collectors.toSet()));
        database.sql(
                        "select unit, measure, form, submission_id, part, whole_stands, children_stand, counts from statement where period = ?")
                .param(period.code())
                .query(row -> {
                    Object submission = row.getObject("submission_id");
                    trail.statements
                            .computeIfAbsent(key(row), key -> new ArrayList<>())
                            .add(new Stated(
                                    row.getString("form"),
                                    submission == null ? null : row.getLong("submission_id"),
                                    row.getBigDecimal("part"),
                                    row.getBoolean("whole_stands"),
                                    row.getBoolean("children_stand"),
                                    row.getBoolean("counts")));
                });
        database.sql("select unit, measure, value from total where period = ? and part = 'all'")
                .param(period.code())
                .query(row -> {
                    trail.totals.put(key(row), row.getBigDecimal("value"));
                });
        Cover.of(period, database).forEach(cover -> trail.covers.put(cover.pair(), cover));
        for (Leaf leaf : StoredPeriod.leavesOf(period, moment, database)) {
            trail.observations
                    .computeIfAbsent(
                            new Source(leaf.submission(), leaf.unit(), leaf.measure()), source -> new ArrayList<>())
                    .add(leaf);
        }
        return trail;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("unit"), row.getString("measure"));
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

    /** Whether the leaf that {@code leaf} is in, a row of a table or a list as one, gives {@code measure} too. */
    boolean isGivenBeside(Leaf leaf, String measure) {
        return observations(leaf.submission(), leaf.unit(), measure).stream()
                .anyMatch(other -> lists.contains(leaf.form()) || other.rowNumber() == leaf.rowNumber());
    }

    List<Leaf> observations(long submission, String unit, String measure) {
        return observations.getOrDefault(new Source(submission, unit, measure), List.of());
    }
}
