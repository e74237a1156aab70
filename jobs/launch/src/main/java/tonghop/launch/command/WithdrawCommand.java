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
import tonghop.domain.NearestWord;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.ClosedPeriodException;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.postgres.Database;
import tonghop.rollup.record.Seals;
import tonghop.rollup.store.Withdrawals;
import tonghop.rollup.store.Withdrawals.Arrived;

/** Takes back a file that was taken in: none of its sheets counts any more. */
@Command(
        name = "withdraw",
        description = {
            "Rút lại một tệp đã nhận: các bảng của tệp không được tính nữa, bản trước đó có hiệu lực lại.",
            "Takes back a file that was taken in: its sheets no longer count, and those before them stand again."
        })
public final class WithdrawCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "Tên tệp như trong run.json, hoặc sha256 / the file's path as in run.json, or its sha256")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Lý do rút lại / why it is taken back")
    private @Nullable String reason;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    private final Console console;
    private final Map<String, String> environment;

    public WithdrawCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        String why = CloseCommand.requireReason(reason);
        Catalogue catalogue = options.catalogue(environment);
        Settings settings = options.settings(List.of(), List.of(), null, false, catalogue, environment);
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            return session.underLock(options.patience(), () -> withdraw(why, session))
                    .number();
        }
    }

    private ExitCode withdraw(String why, Session session) {
        Withdrawals withdrawals = session.part(Withdrawals.class);
        Arrived found = withdrawals.find(file).orElseThrow(() -> unknown(withdrawals));
        if (withdrawals.contents().contains(found.sha256())) {
            console.say(
                    "Tệp %s đã được rút lại từ trước.".formatted(found.path()),
                    "File %s was withdrawn before.".formatted(found.path()));
            return ExitCode.DONE;
        }
        session.part(Seals.class).all().stream()
                .filter(seal -> seal.covers(found.sha256()))
                .findFirst()
                .ifPresent(seal -> ClosedPeriodException.throwIfClosed(seal.period(), session));
        session.inTransaction(() -> {
            withdrawals.add(found, why);
            return found;
        });
        String periods = String.join(", ", withdrawals.periodsOf(found));
        console.say(
                "Đã rút lại %s (kỳ: %s); lần chạy sau sẽ viết lại báo cáo.".formatted(found.path(), periods),
                "%s is withdrawn (periods: %s); the next run rewrites the reports.".formatted(found.path(), periods));
        return ExitCode.DONE;
    }

    private UsageException unknown(Withdrawals withdrawals) {
        String nearest = NearestWord.to(file, withdrawals.paths())
                .map(path -> " → '" + path + "'?")
                .orElse("");
        return new UsageException(
                "Chưa từng nhận tệp '%s'%s".formatted(file, nearest),
                "No file '%s' was ever taken in%s".formatted(file, nearest));
    }
}
