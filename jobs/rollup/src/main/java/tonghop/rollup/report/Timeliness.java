package tonghop.rollup.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.Leaf;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.Period;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.report.FormCoverage.Pair;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;

/**
 * Whose forms came in by the deadline.
 *
 * <p>What counts is when a form first came in and was not rejected: a later correction stays on time, and a sheet that
 * had to be sent again because it was rejected is as late as the one that was accepted. A row about a unit in another's
 * sheet is on time if that sheet is, by the deadline of its sender. What is taken from finer periods is not late.
 */
final class Timeliness {

    private static final String FIRST_RECEIPTS = SqlFile.read(Timeliness.class, "first_receipts.sql");

    private final Set<Pair> onTime;

    private Timeliness(Set<Pair> onTime) {
        this.onTime = onTime;
    }

    /** A form of a sender, with the time at which it first came in. */
    private record Receipt(Pair pair, Instant received) {}

    static Timeliness of(
            Definitions definitions,
            Period period,
            Moment moment,
            List<Leaf> leaves,
            Set<Pair> finer,
            JdbcClient database) {
        Set<Pair> onTime = new HashSet<>(finer);
        receipts(definitions, period, moment, database)
                .getOrDefault(false, List.of())
                .forEach(onTime::add);
        UnitTree tree = definitions.unitsOf(period);
        Set<Pair> about = new HashSet<>();
        leaves.stream()
                .filter(leaf -> onTime.contains(new Pair(leaf.sender(), leaf.form())))
                .forEach(leaf -> about.addAll(FormCoverage.spokenOf(leaf, tree)));
        onTime.addAll(about);
        return new Timeliness(onTime);
    }

    /** The forms of senders that first came in after their deadline, in the order of the units. */
    static List<Pair> late(Definitions definitions, Period period, Moment moment, JdbcClient database) {
        return receipts(definitions, period, moment, database).getOrDefault(true, List.of());
    }

    /** What came in, by whether it was late. */
    private static Map<Boolean, List<Pair>> receipts(
            Definitions definitions, Period period, Moment moment, JdbcClient database) {
        Deadlines deadlines = definitions.calendar().deadlines();
        UnitTree tree = definitions.unitsOf(period);
        return database
                .sql(FIRST_RECEIPTS)
                .param("period", period.code())
                .param("as_of", moment.asParameter())
                .query((row, number) -> receipt(row))
                .list()
                .stream()
                .collect(Collectors.partitioningBy(
                        receipt -> tree.find(receipt.pair().unit())
                                .filter(unit -> deadlines.isLate(unit.level(), period, receipt.received()))
                                .isPresent(),
                        Collectors.mapping(Receipt::pair, Collectors.toList())));
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                new Pair(row.getString("unit"), row.getString("form")),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    /** Whether something about the pair came in by the deadline; where there is none, whether anything came in. */
    boolean isOnTime(Pair pair) {
        return onTime.contains(pair);
    }
}
