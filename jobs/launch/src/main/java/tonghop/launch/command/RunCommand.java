package tonghop.launch.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tonghop.catalogue.Catalogue;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.job.Inbox;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;

/** What cron calls. */
@Command(
        name = "run",
        description = {
            "Nhận mọi tệp trong thư mục nhận, rồi viết lại báo cáo của các kỳ có thay đổi.",
            "Takes in every file of the inboxes, then rewrites the reports of the periods whose inputs changed."
        })
public final class RunCommand extends StoreCommand {

    @Mixin
    private final ReportOptions about = new ReportOptions();

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

    public RunCommand(Console console, Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    Asked asked() {
        junit.check();
        return about.asked()
                .from(
                        inboxes.isEmpty()
                                ? List.of(Inbox.unnamed(
                                        CatalogueOption.root(environment()).resolve("input-samples")))
                                : Inbox.of(inboxes));
    }

    @Override
    ExitCode execute(Settings settings, Catalogue catalogue) throws Exception {
        return isDryRun ? new DryRun(settings, catalogue, console()).run(junit) : super.execute(settings, catalogue);
    }

    @Override
    ExitCode over(Session session) throws Exception {
        RunSummary summary = new RunSummary(session, console());
        return session.writing(options().patience(), () -> {
            session.start("nightly");
            return summary.tell(junit);
        });
    }
}
