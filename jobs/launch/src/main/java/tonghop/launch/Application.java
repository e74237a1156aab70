package tonghop.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import tonghop.catalogue.CatalogueException;
import tonghop.report.BrokenTemplateException;
import tonghop.rollup.LockLostException;

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

    private Application() {}

    public static void main(String[] args) {
        // What we write may not depend on where we run: some locales have digits of their own.
        Locale.setDefault(Locale.ROOT);
        System.exit(execute(args, System.getenv(), new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Runs one command and says how it ended. */
    static int execute(String[] args, Map<String, String> environment, PrintWriter people) {
        Console console = new Console(people);
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
                .setErr(people)
                .setExecutionExceptionHandler((trouble, command, result) -> tell(trouble, console))
                .setParameterExceptionHandler((trouble, wrong) -> usage(trouble, people));
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        try {
            Path file = Options.root(environment).resolve("tonghop.properties");
            line.setDefaultValueProvider(DefaultValues.read(environment, file));
        } catch (IOException | UsageException e) {
            return tell(e, console);
        }
        return line.execute(args);
    }

    @Override
    public void run() {
        throw new UsageException(
                "Thiếu lệnh; xem './tonghop --help'.", "A command is missing; see './tonghop --help'.");
    }

    private static int usage(ParameterException trouble, PrintWriter people) {
        people.println(trouble.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(trouble, people)) {
            people.println("Xem / see: ./tonghop %s --help"
                    .formatted(trouble.getCommandLine().getCommandName()));
        }
        return ExitCode.USAGE.number();
    }

    private static int tell(Exception trouble, Console console) {
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
        if (trouble instanceof LockHeldException || trouble instanceof LockLostException) {
            console.say(
                    "Một lượt chạy khác đang chạy; thử lại sau hoặc thêm --wait.",
                    "Another run is at work; try again later or add --wait.");
            return ExitCode.REFUSED.number();
        }
        if (trouble instanceof DatabaseUnavailableException database) {
            console.say(database.messageVi(), database.messageEn());
            return ExitCode.SURROUNDINGS.number();
        }
        Trouble told = Trouble.of(trouble);
        return told.code() == ExitCode.SURROUNDINGS ? surroundings(told.what(), console) : defect(trouble, console);
    }

    private static int surroundings(String what, Console console) {
        console.say(
                "Không làm được vì máy chủ, ổ đĩa hoặc quyền: " + what,
                "Nothing could be done because of the database, the disk or permissions: " + what);
        return ExitCode.SURROUNDINGS.number();
    }

    private static int defect(Exception trouble, Console console) {
        String where;
        try {
            Path file = Files.createTempFile("tonghop-defect-", ".txt");
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

    /** What {@code --version} prints. */
    static final class VersionText implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"tonghop " + Version.current()};
        }
    }
}
