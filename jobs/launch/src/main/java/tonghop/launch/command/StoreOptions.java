package tonghop.launch.command;

import java.nio.file.Path;
import java.time.Clock;
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

/** Where the data are, where reports go, and what is taken for now: the options of every command over the database. */
final class StoreOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Thư mục ghi báo cáo / where reports are written (default: output)")
    private @Nullable Path out;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "PostgreSQL, ví dụ postgresql://may-chu/tonghop (default: the embedded database)")
    private @Nullable String db;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Nơi giữ cơ sở dữ liệu và bản sao tệp / where the database and copies are kept")
    private @Nullable Path home;

    @Mixin
    private final CatalogueOption catalogue = new CatalogueOption();

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Option(names = "--wait", description = "Chờ nếu lượt chạy khác đang chạy / wait for another run to end")
    private boolean waits;

    @Nullable String db() {
        return db;
    }

    Clock clock() {
        return clock.clock();
    }

    /** How long to wait for another run to end; absent: for ever. */
    @Nullable Duration patience() {
        return waits ? null : Duration.ZERO;
    }

    Catalogue catalogue(Map<String, String> environment) {
        return catalogue.read(environment);
    }

    /**
     * The settings that these options amount to.
     *
     * @throws UsageException if the catalogue knows no such period or unit
     */
    Settings settings(
            List<Inbox> inboxes,
            List<String> periods,
            @Nullable String unit,
            boolean isRerun,
            Catalogue catalogue,
            Map<String, String> environment) {
        periods.forEach(period -> requirePeriod(period, catalogue));
        if (unit != null
                && catalogue.definitions().units().stream()
                        .noneMatch(known -> known.code().equals(unit))) {
            throw new UsageException(
                    "Không có đơn vị mã '%s'; xem templates/units/units.csv.".formatted(unit),
                    "There is no unit with code '%s'; see templates/units/units.csv.".formatted(unit));
        }
        Path root = Options.root(environment);
        return new Settings(
                inboxes,
                out == null ? root.resolve("output") : out,
                home == null ? Options.home(environment) : home,
                this.catalogue.folder(environment),
                periods,
                unit,
                isRerun,
                clock.clock());
    }

    private static void requirePeriod(String period, Catalogue catalogue) {
        if (catalogue.definitions().calendar().find(period).isEmpty()) {
            throw new UsageException(
                    "Không có kỳ '%s'; ví dụ: 2023, 2023-H1, 2018-9M, 2023-Q4, 2023-07.".formatted(period),
                    "There is no period '%s'; examples: 2023, 2023-H1, 2018-9M, 2023-Q4, 2023-07.".formatted(period));
        }
    }
}
