package tonghop.launch.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tonghop.catalogue.Catalogue;
import tonghop.domain.report.ReportChange;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Harmless;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.RunComparison;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.postgres.Database;
import tonghop.rollup.record.Publications;
import tonghop.rollup.record.Publications.Run;
import tonghop.rollup.store.Withdrawals;

/** What changed between two runs, and why. */
@Command(
        name = "diff",
        description = {
            "Số liệu thay đổi giữa hai lượt chạy, và vì sao.",
            "What changed between two runs, and why: new or late submissions, corrections, withdrawals, units, rules,"
                    + " layouts, version."
        })
public final class DiffCommand implements Callable<Integer> {

    private static final String RUN = "Mã lượt chạy như trong output/runs/, hoặc vài chữ đầu, hoặc last, last~1"
            + " / a run's id as in output/runs/, or how it begins, or last, last~1";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = RUN)
    @SuppressWarnings("NullAway.Init")
    private String first;

    @Parameters(index = "1", paramLabel = "RUN", description = RUN)
    @SuppressWarnings("NullAway.Init")
    private String second;

    @Option(
            names = "--json",
            description = "Kết quả cho máy đọc, ra stdout / the result for machines, on standard output")
    private boolean isJson;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    private final Console console;
    private final Map<String, String> environment;

    public DiffCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = options.catalogue(environment);
        Settings settings = options.settings(List.of(), List.of(), null, false, catalogue, environment);
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            Publications publications = session.part(Publications.class);
            List<Run> runs = publications.runs();
            Run before = find(first, runs);
            Run after = find(second, runs);
            List<ReportChange> changes = new RunComparison(
                            publications, runs, session.part(Withdrawals.class), catalogue.definitions())
                    .between(before, after);
            PrintWriter out = spec.commandLine().getOut();
            if (isJson) {
                out.print(DiffJson.text(before, after, changes));
            } else {
                DiffText.lines(before, after, changes).stream()
                        .map(Harmless::line)
                        .forEach(out::println);
            }
            out.flush();
        }
        return ExitCode.DONE.number();
    }

    /**
     * The run that is meant; of several with the same id the last one.
     *
     * @throws UsageException if there is none, or several with ids that begin so
     */
    private static Run find(String name, List<Run> runs) {
        if (name.matches("last(~\\d{1,6})?")) {
            int back = name.equals("last") ? 0 : Integer.parseInt(name.substring("last~".length()));
            if (back < runs.size()) {
                return runs.get(runs.size() - 1 - back);
            }
        }
        List<Run> found =
                runs.stream().filter(run -> run.code().startsWith(name)).toList();
        List<String> codes = found.stream().map(Run::code).distinct().toList();
        if (codes.size() == 1 && !name.isBlank()) {
            return found.get(found.size() - 1);
        }
        List<String> known =
                new ArrayList<>(runs.stream().map(Run::code).distinct().toList());
        throw new UsageException(
                "Không rõ lượt chạy '%s'; có: %s.".formatted(name, String.join(", ", known)),
                "Which run is '%s'? Known are: %s.".formatted(name, String.join(", ", known)));
    }
}
