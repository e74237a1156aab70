package tonghop.launch;

import java.io.PrintWriter;

/** Talks to people, on standard error, in Vietnamese and English; standard output is for machines. */
final class Console {

    private final PrintWriter out;

    Console(PrintWriter out) {
        this.out = out;
    }

    void say(String vietnamese, String english) {
        out.println(vietnamese);
        out.println("  " + english);
        out.flush();
    }

    /** A line that is the same in every language, such as a path. */
    void line(String text) {
        out.println(text);
        out.flush();
    }
}
