package tonghop.launch.console;

import java.io.PrintWriter;

/**
 * Talks to people, on standard error, in Vietnamese and English; standard output is for machines. Whatever is said is
 * one line, and {@link Harmless}.
 */
public final class Console {

    private final PrintWriter out;

    public Console(PrintWriter out) {
        this.out = out;
    }

    /** For what somebody else words, over more than one line. */
    public PrintWriter writer() {
        return Harmless.over(out);
    }

    public void say(String vietnamese, String english) {
        line(vietnamese);
        line("  " + english);
    }

    /** A line that is the same in every language, such as a path. */
    public void line(String text) {
        out.println(Harmless.line(text));
        out.flush();
    }
}
