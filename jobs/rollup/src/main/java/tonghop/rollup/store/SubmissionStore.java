package tonghop.rollup.store;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Observation;
import tonghop.domain.form.Observations;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.form.TableRow;
import tonghop.domain.time.Validity;

/**
 * What was read, kept for good. Nothing is changed or removed: which of several submissions for the same form, unit and
 * period counts is worked out when it is asked for.
 *
 * <p>Callers put each call into a transaction of their own: a file is stored whole or not at all.
 */
public final class SubmissionStore {

    private static final String STATE_OF_READING = SqlFile.read(SubmissionStore.class, "state_of_reading.sql");
    private static final String ADD_FILE = SqlFile.read(SubmissionStore.class, "add_file.sql");
    private static final String ADD_SUBMISSION = SqlFile.read(SubmissionStore.class, "add_submission.sql");
    private static final String ADD_OBSERVATION = SqlFile.read(SubmissionStore.class, "add_observation.sql");
    private static final String ADD_FINDING = SqlFile.read(SubmissionStore.class, "add_finding.sql");

    private final JdbcTemplate batches;
    private final JdbcClient database;
    private final Clock clock;

    /**
     * Makes a store.
     *
     * @param clock what a file's time of arrival is told by
     */
    public SubmissionStore(JdbcTemplate template, Clock clock) {
        this.clock = clock;
        this.batches = template;
        this.database = JdbcClient.create(template);
    }

    /**
     * By what a reading is known: the same file under the same catalogue and version reads the same.
     *
     * @param catalogue digest of the catalogue
     * @param version of Tonghop
     */
    public record Reading(String path, String sha256, String catalogue, String version) {}

    /** What became of an earlier reading by itself; empty if the file was never read so. */
    public Optional<SubmissionState> stateOf(Reading reading) {
        return database.sql(STATE_OF_READING)
                .params(reading.path(), reading.sha256(), reading.catalogue(), reading.version())
                .query(String.class)
                .optional()
                .map(SubmissionState::of);
    }

    /** The contents that earlier runs could not read, through no fault of theirs: they are read last. Forgets them. */
    public Set<String> takePostponed() {
        return Set.copyOf(database.sql("delete from read_again returning sha256")
                .query(String.class)
                .list());
    }

    /** Notes that the content of a file has to be read again. */
    public void postpone(Reading reading) {
        database.sql("insert into read_again (sha256, path) values (?, ?) on conflict do nothing")
                .params(reading.sha256(), reading.path())
                .update();
    }

    /**
     * Stores a file.
     *
     * @param findings all that is wrong with it; an error in a sheet rejects that sheet
     * @return what became of the file: the worst of what became of its sheets
     */
    public SubmissionState add(Reading reading, ReadFile file, List<Finding> findings) {
        SubmissionState state = SubmissionState.of(file, findings);
        long fileId = addFile(reading, state);
        for (Submission submission : file.submissions()) {
            addSubmission(fileId, submission, SubmissionState.of(submission, findings));
        }
        addFindings(fileId, findings);
        return state;
    }

    private long addFile(Reading reading, SubmissionState state) {
        return database.sql(ADD_FILE)
                .param("path", reading.path())
                .param("sha256", reading.sha256())
                .param("catalogue", reading.catalogue())
                .param("version", reading.version())
                .param("state", state.code())
                .param("recorded_at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    private void addSubmission(long fileId, Submission submission, SubmissionState state) {
        CellLedger cells = submission.ledger();
        Optional<Validity> declared = Optional.ofNullable(submission.declared());
        long id = database.sql(ADD_SUBMISSION)
                .params(
                        fileId,
                        submission.sheet(),
                        submission.form().id(),
                        submission.unit(),
                        submission.period().code(),
                        state.code(),
                        cells.observations(),
                        cells.blank(),
                        cells.controls(),
                        cells.notes(),
                        cells.rejected())
                .param(declared.map(Validity::from).orElse(null))
                .param(declared.map(Validity::to).orElse(null))
                .query(Long.class)
                .single();
        if (!state.needsMending()) {
            List<Observation> observations = Observations.of(submission);
            addUnits(id, submission, observations);
            addObservations(id, observations);
            addItems(id, submission.rows());
        }
    }

    private void addUnits(long id, Submission submission, List<Observation> observations) {
        Set<String> units = new LinkedHashSet<>(List.of(submission.unit()));
        observations.forEach(observation -> units.add(observation.unit()));
        batches.batchUpdate(
                "insert into submission_unit (period, unit, submission_id, form) values (?, ?, ?, ?)",
                units.stream()
                        .map(unit -> new Object[] {
                            submission.period().code(),
                            unit,
                            id,
                            submission.form().id()
                        })
                        .toList());
    }

    private void addObservations(long id, List<Observation> observations) {
        List<Object[]> rows = new ArrayList<>();
        for (Observation observation : observations) {
            rows.add(new Object[] {
                id,
                rows.size(),
                observation.unit(),
                observation.row(),
                observation.rowNumber(),
                observation.measure().id(),
                observation.value(),
                observation.qualifier() == null ? null : observation.qualifier().code(),
                observation.scope().code(),
                observation.cell(),
                observation.raw()
            });
        }
        batches.batchUpdate(ADD_OBSERVATION, rows);
    }

    private void addItems(long id, List<TableRow> rows) {
        for (TableRow row : rows) {
            if (row.kind() == TableRow.Kind.ITEM) {
                Map<String, String> texts = row.texts();
                batches.update(
                        "insert into list_item values (?, ?, ?, ?, ?, ?)",
                        new Object[] {
                            id,
                            row.number(),
                            row.unit(),
                            row.label(),
                            texts.keySet().toArray(new String[0]),
                            texts.values().toArray(new String[0])
                        },
                        new int[] {Types.BIGINT, Types.INTEGER, Types.VARCHAR, Types.VARCHAR, Types.ARRAY, Types.ARRAY
                        });
            }
        }
    }

    private void addFindings(long fileId, List<Finding> findings) {
        for (Finding finding : findings) {
            Place place = finding.place();
            batches.update(
                    ADD_FINDING,
                    new Object[] {
                        fileId,
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
                        finding.details().toArray(new String[0]),
                        finding.measure(),
                        finding.answer() == null ? null : finding.answer().reason(),
                        finding.answer() == null ? null : finding.answer().text()
                    },
                    new int[] {
                        Types.BIGINT,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.ARRAY,
                        Types.VARCHAR,
                        Types.VARCHAR,
                        Types.VARCHAR
                    });
        }
    }
}
