package tonghop.rollup.sum;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.time.Period;
import tonghop.rollup.store.SqlFile;

/** The periods with data, and those of them that lie inside another one. */
public record StoredPeriods(Definitions definitions, JdbcClient database) {

    private static final String PERIODS = SqlFile.read(StoredPeriods.class, "periods.sql");

    /** Every period for which something was taken in, in the order of their codes. */
    public List<Period> stored() {
        return database.sql(PERIODS).query(String.class).list().stream()
                .flatMap(code -> definitions.calendar().find(code).stream())
                .toList();
    }

    /** Those inside {@code period}, the shortest first. */
    public List<Period> of(Period period) {
        return in(period, stored());
    }

    /**
     * The earlier ones that the figures of {@code period} are compared with, the finer ones in them included: those of
     * the same type, and those that end on the day before it begins.
     */
    public List<Period> comparedWith(Period period) {
        List<Period> before = History.periodsBefore(period, definitions.calendar());
        return stored().stream()
                .filter(one -> one.to().equals(period.from().minusDays(1))
                        || before.stream()
                                .anyMatch(earlier -> !one.from().isBefore(earlier.from())
                                        && !one.to().isAfter(earlier.to())))
                .toList();
    }

    /** Those of {@code periods} inside {@code period}, the shortest first. */
    static List<Period> in(Period period, Collection<Period> periods) {
        return periods.stream()
                .filter(inside -> !inside.equals(period)
                        && !inside.from().isBefore(period.from())
                        && !inside.to().isAfter(period.to()))
                .sorted(Comparator.comparing((Period inside) ->
                                inside.to().toEpochDay() - inside.from().toEpochDay())
                        .thenComparing(Period::from)
                        .thenComparing(Period::code))
                .toList();
    }
}
