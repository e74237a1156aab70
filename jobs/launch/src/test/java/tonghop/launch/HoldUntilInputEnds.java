package tonghop.launch;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tonghop.launch.console.Console;
import tonghop.launch.job.OutputLock;

/** A program for tests: another process that holds an output folder, or has temporary files below a home. */
public final class HoldUntilInputEnds {

    private HoldUntilInputEnds() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("output")) {
            Console console = new Console(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            OutputLock.during(() -> hold(folder), folder, null, console);
        } else {
            try (Scratch scratch = Scratch.in(folder)) {
                hold(scratch.folder());
            }
        }
    }

    private static long hold(Path what) throws Exception {
        System.out.println(what);
        return System.in.transferTo(System.err);
    }

    /** Starts it, and waits until it holds what it is to hold. */
    public static Process start(String what, Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Tonghop.JAVA_HOME.resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldUntilInputEnds.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.inputReader(StandardCharsets.UTF_8).readLine();
        return process;
    }
}
