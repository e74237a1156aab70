package tonghop.rollup;

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
        return database.sql("""
                        with known as (
                            select path, sha256, recorded_at, arrival, id
                            from file

                            union all

                            select path, sha256, '-infinity', 0, 0
                            from read_again
                        )

                        select path, sha256, max(recorded_at) over (partition by sha256) as recorded_at
                        from known
                        where path = :file
                           or sha256 = lower(:file)
                           or length(:file) >= 8 and lower(:file) ~ '^[0-9a-f]+$' and starts_with(sha256, lower(:file))
                        order by path = :file desc, arrival desc, id desc
                        limit 1
                        """)
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
        return database.sql("""
                        select distinct submission.period
                        from submission join file on file.id = submission.file_id
                        where file.sha256 = ?
                        order by submission.period
                        """).param(file.sha256()).query(String.class).list();
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
