package tonghop.spreadsheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * What official forms print under the heading of a column: its number, alone or in brackets, with or without the
 * formula for it ('7', '(7)', '[7]', '1=4+13+22', '[3] = [4] + [5]'); a letter over a column without figures ('A',
 * '(B)', 'MS').
 */
public final class ColumnMark {

    private static final Pattern NUMBER = Pattern.compile("[(\\[]?\\s*(\\d{1,3})\\s*[)\\]]?\\s*(?:=.*)?");
    private static final Pattern LETTER = Pattern.compile("[(\\[]?[A-ZĐ]{1,2}[)\\]]?");

    private ColumnMark() {}

    /** The number of the column whose mark {@code text} is; 0 if it is none with a number. */
    public static int number(String text) {
        Matcher numbered = NUMBER.matcher(VietnameseText.tidy(text));
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    /** Whether {@code text} is the mark of a column without figures. */
    public static boolean isLetter(String text) {
        return LETTER.matcher(VietnameseText.tidy(text)).matches();
    }
}
