package tonghop.launch.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that are about the reports of periods and units. */
public final class ReportOptions {

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

    Asked asked() {
        return new Asked(List.of(), periods, unit, false);
    }
}
