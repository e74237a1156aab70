package tonghop.launch.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tonghop.launch.console.UsageException;

/** The moment in the past as of which something is asked. */
final class MomentOption {

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "Theo những gì đã nhận đến lúc đó, ví dụ 2024-01-15 (hết ngày) hoặc 2024-01-15T17:00 / as of what had been received by then")
    private @Nullable String written;

    /**
     * The moment; absent if nothing was said. A day means all of it, in Asia/Ho_Chi_Minh.
     *
     * @throws UsageException if it is no time
     */
    @Nullable Instant moment() {
        if (written == null) {
            return null;
        }
        try {
            if (written.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(written)
                        .plusDays(1)
                        .atStartOfDay(ClockOption.HANOI)
                        .toInstant()
                        .minusNanos(1000);
            }
            return written.matches(".*(?:Z|[+-]\\d{2}:\\d{2})")
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).atZone(ClockOption.HANOI).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--as-of '%s' không phải thời điểm; ví dụ: 2024-01-15 hoặc 2024-01-15T17:00.".formatted(written),
                    "--as-of '%s' is no time; examples: 2024-01-15, 2024-01-15T17:00, 2024-01-15T10:00:00Z."
                            .formatted(written));
        }
    }
}
