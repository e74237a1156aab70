package tonghop.launch.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tonghop.launch.console.Console;

/** What can be done with the registry of units. */
@Command(
        name = "units",
        description = {"Danh mục đơn vị hành chính.", "The registry of units."},
        subcommands = UnitsImportCommand.class)
public final class UnitsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Console console;
    private final Map<String, String> environment;

    public UnitsCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    Console console() {
        return console;
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "tonghop units import FILE...");
    }
}
