package tonghop.launch.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tonghop.catalogue.Catalogue;
import tonghop.domain.NearestWord;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Figure;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Harmless;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.OwnTransaction;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.postgres.Database;
import tonghop.report.data.ExplanationText;
import tonghop.rollup.report.Explanations;
import tonghop.rollup.sum.RollUp;

/** What somebody calls who doubts a figure. */
@Command(
        name = "explain",
        description = {"Truy một số liệu về tận ô trong tệp gốc.", "Walks a figure back to the cells that it stands on."
        })
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "MEASURE|INDICATOR",
            description =
                    "Chỉ tiêu hoặc chỉ số, ví dụ reception.visits, complaint-resolution-rate / as named in report.json")
    private String figure = "";

    @Mixin
    private final Options options = new Options();

    @Mixin
    private final MomentOption moment = new MomentOption();

    @Option(names = "--json", description = "Kết quả dạng JSON / the result as JSON")
    private boolean isJson;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;
    private final Map<String, String> environment;

    public ExplainCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue(environment);
        Settings settings = options.settings(List.of(), true, catalogue, environment);
        String code = settings.unit();
        if (settings.periods().size() != 1 || code == null) {
            throw new UsageException(
                    "Cần một --period và một --unit, ví dụ: --unit 67 --period 2023.",
                    "One --period and one --unit are needed, such as --unit 67 --period 2023.");
        }
        Period period = catalogue
                .definitions()
                .calendar()
                .find(settings.periods().get(0))
                .orElseThrow();
        Unit unit = catalogue
                .definitions()
                .unitsOf(period)
                .find(code)
                .orElseThrow(() -> new UsageException(
                        "Đơn vị %s không có trong kỳ %s.".formatted(code, period.labelInSentence()),
                        "There is no unit %s in the period %s.".formatted(code, period.code())));
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            Explanation explanation = explain(session, catalogue.definitions(), unit, period, moment.moment());
            PrintWriter out = spec.commandLine().getOut();
            if (isJson) {
                out.print(ExplanationText.json(explanation));
            } else {
                ExplanationText.forPeople(explanation).stream()
                        .map(Harmless::line)
                        .forEach(out::println);
            }
            out.flush();
        }
        return ExitCode.DONE.number();
    }

    /** In a transaction of its own that leaves no trace. */
    private Explanation explain(
            Session session, Definitions definitions, Unit unit, Period period, @Nullable Instant asOf) {
        RollUp rollUp = session.part(RollUp.class);
        JdbcTemplate template = session.part(JdbcTemplate.class);
        return session.part(OwnTransaction.class).withoutTrace(() -> {
            if (asOf == null) {
                rollUp.update(period);
            } else {
                rollUp.update(period, asOf);
            }
            Explanations explanations = asOf == null
                    ? Explanations.of(period, definitions, template)
                    : Explanations.of(period, asOf, definitions, template);
            return explanations
                    .find(unit, figure)
                    .orElseThrow(() -> unknown(
                            unit,
                            period,
                            explanations.figuresOf(unit).stream()
                                    .map(Figure::id)
                                    .toList()));
        });
    }

    private UsageException unknown(Unit unit, Period period, List<String> known) {
        String nearest = NearestWord.to(figure, known).orElse(String.join(", ", known));
        return known.isEmpty()
                ? new UsageException(
                        "%s không có số liệu nào cho kỳ %s.".formatted(unit.name(), period.labelInSentence()),
                        "%s has no figures for the period %s.".formatted(unit.code(), period.code()))
                : new UsageException(
                        "%s không có số liệu '%s' cho kỳ %s; có phải: %s?"
                                .formatted(unit.name(), figure, period.labelInSentence(), nearest),
                        "%s has no figure '%s' for the period %s; did you mean: %s?"
                                .formatted(unit.code(), figure, period.code(), nearest));
    }
}
