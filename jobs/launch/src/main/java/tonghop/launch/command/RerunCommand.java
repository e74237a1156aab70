package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.ClosedPeriodException;
import tonghop.launch.job.PastReports;
import tonghop.launch.job.RunState;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.job.Tools;

/** What an officer calls. */
@Command(
        name = "rerun",
        description = {
            "Viết lại báo cáo của một kỳ từ những gì đã lưu.",
            "Rebuilds a period's reports from what is stored. Refused for a closed period."
        })
public final class RerunCommand extends StoreCommand {

    @Mixin
    private final ReportOptions about = new ReportOptions();

    @Mixin
    private final MomentOption moment = new MomentOption();

    public RerunCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Asked asked() {
        Asked asked = about.asked().again();
        moment.moment();
        if (asked.periods().isEmpty()) {
            throw new UsageException("Thiếu --period: kỳ cần viết lại.", "--period is missing: which one to rebuild.");
        }
        return asked;
    }

    @Override
    ExitCode over(Session session) throws Exception {
        Instant asOf = moment.moment();
        return asOf == null
                ? session.writing(options().patience(), () -> rewrite(session))
                : session.writingAside(options().patience(), () -> writeAsOf(asOf, session));
    }

    private ExitCode rewrite(Session session) throws Exception {
        session.settings()
                .periods()
                .forEach(period -> ClosedPeriodException.throwIfClosed(
                        period, session.tools().seals()));
        session.start("rerun");
        RunState state = session.state();
        if (state.reports().written().isEmpty() && state.reports().failed().isEmpty()) {
            throw nothingStored(session);
        }
        RunSummary summary = new RunSummary(session, console());
        summary.tellWritten();
        summary.tellKeptAndFailed();
        return state.worst();
    }

    /** Into a folder of its own, since the reports of today are others. */
    private ExitCode writeAsOf(Instant asOf, Session session) throws IOException {
        Settings settings = session.settings();
        Tools tools = session.tools();
        List<String> written = new ArrayList<>();
        Path folder = PastReports.folder(settings.out(), asOf);
        for (String code : settings.periods()) {
            Period period = session.period(code);
            List<Unit> units = tools.scope().unitsToReport(settings.unit(), period);
            written.addAll(tools.past().write(period, units, folder, asOf));
        }
        if (written.isEmpty()) {
            throw nothingStored(session);
        }
        console()
                .say(
                        "Đã viết %d báo cáo theo số liệu nhận đến %s:".formatted(written.size(), asOf),
                        "Wrote %d reports as of %s:".formatted(written.size(), asOf));
        written.forEach(report -> console().line("  " + folder.resolve(report)));
        return ExitCode.DONE;
    }

    private static UsageException nothingStored(Session session) {
        String stored =
                session.tools().scope().periods().stream().map(Period::code).collect(Collectors.joining(", "));
        return new UsageException(
                "Không có số liệu nào đã lưu cho kỳ và đơn vị này. Các kỳ có số liệu: " + stored,
                "Nothing is stored for this period and unit. Periods with data: " + stored);
    }
}
