package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tonghop.catalogue.Catalogue;
import tonghop.domain.time.Period;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.ClosedPeriodException;
import tonghop.launch.job.RunState;
import tonghop.launch.job.SealedReports;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.job.Version;
import tonghop.launch.postgres.Database;
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
public final class CloseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PERIOD", description = "Kỳ báo cáo / the period, such as 2023-Q4")
    @SuppressWarnings("NullAway.Init")
    private String period;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Lý do, căn cứ chốt kỳ / why it is closed")
    private @Nullable String reason;

    @Option(
            names = "--verify",
            description = "Chỉ kiểm tra kỳ đã chốt còn nguyên như lúc chốt / only say whether the seal still holds")
    private boolean isVerification;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    private final Console console;
    private final Map<String, String> environment;

    public CloseCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Catalogue catalogue = options.catalogue(environment);
        Settings settings = options.settings(List.of(), List.of(period), null, false, catalogue, environment);
        String why = isVerification ? "" : requireReason(reason);
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            if (isVerification) {
                return verify(settings, session).number();
            }
            return session.writing(options.patience(), () -> close(why, settings, catalogue, session))
                    .number();
        }
    }

    /**
     * What somebody gave as the reason for an act that stays on record.
     *
     * @throws UsageException if that is nothing
     */
    static String requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new UsageException("Thiếu --reason: lý do.", "--reason is missing: say why.");
        }
        return reason.strip();
    }

    private ExitCode close(String why, Settings settings, Catalogue catalogue, Session session) throws Exception {
        ClosedPeriodException.throwIfClosed(period, session);
        session.start("rerun");
        RunState state = session.state();
        if (state.failed().stream().anyMatch(failed -> failed.report().endsWith(period))) {
            new RunSummary(settings, session, catalogue, console).tellKeptAndFailed();
            console.say(
                    "Chưa chốt kỳ %s vì còn báo cáo chưa viết được.".formatted(period),
                    "Period %s is not closed, since a report of it could not be written.".formatted(period));
            return state.worst();
        }
        if (state.reports().isEmpty()) {
            throw new UsageException(
                    "Chưa có số liệu nào được lưu cho kỳ %s.".formatted(period),
                    "Nothing is stored for period %s.".formatted(period));
        }
        Map<String, String> outputs = new TreeMap<>();
        for (String report : state.reports()) {
            outputs.put(report, digestOf(settings.out().resolve(report)));
        }
        Period closed = catalogue.definitions().calendar().find(period).orElseThrow();
        Seal seal = session.inTransaction(
                () -> session.part(Seals.class).close(closed, why, catalogue.digest(), Version.current(), outputs));
        console.say(
                "Đã chốt kỳ %s: %d báo cáo, dấu %s.".formatted(period, outputs.size(), seal.digest()),
                "Period %s is closed: %d reports, seal %s.".formatted(period, outputs.size(), seal.digest()));
        state.written().forEach(report -> console.line("  " + settings.out().resolve(report)));
        return ExitCode.DONE;
    }

    private static String digestOf(Path folder) throws IOException {
        return ReportFolder.digest(folder).orElseThrow(() -> new IOException("just written, and changed: " + folder));
    }

    private ExitCode verify(Settings settings, Session session) throws IOException {
        Seals seals = session.part(Seals.class);
        Optional<Seal> found = seals.of(period);
        if (found.isEmpty()) {
            throw new UsageException("Kỳ %s chưa chốt.".formatted(period), "Period %s is open.".formatted(period));
        }
        Seal seal = found.get();
        boolean isStoreAsClosed = seals.holds(seal);
        List<String> broken = SealedReports.broken(seal, settings.out());
        if (isStoreAsClosed && broken.isEmpty()) {
            console.say(
                    "Kỳ %s còn nguyên như lúc chốt, dấu %s.".formatted(period, seal.digest()),
                    "Period %s is as it was closed, seal %s.".formatted(period, seal.digest()));
            return ExitCode.DONE;
        }
        if (!isStoreAsClosed) {
            console.say(
                    "Kỳ %s: số liệu đã lưu không còn như lúc chốt.".formatted(period),
                    "Period %s: what is stored is not what was closed.".formatted(period));
        }
        broken.forEach(report -> SealedReports.tellBroken(settings.out().resolve(report), console));
        return ExitCode.DONE_WITH_REJECTIONS;
    }
}
