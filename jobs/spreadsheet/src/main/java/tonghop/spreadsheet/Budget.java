package tonghop.spreadsheet;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.FindingCode;

/**
 * What the reading of one file may still take; every reader draws on it while it reads, on the thread that made it.
 *
 * <p>Processor time is the file's own: beyond its limit the file is given up. Time that passes while the machine does
 * something else is not, and says nothing about the file.
 */
public final class Budget {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long processorEnd;
    private final long end;
    private int cells;
    private long characters;
    private int merges;

    /** What a file may take by default. */
    public Budget() {
        this(Limits.PROCESSOR_TIME, Limits.PATIENCE);
    }

    Budget(Duration processorTime, Duration patience) {
        this.processorEnd = THREADS.getCurrentThreadCpuTime() + processorTime.toNanos();
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** To be called every few thousand bytes or records. */
    public void checkTime() throws UnreadableFileException {
        if (THREADS.getCurrentThreadCpuTime() > processorEnd) {
            throw new UnreadableFileException(
                    FindingCode.TOO_SLOW, Fact.LIMIT.is(Limits.PROCESSOR_TIME.toSeconds() + " s"));
        }
        if (System.nanoTime() - end > 0) {
            String limit = Limits.PATIENCE.toSeconds() + " s";
            throw new UnreadableFileException(FindingCode.READ_AGAIN, Fact.SEEN.is("> " + limit), Fact.LIMIT.is(limit));
        }
    }

    /** Another cell with content. */
    void addCell() throws UnreadableFileException {
        check(++cells, Limits.CELLS, "ô");
        if ((cells & 0xfff) == 0) {
            checkTime();
        }
    }

    /** Another text that is kept. */
    public void addText(int length) throws UnreadableFileException {
        check(length, Limits.CELL_CHARACTERS, "ký tự");
        characters += length;
        check(characters, Limits.TEXT_CHARACTERS, "ký tự");
    }

    /** Another merged range. */
    void addMerge() throws UnreadableFileException {
        check(++merges, Limits.MERGES, "vùng gộp ô");
    }

    /** Refuses what is more than {@code limit}. */
    public static void check(long seen, long limit, String what) throws UnreadableFileException {
        if (seen > limit) {
            throw new UnreadableFileException(
                    FindingCode.TOO_LARGE, Fact.SEEN.is("> " + limit + " " + what), Fact.LIMIT.is(limit + " " + what));
        }
    }

    /** Refuses more than {@code limit} bytes. */
    public static void checkBytes(long seen, long limit) throws UnreadableFileException {
        if (seen > limit) {
            throw new UnreadableFileException(
                    FindingCode.TOO_LARGE, Fact.SEEN.is((seen >> 20) + " MB"), Fact.LIMIT.is((limit >> 20) + " MB"));
        }
    }
}
