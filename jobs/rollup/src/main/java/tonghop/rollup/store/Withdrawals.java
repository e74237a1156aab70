package tonghop.rollup.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What paths no longer say ('rút lại'), because their sender or the province says so: what it replaced stands again.
 * The file and what it said stay stored, and the same bytes under another path, or under this one in a later night, are
 * a new version.
 */
public final class Withdrawals {

    private static final String FIND_ARRIVED = SqlFile.read(Withdrawals.class, "find_arrived.sql");
    private static final String PERIODS_OF_FILE = SqlFile.read(Withdrawals.class, "periods_of_file.sql");
    private static final String IN_FORCE = SqlFile.read(Withdrawals.class, "withdrawals_in_force.sql");

    private final JdbcClient database;
    private final Clock clock;

    /**
     * Makes the withdrawals of a database.
     *
     * @param clock what the time of a withdrawal is told by
     */
    public Withdrawals(JdbcTemplate template, Clock clock) {
        this.database = JdbcClient.create(template);
        this.clock = clock;
    }

    /**
     * The present content of a path.
     *
     * @param night in which the path took it on
     * @param cameIn when it first stood in the inbox
     */
    public record Arrived(String path, String sha256, long night, Instant cameIn) {}

    /**
     * The content that is meant: by its path inside its inbox, what it took on last; or by its SHA-256, of which the
     * first digits are enough.
     */
    public Optional<Arrived> find(String file) {
        return database.sql(FIND_ARRIVED)
                .param("file", file)
                .query((row, number) -> new Arrived(
                        row.getString("path"),
                        row.getString("sha256"),
                        row.getLong("night"),
                        row.getObject("came_in", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The paths of everything that ever arrived, in order. */
    public List<String> paths() {
        return database.sql("select distinct path from path_content order by path")
                .query(String.class)
                .list();
    }

    /** The codes of the periods that a content has sheets for. */
    public List<String> periodsOf(Arrived file) {
        return database.sql(PERIODS_OF_FILE)
                .params(file.path(), file.sha256())
                .query(String.class)
                .list();
    }

    /** Whether what a content says of {@code period}, absent for all of it, is taken back. */
    public boolean isInForce(Arrived file, @Nullable String period) {
        return database
                .sql(IN_FORCE)
                .params(file.path(), file.night())
                .query((row, number) -> Optional.ofNullable(row.getString("period")))
                .list()
                .stream()
                .anyMatch(of -> of.isEmpty() || of.get().equals(period));
    }

    /** Those that hold, as text, in order. */
    public List<String> inForce() {
        return database.sql("select distinct concat_ws(E'\\t', path, sha256, period) from withdrawal"
                        + " where undone_at is null order by 1")
                .query(String.class)
                .list();
    }

    /** The contents that were withdrawn whole and not given back: each as {@code path}, tab, SHA-256. */
    public Set<String> contents() {
        return Set.copyOf(database.sql("select concat_ws(E'\\t', withdrawal.path, withdrawal.sha256) from withdrawal"
                        + " where undone_at is null and period is null and night ="
                        + " (select max(night) from path_content where path_content.path = withdrawal.path)")
                .query(String.class)
                .list());
    }

    /** The SHA-256 of those that were withdrawn after one moment and until another. */
    public Set<String> between(Instant after, Instant until) {
        return new TreeSet<>(database.sql("select sha256 from withdrawal where recorded_at > ? and recorded_at <= ?")
                .params(after.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    /** Withdraws what a content says of {@code period}, absent for all of it. */
    public void add(Arrived file, @Nullable String period, String reason) {
        database.sql("insert into withdrawal (sha256, path, night, period, reason, recorded_at)"
                        + " values (:sha256, :path, :night, :period, :reason, :now)")
                .param("sha256", file.sha256())
                .param("path", file.path())
                .param("night", file.night())
                .param("period", period)
                .param("reason", reason)
                .param("now", now(file))
                .update();
    }

    /** Gives back what was withdrawn of a content: with {@code period} what it says of that alone. */
    public int undo(Arrived file, @Nullable String period) {
        return database.sql("update withdrawal set undone_at = :now where path = :path and night = :night"
                        + " and undone_at is null and (cast(:period as text) is null or period = :period)")
                .param("now", now(file))
                .param("path", file.path())
                .param("night", file.night())
                .param("period", period)
                .update();
    }

    private OffsetDateTime now(Arrived file) {
        Instant now = clock.instant();
        return (now.isBefore(file.cameIn()) ? file.cameIn() : now).atOffset(ZoneOffset.UTC);
    }
}
