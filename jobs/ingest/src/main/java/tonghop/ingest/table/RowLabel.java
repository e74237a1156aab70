package tonghop.ingest.table;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * A row's label without what stands around its words: bullets, ordinals, marks of footnotes, a colon behind.
 *
 * @param text the words as they are written
 * @param key the same in lower case, to compare
 * @param isBulleted whether a dash, plus or asterisk stands before it, and no ordinal
 */
record RowLabel(String text, String key, boolean isBulleted) {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z]{1,6}>");

    private static final Pattern BULLET = Pattern.compile("^[-+•*–—]+\\s*(?=[\\p{L}(])");

    /**
     * An ordinal that somebody typed before the label. 'X.' is no ten but short for 'xã', and a letter is followed by a
     * blank: 'C.kỳ' is 'cùng kỳ'.
     */
    private static final Pattern ORDINAL = Pattern.compile("^\\(?(?:(?:I{1,3}|IV|VI{0,3}|IX|X[IV]{1,4})\\)?\\s*[.):/-]"
            + "|\\d{1,3}(?:\\.\\d{1,3})*\\)?\\s*[.):/-]|[A-Ga-gđĐ](?:\\.\\s|\\)|\\s?[-–]\\s)"
            + "|\\d{1,3}(?:\\.\\d{1,3})+\\s|(?:I{1,3}|IV|VI{0,3}|IX)\\s(?=\\p{Lu}\\p{Ll}))\\s*(?=[\\p{L}(-])");

    private static final Pattern FOOTNOTE = Pattern.compile("\\s*(?:\\(\\*+\\)|\\*+|[¹²³⁴⁵⁶⁷⁸⁹]+|\\(\\d{1,2}\\))$");

    private static final Pattern AFTER = Pattern.compile("\\s*[:.;,]+$");

    /** Three things stand before a label at most: '1. - a) Lúa'. */
    private static final int MOST_BEFORE = 3;

    static RowLabel of(String written) {
        String text = VietnameseText.tidy(TAG.matcher(written).replaceAll(""));
        boolean hasOrdinal = false;
        boolean hasBullet = false;
        for (int turn = 0; turn < MOST_BEFORE; turn++) {
            Matcher bullet = BULLET.matcher(text);
            Matcher ordinal = ORDINAL.matcher(text);
            if (bullet.find()) {
                hasBullet = true;
                text = text.substring(bullet.end());
            } else if (ordinal.find()) {
                hasOrdinal = true;
                text = text.substring(ordinal.end());
            }
        }
        String bare = text;
        String before;
        do {
            before = bare;
            bare = AFTER.matcher(FOOTNOTE.matcher(bare).replaceFirst("")).replaceFirst("");
        } while (!bare.equals(before));
        String left = bare.isEmpty() ? text : bare;
        return new RowLabel(left, left.toLowerCase(Locale.ROOT), hasBullet && !hasOrdinal);
    }
}
