package tonghop.launch.console;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far a run has come; into a file or a mail it writes nothing. */
public final class Progress implements AutoCloseable {

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Shows nothing. */
    public static Progress none() {
        return new Progress(null);
    }

    /** Of {@code files} that will be read, on standard error. */
    public static Progress ofReading(int files) {
        return of("Đọc tệp / reading", files);
    }

    /** Of {@code reports} that will be written, on standard error. */
    public static Progress ofWriting(int reports) {
        return of("Viết báo cáo / writing", reports);
    }

    private static Progress of(String task, int steps) {
        // Only the launcher knows: from Java 22 on System.console() is there without a terminal too.
        if (!System.getenv().containsKey("TONGHOP_TERMINAL") || steps == 0) {
            return none();
        }
        boolean isPlain = System.getenv().containsKey("NO_COLOR");
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(isPlain ? ProgressBarStyle.ASCII : ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build());
    }

    public void step() {
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
