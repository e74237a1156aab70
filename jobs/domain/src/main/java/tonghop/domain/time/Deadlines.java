package tonghop.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tonghop.domain.UnitLevel;

/**
 * Who has to send by when. Where nothing is laid down nobody is late.
 *
 * @param lines of several that fit the first one counts
 */
public record Deadlines(List<Deadline> lines, WorkingDays days) {

    /** A day ends at midnight in Việt Nam, wherever the server stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** None at all. */
    public static final Deadlines NONE = new Deadlines(List.of(), WorkingDays.WEEKDAYS);

    public Deadlines {
        lines = List.copyOf(lines);
    }

    /** The last day on which what units of {@code level} send for {@code period} is on time. */
    public Optional<LocalDate> lastDay(UnitLevel level, Period period) {
        return lines.stream()
                .filter(line -> line.isFor(level, period))
                .findFirst()
                .map(line -> line.lastDay(period, days));
    }

    /** Whether what a unit of {@code level} sent came in after the last day. */
    public boolean isLate(UnitLevel level, Period period, Instant received) {
        LocalDate day = received.atZone(ZONE).toLocalDate();
        return lastDay(level, period).filter(day::isAfter).isPresent();
    }
}
