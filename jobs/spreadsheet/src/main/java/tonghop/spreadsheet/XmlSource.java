package tonghop.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** The characters of XML, one after the other, with what they stand for. */
final class XmlSource implements Closeable {

    private final Reader in;
    private final Budget budget;
    private final char[] buffer = new char[8192];
    private int position;
    private int filled;

    XmlSource(InputStream in, Budget budget) throws IOException, UnreadableFileException {
        this.in = XmlEncoding.reader(in);
        this.budget = budget;
    }

    /** The next character; -1 at the end. */
    int read() throws IOException, UnreadableFileException {
        if (position == filled) {
            budget.checkTime();
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
            position = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[position++];
    }

    /** The next character that is no blank; {@code c} itself if it is none. */
    int afterBlanks(int c) throws IOException, UnreadableFileException {
        int next = c;
        while (isBlank(next)) {
            next = read();
        }
        return next;
    }

    /** Takes back the character read last. */
    void back() {
        position--;
    }

    /** A line ends with a line feed, however it was written. */
    int lineEnd() throws IOException, UnreadableFileException {
        int after = read();
        if (after >= 0 && after != '\n') {
            back();
        }
        return '\n';
    }

    /** The code point that a reference stands for, its ampersand read already. */
    int entity() throws IOException, UnreadableFileException {
        StringBuilder entity = new StringBuilder();
        for (int c = read(); c != ';'; c = read()) {
            if (c < 0 || entity.length() > 10) {
                throw damaged();
            }
            entity.append((char) c);
        }
        return switch (entity.toString()) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numbered(entity.toString());
        };
    }

    private static int numbered(String entity) throws UnreadableFileException {
        boolean isHexadecimal = entity.startsWith("#x");
        if (!entity.startsWith("#")) {
            throw damaged();
        }
        try {
            int c = Integer.parseInt(entity.substring(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
            if (Character.isValidCodePoint(c)) {
                return c;
            }
        } catch (NumberFormatException e) {
            // Not a number: told below.
        }
        throw damaged();
    }

    /** Passes everything up to {@code ending}. */
    void skipTo(String ending) throws IOException, UnreadableFileException {
        int matched = 0;
        while (matched < ending.length()) {
            int c = read();
            if (c < 0) {
                throw damaged();
            }
            // Of '--->' the first hyphen may be passed, the last two not.
            boolean isHeld = matched == ending.length() - 1 && c == ending.charAt(0) && ending.length() == 3;
            matched = c == ending.charAt(matched) ? matched + 1 : isHeld ? matched : c == ending.charAt(0) ? 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    static UnreadableFileException damaged() {
        return UnreadableFileException.damaged("XML");
    }
}
