package tonghop.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tonghop.catalogue.Catalogue;

/** The options that every command over the database has. */
final class Options {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Thư mục ghi báo cáo / where reports are written (default: output)")
    private @Nullable Path out;

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

    boolean waits() {
        return waits;
    }

    Catalogue catalogue(Map<String, String> environment) {
        return catalogue.read(environment);
    }

    /** Where Tonghop lies: what the launcher says, else the working directory. */
    static Path root(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("TONGHOP_ROOT", ""));
    }

    /**
     * The settings that these options amount to.
     *
     * @throws UsageException if the catalogue knows no such period or unit, or an inbox is no folder
     */
    Settings settings(List<Path> inboxes, boolean isRerun, Catalogue catalogue, Map<String, String> environment) {
        for (Path inbox : inboxes) {
            if (!Files.isDirectory(inbox)) {
                throw new UsageException(
                        "Không có thư mục nhận tệp %s.".formatted(inbox.toAbsolutePath()),
                        "There is no inbox %s.".formatted(inbox.toAbsolutePath()));
            }
        }
        for (String period : periods) {
            if (catalogue.definitions().calendar().find(period).isEmpty()) {
                throw new UsageException(
                        "Không có kỳ '%s'; ví dụ: 2023, 2023-H1, 2018-9M, 2023-Q4, 2023-07.".formatted(period),
                        "There is no period '%s'; examples: 2023, 2023-H1, 2018-9M, 2023-Q4, 2023-07."
                                .formatted(period));
            }
        }
        if (unit != null
                && catalogue.definitions().units().stream()
                        .noneMatch(known -> known.code().equals(unit))) {
            throw new UsageException(
                    "Không có đơn vị mã '%s'; xem templates/units/units.csv.".formatted(unit),
                    "There is no unit with code '%s'; see templates/units/units.csv.".formatted(unit));
        }
        return new Settings(
                inboxes,
                out == null ? root(environment).resolve("output") : out,
                home(environment),
                this.catalogue.folder(environment),
                periods,
                unit,
                isRerun,
                clock.clock());
    }

    private Path home(Map<String, String> environment) {
        return home == null ? root(environment).resolve(".tonghop") : home;
    }
}
