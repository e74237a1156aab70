package tonghop.launch.job;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Progress;
import tonghop.launch.console.Trouble;
import tonghop.report.ReportFolder;
import tonghop.rollup.record.Seals.Seal;
import tonghop.rollup.store.RunLock;

/**
 * What the steps of one run hand on to each other. It lives as long as the run: nothing is resumed, a run that died is
 * done again from the start.
 */
public final class RunState {

    private @Nullable RunLock lock;
    private final List<Taken> files = new ArrayList<>();
    private final Deque<Taken> unread = new ArrayDeque<>();
    private final Map<String, SubmissionState> states = new HashMap<>();
    private final Set<String> changedPeriods = new HashSet<>();
    private final Deque<Due> due = new ArrayDeque<>();
    private final List<String> reports = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, Finding> postponed = new HashMap<>();
    private final List<Failed> failed = new ArrayList<>();
    private ExitCode worst = ExitCode.DONE;
    private int read;
    private Progress progress = Progress.none();

    /** A file of an inbox, with our copy of it. */
    public record Taken(String name, Spool.Copy copy) {}

    /** A report that has to be written. */
    record Due(Unit unit, Period period, ReportFolder folder) {

        /** Its folder, relative to the output folder. */
        String report() {
            return unit.code() + "/" + period.code();
        }
    }

    /**
     * Reports of a closed period that are not there as they were closed.
     *
     * @param reports their folders, relative to the output folder
     */
    record Broken(Seal seal, List<String> reports) {}

    /**
     * A report that was not written, for no fault of its data.
     *
     * @param report its folder, relative to the output folder
     */
    public record Failed(String report, Trouble trouble) {}

    RunLock lock() {
        return Objects.requireNonNull(lock, "the lock is taken before a job starts");
    }

    void hold(RunLock held) {
        this.lock = held;
    }

    /** Every file of the inboxes, in the order of names. */
    public List<Taken> files() {
        return files;
    }

    /** Those that have to be read in this run. */
    Deque<Taken> unread() {
        return unread;
    }

    /** What became of each file, by name. */
    public Map<String, SubmissionState> states() {
        return states;
    }

    /** The codes of the periods for which something was stored in this run. */
    Set<String> changedPeriods() {
        return changedPeriods;
    }

    /** Those that are still to be written. */
    Deque<Due> due() {
        return due;
    }

    /** The folders of all reports that there are, relative to the output folder. */
    public List<String> reports() {
        return reports;
    }

    /** Those that were written in this run. */
    public List<String> written() {
        return written;
    }

    /** Files that somebody had edited, under the names by which they were kept. */
    public List<Path> kept() {
        return kept;
    }

    /** What is not there as it was closed; after the writing, what could not be written again as it was. */
    List<Broken> broken() {
        return broken;
    }

    /** What lies in the inboxes and was not taken in. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Why the next run has to read a file again; empty if this one did not try in vain. */
    public Optional<Finding> postponed(Taken file) {
        return Optional.ofNullable(postponed.get(file.name()));
    }

    /** Takes note that the next run has to read a file again: what it said before goes on standing. */
    void postpone(Judged unread) {
        postponed.put(unread.taken().name(), unread.findings().get(0));
        states.put(unread.taken().name(), SubmissionState.REJECTED);
    }

    /** The reports that could not be written; the next run tries again. */
    public List<Failed> failed() {
        return failed;
    }

    /** Takes note that {@code report} could not be written. */
    public void fail(String report, Trouble trouble) {
        failed.add(new Failed(report, trouble));
        endAtLeast(trouble.code());
    }

    /** The worst that happened to the run itself, of {@link ExitCode#SURROUNDINGS} and {@link ExitCode#DEFECT}. */
    public ExitCode worst() {
        return worst;
    }

    public void endAtLeast(ExitCode code) {
        worst = code.number() > worst.number() ? code : worst;
    }

    Progress progress() {
        return progress;
    }

    void show(Progress shown) {
        this.progress = shown;
    }

    public int read() {
        return read;
    }

    void countRead() {
        read++;
    }
}
