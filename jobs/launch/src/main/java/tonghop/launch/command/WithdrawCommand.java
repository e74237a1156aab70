package tonghop.launch.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tonghop.domain.NearestWord;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.ClosedPeriodException;
import tonghop.launch.job.Session;
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
public final class WithdrawCommand extends StoreCommand {

    @Parameters(
            paramLabel = "FILE",
            description = "Tên tệp như trong run.json, hoặc sha256 / the file's path as in run.json, or its sha256")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    public WithdrawCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Asked asked() {
        reason.required();
        return Asked.NOTHING;
    }

    @Override
    ExitCode over(Session session) throws Exception {
        String why = reason.required();
        return session.underLock(options().patience(), () -> withdraw(why, session));
    }

    private ExitCode withdraw(String why, Session session) {
        Withdrawals withdrawals = session.tools().withdrawals();
        Arrived found = withdrawals.find(file).orElseThrow(() -> unknown(withdrawals));
        if (withdrawals.contents().contains(found.sha256())) {
            console()
                    .say(
                            "Tệp %s đã được rút lại từ trước.".formatted(found.path()),
                            "File %s was withdrawn before.".formatted(found.path()));
            return ExitCode.DONE;
        }
        Seals seals = session.tools().seals();
        seals.all().stream()
                .filter(seal -> seal.covers(found.sha256()))
                .findFirst()
                .ifPresent(seal -> ClosedPeriodException.throwIfClosed(seal.period(), seals));
        session.inTransaction(() -> {
            withdrawals.add(found, why);
            return found;
        });
        String periods = String.join(", ", withdrawals.periodsOf(found));
        console()
                .say(
                        "Đã rút lại %s (kỳ: %s); lần chạy sau sẽ viết lại báo cáo.".formatted(found.path(), periods),
                        "%s is withdrawn (periods: %s); the next run rewrites the reports."
                                .formatted(found.path(), periods));
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
