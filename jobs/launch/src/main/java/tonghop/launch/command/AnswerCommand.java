package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tonghop.catalogue.UnitAnswers;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.UsageException;

/** Answers the question which unit a name means; the next run reads the files again that it held up. */
@Command(
        name = "answer",
        description = {
            "Trả lời: tên này là của đơn vị nào. Được ghi nhớ trong templates/units/answers.yaml.",
            "Answers which unit a name means. Remembered in templates/units/answers.yaml."
        })
public final class AnswerCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Tên như ghi trong tệp / the name as it stands in the file")
    private String name = "";

    @Option(names = "--unit", required = true, paramLabel = "U", description = "Mã đơn vị / code of the unit")
    private String unit = "";

    @Mixin
    private final CatalogueOption catalogue = new CatalogueOption();

    private final Console console;
    private final Map<String, String> environment;

    public AnswerCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = catalogue.folder(environment);
        List<Unit> bearers = catalogue.read(environment).definitions().units().stream()
                .filter(known -> known.code().equals(unit))
                .toList();
        String tidy = name.strip().replaceAll("\\s+", " ");
        if (bearers.isEmpty()) {
            throw new UsageException(
                    "Không có đơn vị mã '%s'; xem templates/units/units.csv.".formatted(unit),
                    "There is no unit with code '%s'; see templates/units/units.csv.".formatted(unit));
        }
        if (tidy.isEmpty() || tidy.chars().anyMatch(Character::isISOControl)) {
            throw new UsageException("Thiếu tên cần trả lời.", "The name to answer about is missing.");
        }
        Path file = UnitAnswers.add(folder, tidy, unit);
        String known = bearers.get(bearers.size() - 1).name();
        console.say(
                "Từ nay '%s' là %s %s (ghi trong %s).".formatted(tidy, unit, known, file),
                "From now on '%s' is %s %s (written to %s).".formatted(tidy, unit, known, file));
        return ExitCode.DONE.number();
    }
}
