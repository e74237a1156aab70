package tonghop.rollup.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Sha256;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.time.Period;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;
import tonghop.rollup.sum.StoredPeriods;

/**
 * Which periods are closed ('chốt kỳ').
 *
 * <p>A seal is a hash over the sheets that count, the catalogue, the version and the reports as they were written, and
 * over the seal before it, so that none can be changed or left out unnoticed. Rows are only ever added.
 */
public final class Seals {

    private static final String CLOSING_OF_PERIOD = SqlFile.read(Seals.class, "closing_of_period.sql");
    private static final String LAST_CLOSING = SqlFile.read(Seals.class, "last_closing.sql");
    private static final String ADD_SEAL = SqlFile.read(Seals.class, "add_seal.sql");
    private static final String LAST_CHANGE = SqlFile.read(Seals.class, "last_change.sql");

    private static final String COUNTING = SqlFile.read(Seals.class, "counting_lines.sql");
    private static final String SUBMISSIONS = SqlFile.read(Seals.class, "sealed_submissions.sql");
    private static final String ARRIVED_AFTER = SqlFile.read(Seals.class, "arrived_after.sql");
    private static final String OUTPUT = "output\t";
    private static final String SUBMISSION = "submission\t";
    private static final String CLOSE = "close";
    private static final String REOPEN = "reopen";

    private final JdbcTemplate batches;
    private final JdbcClient database;
    private final StoredPeriods stored;
    private final Clock clock;

    /**
     * Makes the seals of a database.
     *
     * @param clock what the time of closing is told by
     */
    public Seals(JdbcTemplate template, Definitions definitions, Clock clock) {
        this.batches = template;
        this.database = JdbcClient.create(template);
        this.stored = new StoredPeriods(definitions, database);
        this.clock = clock;
    }

    /**
     * A period as it was closed.
     *
     * @param number of the seal among all
     * @param recordedAt when it was closed; nothing that it covers was recorded later
     * @param lastFile the last reading that had been taken in
     * @param content the lines that {@code digest} is over
     */
    public record Seal(
            long number,
            String period,
            String reason,
            Instant recordedAt,
            String digest,
            String catalogue,
            String version,
            long lastFile,
            String content) {

        /** Whether the digest is that of the lines, as far as the seal itself goes. */
        public boolean isWhole() {
            return Sha256.of(content).equals(digest);
        }

        /** SHA-256 of the manifest of each report, by its folder below the output folder. */
        public Map<String, String> outputs() {
            Map<String, String> outputs = new TreeMap<>();
            content.lines().filter(line -> line.startsWith(OUTPUT)).forEach(line -> {
                String[] fields = line.split("\t", -1);
                outputs.put(fields[1], fields[2]);
            });
            return outputs;
        }

        /** Whether sheets of a content under a path count in what was closed. */
        public boolean covers(String path, String sha256) {
            return submissions().stream().anyMatch(line -> line.startsWith(SUBMISSION + path + "\t" + sha256 + "\t"));
        }

        private List<String> submissions() {
            return content.lines().filter(line -> line.startsWith(SUBMISSION)).toList();
        }
    }

    /**
     * A sheet that came in for a closed period.
     *
     * @param state what became of it when it was read
     */
    public record Arrival(
            String period,
            String file,
            String sha256,
            String sheet,
            String form,
            String unit,
            SubmissionState state,
            Instant received) {}

    /** The seal of a period; empty if it is open. */
    public Optional<Seal> of(String period) {
        return database.sql(CLOSING_OF_PERIOD)
                .param(period)
                .query((row, number) -> seal(row))
                .optional();
    }

    /** The last time that a period was closed, whether it was opened again or not. */
    public Optional<Seal> last(String period) {
        return last(period, Moment.NOW, database);
    }

    /** The same as it was known just before a moment in the past. */
    public Optional<Seal> last(String period, Instant before) {
        return last(period, Moment.of(before), database);
    }

    public static Optional<Seal> last(String period, Moment before, JdbcClient database) {
        return database.sql(LAST_CLOSING)
                .params(period, before.asParameter())
                .query((row, number) -> seal(row))
                .optional();
    }

    /** The seals of all periods that are closed, in the order of their codes. */
    public List<Seal> all() {
        return database.sql("select distinct period from seal order by period").query(String.class).list().stream()
                .flatMap(period -> of(period).stream())
                .toList();
    }

