package tonghop.launch.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tonghop.catalogue.Catalogue;
import tonghop.launch.console.Console;
import tonghop.launch.console.Trouble;
import tonghop.report.ReportFolder;
import tonghop.rollup.record.Seals;
import tonghop.rollup.record.Seals.Seal;

/** Writes the reports of closed periods again that were lost or edited, if they can be made as they were closed. */
public record SealedReports(Settings settings, RunState run, Catalogue catalogue, Seals seals, PastReports past) {

    /** What cannot be made as it was stays broken, and is not touched. */
    void restore() {
        run.reports().broken().forEach((period, reports) -> {
            Seal seal = seals.of(period).orElseThrow();
            if (isOfToday(seal)) {
                restore(seal, reports);
            }
        });
    }

    /** What came of each is noted when all is done, since what is written to the database meanwhile is undone. */
    private void restore(Seal seal, List<String> lost) {
        Map<String, List<Path>> restored = new TreeMap<>();
        Map<String, Trouble> failed = new TreeMap<>();
        OwnTransaction.troubleOf(() -> restored.putAll(past.restore(seal, lost, settings.out(), failed::put)))
                .ifPresent(trouble -> lost.forEach(report -> failed.putIfAbsent(report, trouble)));
        restored.forEach((report, kept) -> run.reports().settle(report, RunReports.Result.RESTORED, kept));
        failed.forEach(run.reports()::fail);
    }

    private boolean isOfToday(Seal seal) {
        return isOfThisVersion(seal) && isOfThisCatalogue(seal);
    }

    private static boolean isOfThisVersion(Seal seal) {
        return seal.version().equals(Version.current());
    }

    private boolean isOfThisCatalogue(Seal seal) {
        return seal.catalogue().equals(catalogue.digest());
    }

    /** Says which reports are not as they were closed, why they were not written again, and what to do. */
    public void tellBroken(Console console) {
        run.reports().broken().forEach((period, reports) -> {
            reports.forEach(report -> tellBroken(settings.out().resolve(report), console));
            tellWhy(seals.of(period).orElseThrow(), console);
        });
    }

    private void tellWhy(Seal seal, Console console) {
        if (!isOfThisVersion(seal)) {
            console.say(
                    "Không viết lại được như lúc chốt: kỳ %s chốt bằng Tonghop %s, đây là %s. Hãy lấy lại từ bản sao lưu, hoặc chạy bằng phiên bản đó."
                            .formatted(seal.period(), seal.version(), Version.current()),
                    "It cannot be written as it was closed: period %s was closed by Tonghop %s, this is %s. Take it from a backup, or run that version."
                            .formatted(seal.period(), seal.version(), Version.current()));
        } else if (!isOfThisCatalogue(seal)) {
            console.say(
                    "Không viết lại được như lúc chốt kỳ %s: danh mục trong templates/ nay đã khác. Hãy lấy lại từ bản sao lưu, hoặc chạy với danh mục lúc chốt."
                            .formatted(seal.period()),
                    "It cannot be written as period %s was closed: the catalogue in templates/ is another one now. Take it from a backup, or run with the catalogue of then."
                            .formatted(seal.period()));
        } else {
            console.say(
                    "Không viết lại được như lúc chốt kỳ %s: %s. Hãy lấy lại từ bản sao lưu."
                            .formatted(
                                    seal.period(),
                                    seals.holds(seal)
                                            ? "kết quả không trùng dấu chốt"
                                            : "số liệu đã lưu không còn như lúc chốt"),
                    "It cannot be written as period %s was closed: %s. Take it from a backup."
                            .formatted(
                                    seal.period(),
                                    seals.holds(seal)
                                            ? "what comes out does not bear the seal"
                                            : "what is stored is not what was closed"));
        }
    }

    /** The reports of a closed period that are not there as they were closed. */
    public static List<String> broken(Seal seal, Path out) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Map.Entry<String, String> report : seal.outputs().entrySet()) {
            if (isBroken(report.getKey(), report.getValue(), out)) {
                broken.add(report.getKey());
            }
        }
        return broken;
    }

    /** Whether the report in the folder {@code report} below {@code out} has another manifest than the sealed one. */
    static boolean isBroken(String report, String manifest, Path out) throws IOException {
        return !ReportFolder.digest(out.resolve(report)).equals(Optional.of(manifest));
    }

    public static void tellBroken(Path report, Console console) {
        console.say(
                "Báo cáo %s không còn như lúc chốt kỳ.".formatted(report),
                "The report %s is not as it was closed.".formatted(report));
    }
}
