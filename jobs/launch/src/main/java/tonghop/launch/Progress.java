package tonghop.launch;

import java.io.PrintStream;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far a run has come; into a file or a mail it writes nothing. */
final class Progress implements AutoCloseable {

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Shows nothing. */
    static Progress none() {
        return new Progress(null);
    }

    /** Of {@code files} that will be read, on standard error. */
    static Progress ofReading(int files, PrintStream terminal, Map<String, String> environment) {
        // Only the launcher knows: from Java 22 on System.console() is there without a terminal too.
        if (!environment.containsKey("TONGHOP_TERMINAL") || files == 0) {
            return none();
        }
        boolean isPlain = environment.containsKey("NO_COLOR");
        return new Progress(new ProgressBarBuilder()
                .setTaskName("Đọc tệp / reading")
                .setInitialMax(files)
                .setStyle(isPlain ? ProgressBarStyle.ASCII : ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setConsumer(new ConsoleProgressBarConsumer(terminal))
                .build());
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
