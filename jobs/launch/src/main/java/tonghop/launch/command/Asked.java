package tonghop.launch.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tonghop.launch.job.Inbox;

/**
 * What a command is about.
 *
 * @param inboxes where files are taken from
 * @param periods the codes of the periods
 * @param unit the code of the unit; absent: all
 * @param isRerun whether reports are written even if they are up to date
 */
record Asked(
        List<Inbox> inboxes, List<String> periods, @Nullable String unit, boolean isRerun) {

    static final Asked NOTHING = new Asked(List.of(), List.of(), null, false);

    static Asked about(String period) {
        return new Asked(List.of(), List.of(period), null, false);
    }

    Asked from(List<Inbox> taken) {
        return new Asked(taken, periods, unit, isRerun);
    }

    Asked again() {
        return new Asked(inboxes, periods, unit, true);
    }
}
