package tonghop.launch.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tonghop.catalogue.Catalogue;
import tonghop.launch.console.UsageException;
import tonghop.launch.job.Inbox;
import tonghop.launch.job.Settings;

/** The options of the commands that are about the reports of periods and units. */
public final class Options {

    @Option(
            names = "--period",
            paramLabel = "P",
            description = "Kỳ báo cáo, ví dụ 2023, 2023-H1, 2018-9M / reporting period; may be repeated")
    private List<String> periods = List.of();

    @Option(
            names = "--unit",
            paramLabel = "U",
            description = "Mã đơn vị, ví dụ 67, 513, VN / code of the unit to report on (default: every province)")
    private @Nullable String unit;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Nullable String db() {
        return store.db();
    }

    /** How long to wait for another run to end; absent: for ever. */
    @Nullable Duration patience() {
        return store.patience();
    }

    Catalogue catalogue(Map<String, String> environment) {
        return store.catalogue(environment);
    }

    /** Where Tonghop lies: what the launcher says, else the working directory. */
    public static Path root(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("TONGHOP_ROOT", ""));
    }

    /** Where the database and the copies of files are kept, if nothing else was said. */
    public static Path home(Map<String, String> environment) {
        return root(environment).resolve(".tonghop");
    }

    /**
     * The settings that these options amount to.
     *
     * @throws UsageException if the catalogue knows no such period or unit
     */
    Settings settings(List<Inbox> inboxes, boolean isRerun, Catalogue catalogue, Map<String, String> environment) {
        return store.settings(inboxes, periods, unit, isRerun, catalogue, environment);
    }
}
