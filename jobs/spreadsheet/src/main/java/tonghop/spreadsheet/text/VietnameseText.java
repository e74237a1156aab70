package tonghop.spreadsheet.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One form of Vietnamese text for comparing, whatever keyboard it was written with. */
public final class VietnameseText {

    /** Grave, acute, tilde, hook above, dot below: the five tones, which old and new spelling put on other letters. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private VietnameseText() {}

    /** Whether nothing of it is visible. */
    public static boolean isBlank(String text) {
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c > ' ' && c < 0x7f) {
                return false;
            }
        }
        return tidy(text).isEmpty();
    }

    /** Composed (NFC), with single blanks, without invisible characters; letters otherwise as they were. */
    public static String tidy(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(SPACES.matcher(visible).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** Most cells of a sheet are short and in ASCII: for these the rest would only take time. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            boolean isSpace = letter <= ' ';
            if (letter > '~' || (isSpace && (letter != ' ' || (index > 0 && text.charAt(index - 1) == ' ')))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A key that is the same for texts that read the same: case, composed or not, 'hòa' or 'hoà', Đ in its three
     * disguises (U+0110, U+00D0, U+0189), straight or curly apostrophe.
     */
    public static String key(String text) {
        String lower = tidy(text)
                .replace('\u00d0', 'Đ')
                .replace('\u0189', 'Đ')
                .replace('\u00f0', 'đ')
                .replace('\u0256', 'đ')
                .replace('\u2019', '\'')
                .replace('\u2010', '-')
                .replace('\u2011', '-')
                .replace('\u2013', '-')
                .toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder();
        for (String word : lower.split(" ", -1)) {
            if (!key.isEmpty()) {
                key.append(' ');
            }
            key.append(withToneLast(word));
        }
        return key.toString();
    }

    /** A key without any mark: what is left of a name on a keyboard without Vietnamese. */
    public static String skeleton(String text) {
        return MARKS.matcher(Normalizer.normalize(key(text), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }

    private static String withToneLast(String word) {
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        for (char letter : Normalizer.normalize(word, Normalizer.Form.NFD).toCharArray()) {
            (TONES.indexOf(letter) < 0 ? letters : tones).append(letter);
        }
        return letters.append(tones).toString();
    }
}
