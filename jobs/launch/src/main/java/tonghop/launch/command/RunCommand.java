package tonghop.launch.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tonghop.catalogue.Catalogue;
import tonghop.launch.console.Console;
import tonghop.launch.job.Inbox;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.postgres.Database;

/** What cron calls. */
@Command(
        name = "run",
        description = {
            "Nhận mọi tệp trong thư mục nhận, rồi viết lại báo cáo của các kỳ có thay đổi.",
            "Takes in every file of the inboxes, then rewrites the reports of the periods whose inputs changed."
        })
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--inbox",
            paramLabel = "[NAME=]DIR",
            description =
                    "Thư mục nhận tệp, có thể kèm tên / folder that files arrive in, and its name; may be repeated (default: input-samples)")
    private List<String> inboxes = List.of();

    @Option(
            names = "--dry-run",
            description =
                    "Chỉ đọc và kiểm tra, không lưu và không ghi gì / read and check only, store and write nothing")
    private boolean isDryRun;

    @Mixin
    private final JUnitOption junit = new JUnitOption();

    private final Console console;
    private final Map<String, String> environment;

    public RunCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        junit.check();
        Catalogue catalogue = options.catalogue(environment);
        List<Inbox> taken = inboxes.isEmpty()
                ? List.of(Inbox.unnamed(Options.root(environment).resolve("input-samples")))
                : Inbox.of(inboxes);
        Settings settings = options.settings(taken, false, catalogue, environment);
        if (isDryRun) {
            return new DryRun(settings, catalogue, console).run(junit).number();
        }
        try (Database database = Database.open(options.db(), settings.home(), environment);
                Session session = Session.open(settings, catalogue, database, console)) {
            RunSummary summary = new RunSummary(settings, session, catalogue, console);
            return session.writing(options.patience(), () -> {
                        session.start("nightly");
                        return summary.tell(junit);
                    })
                    .number();
        }
    }
}
