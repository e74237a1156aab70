package tonghop.rollup.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Sha256;
import tonghop.rollup.store.SqlFile;

/** What runs published, kept so that it can be compared later. Rows are only ever added; contents are kept once. */
public final class Publications {

    private static final String LAST_MANIFEST = SqlFile.read(Publications.class, "last_manifest.sql");
    private static final String ADD_RUN = SqlFile.read(Publications.class, "add_run.sql");
    private static final String ADD_PUBLICATION = SqlFile.read(Publications.class, "add_publication.sql");
    private static final String STANDING_PUBLICATIONS = SqlFile.read(Publications.class, "standing_publications.sql");
    private static final String FIND_PUBLICATION = SqlFile.read(Publications.class, "find_publication.sql");
    private static final String PUBLISHED_CONTENTS = SqlFile.read(Publications.class, "published_contents.sql");

    private static final List<String> PARTS = List.of("forms", "indicators", "units", "calendar", "rules", "reports");
    private static final String SELECT_RUNS = "select * from run order by id";

    private final JdbcClient database;
    private final Clock clock;

    /**
     * Makes the publications of a database.
     *
     * @param clock what the time of a run is told by
     */
    public Publications(JdbcTemplate template, Clock clock) {
        this.database = JdbcClient.create(template);
        this.clock = clock;
    }

    /**
     * A run that published something, or that saw other files than the one before.
     *
     * @param number its place among all
     * @param code as in {@code output/runs/}; the same inputs have the same code, so several may have one
     * @param parts SHA-256 of the parts of the catalogue, by name; without those of which the run took no note
     */
    public record Run(
            long number, String code, Instant recordedAt, String version, String catalogue, Map<String, String> parts) {

        public Run {
            parts = Map.copyOf(parts);
        }
    }

    /** A report as it was published: the texts of its files. */
    public record Published(String unit, String period, String manifest, String report, String observations) {}

    /** A report as a run left it, by the number of the run that wrote it. */
    public record Publication(long run, String unit, String period, String manifest) {}

    /** Every run, the first one first. */
    public List<Run> runs() {
        return database.sql(SELECT_RUNS).query((row, number) -> run(row)).list();
    }

    /** SHA-256 of the manifest of a report as it was published last. */
    public Optional<String> lastManifest(String unit, String period) {
        return database.sql(LAST_MANIFEST)
                .params(unit, period)
                .query(String.class)
                .optional();
    }

    /** A report that was published, to be read when it is its turn: those of many periods do not fit into memory. */
    public interface Unread {

        Published read() throws IOException;
    }

    /**
     * Notes a run and what it published; nothing if it published nothing and is the same as the one before.
     *
     * @throws IOException if a report cannot be read
     */
    public void add(String code, String version, String catalogue, Map<String, String> parts, List<Unread> reports)
            throws IOException {
        Optional<String> last = database.sql("select code from run order by id desc limit 1")
                .query(String.class)
                .optional();
        if (reports.isEmpty() && last.equals(Optional.of(code))) {
            return;
        }
        long run = database.sql(ADD_RUN)
                .params(
                        code,
                        OffsetDateTime.now(clock),
                        version,
                        catalogue,
                        parts.getOrDefault("forms", ""),
                        parts.getOrDefault("indicators", ""),
                        parts.getOrDefault("units", ""),
                        parts.getOrDefault("calendar", ""),
                        parts.getOrDefault("rules", ""),
                        parts.getOrDefault("reports", ""))
                .query(Long.class)
                .single();
        for (Unread unread : reports) {
            Published report = unread.read();
            database.sql(ADD_PUBLICATION)
                    .params(
                            run,
                            report.unit(),
                            report.period(),
                            keep(report.manifest()),
                            keep(report.report()),
                            keep(report.observations()))
                    .update();
        }
    }

    private String keep(String content) {
        String sha256 = Sha256.of(content);
        database.sql("insert into published_content (sha256, gzip) values (?, ?) on conflict do nothing")
                .params(sha256, zipped(content))
                .update();
        return sha256;
    }

    /** The reports as they stood at the end of a run, by unit and period. */
    public List<Publication> standing(Run run) {
        return database.sql(STANDING_PUBLICATIONS)
                .param(run.number())
                .query((row, number) -> publication(row))
                .list();
    }

    /** The report that was published with a manifest of that SHA-256. */
    public Optional<Publication> find(String unit, String period, String manifest) {
        return database.sql(FIND_PUBLICATION)
                .params(unit, period, manifest)
                .query((row, number) -> publication(row))
                .optional();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("run_id"), row.getString("unit"), row.getString("period"), row.getString("manifest"));
    }

    /** When a content first came in, under whatever name. */
    public Optional<Instant> received(String sha256) {
        return database.sql("select recorded_at from file where sha256 = ? order by id limit 1")
                .param(sha256)
                .query((row, number) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The files of a report as it was published. */
    public Published read(Publication publication) {
        return database.sql(PUBLISHED_CONTENTS)
                .params(publication.run(), publication.unit(), publication.period())
                .query((row, number) -> new Published(
                        row.getString("unit"),
                        row.getString("period"),
                        unzipped(row.getBytes("manifest")),
                        unzipped(row.getBytes("report")),
                        unzipped(row.getBytes("observations"))))
                .single();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("code"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("version"),
                row.getString("catalogue"),
                parts(row));
    }

    private static Map<String, String> parts(ResultSet row) throws SQLException {
        Map<String, String> parts = new TreeMap<>();
        for (String part : PARTS) {
            String digest = row.getString(part);
            if (!digest.isEmpty()) {
                parts.put(part, digest);
            }
        }
        return parts;
    }

    private static byte[] zipped(String content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return zipped.toByteArray();
    }

    private static String unzipped(byte[] zipped) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }
}
