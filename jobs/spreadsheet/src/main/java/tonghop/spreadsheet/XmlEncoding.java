package tonghop.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the bytes of XML become characters; bytes that are none are an error. A byte order mark stays the first
 * character. Parsers of XML do the same, but for UTF-16 that does not say so.
 */
final class XmlEncoding {

    private static final Pattern DECLARED =
            Pattern.compile("^(?:\\u00ef\\u00bb\\u00bf)?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int HEAD = 200;

    private XmlEncoding() {}

    static Reader reader(InputStream in) throws IOException, UnreadableFileException {
        PushbackInputStream bytes = new PushbackInputStream(in, HEAD);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.unread(head);
        return new InputStreamReader(bytes, decoder(of(head)));
    }

    static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The encoding of XML that begins with {@code bytes}. */
    static Charset of(byte[] bytes) throws UnreadableFileException {
        int first = bytes.length > 1 ? (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff) : 0;
        return switch (first) {
            case 0xfeff, 0x003c -> StandardCharsets.UTF_16BE;
            case 0xfffe, 0x3c00 -> StandardCharsets.UTF_16LE;
            default -> declared(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
        };
    }

    private static Charset declared(String head) throws UnreadableFileException {
        Matcher encoding = DECLARED.matcher(head);
        try {
            return encoding.find() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw UnreadableFileException.damaged(encoding.group(1));
        }
    }
}
