package tonghop.rollup.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The finished intakes, and what each path took on in them. Rows are only ever added.
 *
 * <p>A path that is gone goes on saying what it last said, so that nothing is noted of it.
 */
public final class Nights {

    private static final String PRESENT = SqlFile.read(Nights.class, "present_contents.sql");

    private final JdbcTemplate batches;
    private final JdbcClient database;
    private final Clock clock;

    /**
     * Makes the nights of a database.
     *
     * @param clock what the end of an intake is told by
     */
    public Nights(JdbcTemplate template, Clock clock) {
        this.batches = template;
        this.database = JdbcClient.create(template);
        this.clock = clock;
    }

    /**
     * A file as an intake saw it.
     *
     * @param changed its time of last change, or that of the archive that it lies in
     */
    public record Seen(String path, String sha256, Instant changed) {}

    /**
     * Ends an intake: everything that it saw changed gets its number. The caller's transaction makes it so at once.
     *
     * @param seen every file, with its content
     * @param mayBeThere whether a path of which nothing was seen may lie in an inbox all the same; it has not moved
     */
    public void finish(List<Seen> seen, Predicate<String> mayBeThere) {
        Map<String, String> before = present();
        Optional<Instant> last = lastFinished();
        Instant now = clock.instant();
        long night = database.sql("insert into night (finished_at) values (?) returning number")
                .param(last.filter(now::isBefore).orElse(now).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        List<Seen> changed = seen.stream()
                .filter(file -> !file.sha256().equals(before.get(file.path())))
                .toList();
        Map<String, List<String>> gone = gone(seen, before, mayBeThere);
        Map<String, Integer> places = new HashMap<>();
        changed.forEach(file -> places.merge(file.sha256(), 1, Integer::sum));
        List<Object[]> rows = new ArrayList<>();
        for (Seen file : changed) {
            boolean isAlone = places.getOrDefault(file.sha256(), 0) == 1;
            List<String> movedFrom = isAlone ? gone.getOrDefault(file.sha256(), List.of()) : List.of();
            boolean hasOwnTime = file.changed().isBefore(now)
                    && last.filter(end -> !file.changed().isAfter(end)).isEmpty();
            rows.add(new Object[] {
                file.path(),
                night,
                file.sha256(),
                (hasOwnTime ? file.changed() : now).atOffset(ZoneOffset.UTC),
                movedFrom.toArray(String[]::new)
            });
        }
        batches.batchUpdate(
                "insert into path_content (path, night, sha256, came_in, moved_from) values (?, ?, ?, ?, ?)", rows);
    }

    /** The paths whose content lies nowhere under them any more, by that content. */
    private static Map<String, List<String>> gone(
            List<Seen> seen, Map<String, String> before, Predicate<String> mayBeThere) {
        Set<String> there = new HashSet<>();
        seen.forEach(file -> there.add(file.path()));
        Map<String, List<String>> gone = new HashMap<>();
        before.forEach((path, sha256) -> {
            if (!there.contains(path) && !mayBeThere.test(path)) {
                gone.computeIfAbsent(sha256, content -> new ArrayList<>()).add(path);
            }
        });
        return gone;
    }

    /** What each path took on last, by path; those that moved go by their new one. */
    private Map<String, String> present() {
        Map<String, String> present = new TreeMap<>();
        database.sql(PRESENT).query(row -> {
            for (String moved : (String[]) row.getArray("moved_from").getArray()) {
                present.remove(moved);
            }
            present.put(row.getString("path"), row.getString("sha256"));
        });
        return present;
    }

    private Optional<Instant> lastFinished() {
        return database
                .sql("select max(finished_at) from night")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }
}
