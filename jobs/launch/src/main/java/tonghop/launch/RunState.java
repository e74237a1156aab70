package tonghop.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Period;
import tonghop.domain.Unit;
import tonghop.report.ReportFolder;
import tonghop.rollup.FileState;
import tonghop.rollup.RunLock;
import tonghop.rollup.Seals.Seal;

/**
 * What the steps of one run hand on to each other. It lives as long as the run: nothing is resumed, a run that died is
 * done again from the start.
 */
final class RunState {

    private @Nullable RunLock lock;
    private final List<Taken> files = new ArrayList<>();
    private final Deque<Taken> unread = new ArrayDeque<>();
    private final Map<String, FileState> states = new HashMap<>();
    private final Set<String> changedPeriods = new HashSet<>();
    private final List<Due> due = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();
    private int read;
    private Progress progress = Progress.none();

    /** A file of an inbox, with our copy of it. */
    record Taken(String name, Spool.Copy copy) {}

    /** A report that has to be written. */
    record Due(Unit unit, Period period, ReportFolder folder) {}

    /**
     * Reports of a closed period that are not there as they were closed.
     *
     * @param reports their folders, relative to the output folder
     */
    record Broken(Seal seal, List<String> reports) {}

    RunLock lock() {
        return Objects.requireNonNull(lock, "the lock is taken before a job starts");
    }

    void hold(RunLock held) {
        this.lock = held;
    }

    /** Every file of the inboxes, in the order of names. */
    List<Taken> files() {
        return files;
    }

    /** Those that have to be read in this run. */
    Deque<Taken> unread() {
        return unread;
    }

    /** What became of each file, by name. */
    Map<String, FileState> states() {
        return states;
    }

    /** The codes of the periods for which something was stored in this run. */
    Set<String> changedPeriods() {
        return changedPeriods;
    }

    List<Due> due() {
        return due;
    }

    /** The folders of all reports that there are, relative to the output folder. */
    List<String> reports() {
        return reports;
    }

    /** Those that were written in this run. */
    List<String> written() {
        return written;
    }

    /** Files that somebody had edited, under the names by which they were kept. */
    List<Path> kept() {
        return kept;
    }

    /** What is not there as it was closed; after the writing, what could not be written again as it was. */
    List<Broken> broken() {
        return broken;
    }

    Progress progress() {
        return progress;
    }

    void show(Progress shown) {
        this.progress = shown;
    }

    int read() {
        return read;
    }

    void countRead() {
        read++;
    }
}
