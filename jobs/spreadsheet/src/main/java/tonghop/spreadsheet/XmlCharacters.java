package tonghop.spreadsheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The characters of XML as a parser asks for them: refused when the time is up, or when one piece of it (a tag, a
 * comment, a text) is longer than any that is read, for a parser keeps a whole piece in memory.
 */
final class XmlCharacters extends FilterReader {

    private final Budget budget;
    private int ofPiece;

    /** Carries the reason through the parser. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        private final UnreadableFileException reason;

        RefusedException(UnreadableFileException reason) {
            super(reason);
            this.reason = reason;
        }

        UnreadableFileException reason() {
            return reason;
        }
    }

    XmlCharacters(Reader in, Budget budget) {
        super(in);
        this.budget = budget;
    }

    /** What is read from here on belongs to another piece. */
    void beginPiece() {
        ofPiece = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        ofPiece += Math.max(0, count);
        try {
            budget.checkTime();
            Budget.check(ofPiece, Limits.XML_PIECE, "ký tự");
        } catch (UnreadableFileException e) {
            throw new RefusedException(e);
        }
        return count;
    }
}
