package tonghop.spreadsheet;

import java.util.regex.Pattern;

/** Texts of others as they are put into XML: whatever they hold, they stay text. */
public final class XmlText {

    /** Letters that a cell is given; a workbook takes 32,767, and no reader so many. */
    public static final int LONGEST_TEXT = 32_000;

    /** What a spreadsheet reads as one letter when it stands in a text. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XmlText() {}

    /** Letters stay letters: {@code _x0041_} would be read as 'A'. */
    public static String escaped(String text) {
        return ESCAPE.matcher(text).replaceAll("_x005F_");
    }

    /**
     * For content and for attributes in double quotes; in ASCII, so that it fits into a part of any encoding, and
     * without {@code ~}, see {@link Edition#write}.
     */
    public static String of(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            if (letter == '&' || letter == '<' || letter == '>' || letter == '"' || letter >= '~' || letter < ' ') {
                append(result, letter);
            } else {
                result.append((char) letter);
            }
        });
        return result.toString();
    }

    private static void append(StringBuilder result, int letter) {
        result.append("&#").append(allowed(letter)).append(';');
    }

    /** For a library that writes XML: each letter that XML cannot hold is replaced, line ends are {@code \n}. */
    public static String allowed(String text) {
        return withPlainLineEnds(text)
                .codePoints()
                .map(XmlText::allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String withPlainLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int allowed(int letter) {
        boolean isAllowed = letter == '\t'
                || letter == '\n'
                || (letter >= ' ' && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter > 0xFFFF;
        return isAllowed ? letter : 0xFFFD;
    }

    /**
     * The content of a text cell: spreadsheets read {@code _x000D_} in it as a letter, unless its underscore is one.
     */
    public static String ofCell(String text) {
        String plain = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return of(escaped(withPlainLineEnds(plain)));
    }

    /** Undoes the five named entities and numbers of what stands in a part. */
    public static String plain(String written) {
        if (written.indexOf('&') < 0) {
            return written;
        }
        StringBuilder result = new StringBuilder();
        for (int at = 0; at < written.length(); at++) {
            int end = written.charAt(at) == '&' ? written.indexOf(';', at) : -1;
            if (end < 0) {
                result.append(written.charAt(at));
            } else {
                result.append(entity(written.substring(at + 1, end)));
                at = end;
            }
        }
        return result.toString();
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> number(name);
        };
    }

    private static String number(String name) {
        try {
            boolean isHex = name.startsWith("#x");
            int letter = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
            return Character.toString(letter);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return "&" + name + ";";
        }
    }
}
