package tonghop.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tonghop.catalogue.CatalogueException;
import tonghop.launch.command.AnswerCommand;
import tonghop.launch.command.CheckCommand;
import tonghop.launch.command.CloseCommand;
import tonghop.launch.command.DefaultValues;
import tonghop.launch.command.DiffCommand;
import tonghop.launch.command.ExplainCommand;
import tonghop.launch.command.FormsCommand;
import tonghop.launch.command.Options;
import tonghop.launch.command.ReopenCommand;
import tonghop.launch.command.RerunCommand;
import tonghop.launch.command.RestateCommand;
import tonghop.launch.command.RunCommand;
import tonghop.launch.command.StatusCommand;
import tonghop.launch.command.UnitsCommand;
import tonghop.launch.command.WithdrawCommand;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Harmless;
import tonghop.launch.console.LockHeldException;
import tonghop.launch.console.Trouble;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.ClosedPeriodException;
import tonghop.launch.job.Version;
import tonghop.launch.postgres.DatabaseUnavailableException;
import tonghop.report.sheet.BrokenTemplateException;
import tonghop.report.sheet.TemporaryFiles;
import tonghop.rollup.store.LockLostException;

/** The program: reads the command line, runs the command, and ends with its exit code. */
@Command(
        name = "tonghop",
        description = {
            "Tổng hợp báo cáo của huyện, xã thành báo cáo của tỉnh.",
            "Consolidates the spreadsheets of districts and communes into provincial reports."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Application.VersionText.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Application implements Runnable {

    private static final String DEFECT = "tonghop-defect-";

    private Application() {}

    public static void main(String[] args) {
        // What we write may not depend on where we run: some locales have digits of their own.
        Locale.setDefault(Locale.ROOT);
        System.exit(execute(args, System.getenv(), new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Runs one command and says how it ended. */
    public static int execute(String[] args, Map<String, String> environment, PrintWriter people) {
        PrintStream results = System.out;
        // Standard output is the result alone: whatever libraries would print there goes where people read.
        System.setOut(System.err);
        // Their logs begin with a session, which has a file for them.
        LoggingSystem.get(Application.class.getClassLoader()).beforeInitialize();
        try {
            return execute(args, environment, new Console(people), results);
        } finally {
            System.setOut(results);
        }
    }

    private static int execute(String[] args, Map<String, String> environment, Console console, PrintStream results) {
        CommandLine line = new CommandLine(new Application())
                .addSubcommand(new RunCommand(console, environment))
                .addSubcommand(new RerunCommand(console, environment))
                .addSubcommand(new StatusCommand(console, environment))
                .addSubcommand(new CloseCommand(console, environment))
                .addSubcommand(new ReopenCommand(console, environment))
                .addSubcommand(new WithdrawCommand(console, environment))
                .addSubcommand(new DiffCommand(console, environment))
                .addSubcommand(new CheckCommand(console, environment))
                .addSubcommand(new ExplainCommand(console, environment))
                .addSubcommand(new RestateCommand(console, environment))
                .addSubcommand(new AnswerCommand(console, environment))
                .addSubcommand(new FormsCommand(console, environment))
                .addSubcommand(new UnitsCommand(console, environment))
                .setOut(new PrintWriter(results, true, StandardCharsets.UTF_8))
                .setErr(console.writer())
                .setParameterExceptionHandler((trouble, wrong) -> usage(trouble, console));
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        try {
            Path file = Options.root(environment).resolve("tonghop.properties");
            DefaultValues defaults = DefaultValues.read(environment, file);
            line.setDefaultValueProvider(defaults)
                    .setExecutionStrategy(parsed -> execute(parsed, defaults))
                    .setExecutionExceptionHandler(
                            (trouble, command, parsed) -> tell(trouble, console, defaults.home(parsed)));
            return line.execute(args);
        } catch (IOException | UncheckedIOException | UsageException e) {
            return tell(e, console, Options.home(environment));
        }
    }

    /** Help is our own text, with colours; a command prints what came from outside. */
    private static int execute(ParseResult parsed, DefaultValues defaults) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        CommandLine line = parsed.commandSpec().commandLine();
        line.setOut(Harmless.over(line.getOut()));
        try (Scratch scratch = Scratch.in(defaults.home(parsed))) {
            TemporaryFiles.keepIn(scratch.folder());
            // Where the progress display unpacks what it asks the terminal with.
            System.setProperty("jline.tmpdir", scratch.folder().toString());
            return new CommandLine.RunLast().execute(parsed);
        } finally {
            TemporaryFiles.keepAnywhere();
        }
    }

    @Override
    public void run() {
        throw new UsageException(
                "Thiếu lệnh; xem './tonghop --help'.", "A command is missing; see './tonghop --help'.");
    }

    private static int usage(ParameterException trouble, Console console) {
        console.line(String.valueOf(trouble.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(trouble, console.writer())) {
            console.line("Xem / see: ./tonghop %s --help"
                    .formatted(trouble.getCommandLine().getCommandName()));
        }
        return ExitCode.USAGE.number();
    }

    private static int tell(Exception trouble, Console console, Path home) {
        if (trouble instanceof UsageException usage) {
            console.say(usage.messageVi(), String.valueOf(usage.getMessage()));
            return ExitCode.USAGE.number();
        }
        if (trouble instanceof CatalogueException catalogue) {
            console.say("Danh mục trong templates/ có lỗi:", "The catalogue in templates/ has mistakes:");
            catalogue.problems().forEach(problem -> console.line("  " + problem));
            return ExitCode.USAGE.number();
        }
        if (trouble instanceof BrokenTemplateException templates) {
            console.say("Mẫu báo cáo trong templates/ có lỗi:", "Layouts of reports in templates/ have mistakes:");
            templates.problems().forEach(problem -> console.line("  " + problem));
            return ExitCode.USAGE.number();
        }
        if (trouble instanceof ClosedPeriodException closed) {
            console.say(closed.messageVi(), String.valueOf(closed.getMessage()));
            return ExitCode.REFUSED.number();
        }
        if (trouble instanceof LockLostException) {
            return tell(LockHeldException.byAnotherRun(), console, home);
        }
        if (trouble instanceof LockHeldException held) {
            console.say(held.messageVi(), String.valueOf(held.getMessage()));
            return ExitCode.REFUSED.number();
        }
        if (trouble instanceof DatabaseUnavailableException database) {
            // With what the server printed, line by line.
            database.messageVi().lines().forEach(console::line);
            database.messageEn().lines().map(told -> "  " + told).forEach(console::line);
            return ExitCode.SURROUNDINGS.number();
        }
        Trouble told = Trouble.of(trouble);
        return told.code() == ExitCode.SURROUNDINGS
                ? surroundings(told.what(), console)
                : defect(trouble, console, home);
    }

    private static int surroundings(String what, Console console) {
        console.say(
                "Không làm được hết vì máy chủ, ổ đĩa hoặc quyền: " + what,
                "Not everything could be done because of the database, the disk or permissions: " + what);
        return ExitCode.SURROUNDINGS.number();
    }

    private static int defect(Exception trouble, Console console, Path home) {
        String where;
        try {
            Path file = newDefectFile(home);
            try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                trouble.printStackTrace(trace);
            }
            where = file.toString();
        } catch (IOException e) {
            where = String.valueOf(trouble);
        }
        console.say(
                "Lỗi của chính Tonghop (%s). Hãy gửi tệp này cho người phát triển: %s".formatted(trouble, where),
                "A defect in Tonghop itself (%s). Please send this file to its developers: %s"
                        .formatted(trouble, where));
        return ExitCode.DEFECT.number();
    }

    private static Path newDefectFile(Path home) throws IOException {
        try {
            return Files.createTempFile(Files.createDirectories(home.resolve("logs")), DEFECT, ".txt");
        } catch (IOException noHome) {
            return Files.createTempFile(DEFECT, ".txt");
        }
    }

    /** What {@code --version} prints. */
    static final class VersionText implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"tonghop " + Version.current()};
        }
    }
}
