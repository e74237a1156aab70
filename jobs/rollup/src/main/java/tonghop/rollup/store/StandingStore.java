package tonghop.rollup.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.PathContent;
import tonghop.domain.form.PathContent.Sheet;
import tonghop.domain.form.PathContent.Verdict;
import tonghop.domain.form.Standing;
import tonghop.domain.form.StandingFindings;
import tonghop.domain.form.StandingFindings.Differing;
import tonghop.domain.form.StandingSheets;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.form.UnbegunPeriod;
import tonghop.domain.time.Period;

/** Works out which sheets stand, from everything that each path took on, and stores that in the place of what stood. */
public final class StandingStore {

    private static final String NOTE_VERSIONS = SqlFile.read(StandingStore.class, "note_versions.sql");
    private static final String CONTENTS = SqlFile.read(StandingStore.class, "path_contents.sql");

    private static final String DIFFERING_CELLS = SqlFile.read(StandingStore.class, "differing_cells.sql");

    private static final String ADD_FINDING =
            "insert into standing_finding (file_id, code, severity, unit, form, period, file, sheet, cell, value,"
                    + " expected, details) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String STANDING = SqlFile.read(StandingStore.class, "standing_lines.sql");

    private final JdbcTemplate batches;
    private final JdbcClient database;
    private final Definitions definitions;

    public StandingStore(JdbcTemplate template, Definitions definitions) {
        this.batches = template;
        this.database = JdbcClient.create(template);
        this.definitions = definitions;
    }

    /**
     * A sheet with where it was read.
     *
     * @param isToldOf whether anybody is told of it: it counts, or may, in a period that is open for it
     */
    record Read(Sheet sheet, long file, String name, boolean isToldOf) {}

    /** The content of a path, as it is read from the rows of its sheets. */
    private static final class Content {

        private final String path;
        private final long night;
        private final List<String> movedFrom;
        private final @Nullable Long file;
        private final boolean isWithdrawn;
        private final boolean isWhole;
        private final List<Read> sheets = new ArrayList<>();

        Content(ResultSet row) throws SQLException {
            this.path = row.getString("path");
            this.night = row.getLong("night");
            this.movedFrom = List.of((String[]) row.getArray("moved_from").getArray());
            this.file = (Long) row.getObject("file_id");
            this.isWithdrawn = row.getBoolean("is_withdrawn");
            String state = row.getString("file_state");
            this.isWhole = state != null && SubmissionState.of(state).counts();
        }

        PathContent asPathContent() {
            List<Sheet> all = sheets.stream().map(Read::sheet).toList();
            boolean isAllAccepted = all.stream().allMatch(sheet -> sheet.verdict() == Verdict.ACCEPTED);
            return new PathContent(path, night, movedFrom, all, isWhole && isAllAccepted);
        }
    }

    /**
     * Brings what stands up to date; the caller's transaction swaps it in at once.
     *
     * @param moment what was known then; if it is in the past, the caller rolls back after use
     * @param today periods that begin later have not begun
     */
    public void update(Moment moment, LocalDate today) {
        database.sql(NOTE_VERSIONS).update();
        Map<Long, Read> read = new LinkedHashMap<>();
        List<Content> contents = contents(moment, today);
        contents.forEach(content ->
                content.sheets.forEach(sheet -> read.put(sheet.sheet().id(), sheet)));
        StandingSheets standing =
                StandingSheets.of(contents.stream().map(Content::asPathContent).toList());
        Map<String, Content> present = present(contents);
        List.of("standing", "present_file", "standing_finding")
                .forEach(table -> database.sql("delete from " + table).update());
        add(standing, present);
        batches.batchUpdate(
                "insert into present_file (path, file_id, is_withdrawn) values (?, ?, ?)",
                present.values().stream()
                        .filter(content -> content.file != null)
                        .map(content -> new Object[] {content.path, content.file, content.isWithdrawn})
                        .toList());
        store(StandingFindings.of(standing, new Stored(read, database), definitions, today), read, present);
    }

    /** What the database knows of the sheets that were read. */
    private record Stored(Map<Long, Read> read, JdbcClient database) implements StandingFindings.Known {

        @Override
        public @Nullable String name(Sheet sheet) {
            return Optional.ofNullable(read.get(sheet.id())).map(Read::name).orElse(null);
        }

        @Override
        public List<Differing> differing(Sheet one, Sheet other) {
            return database.sql(DIFFERING_CELLS)
                    .params(one.id(), other.id())
                    .query((row, number) ->
                            new Differing(row.getString("cell"), row.getString("raw"), row.getString("other_raw")))
                    .list();
        }
    }

