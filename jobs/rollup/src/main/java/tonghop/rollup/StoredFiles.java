package tonghop.rollup;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.CellLedger;
import tonghop.domain.Finding;
import tonghop.domain.Report.SentSheet;
import tonghop.rollup.SubmissionStore.Reading;

/** What is stored of single files. */
public final class StoredFiles {

    private final JdbcClient database;

    public StoredFiles(JdbcTemplate template) {
        this.database = JdbcClient.create(template);
    }

    /** The sheets that were taken in from a reading, by name. */
    public List<SentSheet> sheetsOf(Reading reading) {
        return database.sql("""
                        select submission.*, file.path, file.sha256
                        from submission join file on file.id = submission.file_id
                        where path = ? and sha256 = ? and catalogue = ? and version = ?
                        order by submission.id
                        """)
                .params(reading.path(), reading.sha256(), reading.catalogue(), reading.version())
                .query((row, number) -> new SentSheet(
                        row.getString("path"),
                        row.getString("sha256"),
                        row.getString("sheet"),
                        row.getString("form"),
                        row.getString("unit"),
                        row.getString("period"),
                        row.getObject("superseded_by") == null ? row.getString("state") : FileState.SUPERSEDED.code(),
                        new CellLedger(
                                row.getInt("observation_cells"),
                                row.getInt("blank_cells"),
                                row.getInt("control_cells"),
                                row.getInt("note_cells"),
                                row.getInt("rejected_cells"))))
                .list();
    }

    /** Everything that is wrong with a reading. */
    public List<Finding> findingsOf(Reading reading) {
        return database.sql("""
                        select finding.*
                        from finding join file on file.id = finding.file_id
                        where path = ? and sha256 = ? and catalogue = ? and version = ?
                        order by finding.id
                        """)
                .params(reading.path(), reading.sha256(), reading.catalogue(), reading.version())
                .query((row, number) -> StoredPeriod.finding(row))
                .list();
    }
}
