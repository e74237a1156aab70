package tonghop.spreadsheet.text;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;

/**
 * A number that was typed as text: {@code 1.673}, {@code 98,55%}, {@code trên 710 tỷ đồng}, {@code 05}.
 *
 * @param suffix what follows the number, such as {@code %} or {@code tỷ đồng}; empty if nothing does
 */
public record VietnameseNumber(BigDecimal value, @Nullable Qualifier qualifier, String suffix) {

    /**
     * A point groups thousands, a comma begins the decimals; a lone point with other than three digits, or after a
     * nought, is neither.
     */
    private static final Pattern NUMBER =
            Pattern.compile("(-?(?:[1-9]\\d{0,2}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?)\\s*([^\\d\\s].*)?", Pattern.DOTALL);

    private static final List<String> QUALIFIERS = Qualifier.words().keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    /** The number in {@code text}; empty if there is none, or if it could be read in two ways. */
    public static Optional<VietnameseNumber> parse(String text) {
        return parse(text, NumberStyle.VIETNAMESE);
    }

    /** The number in {@code text}, which is written like the others of its sheet. */
    public static Optional<VietnameseNumber> parse(String text, NumberStyle style) {
        String rest = VietnameseText.tidy(text).toLowerCase(Locale.ROOT);
        Qualifier qualifier = null;
        for (String word : QUALIFIERS) {
            if (rest.startsWith(word)) {
                qualifier = Qualifier.words().get(word);
                rest = rest.substring(word.length()).strip();
                break;
            }
        }
        Matcher number = NUMBER.matcher(style == NumberStyle.ENGLISH ? withPointsAndCommasSwapped(rest) : rest);
        if (!number.matches()) {
            return Optional.empty();
        }
        String suffix = number.group(2) == null ? "" : number.group(2).strip();
        if (suffix.startsWith(".") || suffix.startsWith(",")) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number.group(1).replace(".", "").replace(',', '.'));
        return Optional.of(new VietnameseNumber(value, qualifier, suffix));
    }

    private static String withPointsAndCommasSwapped(String text) {
        return text.replace('.', '\u0000').replace(',', '.').replace('\u0000', ',');
    }
}
