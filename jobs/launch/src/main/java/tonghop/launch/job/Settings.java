package tonghop.launch.job;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command was asked to do, with everything that was not said filled in.
 *
 * @param inboxes where files are taken from
 * @param out the folder that reports are written to; made if missing
 * @param home where the database and the copies of the files are kept
 * @param templates the catalogue's folder
 * @param periods the codes of the periods to report on; empty: all
 * @param unit the code of the unit to report on; absent: every province
 * @param isRerun whether reports are written even if they are up to date
 * @param clock what is taken for now; days are days in Asia/Ho_Chi_Minh
 */
public record Settings(
        List<Inbox> inboxes,
        Path out,
        Path home,
        Path templates,
        List<String> periods,
        @Nullable String unit,
        boolean isRerun,
        Clock clock) {

    public Settings {
        inboxes = List.copyOf(inboxes);
        periods = List.copyOf(periods);
    }
}
