package tonghop.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import tonghop.domain.finding.FindingCode;
import tonghop.spreadsheet.text.LegacyText;

/**
 * The characters of a text file: UTF-8 or UTF-16 where it is that without a fault, else Windows-1258 where that makes
 * Vietnamese of it, else Windows-1252, as which TCVN3 and VNI pass until all texts have been weighed.
 */
final class CsvText {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset VIETNAMESE = Charset.forName("windows-1258");

    /** Share of words with marks that must be Vietnamese. */
    private static final double PLAUSIBLE = 0.8;

    private CsvText() {}

    static String read(Path file) throws IOException, UnreadableFileException {
        byte[] bytes = Files.readAllBytes(file);
        int first = bytes.length > 1 ? (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff) : 0;
        if (first == 0xfeff || first == 0xfffe) {
            return decode(bytes, StandardCharsets.UTF_16);
        }
        try {
            String text = decode(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return legacy(bytes);
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String legacy(byte[] bytes) throws UnreadableFileException {
        String vietnamese = Normalizer.normalize(new String(bytes, VIETNAMESE), Normalizer.Form.NFC);
        String western = new String(bytes, WESTERN);
        if (LegacyText.plausibility(vietnamese) >= PLAUSIBLE) {
            return vietnamese;
        }
        LegacyText scales = new LegacyText();
        western.lines().forEach(scales::add);
        if (scales.verdict().isPresent()) {
            return western;
        }
        throw new UnreadableFileException(FindingCode.UNKNOWN_ENCODING);
    }
}
