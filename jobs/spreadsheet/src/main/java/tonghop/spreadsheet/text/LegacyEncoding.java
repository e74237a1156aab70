package tonghop.spreadsheet.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The encodings of Vietnamese from before Unicode that are still sent in. Their fonts draw Vietnamese letters where
 * Western ones belong, so a program that does not know them sees {@code Tæng sè} or {@code Toång soá}.
 */
public enum LegacyEncoding {
    /** TCVN 5712:1993 VN3, 'ABC', with fonts such as .VnTime: one byte a letter; ư is the soft hyphen. */
    TCVN3,
    /** The same in the fonts whose names end in H (.VnTimeH): they draw small letters as capitals. */
    TCVN3_CAPITALS,
    /** VNI-Windows, with fonts such as VNI-Times: a vowel, then its mark as a letter of its own. */
    VNI;

    private static final String TCVN3_CODES =
            "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
    private static final String TCVN3_LETTERS =
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

    private static final String VNI_ALONE = "ôÔöÖæÆóÓòÒîÎñÑíÍìÌ";
    private static final String VNI_LETTERS = "ơƠưƯỉỈĩĨịỊỵỴđĐíÍìÌ";

    /** Marks of VNI: after which vowels, and what they add. */
    private static final String[][] VNI_MARKS = {
        {"ù", "aeouyơư", "\u0301"},
        {"ø", "aeouyơư", "\u0300"},
        {"û", "aeouyơư", "\u0309"},
        {"õ", "aeouyơư", "\u0303"},
        {"ï", "aeouơư", "\u0323"},
        {"â", "aeo", "\u0302"},
        {"á", "aeo", "\u0302\u0301"},
        {"à", "aeo", "\u0302\u0300"},
        {"å", "aeo", "\u0302\u0309"},
        {"ã", "aeo", "\u0302\u0303"},
        {"ä", "aeo", "\u0302\u0323"},
        {"ê", "a", "\u0306"},
        {"é", "a", "\u0306\u0301"},
        {"è", "a", "\u0306\u0300"},
        {"ú", "a", "\u0306\u0309"},
        {"ü", "a", "\u0306\u0303"},
        {"ë", "a", "\u0306\u0323"},
    };

    private static final char[] TCVN3_TABLE = table(TCVN3_CODES, TCVN3_LETTERS);
    private static final char[] VNI_TABLE = table(VNI_ALONE, VNI_LETTERS);
    private static final Map<String, Character> VNI_PAIRS = vniPairs();

    private static char[] table(String codes, String letters) {
        char[] table = new char[0x100];
        for (int index = 0; index < codes.length(); index++) {
            table[codes.charAt(index)] = letters.charAt(index);
        }
        return table;
    }

    private static Map<String, Character> vniPairs() {
        Map<String, Character> pairs = new HashMap<>();
        for (String[] mark : VNI_MARKS) {
            for (char vowel : (mark[1] + mark[1].toUpperCase(Locale.ROOT)).toCharArray()) {
                char letter = Normalizer.normalize(vowel + mark[2], Normalizer.Form.NFC)
                        .charAt(0);
                pairs.put(vowel + mark[0], letter);
                pairs.put(vowel + mark[0].toUpperCase(Locale.ROOT), letter);
            }
        }
        return Map.copyOf(pairs);
    }

    /** The encoding that the fonts of this name have; empty for a Unicode font. */
    public static Optional<LegacyEncoding> ofFont(@Nullable String font) {
        String name = font == null ? "" : font.strip();
        if (name.regionMatches(true, 0, ".Vn", 0, 3)) {
            return Optional.of(name.endsWith("H") ? TCVN3_CAPITALS : TCVN3);
        }
        boolean isVni = name.regionMatches(true, 0, "VNI-", 0, 4) || name.regionMatches(true, 0, "VNI ", 0, 4);
        return isVni ? Optional.of(VNI) : Optional.empty();
    }

    /**
     * The text in Unicode; empty if a character in it stands for none in this encoding. Punctuation from beyond
     * Latin-1, which programs put in by themselves, is left as it is.
     */
    public Optional<String> decode(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            char letter = c < 0x80 ? c : this == VNI ? vni(c) : tcvn3(c);
            if (letter == 0) {
                return Optional.empty();
            }
            Character pair = this == VNI && index + 1 < text.length()
                    ? VNI_PAIRS.get("" + letter + text.charAt(index + 1))
                    : null;
            if (pair != null) {
                index++;
            }
            decoded.append(pair == null ? letter : pair.charValue());
        }
        String unicode = decoded.toString();
        return Optional.of(this == TCVN3_CAPITALS ? unicode.toUpperCase(Locale.ROOT) : unicode);
    }

    private static char tcvn3(char c) {
        return c < 0x100 && TCVN3_TABLE[c] != 0 ? TCVN3_TABLE[c] : punctuation(c);
    }

    private static char vni(char c) {
        return c < 0x100 && VNI_TABLE[c] != 0 ? VNI_TABLE[c] : punctuation(c);
    }

    /** The character itself if it is no letter; 0 for a letter that the encoding does not have here. */
    private static char punctuation(char c) {
        boolean isLetter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
        return isLetter ? 0 : c;
    }
}
