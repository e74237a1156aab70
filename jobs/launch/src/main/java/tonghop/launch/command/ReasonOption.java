package tonghop.launch.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tonghop.launch.console.UsageException;

/** Why somebody does what stays on record. */
final class ReasonOption {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Lý do, căn cứ, được lưu lại / why, kept on record")
    private @Nullable String reason;

    /**
     * What was given.
     *
     * @throws UsageException if that is nothing
     */
    String required() {
        if (reason == null || reason.isBlank()) {
            throw new UsageException("Thiếu --reason: lý do.", "--reason is missing: say why.");
        }
        return reason.strip();
    }
}
