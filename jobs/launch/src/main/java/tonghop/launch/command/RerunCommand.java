package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tonghop.catalogue.Catalogue;
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
import tonghop.launch.postgres.Database;
import tonghop.rollup.report.ReportScope;

/** What an officer calls. */
@Command(
        name = "rerun",
        description = {
            "Viết lại báo cáo của một kỳ từ những gì đã lưu.",
            "Rebuilds a period's reports from what is stored. Refused for a closed period."
        })
public final class RerunCommand implements Callable<Integer> {

    @Mixin
    private final Options options = new Options();

    @Mixin
    private final MomentOption moment = new MomentOption();

    private final Console console;
    private final Map<String, String> environment;

    public RerunCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Catalogue catalogue = options.catalogue(environment);
        Settings settings = options.settings(List.of(), true, catalogue, environment);
        if (settings.periods().isEmpty()) {
            throw new UsageException("Thiếu --period: kỳ cần viết lại.", "--period is missing: which one to rebuild.");
        }
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            Instant asOf = moment.moment();
            if (asOf != null) {
                return session.writingAside(options.patience(), () -> writeAsOf(asOf, settings, catalogue, session))
                        .number();
            }
            return session.writing(options.patience(), () -> rewrite(settings, catalogue, session))
                    .number();
        }
    }

    private ExitCode rewrite(Settings settings, Catalogue catalogue, Session session) throws Exception {
        settings.periods().forEach(period -> ClosedPeriodException.throwIfClosed(period, session));
        session.start("rerun");
        RunState state = session.state();
        if (state.written().isEmpty() && state.failed().isEmpty()) {
            throw nothingStored(session);
        }
        RunSummary summary = new RunSummary(settings, session, catalogue, console);
        summary.tellWritten();
        summary.tellKeptAndFailed();
        return state.worst();
    }

    /** Into a folder of its own, since the reports of today are others. */
    private ExitCode writeAsOf(Instant asOf, Settings settings, Catalogue catalogue, Session session)
            throws IOException {
        PastReports past = session.part(PastReports.class);
        List<String> written = new ArrayList<>();
        Path folder = PastReports.folder(settings.out(), asOf);
        for (String code : settings.periods()) {
            Period period = catalogue.definitions().calendar().find(code).orElseThrow();
            List<Unit> units = session.part(ReportScope.class).unitsToReport(settings.unit(), period);
            written.addAll(past.write(period, units, folder, asOf));
        }
        if (written.isEmpty()) {
            throw nothingStored(session);
        }
        console.say(
                "Đã viết %d báo cáo theo số liệu nhận đến %s:".formatted(written.size(), asOf),
                "Wrote %d reports as of %s:".formatted(written.size(), asOf));
        written.forEach(report -> console.line("  " + folder.resolve(report)));
        return ExitCode.DONE;
    }

    private static UsageException nothingStored(Session session) {
        String stored = session.part(ReportScope.class).periods().stream()
                .map(Period::code)
                .collect(Collectors.joining(", "));
        return new UsageException(
                "Không có số liệu nào đã lưu cho kỳ và đơn vị này. Các kỳ có số liệu: " + stored,
                "Nothing is stored for this period and unit. Periods with data: " + stored);
    }
}
