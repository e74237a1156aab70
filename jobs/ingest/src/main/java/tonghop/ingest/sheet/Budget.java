package tonghop.ingest.sheet;

import tonghop.domain.FindingCode;

/** What the reading of one file may still take; every reader draws on it while it reads. */
final class Budget {

    private final long deadline;
    private int cells;
    private long characters;
    private int merges;

    Budget() {
        this(Limits.TIME.toNanos());
    }

    Budget(long nanoseconds) {
        this.deadline = System.nanoTime() + nanoseconds;
    }

    /** To be called every few thousand bytes or records. */
    void checkTime() throws UnreadableFileException {
        if (System.nanoTime() - deadline > 0) {
            throw new UnreadableFileException(FindingCode.TOO_SLOW, "", Limits.TIME.toSeconds() + " s");
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
    void addText(int length) throws UnreadableFileException {
        check(length, Limits.CELL_CHARACTERS, "ký tự");
        characters += length;
        check(characters, Limits.TEXT_CHARACTERS, "ký tự");
    }

    /** Another merged range. */
    void addMerge() throws UnreadableFileException {
        check(++merges, Limits.MERGES, "vùng gộp ô");
    }

    /** Refuses what is more than {@code limit}. */
    static void check(long seen, long limit, String what) throws UnreadableFileException {
        if (seen > limit) {
            throw new UnreadableFileException(FindingCode.TOO_LARGE, "> " + limit + " " + what, limit + " " + what);
        }
    }

    /** Refuses more than {@code limit} bytes. */
    static void checkBytes(long seen, long limit) throws UnreadableFileException {
        if (seen > limit) {
            throw new UnreadableFileException(FindingCode.TOO_LARGE, (seen >> 20) + " MB", (limit >> 20) + " MB");
        }
    }
}
