package tonghop.spreadsheet.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** UTF-8 that some program took for Windows-1252 or -1258: {@code Tá»•ng sá»‘} for {@code Tổng số}. */
final class Mojibake {

    private static final List<Charset> TAKEN_FOR =
            List.of(Charset.forName("windows-1252"), Charset.forName("windows-1258"));

    /** How the first byte of a Vietnamese letter in UTF-8 then looks, with what can follow. */
    private static final Pattern SUSPECT = Pattern.compile("á[º»]|[ÃĂÄÅÆ][^a-zA-Z0-9\\s\\p{Punct}]");

    private Mojibake() {}

    static boolean isSuspect(String text) {
        return SUSPECT.matcher(text).find();
    }

    /** The text as it was written; empty if it is not such, or beyond repair. */
    static Optional<String> repair(String text) {
        if (!isSuspect(text)) {
            return Optional.empty();
        }
        for (Charset charset : TAKEN_FOR) {
            byte[] bytes = bytes(text, charset);
            if (bytes.length > 0) {
                try {
                    return Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
                } catch (CharacterCodingException e) {
                    // Not read as this charset, then.
                }
            }
        }
        return Optional.empty();
    }

    /** The bytes that {@code charset} reads as {@code text}; none if there are no such bytes. */
    private static byte[] bytes(String text, Charset charset) {
        byte[] bytes = new byte[text.length()];
        for (int index = 0; index < bytes.length; index++) {
            char c = text.charAt(index);
            // Five codes of Windows-1252 have no character; programs keep them as control characters.
            if (c >= 0x80 && c < 0xa0) {
                bytes[index] = (byte) c;
                continue;
            }
            try {
                ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(new char[] {c}));
                if (encoded.remaining() != 1) {
                    return new byte[0];
                }
                bytes[index] = encoded.get();
            } catch (CharacterCodingException e) {
                return new byte[0];
            }
        }
        return bytes;
    }
}
