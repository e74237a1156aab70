package tonghop.launch.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tonghop.domain.NearestWord;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.ClosedPeriodException;
import tonghop.launch.job.Session;
import tonghop.rollup.record.Seals;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.Withdrawals;
import tonghop.rollup.store.Withdrawals.Arrived;

/** Takes back what a file says now, of all periods or of one, or gives it back. */
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

    @Option(
            names = "--period",
            paramLabel = "P",
            description = "Chỉ rút các bảng của kỳ này / take back only the sheets for this period")
    private @Nullable String period;

    @Option(names = "--undo", description = "Tính lại tệp đã rút / let what was taken back count again")
    private boolean isUndo;

    public WithdrawCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Asked asked() {
        if (!isUndo) {
            reason.required();
        }
        return Asked.NOTHING;
    }

    @Override
    ExitCode over(Session session) throws Exception {
        return session.underLock(options().patience(), () -> change(session));
    }

    private ExitCode change(Session session) {
        Withdrawals withdrawals = session.tools().withdrawals();
        Arrived found = withdrawals.find(file).orElseThrow(() -> unknown(withdrawals));
        List<String> periods = withdrawals.periodsOf(found);
        if (period != null && !periods.contains(period)) {
            String all = String.join(", ", periods);
            throw new UsageException(
                    "Tệp %s không có bảng nào của kỳ '%s'; có: %s.".formatted(found.path(), period, all),
                    "File %s has no sheet for the period '%s', but for: %s.".formatted(found.path(), period, all));
        }
        Seals seals = session.tools().seals();
        seals.all().stream()
                .filter(seal -> period == null || seal.period().equals(period))
                .filter(seal -> seal.covers(found.path(), found.sha256()))
                .findFirst()
                .ifPresent(seal -> ClosedPeriodException.throwIfClosed(seal.period(), seals));
        return isUndo ? undo(found, session) : withdraw(found, session);
    }

    private ExitCode withdraw(Arrived found, Session session) {
        Withdrawals withdrawals = session.tools().withdrawals();
        if (withdrawals.isInForce(found, period)) {
            console()
                    .say(
                            "Tệp %s đã được rút lại từ trước.".formatted(found.path()),
                            "File %s was withdrawn before.".formatted(found.path()));
            return ExitCode.DONE;
        }
        String why = reason.required();
        session.inTransaction(() -> {
            withdrawals.add(found, period, why);
            session.tools()
                    .standing()
                    .update(Moment.NOW, ClockOption.today(session.settings().clock()));
            return found;
        });
        String periods = period == null ? String.join(", ", withdrawals.periodsOf(found)) : period;
        console()
                .say(
                        "Đã rút lại %s (kỳ: %s); lần chạy sau sẽ viết lại báo cáo.".formatted(found.path(), periods),
                        "%s is withdrawn (periods: %s); the next run rewrites the reports."
                                .formatted(found.path(), periods));
        return ExitCode.DONE;
    }

    private ExitCode undo(Arrived found, Session session) {
        int undone = session.inTransaction(() -> {
            int given = session.tools().withdrawals().undo(found, period);
            session.tools()
                    .standing()
                    .update(Moment.NOW, ClockOption.today(session.settings().clock()));
            return given;
        });
        if (undone == 0) {
            throw new UsageException(
                    "Tệp %s chưa bị rút lại.".formatted(found.path()),
                    "File %s is not withdrawn.".formatted(found.path()));
        }
        console()
                .say(
                        "Đã bỏ việc rút lại %s; lần chạy sau sẽ viết lại báo cáo.".formatted(found.path()),
                        "%s is no longer withdrawn; the next run rewrites the reports.".formatted(found.path()));
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
