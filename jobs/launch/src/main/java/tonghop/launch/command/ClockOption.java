package tonghop.launch.command;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which a command takes another moment for now. */
final class ClockOption {

    /** Reports close at the end of a day in Việt Nam, wherever the server stands. */
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    @Option(
            names = "--now",
            paramLabel = "TIME",
            description =
                    "Thời điểm được coi là hiện tại / the moment taken for now, such as 2024-01-05T01:30:00+07:00")
    private @Nullable OffsetDateTime now;

    /** The day that it is by {@code clock} where reports close. */
    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), HANOI);
    }

    Clock clock() {
        return now == null ? Clock.system(HANOI) : Clock.fixed(now.toInstant(), HANOI);
    }
}
