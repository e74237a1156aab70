package tonghop.launch.job;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.SubmissionState;
import tonghop.launch.console.ExitCode;
import tonghop.rollup.store.SqlFile;

/**
 * The files of a run and what came of each. They are rows, so that it is all the same which thread or process reads the
 * next.
 *
 * @param run its fencing number
 */
public record RunFiles(JdbcClient database, long run) {

    private static final String ADD = SqlFile.read(RunFiles.class, "add_run_file.sql");
    private static final String CLAIM = SqlFile.read(RunFiles.class, "claim_run_file.sql");

    /**
     * A file of the run.
     *
     * @param position in the order in which they were taken in
     * @param state what became of it; empty until that is known
     * @param postponed why the next run has to read it again: what it said before goes on standing
     */
    public record Piece(
            int position, RunState.Taken file, Optional<SubmissionState> state, Optional<Finding> postponed) {}

    /**
     * Adds a file.
     *
     * @param isLast whether it is read after all others
     * @return its position
     */
    int add(RunState.Taken file, boolean isLast) {
        return add(file.name(), file.copy().sha256(), file.copy().path().toString(), null, isLast);
    }

    /** Adds what is not taken in. */
    void add(LeftOut entry) {
        add(entry.file(), null, null, entry.reason().name(), false);
    }

    private int add(
            String path, @Nullable String sha256, @Nullable String copy, @Nullable String leftOut, boolean isLast) {
        return database.sql(ADD)
                .param("run", run)
                .param("path", path)
                .param("sha256", sha256)
                .param("copy", copy)
                .param("left_out", leftOut)
                .param("is_last", isLast)
                .query(Integer.class)
                .single();
    }

    /** Takes the next file that has to be read; nobody else gets it. */
    Optional<Piece> claim(String by) {
        return database.sql(CLAIM)
                .param("run", run)
                .param("by", by)
                .query((row, number) -> piece(row))
                .optional();
    }

    /** Notes what became of a file that did not have to be read. */
    void settle(int position, SubmissionState state) {
        database.sql("update run_file set state = ? where run = ? and position = ?")
                .params(state.code(), run, position)
                .update();
    }

    /**
     * Notes what became of a file that was read.
     *
     * @param periods the codes of those that it speaks of
     */
    void settle(int position, SubmissionState state, Set<String> periods) {
        database.sql("update run_file set state = ?, periods = ? where run = ? and position = ?")
                .params(state.code(), periods.toArray(String[]::new), run, position)
                .update();
    }

    /**
     * Notes that the next run has to read a file again.
     *
     * @param code what that does to the run itself
     */
    void postpone(int position, Judged unread, ExitCode code) {
        Finding why = unread.findings().get(0);
        database.sql(
                        "update run_file set state = ?, seen = ?, allowed = ?, exit_code = ? where run = ? and position = ?")
                .params(
                        SubmissionState.REJECTED.code(),
                        why.fact(Fact.SEEN),
                        why.fact(Fact.LIMIT),
                        code.number(),
                        run,
                        position)
                .update();
    }

    /** Every file that was taken in, in that order. */
    public List<Piece> all() {
        return database.sql("select * from run_file where run = ? and left_out is null order by position")
                .param(run)
                .query((row, number) -> piece(row))
                .list();
    }

    /** What lies in the inboxes and was not taken in. */
    public List<LeftOut> leftOut() {
        return database.sql(
                        "select path, left_out from run_file where run = ? and left_out is not null order by position")
                .param(run)
                .query((row, number) ->
                        new LeftOut(row.getString("path"), LeftOut.Reason.valueOf(row.getString("left_out"))))
                .list();
    }

    /** How many still have to be read. */
    int unread() {
        return count("state is null and left_out is null");
    }

    /** How many were read in this run. */
    public int read() {
        return count("periods is not null");
    }

    private int count(String which) {
        return database.sql("select count(*) from run_file where run = ? and " + which)
                .param(run)
                .query(Integer.class)
                .single();
    }

    /** The codes of the periods for which something was stored in this run. */
    Set<String> changedPeriods() {
        return new HashSet<>(database.sql("select distinct unnest(periods) from run_file where run = ?")
                .param(run)
                .query(String.class)
                .list());
    }

    private static Piece piece(ResultSet row) throws SQLException {
        String path = row.getString("path");
        Path copy = Path.of(row.getString("copy"));
        Optional<String> seen = Optional.ofNullable(row.getString("seen"));
        String allowed = row.getString("allowed");
        return new Piece(
                row.getInt("position"),
                new RunState.Taken(path, new Spool.Copy(row.getString("sha256"), copy)),
                Optional.ofNullable(row.getString("state")).map(SubmissionState::of),
                seen.map(what -> Finding.of(
                        FindingCode.READ_AGAIN, Place.inFile(path), Fact.SEEN.is(what), Fact.LIMIT.is(allowed))));
    }
}
