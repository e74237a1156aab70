package tonghop.launch.console;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from outside as it may reach a terminal. Names of files and texts of cells are what their senders want them to
 * be: a character that would steer a terminal, or show the others in another order, is written by its number, as JSON
 * writes it, where it is the same text.
 */
public final class Harmless extends FilterWriter {

    /** Control characters, invisible ones such as those that turn the direction, and separators of lines. */
    private static final String HARMFUL = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\t%s]]";

    private static final Pattern IN_A_LINE = Pattern.compile(HARMFUL.formatted(""));
    private static final Pattern IN_LINES = Pattern.compile("(?!\\r\\n)" + HARMFUL.formatted("\\n"));

    private Harmless(Writer out) {
        super(out);
    }

    /** Writes to {@code out}; ends of lines stay. */
    public static PrintWriter over(Writer out) {
        return new PrintWriter(new Harmless(out), true);
    }

    /** Text that is to be one line, or part of one: an end of a line in it would begin another in somebody's name. */
    public static String line(String text) {
        return written(text, IN_A_LINE);
    }

    private static String written(String text, Pattern harmful) {
        return harmful.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining())));
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character));
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        write(new String(characters, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(written(text.substring(from, from + length), IN_LINES));
    }
}
