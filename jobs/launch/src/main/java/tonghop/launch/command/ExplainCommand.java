package tonghop.launch.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tonghop.domain.NearestWord;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.FigureId;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.Session;
import tonghop.launch.job.Tools;
import tonghop.report.data.ExplanationText;
import tonghop.rollup.report.Explanations;

/** What somebody calls who doubts a figure. */
@Command(
        name = "explain",
        description = {"Truy một số liệu về tận ô trong tệp gốc.", "Walks a figure back to the cells that it stands on."
        })
public final class ExplainCommand extends StoreCommand {

    @Parameters(
            paramLabel = "MEASURE|INDICATOR",
            description =
                    "Chỉ tiêu hoặc chỉ số, ví dụ reception.visits, complaint-resolution-rate / as named in report.json")
    private String figure = "";

    @Mixin
    private final ReportOptions about = new ReportOptions();

    @Mixin
    private final MomentOption moment = new MomentOption();

    @Option(names = "--json", description = "Kết quả dạng JSON / the result as JSON")
    private boolean isJson;

    public ExplainCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Asked asked() {
        Asked asked = about.asked();
        moment.moment();
        if (asked.periods().size() != 1 || asked.unit() == null) {
            throw new UsageException(
                    "Cần một --period và một --unit, ví dụ: --unit 67 --period 2023.",
                    "One --period and one --unit are needed, such as --unit 67 --period 2023.");
        }
        return asked;
    }

    @Override
    ExitCode over(Session session) {
        Period period = session.period(session.settings().periods().get(0));
        String code = String.valueOf(session.settings().unit());
        Unit unit = session.catalogue()
                .definitions()
                .unitsOf(period)
                .find(code)
                .orElseThrow(() -> new UsageException(
                        "Đơn vị %s không có trong kỳ %s.".formatted(code, period.labelInSentence()),
                        "There is no unit %s in the period %s.".formatted(code, period.code())));
        Explanation explanation = explain(session, unit, period, moment.moment());
        if (isJson) {
            print(ExplanationText.json(explanation));
        } else {
            print(ExplanationText.forPeople(explanation));
        }
        return ExitCode.DONE;
    }

    /** In a transaction of its own that leaves no trace. */
    private Explanation explain(Session session, Unit unit, Period period, @Nullable Instant asOf) {
        Definitions definitions = session.catalogue().definitions();
        Tools tools = session.tools();
        return tools.transaction().withoutTrace(() -> {
            if (asOf == null) {
                tools.rollUp().update(period);
            } else {
                tools.rollUp().update(period, asOf);
            }
            Explanations explanations = asOf == null
                    ? Explanations.of(period, definitions, tools.template())
                    : Explanations.of(period, asOf, definitions, tools.template());
            return explanations
                    .find(unit, FigureId.parse(figure))
                    .orElseThrow(() -> unknown(
                            unit,
                            period,
                            explanations.figuresOf(unit).stream()
                                    .map(one -> one.id().toString())
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
