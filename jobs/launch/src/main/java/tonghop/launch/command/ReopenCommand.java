package tonghop.launch.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tonghop.catalogue.Catalogue;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.postgres.Database;
import tonghop.rollup.record.Seals;
import tonghop.rollup.record.Seals.Seal;

/** Opens a closed period: the next run writes its reports with everything that came in. */
@Command(
        name = "reopen",
        description = {
            "Mở lại một kỳ đã chốt; lần chạy sau sẽ viết báo cáo với mọi số liệu đã đến.",
            "Opens a closed period; the next run writes its reports with everything that came in."
        })
public final class ReopenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PERIOD", description = "Kỳ báo cáo / the period, such as 2023-Q4")
    @SuppressWarnings("NullAway.Init")
    private String period;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Lý do mở lại kỳ / why it is opened")
    private @Nullable String reason;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    private final Console console;
    private final Map<String, String> environment;

    public ReopenCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Catalogue catalogue = options.catalogue(environment);
        Settings settings = options.settings(List.of(), List.of(period), null, false, catalogue, environment);
        String why = CloseCommand.requireReason(reason);
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            return session.underLock(options.patience(), () -> reopen(why, session))
                    .number();
        }
    }

    private ExitCode reopen(String why, Session session) {
        Seals seals = session.part(Seals.class);
        int arrived = session.inTransaction(() -> {
            Seal seal = seals.of(period)
                    .orElseThrow(() -> new UsageException(
                            "Kỳ %s chưa chốt.".formatted(period), "Period %s is open.".formatted(period)));
            seals.reopen(seal, why);
            return seals.arrivedAfter(seal).size();
        });
        console.say(
                "Đã mở lại kỳ %s; %d bảng đến sau khi chốt sẽ được tính ở lần chạy sau.".formatted(period, arrived),
                "Period %s is open again; the next run counts %d sheets that came in after it was closed."
                        .formatted(period, arrived));
        return ExitCode.DONE;
    }
}
