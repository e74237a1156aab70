package tonghop.spreadsheet.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be a syllable of Vietnamese, and what cannot: how guesses at an encoding are told right from wrong. */
public final class Syllable {

    /** Longer ones first, so that {@code nghi} begins with {@code ngh}; some of Ê Đê and Mnông names are among them. */
    private static final List<String> ONSETS = List.of(
            "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "kr", "gl", "br", "qu", "b", "c", "d", "đ",
            "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "");

    private static final Set<String> RIMES = Set.of("""
            a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
            e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
            o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
            ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc ui um un ung uôc uôi uôm
            uôn uông uôt up ut uê uêch uênh uêu uơ uơn uy uya uych uyn uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng
            ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu""".split("\\s+"));

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private Syllable() {}

    /** Whether {@code word} can be one, or a part of a name such as {@code Krông} or {@code Jút}. */
    public static boolean isOne(String word) {
        if (word.isEmpty() || word.length() > 14) {
            return false;
        }
        StringBuilder letters = new StringBuilder();
        int tones = 0;
        char tone = 0;
        char bearer = 0;
        for (char c : Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .toCharArray()) {
            if (TONES.indexOf(c) >= 0) {
                tone = c;
                // The tilde of ñ is none.
                tones += "aeiouy".indexOf(bearer) < 0 ? 2 : 1;
            } else {
                letters.append(c);
                bearer = Character.isLetter(c) ? c : bearer;
            }
        }
        String plain = Normalizer.normalize(letters, Normalizer.Form.NFC);
        return tones <= 1 && isSpelt(plain) && mayBear(plain, tone);
    }

    private static boolean isSpelt(String plain) {
        for (String onset : ONSETS) {
            if (plain.startsWith(onset) && RIMES.contains(plain.substring(onset.length()))) {
                return true;
            }
        }
        return plain.equals("gi");
    }

    /** After c, ch, k, p and t only the rising and the heavy tone are spoken. */
    private static boolean mayBear(String plain, char tone) {
        char last = plain.charAt(plain.length() - 1);
        boolean isStop = last == 'c' || last == 'p' || last == 't' || last == 'k' || plain.endsWith("ch");
        return !isStop || tone == '\u0301' || tone == '\u0323' || tone == 0;
    }
}
