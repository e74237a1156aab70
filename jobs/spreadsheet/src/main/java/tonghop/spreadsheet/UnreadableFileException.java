package tonghop.spreadsheet;

import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;

/** A whole file cannot be read; for a single bad cell there is a finding. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final transient Fact.Said[] facts;

    /** What is wrong, with the facts that its text names. */
    public UnreadableFileException(FindingCode code, Fact.Said... facts) {
        super(code.code() + (facts.length == 0 ? "" : ": " + facts[0].text()));
        this.code = code;
        this.facts = facts;
    }

    /** A file that is damaged. */
    static UnreadableFileException damaged(String where) {
        return new UnreadableFileException(FindingCode.UNREADABLE_FILE, Fact.PART.is(where));
    }

    /** What is wrong. */
    public FindingCode code() {
        return code;
    }

    /** What to tell the sender of the file at {@code place}. */
    public Finding at(Place place) {
        return Finding.of(code, place, facts);
    }
}
