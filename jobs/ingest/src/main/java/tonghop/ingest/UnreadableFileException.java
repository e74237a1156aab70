package tonghop.ingest;

import tonghop.domain.FindingCode;

/** A whole file cannot be read; for a single bad cell there is a finding. */
final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final String value;
    private final String expected;

    UnreadableFileException(FindingCode code, String value, String expected) {
        super(code.code());
        this.code = code;
        this.value = value;
        this.expected = expected;
    }

    FindingCode code() {
        return code;
    }

    String value() {
        return value;
    }

    String expected() {
        return expected;
    }
}
