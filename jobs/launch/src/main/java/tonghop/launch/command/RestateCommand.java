package tonghop.launch.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tonghop.catalogue.Catalogue;
import tonghop.domain.report.RestatedFigure;
import tonghop.domain.report.Restatement;
import tonghop.domain.time.Period;
import tonghop.domain.unit.UnitTree;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.OwnTransaction;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.postgres.Database;
import tonghop.report.data.RestatementText;
import tonghop.rollup.sum.RestatedFigures;
import tonghop.rollup.sum.RollUp;

/** What an analyst calls whose years before and after 1 July 2025 have to be compared. */
@Command(
        name = "restate",
        description = {
            "Nêu số liệu của một kỳ theo đơn vị hành chính của một ngày khác.",
            "States a period's figures by the units of another day."
        })
public final class RestateCommand implements Callable<Integer> {

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--units-of",
            required = true,
            paramLabel = "DAY",
            description = "Ngày của các đơn vị, ví dụ 2025-07-01 / the day whose units are wanted")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--json", description = "Kết quả dạng JSON / the result as JSON")
    private boolean isJson;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;
    private final Map<String, String> environment;

    public RestateCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue(environment);
        Settings settings = options.settings(List.of(), true, catalogue, environment);
        if (settings.periods().size() != 1) {
            throw new UsageException(
                    "Cần một --period, ví dụ: --period 2023.", "One --period is needed, such as --period 2023.");
        }
        Period period = catalogue
                .definitions()
                .calendar()
                .find(settings.periods().get(0))
                .orElseThrow();
        UnitTree tree = UnitTree.on(day, catalogue.definitions().units());
        String unit = settings.unit();
        if (unit != null && tree.find(unit).isEmpty()) {
            throw new UsageException(
                    "Ngày %s không có đơn vị %s.".formatted(day, unit),
                    "There was no unit %s on %s.".formatted(unit, day));
        }
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            tell(restate(session, catalogue, period), period, unit);
        }
        return ExitCode.DONE.number();
    }

    /** In a transaction of its own that leaves no trace. */
    private RestatedFigures.Result restate(Session session, Catalogue catalogue, Period period) {
        RollUp rollUp = session.part(RollUp.class);
        JdbcTemplate template = session.part(JdbcTemplate.class);
        return session.part(OwnTransaction.class).withoutTrace(() -> {
            rollUp.update(period);
            return RestatedFigures.of(period, catalogue.definitions(), template).on(day);
        });
    }

    private void tell(RestatedFigures.Result result, Period period, @Nullable String within) {
        List<RestatedFigure> figures = result.figures().stream()
                .filter(figure ->
                        within == null || result.tree().isWithin(figure.unit().code(), within))
                .toList();
        List<Restatement.Break> breaks = result.breaks().stream()
                .filter(one -> within == null
                        || result.tree().isWithin(one.heldBy().code(), within)
                        || result.tree().isWithin(within, one.heldBy().code()))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                isJson
                        ? RestatementText.json(period, day, figures, breaks)
                        : RestatementText.forPeople(period, day, figures, breaks));
        out.flush();
    }
}
