package tonghop.rollup.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report.SentSheet;
import tonghop.domain.time.Period;
import tonghop.rollup.store.FileToReturn;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;
import tonghop.rollup.store.SubmissionStore.Reading;

/** What is stored of single files. */
public final class StoredFiles {

    private static final String FILE_AS_RETURNED = SqlFile.read(StoredFiles.class, "file_as_returned.sql");

    private static final String TO_RETURN = SqlFile.read(StoredFiles.class, "files_to_return.sql");
    private static final String SHEETS = SqlFile.read(StoredFiles.class, "sheets_of_file.sql");

    private static final String FINDINGS = SqlFile.read(StoredFiles.class, "findings_of_file.sql");

    private final JdbcClient database;

    public StoredFiles(JdbcTemplate template) {
        this.database = JdbcClient.create(template);
    }

    /** What goes back to the senders among {@code units} for {@code period}, by path. */
    public List<FileToReturn> toReturn(Period period, Set<String> units) {
        return toReturn(period, units, Moment.NOW);
    }

    /** The same as of a moment in the past. */
    public List<FileToReturn> toReturn(Period period, Set<String> units, Instant asOf) {
        return toReturn(period, units, Moment.of(asOf));
    }

    List<FileToReturn> toReturn(Period period, Set<String> units, Moment moment) {
        return units.isEmpty()
                ? List.of()
                : database.sql(TO_RETURN)
                        .param("period", period.code())
                        .param("units", units)
                        .param("as_of", moment.asParameter())
                        .query((row, number) -> file(row, moment))
                        .list();
    }

    /** A reading with what was taken in from it and what is wrong with it; empty if there is none. */
    public Optional<FileToReturn> find(Reading reading) {
        return database.sql(FILE_AS_RETURNED)
                .params(reading.path(), reading.sha256(), reading.catalogue(), reading.version())
                .query((row, number) -> file(row, Moment.NOW))
                .optional();
    }

    private FileToReturn file(ResultSet row, Moment moment) throws SQLException {
        long id = row.getLong("id");
        return new FileToReturn(
                row.getString("path"),
                row.getString("sha256"),
                SubmissionState.of(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                database.sql(SHEETS)
                        .param("file", id)
                        .param("as_of", moment.asParameter())
                        .query((sheet, number) -> sheet(sheet))
                        .list(),
                database.sql(FINDINGS)
                        .param("file", id)
                        .query((finding, number) -> finding(finding))
                        .list());
    }

    private static SentSheet sheet(ResultSet row) throws SQLException {
        return new SentSheet(
                row.getString("path"),
                row.getString("sha256"),
                row.getString("sheet"),
                row.getString("form"),
                row.getString("unit"),
                row.getString("period"),
                stateOf(row),
                new CellLedger(
                        row.getInt("observation_cells"),
                        row.getInt("blank_cells"),
                        row.getInt("control_cells"),
                        row.getInt("note_cells"),
                        row.getInt("rejected_cells")));
    }

    private static SubmissionState stateOf(ResultSet row) throws SQLException {
        SubmissionState state =
                row.getBoolean("stands") ? SubmissionState.of(row.getString("state")) : SubmissionState.SUPERSEDED;
        return row.getBoolean("is_twin") && !state.needsMending() ? SubmissionState.UNCHANGED : state;
    }

    /** In the file that it is asked of, which may have the content of another one. */
    private static Finding finding(ResultSet row) throws SQLException {
        Finding finding = StoredPeriod.finding(row);
        return finding.at(finding.place().withFile(row.getString("path")));
    }
}
