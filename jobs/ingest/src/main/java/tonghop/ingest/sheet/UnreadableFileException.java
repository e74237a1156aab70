package tonghop.ingest.sheet;

import tonghop.domain.FindingCode;

/** A whole file cannot be read; for a single bad cell there is a finding. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final String value;
    private final String expected;

    UnreadableFileException(FindingCode code, String value, String expected) {
        super(code.code() + (value.isEmpty() ? "" : ": " + value));
        this.code = code;
        this.value = value;
        this.expected = expected;
    }

    /** A file that is damaged. */
    static UnreadableFileException damaged(String where) {
        return new UnreadableFileException(FindingCode.UNREADABLE_FILE, where, "");
    }

    /** What to tell the sender. */
    public FindingCode code() {
        return code;
    }

    /** What was seen; empty if there is nothing to quote. */
    public String value() {
        return value;
    }

    /** What should have been there; empty if that cannot be said. */
    public String expected() {
        return expected;
    }
}
