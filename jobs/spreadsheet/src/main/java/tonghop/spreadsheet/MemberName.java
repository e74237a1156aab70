package tonghop.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names in a zip, made harmless. */
final class MemberName {

    /** Control and direction characters, and what Windows does not allow in names. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cntrl}\\p{Cf}<>:\"|?*]");

    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]+");
    private static final Charset OLD = Charset.forName("IBM437");

    private MemberName() {}

    /** The name as a path that stays inside, composed (NFC) and not too long; empty for what an inbox ignores. */
    static Optional<String> of(String stored) {
        List<String> segments = new ArrayList<>();
        for (String raw : SEPARATORS.split(readable(stored), -1)) {
            String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
            String segment = HARMFUL.matcher(composed).replaceAll("").strip();
            boolean isDrive = segments.isEmpty() && raw.length() == 2 && raw.charAt(1) == ':';
            if (!segment.isEmpty() && !segment.matches("\\.+") && !isDrive) {
                segments.add(shortened(segment));
            }
        }
        boolean isIgnored = segments.isEmpty()
                || segments.stream().anyMatch(segment -> segment.startsWith(".") || segment.equals("__MACOSX"))
                || isIgnored(segments.get(segments.size() - 1).toLowerCase(Locale.ROOT));
        return isIgnored ? Optional.empty() : Optional.of(String.join("/", segments));
    }

    private static boolean isIgnored(String name) {
        return name.startsWith("readme") || name.startsWith("~$") || name.endsWith(".md") || name.endsWith(".txt");
    }

    private static String shortened(String segment) {
        if (segment.length() <= Limits.NAME_CHARACTERS) {
            return segment;
        }
        int dot = segment.lastIndexOf('.');
        String ending = dot > 0 && segment.length() - dot <= 6 ? segment.substring(dot) : "";
        return segment.substring(0, Limits.NAME_CHARACTERS - ending.length()).strip() + ending;
    }

    /** UTF-8 without the flag that says so was read as code page 437. */
    private static String readable(String stored) {
        try {
            ByteBuffer bytes = OLD.newEncoder().encode(CharBuffer.wrap(stored));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return stored;
        }
    }
}
