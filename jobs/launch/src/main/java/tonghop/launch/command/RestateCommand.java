package tonghop.launch.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.RestatedFigure;
import tonghop.domain.report.Restatement;
import tonghop.domain.time.Period;
import tonghop.domain.unit.UnitTree;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.Session;
import tonghop.launch.job.Tools;
import tonghop.report.data.RestatementText;
import tonghop.rollup.sum.RestatedFigures;

/** What an analyst calls whose years before and after 1 July 2025 have to be compared. */
@Command(
        name = "restate",
        description = {
            "Nêu số liệu của một kỳ theo đơn vị hành chính của một ngày khác.",
            "States a period's figures by the units of another day."
        })
public final class RestateCommand extends StoreCommand {

    @Mixin
    private final ReportOptions about = new ReportOptions();

    @Option(
            names = "--units-of",
            required = true,
            paramLabel = "DAY",
            description = "Ngày của các đơn vị, ví dụ 2025-07-01 / the day whose units are wanted")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--json", description = "Kết quả dạng JSON / the result as JSON")
    private boolean isJson;

    public RestateCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Asked asked() {
        Asked asked = about.asked();
        if (asked.periods().size() != 1) {
            throw new UsageException(
                    "Cần một --period, ví dụ: --period 2023.", "One --period is needed, such as --period 2023.");
        }
        return asked;
    }

    @Override
    ExitCode over(Session session) {
        Period period = session.period(session.settings().periods().get(0));
        Definitions definitions = session.catalogue().definitions();
        String unit = session.settings().unit();
        if (unit != null && UnitTree.on(day, definitions.units()).find(unit).isEmpty()) {
            throw new UsageException(
                    "Ngày %s không có đơn vị %s.".formatted(day, unit),
                    "There was no unit %s on %s.".formatted(unit, day));
        }
        Tools tools = session.tools();
        RestatedFigures.Result restated = tools.transaction().withoutTrace(() -> {
            tools.rollUp().update(period);
            return RestatedFigures.of(period, definitions, tools.template()).on(day);
        });
        tell(restated, period, unit);
        return ExitCode.DONE;
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
        print(
                isJson
                        ? RestatementText.json(period, day, figures, breaks)
                        : RestatementText.forPeople(period, day, figures, breaks));
    }
}
