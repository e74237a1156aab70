package tonghop.rollup.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report.SentSheet;
import tonghop.domain.time.Period;
import tonghop.rollup.store.FileToReturn;
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
        return units.isEmpty()
                ? List.of()
                : database.sql(TO_RETURN)
                        .param("period", period.code())
                        .param("units", units)
                        .query((row, number) -> file(row))
                        .list();
    }

    /** A reading with what was taken in from it and what is wrong with it; empty if there is none. */
    public Optional<FileToReturn> find(Reading reading) {
        return database.sql(FILE_AS_RETURNED)
                .params(reading.path(), reading.sha256(), reading.catalogue(), reading.version())
                .query((row, number) -> file(row))
                .optional();
    }

    private FileToReturn file(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new FileToReturn(
                row.getString("path"),
                row.getString("sha256"),
                SubmissionState.of(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                database.sql(SHEETS)
                        .param("file", id)
                        .query((sheet, number) -> sheet(sheet))
                        .list(),
                database.sql(FINDINGS)
                        .param("file", id)
                        .query((finding, number) -> StoredPeriod.finding(finding))
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
                SubmissionState.of(row.getString("told_state")),
                new CellLedger(
                        row.getInt("observation_cells"),
                        row.getInt("blank_cells"),
                        row.getInt("control_cells"),
                        row.getInt("note_cells"),
                        row.getInt("rejected_cells")));
    }
}
