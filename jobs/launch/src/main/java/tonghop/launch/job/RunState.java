package tonghop.launch.job;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Progress;
import tonghop.rollup.store.LockLostException;
import tonghop.rollup.store.RunLock;
import tonghop.rollup.store.SqlFile;

/**
 * The run that this process is at work on: the lock that it holds, and its work lists in the database. Nothing is
 * resumed: a run that died is done again from the start.
 */
public final class RunState {

    private static final String WORST = SqlFile.read(RunState.class, "worst_of_run.sql");

    private final JdbcClient database;
    private @Nullable RunLock lock;
    private Progress progress = Progress.none();

    RunState(JdbcTemplate template) {
        this.database = JdbcClient.create(template);
    }

    /** A file of an inbox, with our copy of it. */
    public record Taken(String name, Spool.Copy copy) {}

    void hold(RunLock held) {
        this.lock = held;
    }

    private RunLock lock() {
        return Objects.requireNonNull(lock, "the lock is taken before a job starts");
    }

    /** The fencing number of the run. */
    long number() {
        return lock().epoch();
    }

    /**
     * Makes sure that no other run has taken over; the answer holds until the end of the caller's transaction.
     *
     * @throws LockLostException if one has
     */
    void check() {
        lock().check(database);
    }

    /** Takes away what the runs before this one, those that died too, had on their lists. */
    void forgetEarlier() {
        database.sql("delete from run_file where run < ?").param(number()).update();
        database.sql("delete from run_report where run < ?").param(number()).update();
    }

    public RunFiles files() {
        return new RunFiles(database, number());
    }

    public RunReports reports() {
        return new RunReports(database, number());
    }

    /** The worst that happened to the run itself, of {@link ExitCode#SURROUNDINGS} and {@link ExitCode#DEFECT}. */
    public ExitCode worst() {
        return ExitCode.of(
                database.sql(WORST).param("run", number()).query(Integer.class).single());
    }

    Progress progress() {
        return progress;
    }

    void show(Progress shown) {
        this.progress = shown;
    }
}
