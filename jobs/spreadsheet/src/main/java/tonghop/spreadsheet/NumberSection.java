package tonghop.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the sections of a number format, between semicolons. */
final class NumberSection {

    private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?[0-9.]+)");
    private static final Pattern ELAPSED = Pattern.compile("(?i)h+|m+|s+");

    /** What groups the digits of a number, or is put around one, and says nothing more. */
    private static final String SEPARATORS = ". ,'\u00a0\u202f";

    /** Marks before a number. */
    private static final String MARKS = "~<>≤≥≈";

    private static final String PLACEHOLDERS = "0#?";

    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();

    /** The placeholders of the whole part and what is written between them, from left to right. */
    private final StringBuilder whole = new StringBuilder();

    private String condition = "";
    private BigDecimal limit = BigDecimal.ZERO;
    private boolean isGeneral;
    private boolean isWhite;
    private boolean isPercent;
    private boolean isDate;
    private boolean hasDigits;
    private boolean hasPoint;
    private boolean isOther;
    private int decimals;
    private int thousands;

    private NumberSection() {}

    /** Where the section that begins at {@code start} ends: at a semicolon that is not written, or at the end. */
    static int end(String code, int start) {
        int index = start;
        while (index < code.length() && code.charAt(index) != ';') {
            index = endOfToken(code, index);
        }
        return Math.min(index, code.length());
    }

    /** Behind the token at {@code index}: a quoted text, a bracket, an escaped character or any other one. */
    private static int endOfToken(String code, int index) {
        int end = switch (code.charAt(index)) {
            case '"' -> code.indexOf('"', index + 1) + 1;
            case '[' -> code.indexOf(']', index + 1) + 1;
            case '\\', '_', '*' -> index + 2;
            default -> index + 1;
        };
        return end <= index || end > code.length() ? code.length() : end;
    }

    static NumberSection of(String code) {
        NumberSection section = new NumberSection();
        int start = 0;
        while (start < code.length()) {
            boolean isGeneral = code.regionMatches(true, start, "General", 0, 7);
            int end = isGeneral ? start + 7 : endOfToken(code, start);
            if (isGeneral) {
                section.isGeneral = true;
            } else {
                section.take(code.substring(start, end));
            }
            start = end;
        }
        return section;
    }

    private void take(String token) {
        char c = token.charAt(0);
        switch (c) {
            case '"' -> write(token.substring(1, Math.max(1, token.length() - (token.endsWith("\"") ? 1 : 0))));
            case '[' -> takeBracket(token.substring(1).replace("]", ""));
            case '\\' -> write(token.substring(1));
            case '_', '*' -> {
                // A blank of some width, or what fills the cell.
            }
            case '0', '#', '?' -> takePlaceholder(c);
            case '.' -> hasPoint = true;
            case ',' -> thousands++;
            case '%' -> isPercent = true;
            case 'E', 'e', '/' -> isOther = hasDigits;
            case '@' -> isGeneral = true;
            default -> takeLetter(c);
        }
    }

    private void takeLetter(char c) {
        isDate |= "dmyhs".indexOf(Character.toLowerCase(c)) >= 0;
        write(String.valueOf(c));
    }

    private void takeBracket(String content) {
        Matcher limited = CONDITION.matcher(content);
        if (limited.matches()) {
            condition = limited.group(1);
            limit = new BigDecimal(limited.group(2));
        } else if (content.startsWith("$")) {
            // Money: its sign is no word, the language behind it is not shown.
            return;
        } else {
            isDate |= ELAPSED.matcher(content).matches();
            isWhite |= content.toLowerCase(Locale.ROOT).equals("white");
        }
    }

    private void takePlaceholder(char c) {
        hasDigits = true;
        if (hasPoint) {
            decimals++;
        } else {
            // A comma before another placeholder groups digits; only those behind the last one scale.
            thousands = 0;
            whole.append(after).append(c);
            after.setLength(0);
        }
    }

    private void write(String text) {
        (hasDigits || isGeneral ? after : before).append(text);
    }

    boolean isPercent() {
        return isPercent;
    }

    boolean isDate() {
        return isDate;
    }

    boolean isConditional() {
        return !condition.isEmpty();
    }

    /** Whether its condition holds, if it has one. */
    boolean isFor(BigDecimal number) {
        int comparison = number.compareTo(limit);
        return switch (condition) {
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            case ">=" -> comparison >= 0;
            case "=" -> comparison == 0;
            case "<>" -> comparison != 0;
            default -> true;
        };
    }

    Grid.@Nullable Shown shown(BigDecimal number, boolean isOnly) {
        String written = (before.toString() + after).strip();
        boolean hasWrittenDigits = written.chars().anyMatch(Character::isDigit);
        if ((number.signum() == 0 && !hasWrittenDigits) || isOther) {
            return null;
        }
        if (isWhite) {
            return new Grid.Shown(Grid.Manner.HIDDEN, "");
        }
        if (!hasDigits && !isGeneral) {
            return new Grid.Shown(hasWrittenDigits ? Grid.Manner.SCALED : Grid.Manner.HIDDEN, written);
        }
        boolean isScaled = thousands > 0 || hasWrittenDigits || !isGrouped();
        boolean hasWords = written.codePoints().anyMatch(Character::isLetter)
                || before.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
        if (!isScaled && !hasWords) {
            return null;
        }
        String sign = isOnly && number.signum() < 0 ? "-" : "";
        String text = sign + before + digits(number.abs()) + after;
        return new Grid.Shown(isScaled ? Grid.Manner.SCALED : Grid.Manner.WORDS, text.strip());
    }

    /** Whether what is written between the digits stands where thousands are grouped. */
    private boolean isGrouped() {
        int placeholders = 0;
        for (int index = whole.length() - 1; index >= 0; index--) {
            char c = whole.charAt(index);
            if (PLACEHOLDERS.indexOf(c) >= 0) {
                placeholders++;
            } else if (SEPARATORS.indexOf(c) < 0 || placeholders % 3 != 0) {
                return false;
            }
        }
        return true;
    }

    private String digits(BigDecimal number) {
        BigDecimal scaled = number.movePointLeft(3 * thousands).movePointRight(isPercent ? 2 : 0);
        if (isGeneral && !hasDigits) {
            return scaled.stripTrailingZeros().toPlainString().replace('.', ',');
        }
        String plain = scaled.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        int point = plain.indexOf('.');
        String integer = point < 0 ? plain : plain.substring(0, point);
        return filled(integer) + (point < 0 ? "" : "," + plain.substring(point + 1)) + (isPercent ? "%" : "");
    }

    /** The digits in the places of the whole part, from the right, with what is written between them. */
    private String filled(String integer) {
        StringBuilder filled = new StringBuilder();
        int rest = integer.length();
        for (int index = whole.length() - 1; index >= 0 && (rest > 0 || whole.charAt(index) != '#'); index--) {
            char c = whole.charAt(index);
            if (PLACEHOLDERS.indexOf(c) < 0) {
                filled.append(c);
            } else if (rest > 0) {
                filled.append(integer.charAt(--rest));
            } else if (c == '0') {
                filled.append('0');
            }
        }
        return integer.substring(0, rest) + filled.reverse();
    }
}