    private void store(List<StandingFindings.Told> told, Map<Long, Read> read, Map<String, Content> present) {
        List<Object[]> rows = new ArrayList<>();
        for (StandingFindings.Told one : told) {
            Read sheet = Objects.requireNonNull(read.get(one.sheet().id()), "it was read from here");
            Finding finding = one.finding();
            Place place = finding.place();
            Content now = present.get(place.file());
            if (sheet.isToldOf()) {
                rows.add(new Object[] {
                    // What is found in no sheet is found in the content that lacks it.
                    place.sheet() == null && now != null && now.file != null ? now.file : sheet.file(),
                    finding.code().code(),
                    finding.severity().code(),
                    place.unit(),
                    place.form(),
                    place.period(),
                    place.file(),
                    place.sheet(),
                    place.cell(),
                    finding.value(),
                    finding.expected(),
                    finding.details().toArray(String[]::new)
                });
            }
        }
        batches.batchUpdate(ADD_FINDING, rows);
    }

    /** What stands, as text: each sheet with its file and what became of it, in order. */
    public List<String> lines() {
        return database.sql(STANDING).query(String.class).list().stream()
                .sorted()
                .toList();
    }

    private List<Content> contents(Moment moment, LocalDate today) {
        Map<String, Content> contents = new LinkedHashMap<>();
        database.sql(CONTENTS).param("as_of", moment.asParameter()).query(row -> {
            String key = row.getLong("night") + "\t" + row.getString("path");
            Content content = contents.get(key);
            if (content == null) {
                content = new Content(row);
                contents.put(key, content);
            }
            Optional<Period> period = Optional.ofNullable(row.getString("period"))
                    .flatMap(code -> definitions.calendar().find(code));
            if (period.isPresent()) {
                content.sheets.add(sheet(row, period.get(), today));
            }
        });
        return List.copyOf(contents.values());
    }

    private Read sheet(ResultSet row, Period period, LocalDate today) throws SQLException {
        String form = row.getString("form");
        boolean isTooLate = row.getBoolean("is_too_late");
        String figures = row.getString("figures");
        Set<String> rows = figures == null
                ? Set.of()
                : Set.of((String[]) row.getArray("row_keys").getArray());
        Sheet sheet = new Sheet(
                row.getLong("submission_id"),
                form,
                row.getString("unit"),
                period,
                verdict(row, period, today, isTooLate),
                figures == null ? "" : figures,
                rows);
        return new Read(sheet, row.getLong("file_id"), row.getString("sheet"), !isTooLate);
    }

    private Verdict verdict(ResultSet row, Period period, LocalDate today, boolean isTooLate) throws SQLException {
        if (row.getBoolean("is_withdrawn")) {
            return Verdict.WITHDRAWN;
        }
        if (SubmissionState.of(row.getString("state")).needsMending()
                || hasNotBegun(row.getString("form"), period, today)) {
            return Verdict.REJECTED;
        }
        return isTooLate ? Verdict.WITHDRAWN : Verdict.ACCEPTED;
    }

    private boolean hasNotBegun(String id, Period period, LocalDate today) {
        Place anywhere = new Place(null, id, period.code(), null, null, null);
        return definitions.formsFor(period).stream()
                .filter(form -> form.id().equals(id))
                .anyMatch(form ->
                        UnbegunPeriod.check(form, period, anywhere, today).isPresent());
    }

    /** The last content of each path that was read; of one that moved under its new path. */
    private static Map<String, Content> present(List<Content> contents) {
        Map<String, Content> present = new TreeMap<>();
        for (Content content : contents) {
            content.movedFrom.forEach(present::remove);
            if (content.file != null) {
                present.put(content.path, content);
            }
        }
        return present;
    }

    private void add(StandingSheets standing, Map<String, Content> present) {
        Map<List<Object>, Object[]> rows = new LinkedHashMap<>();
        for (Standing one : standing.sheets()) {
            add(one.sheet(), one.path(), one.night(), one.state().name(), rows);
        }
        present.values()
                .forEach(content -> content.sheets.stream()
                        .filter(read -> read.sheet().verdict() == Verdict.WITHDRAWN)
                        .forEach(read -> add(read.sheet(), content.path, content.night, "WITHDRAWN", rows)));
        batches.batchUpdate(
                "insert into standing (submission_id, path, period, form, unit, night, state) values (?, ?, ?, ?, ?, ?, ?)",
                List.copyOf(rows.values()));
    }

    private static void add(Sheet sheet, String path, long night, String state, Map<List<Object>, Object[]> rows) {
        rows.putIfAbsent(List.of(sheet.id(), path), new Object[] {
            sheet.id(), path, sheet.period().code(), sheet.form(), sheet.unit(), night, state.toLowerCase(Locale.ROOT)
        });
    }
}
