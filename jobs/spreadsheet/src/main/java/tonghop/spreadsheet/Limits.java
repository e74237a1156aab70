package tonghop.spreadsheet;

import java.time.Duration;

/**
 * How much of a file is read, so that none can stop a run or take its memory. Together they keep the reading of any
 * file within a heap of 512 MB; each is far beyond what a reporting form needs.
 */
final class Limits {

    /** Of a file as it arrives. */
    static final long FILE_BYTES = 50L << 20;

    /** Of all parts of a zip together, unpacked. A million rows of formatted empty cells are about half of it. */
    static final long UNPACKED_BYTES = 400L << 20;

    /** Unpacked to packed bytes of one part, once it is larger than {@link #RATIO_FREE_BYTES}. */
    static final long INFLATE_RATIO = 500;

    static final long RATIO_FREE_BYTES = 8L << 20;

    /** Parts of a zip. */
    static final int ZIP_ENTRIES = 5_000;

    static final int SHEETS = 200;

    /** Of a sheet, those with content. */
    static final int ROWS = 20_000;

    /** Of a sheet in any format that we read. */
    static final int COLUMNS = 16_384;

    /** The last row that any of the formats knows; an address beyond it is damage. */
    static final int ROW_ADDRESSES = 1 << 20;

    /** Cells with content of a whole file. A cell takes about 200 bytes. */
    static final int CELLS = 500_000;

    /** Characters of all cells and shared strings of a file together. */
    static final long TEXT_CHARACTERS = 20_000_000;

    /** Characters of one cell; a workbook itself allows 32,767. */
    static final int CELL_CHARACTERS = 100_000;

    static final int SHARED_STRINGS = 500_000;

    static final int STYLES = 70_000;

    static final int MERGES = 50_000;

    /** Elements within each other. */
    static final int XML_DEPTH = 128;

    static final int XML_ATTRIBUTES = 200;

    /** Characters of one tag, comment or text as they are written. */
    static final int XML_PIECE = 1_000_000;

    /** Processor time beyond which a file is given up: nothing that people fill in takes a hundredth of it. */
    static final Duration PROCESSOR_TIME = Duration.ofSeconds(30);

    /** How long a machine that is busy otherwise may take over it, before the file has to wait for the next run. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Cells, empty ones included, up to which a workbook is also loaded by POI to compute its formulas. */
    static final int COMPUTED_CELLS = 200_000;

    /** Unpacked bytes up to which POI loads a workbook. */
    static final long COMPUTED_BYTES = 40L << 20;

    /** Lines that one quoted field of a .csv may span; an unclosed quote otherwise takes quadratic time. */
    static final int CSV_FIELD_LINES = 50;

    /** Files in one zip that was sent, those of a zip inside it included. */
    static final int ARCHIVE_MEMBERS = 2_000;

    /** Unpacked bytes of a zip that was sent. */
    static final long ARCHIVE_BYTES = 500L << 20;

    /** Characters of a member's name that are kept. */
    static final int NAME_CHARACTERS = 120;

    private Limits() {}
}
