package tonghop.spreadsheet.text;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weighs all texts of a file to tell in which encoding they were written, where no font says so. Never one text alone:
 * {@code Công} is as good in Unicode as in TCVN3, where it reads {@code Cụng}.
 */
public final class LegacyText {

    /** Words with marks that are looked at; more would not change the answer. */
    private static final int ENOUGH = 3_000;

    /** Words that must speak for an encoding before text is changed. */
    private static final int FEWEST = 3;

    private final Tally asStored = new Tally();
    private final Map<LegacyEncoding, Tally> decoded = new EnumMap<>(LegacyEncoding.class);
    private final Tally repaired = new Tally();
    private int unicodeTexts;
    private int latinTexts;
    private int scrambledTexts;

    /** The fate of all texts that were weighed. */
    public sealed interface Verdict {
        /** The text in Unicode; null if it is so already. */
        @Nullable String convert(String text);
    }

    private record Decoding(LegacyEncoding encoding) implements Verdict {
        @Override
        public @Nullable String convert(String text) {
            return isLatin(text)
                    ? encoding.decode(text)
                            .filter(unicode -> !unicode.equals(text))
                            .orElse(null)
                    : null;
        }
    }

    private record Repair() implements Verdict {
        @Override
        public @Nullable String convert(String text) {
            return Mojibake.repair(text).orElse(null);
        }
    }

    public LegacyText() {
        decoded.put(LegacyEncoding.TCVN3, new Tally());
        decoded.put(LegacyEncoding.VNI, new Tally());
    }

    /** Whether one of the fonts has an encoding of its own. */
    public static boolean isAnyLegacy(Collection<String> fonts) {
        return fonts.stream().anyMatch(font -> LegacyEncoding.ofFont(font).isPresent());
    }

    /** Puts a text on the scales. */
    public void add(String text) {
        if (asStored.marked >= ENOUGH || isAscii(text)) {
            return;
        }
        if (hasLeadingByte(text) && Mojibake.isSuspect(text)) {
            // What has lost a character for good does not speak against the rest.
            scrambledTexts += text.indexOf('\ufffd') < 0 ? 1 : 0;
            Mojibake.repair(text).ifPresent(repaired::add);
        }
        if (!isLatin(text)) {
            unicodeTexts++;
            return;
        }
        latinTexts++;
        asStored.add(text);
        decoded.forEach((encoding, tally) -> encoding.decode(text).ifPresent(tally::add));
    }

    /** What to do with the texts; empty if they are Unicode, or if nobody can tell. */
    public Optional<Verdict> verdict() {
        boolean isScrambled = scrambledTexts > 0 && repaired.isVietnamese() && repaired.texts >= scrambledTexts;
        if (isScrambled) {
            return Optional.of(new Repair());
        }
        if (latinTexts <= unicodeTexts || asStored.valid * 10 > asStored.marked * 7) {
            return Optional.empty();
        }
        Tally tcvn3 = decoded.get(LegacyEncoding.TCVN3);
        Tally vni = decoded.get(LegacyEncoding.VNI);
        boolean isTcvn3 = tcvn3 != null && tcvn3.isVietnamese() && tcvn3.texts * 10 >= latinTexts * 9;
        boolean isVni = vni != null && vni.isVietnamese() && vni.texts * 10 >= latinTexts * 9;
        if (isTcvn3 == isVni) {
            return Optional.empty();
        }
        return Optional.of(new Decoding(isTcvn3 ? LegacyEncoding.TCVN3 : LegacyEncoding.VNI));
    }

    /** How many of the words with marks in {@code text} are Vietnamese, from 0 to 1; 1 if there are none. */
    public static double plausibility(String text) {
        Tally tally = new Tally();
        tally.add(text);
        return tally.marked == 0 ? 1 : (double) tally.valid / tally.marked;
    }

    /** Whether a letter is there with which scrambled Vietnamese begins; far quicker than to look for what follows. */
    private static boolean hasLeadingByte(String text) {
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c == 'á' || c == 'Ã' || c == 'Ă' || c == 'Ä' || c == 'Å' || c == 'Æ') {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether no letter is from beyond Latin-1: Vietnamese in Unicode can hardly do without. */
    private static boolean isLatin(String text) {
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c >= 0x100 && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK)) {
                return false;
            }
        }
        return true;
    }

    /** Counts the words with letters from beyond ASCII. */
    private static final class Tally {

        private int texts;
        private int marked;
        private int valid;

        void add(String text) {
            texts++;
            int start = -1;
            boolean isMarked = false;
            for (int index = 0; index <= text.length(); index++) {
                char c = index < text.length() ? text.charAt(index) : ' ';
                boolean isLetter = Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || (c > 0xa0 && c < 0x100);
                if (isLetter) {
                    start = start < 0 ? index : start;
                    isMarked |= c >= 0x80;
                } else if (start >= 0) {
                    if (isMarked) {
                        marked++;
                        valid += Syllable.isOne(text.substring(start, index)) ? 1 : 0;
                    }
                    start = -1;
                    isMarked = false;
                }
            }
        }

        boolean isVietnamese() {
            return valid >= FEWEST && valid * 10 >= marked * 8;
        }
    }
}
