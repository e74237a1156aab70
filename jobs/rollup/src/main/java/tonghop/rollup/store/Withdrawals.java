package tonghop.rollup.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files that no longer count ('rút lại'), because their sender or the province says so: what they replaced stands
 * again. The file and what it said stay stored.
 */
public final class Withdrawals {

    private static final String FIND_ARRIVED = SqlFile.read(Withdrawals.class, "find_arrived.sql");
    private static final String PERIODS_OF_FILE = SqlFile.read(Withdrawals.class, "periods_of_file.sql");

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
     * A content that arrived under a name.
     *
     * @param recordedAt when it was read last
     */
    public record Arrived(String path, String sha256, Instant recordedAt) {}

    /**
     * The file that is meant: by its path inside its inbox, what arrived last under it; or by its SHA-256, of which the
     * first digits are enough.
     */
    public Optional<Arrived> find(String file) {
        return database.sql(FIND_ARRIVED)
                .param("file", file)
                .query((row, number) -> new Arrived(
                        row.getString("path"),
                        row.getString("sha256"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The paths of everything that ever arrived, in order. */
    public List<String> paths() {
        return database.sql("select distinct path from file order by path")
                .query(String.class)
                .list();
    }

    /** The codes of the periods that a file has sheets for. */
    public List<String> periodsOf(Arrived file) {
        return database.sql(PERIODS_OF_FILE)
                .param(file.sha256())
                .query(String.class)
                .list();
    }

    /** The contents that were withdrawn, in the order of their SHA-256. */
    public List<String> contents() {
        return database.sql("select distinct sha256 from withdrawal order by sha256")
                .query(String.class)
                .list();
    }

    /** Those that were withdrawn after one moment and until another. */
    public Set<String> between(Instant after, Instant until) {
        return new TreeSet<>(database.sql("select sha256 from withdrawal where recorded_at > ? and recorded_at <= ?")
                .params(after.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    /** Withdraws a file; none of its sheets counts any more, under whatever name it arrives. */
    public void add(Arrived file, String reason) {
        Instant now = clock.instant();
        Instant recorded = now.isBefore(file.recordedAt()) ? file.recordedAt() : now;
        database.sql("insert into withdrawal (sha256, path, reason, recorded_at) values (?, ?, ?, ?)")
                .params(file.sha256(), file.path(), reason, recorded.atOffset(ZoneOffset.UTC))
                .update();
    }
}
