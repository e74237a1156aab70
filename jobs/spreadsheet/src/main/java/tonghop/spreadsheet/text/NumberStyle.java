package tonghop.spreadsheet.text;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * How the numbers that were typed as text in one sheet are written: inferred from all of them, never from one cell.
 *
 * <p>'1.234' is 1234 in Vietnamese and 1.234 in English; a neighbour such as '98,55' or '1,234.5' tells which.
 */
public enum NumberStyle {
    /** A point groups thousands, a comma begins the decimals. */
    VIETNAMESE,
    /** A comma groups thousands, a point begins the decimals. */
    ENGLISH,
    /** Nothing tells, or both are used. */
    UNKNOWN;

    /** Two groups of thousands, thousands with decimals, or decimals that are no group. */
    private static final Pattern SURELY_VIETNAMESE =
            Pattern.compile("-?(?:\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d+,(?:\\d{1,2}|\\d{4,}))");

    private static final Pattern SURELY_ENGLISH =
            Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3}){2,}|\\d{1,3}(?:,\\d{3})+\\.\\d+)");

    /** Thousands where only whole numbers can be: in English it would be a fraction. */
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}\\.\\d{3}");

    /**
     * The style of a sheet.
     *
     * @param counts texts in columns where only whole numbers can be
     * @param others texts in the other columns of numbers
     */
    public static NumberStyle of(Collection<String> counts, Collection<String> others) {
        boolean isVietnamese = has(counts, SURELY_VIETNAMESE) || has(others, SURELY_VIETNAMESE) || has(counts, GROUPED);
        boolean isEnglish = has(counts, SURELY_ENGLISH) || has(others, SURELY_ENGLISH);
        return isVietnamese == isEnglish ? UNKNOWN : isVietnamese ? VIETNAMESE : ENGLISH;
    }

    private static boolean has(Collection<String> texts, Pattern written) {
        return texts.stream().anyMatch(text -> written.matcher(text.strip()).matches());
    }
}
