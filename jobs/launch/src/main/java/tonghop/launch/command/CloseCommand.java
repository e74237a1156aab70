package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tonghop.domain.time.Period;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.ClosedPeriodException;
import tonghop.launch.job.RunState;
import tonghop.launch.job.SealedReports;
import tonghop.launch.job.Session;
import tonghop.launch.job.Version;
import tonghop.report.ReportFolder;
import tonghop.rollup.record.Seals;
import tonghop.rollup.record.Seals.Seal;

/** Seals a period: what comes in later is kept and listed, and changes nothing. */
@Command(
        name = "close",
        description = {
            "Chốt một kỳ: tệp đến sau vẫn được lưu và liệt kê, nhưng báo cáo không đổi nữa.",
            "Closes a period: what comes in later is kept and listed, and does not change its reports."
        })
public final class CloseCommand extends StoreCommand {

    @Parameters(paramLabel = "PERIOD", description = "Kỳ báo cáo / the period, such as 2023-Q4")
    @SuppressWarnings("NullAway.Init")
    private String period;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Option(
            names = "--verify",
            description = "Chỉ kiểm tra kỳ đã chốt còn nguyên như lúc chốt / only say whether the seal still holds")
    private boolean isVerification;

    public CloseCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Asked asked() {
        if (!isVerification) {
            reason.required();
        }
        return Asked.about(period);
    }

    @Override
    ExitCode over(Session session) throws Exception {
        if (isVerification) {
            return verify(session);
        }
        String why = reason.required();
        return session.writing(options().patience(), () -> close(why, session));
    }

    private ExitCode close(String why, Session session) throws Exception {
        Path out = session.settings().out();
        ClosedPeriodException.throwIfClosed(period, session.tools().seals());
        session.start("rerun");
        RunState state = session.state();
        if (state.reports().failed().stream().anyMatch(failed -> failed.isOf(period))) {
            new RunSummary(session, console()).tellKeptAndFailed();
            console()
                    .say(
                            "Chưa chốt kỳ %s vì còn báo cáo chưa viết được.".formatted(period),
                            "Period %s is not closed, since a report of it could not be written.".formatted(period));
            return state.worst();
        }
        if (state.reports().all().isEmpty()) {
            throw new UsageException(
                    "Chưa có số liệu nào được lưu cho kỳ %s.".formatted(period),
                    "Nothing is stored for period %s.".formatted(period));
        }
        Map<String, String> outputs = new TreeMap<>();
        for (String report : state.reports().all()) {
            outputs.put(report, digestOf(out.resolve(report)));
        }
        Period closed = session.period(period);
        Seal seal = session.inTransaction(() ->
                session.tools().seals().close(closed, why, session.catalogue().digest(), Version.current(), outputs));
        console()
                .say(
                        "Đã chốt kỳ %s: %d báo cáo, dấu %s.".formatted(period, outputs.size(), seal.digest()),
                        "Period %s is closed: %d reports, seal %s.".formatted(period, outputs.size(), seal.digest()));
        state.reports().written().forEach(report -> console().line("  " + out.resolve(report)));
        return ExitCode.DONE;
    }

    private static String digestOf(Path folder) throws IOException {
        return ReportFolder.digest(folder).orElseThrow(() -> new IOException("just written, and changed: " + folder));
    }

    private ExitCode verify(Session session) throws IOException {
        Path out = session.settings().out();
        Seals seals = session.tools().seals();
        Optional<Seal> found = seals.of(period);
        if (found.isEmpty()) {
            throw new UsageException("Kỳ %s chưa chốt.".formatted(period), "Period %s is open.".formatted(period));
        }
        Seal seal = found.get();
        boolean isStoreAsClosed = seals.holds(seal);
        List<String> broken = SealedReports.broken(seal, out);
        if (isStoreAsClosed && broken.isEmpty()) {
            console()
                    .say(
                            "Kỳ %s còn nguyên như lúc chốt, dấu %s.".formatted(period, seal.digest()),
                            "Period %s is as it was closed, seal %s.".formatted(period, seal.digest()));
            return ExitCode.DONE;
        }
        if (!isStoreAsClosed) {
            console()
                    .say(
                            "Kỳ %s: số liệu đã lưu không còn như lúc chốt.".formatted(period),
                            "Period %s: what is stored is not what was closed.".formatted(period));
        }
        broken.forEach(report -> SealedReports.tellBroken(out.resolve(report), console()));
        return ExitCode.DONE_WITH_REJECTIONS;
    }
}
