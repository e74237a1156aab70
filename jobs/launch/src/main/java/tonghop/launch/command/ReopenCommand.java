package tonghop.launch.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.Session;
import tonghop.rollup.record.Seals;
import tonghop.rollup.record.Seals.Seal;

/** Opens a closed period: the next run writes its reports with everything that came in. */
@Command(
        name = "reopen",
        description = {
            "Mở lại một kỳ đã chốt; lần chạy sau sẽ viết báo cáo với mọi số liệu đã đến.",
            "Opens a closed period; the next run writes its reports with everything that came in."
        })
public final class ReopenCommand extends StoreCommand {

    @Parameters(paramLabel = "PERIOD", description = "Kỳ báo cáo / the period, such as 2023-Q4")
    @SuppressWarnings("NullAway.Init")
    private String period;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    public ReopenCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Asked asked() {
        reason.required();
        return Asked.about(period);
    }

    @Override
    ExitCode over(Session session) throws Exception {
        String why = reason.required();
        return session.underLock(options().patience(), () -> reopen(why, session));
    }

    private ExitCode reopen(String why, Session session) {
        Seals seals = session.tools().seals();
        int arrived = session.inTransaction(() -> {
            Seal seal = seals.of(period)
                    .orElseThrow(() -> new UsageException(
                            "Kỳ %s chưa chốt.".formatted(period), "Period %s is open.".formatted(period)));
            seals.reopen(seal, why);
            return seals.arrivedAfter(seal).size();
        });
        console()
                .say(
                        "Đã mở lại kỳ %s; %d bảng đến sau khi chốt sẽ được tính ở lần chạy sau."
                                .formatted(period, arrived),
                        "Period %s is open again; the next run counts %d sheets that came in after it was closed."
                                .formatted(period, arrived));
        return ExitCode.DONE;
    }
}
