package tonghop.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the bytes of XML become characters; bytes that are none are an error. */
final class XmlEncoding {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9_.-]+)[\"']");
    private static final int HEAD = 128;

    private XmlEncoding() {}

    static Reader reader(InputStream in) throws IOException, UnreadableFileException {
        PushbackInputStream bytes = new PushbackInputStream(in, HEAD);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.unread(head);
        return new InputStreamReader(
                bytes,
                charset(head)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(byte[] head) throws UnreadableFileException {
        int first = head.length > 1 ? (head[0] & 0xff) << 8 | (head[1] & 0xff) : 0;
        return switch (first) {
            case 0xfeff, 0xfffe -> StandardCharsets.UTF_16;
            case 0x3c00 -> StandardCharsets.UTF_16LE;
            case 0x003c -> StandardCharsets.UTF_16BE;
            default -> declared(new String(head, StandardCharsets.ISO_8859_1));
        };
    }

    private static Charset declared(String head) throws UnreadableFileException {
        Matcher encoding = DECLARED.matcher(head);
        if (!encoding.find()) {
            return StandardCharsets.UTF_8;
        }
        return switch (encoding.group(1).toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            case "us-ascii", "ascii" -> StandardCharsets.US_ASCII;
            case "iso-8859-1" -> StandardCharsets.ISO_8859_1;
            case "windows-1252" -> Charset.forName("windows-1252");
            default -> throw UnreadableFileException.damaged(encoding.group(1));
        };
    }
}
