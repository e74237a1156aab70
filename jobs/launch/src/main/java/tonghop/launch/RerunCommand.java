package tonghop.launch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tonghop.catalogue.Catalogue;
import tonghop.domain.Period;
import tonghop.rollup.ReportScope;

/** What an officer calls. */
@Command(
        name = "rerun",
        description = {
            "Viết lại báo cáo của một kỳ từ những gì đã lưu.",
            "Rebuilds a period's reports from what is stored. Refused for a closed period."
        })
final class RerunCommand implements Callable<Integer> {

    @Mixin
    private final Options options = new Options();

    private final Console console;
    private final Map<String, String> environment;

    RerunCommand(Console console, Map<String, String> environment) {
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
            session.underLock(options.patience(), () -> {
                settings.periods().forEach(period -> ClosedPeriodException.throwIfClosed(period, session));
                session.start("rerun");
            });
            RunState state = session.state();
            if (state.written().isEmpty()) {
                String stored = String.join(
                        ", ",
                        session.part(ReportScope.class).periods().stream()
                                .map(Period::code)
                                .toList());
                throw new UsageException(
                        "Không có số liệu nào đã lưu cho kỳ và đơn vị này. Các kỳ có số liệu: " + stored,
                        "Nothing is stored for this period and unit. Periods with data: " + stored);
            }
            new RunSummary(settings, session, catalogue, console).tellWritten();
            return ExitCode.DONE.number();
        }
    }
}