    /**
     * Closes a period.
     *
     * @param outputs SHA-256 of the manifest of each of its reports, by folder
     */
    public Seal close(Period period, String reason, String catalogue, String version, Map<String, String> outputs) {
        long lastFile = database.sql("select coalesce(max(id), 0) from file")
                .query(Long.class)
                .single();
        Instant now = now();
        List<String> lines = new ArrayList<>(List.of(
                "previous\t" + previous(period.code()),
                "period\t" + period.code(),
                "reason\t" + reason.replaceAll("\\s+", " "),
                "catalogue\t" + catalogue,
                "version\t" + version));
        List<Counting> counting = counting(period);
        counting.stream().map(Counting::line).sorted().forEach(lines::add);
        outputs.forEach((folder, sha256) -> lines.add(OUTPUT + folder + "\t" + sha256));
        Seal seal = add(period.code(), CLOSE, reason, now, catalogue, version, lastFile, String.join("\n", lines));
        batches.batchUpdate(
                "insert into seal_submission (seal_id, period, submission_id) values (?, ?, ?)",
                counting.stream()
                        .map(sheet -> new Object[] {seal.number(), sheet.period(), sheet.submission()})
                        .toList());
        return seal;
    }

    /** Opens a closed period again; the next run writes its reports with everything that came in. */
    public void reopen(Seal seal, String reason) {
        String content = String.join("\n", "previous\t" + seal.digest(), "reason\t" + reason.replaceAll("\\s+", " "));
        add(seal.period(), REOPEN, reason, now(), seal.catalogue(), seal.version(), seal.lastFile(), content);
    }

    private Seal add(
            String period,
            String action,
            String reason,
            Instant now,
            String catalogue,
            String version,
            long lastFile,
            String content) {
        return database.sql(ADD_SEAL)
                .params(
                        period,
                        action,
                        reason,
                        now.atOffset(ZoneOffset.UTC),
                        Sha256.of(content),
                        catalogue,
                        version,
                        lastFile,
                        content)
                .query((row, number) -> seal(row))
                .single();
    }

    private String previous(String period) {
        return database.sql("select digest from seal where period = ? order by id desc limit 1")
                .param(period)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Not before anything that is stored, whatever the clock says. */
    private Instant now() {
        Instant last =
                database.sql(LAST_CHANGE).query((row, number) -> row.getObject(1, OffsetDateTime.class)).list().stream()
                        .filter(Objects::nonNull)
                        .map(OffsetDateTime::toInstant)
                        .findFirst()
                        .orElse(Instant.MIN);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(last) ? now : last;
    }

    /** A sheet that counts, with its line in a seal. */
    private record Counting(String period, long submission, String line) {}

    /** What counts in the period, and in the finer ones that it may be put together from. */
    private List<Counting> counting(Period period) {
        List<Counting> counting = new ArrayList<>();
        List<Period> periods = new ArrayList<>(stored.of(period));
        periods.add(period);
        for (Period one : periods) {
            counting.addAll(database.sql(COUNTING)
                    .param("period", one.code())
                    .query((row, number) ->
                            new Counting(one.code(), row.getLong("id"), SUBMISSION + row.getString("line")))
                    .list());
        }
        return counting;
    }

    /** Whether what is stored is what was sealed, and the seal itself has not been changed. */
    public boolean holds(Seal seal) {
        List<String> kept = database.sql(SUBMISSIONS).param(seal.number()).query(String.class).list().stream()
                .map(line -> SUBMISSION + line)
                .sorted()
                .toList();
        return seal.isWhole() && seal.submissions().equals(kept);
    }

    /** What came in for the period since it was closed. */
    public List<Arrival> arrivedAfter(Seal seal) {
        return database.sql(ARRIVED_AFTER)
                .param("period", seal.period())
                .param("last_file", seal.lastFile())
                .query((row, number) -> new Arrival(
                        seal.period(),
                        row.getString("path"),
                        row.getString("sha256"),
                        row.getString("sheet"),
                        row.getString("form"),
                        row.getString("unit"),
                        SubmissionState.of(row.getString("state")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("id"),
                row.getString("period"),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("digest"),
                row.getString("catalogue"),
                row.getString("version"),
                row.getLong("last_file"),
                row.getString("content"));
    }
}
