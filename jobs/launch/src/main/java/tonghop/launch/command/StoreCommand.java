package tonghop.launch.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tonghop.catalogue.Catalogue;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Harmless;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;

/** What all commands over the database do alike: read what was asked, open the database, work, and close it. */
abstract class StoreCommand implements Callable<Integer> {

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;
    private final Map<String, String> environment;

    StoreCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public final Integer call() throws Exception {
        Catalogue catalogue = options.catalogue(environment);
        return execute(options.settings(asked(), catalogue, environment), catalogue)
                .number();
    }

    /**
     * What the command's own options ask for.
     *
     * @throws UsageException if they do not go together
     */
    abstract Asked asked();

    /** Does the work; what needs no database does it here. */
    ExitCode execute(Settings settings, Catalogue catalogue) throws Exception {
        try (Session session = Session.open(settings, catalogue, options.db(), environment, console)) {
            return over(session);
        }
    }

    abstract ExitCode over(Session session) throws Exception;

    final StoreOptions options() {
        return options;
    }

    final Console console() {
        return console;
    }

    final Map<String, String> environment() {
        return environment;
    }

    /** Prints the result for machines. */
    final void print(String result) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(result);
        out.flush();
    }

    /** Prints the result for people, line by line; what came from outside does no harm to a terminal. */
    final void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.stream().map(Harmless::line).forEach(out::println);
        out.flush();
    }
}
