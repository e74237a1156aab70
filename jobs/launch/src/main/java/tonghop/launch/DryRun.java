package tonghop.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tonghop.catalogue.Catalogue;
import tonghop.catalogue.FindingTexts;
import tonghop.domain.Report.LocatedFinding;
import tonghop.domain.Report.SentSheet;
import tonghop.ingest.Blanks;
import tonghop.ingest.FileReader;
import tonghop.report.RunFile;
import tonghop.report.TemporaryFiles;
import tonghop.rollup.FileState;
import tonghop.rollup.FileStates;
import tonghop.validate.Rules;

/** Reads and checks every file of the inboxes, without a database; stores and writes nothing. */
record DryRun(Settings settings, Catalogue catalogue, Console console) {

    ExitCode run(JUnitOption junit) throws IOException {
        FileReader reader = new FileReader(catalogue.definitions(), Blanks.of(catalogue::blank));
        Rules rules = new Rules(catalogue.definitions());
        Path copies = TemporaryFiles.newFolder();
        try {
            List<RunFile.FileLine> lines = new ArrayList<>();
            int rejected = 0;
            int seen = 0;
            Spool spool = new Spool(copies);
            for (Path folder : settings.inboxes()) {
                for (Inbox.Arrival arrival : new Inbox(folder, settings.out()).files()) {
                    Spool.Copy copy = spool.take(arrival.path()).orElse(null);
                    if (copy != null) {
                        for (RunState.Taken file : Arrivals.in(arrival.name(), copy, spool)) {
                            ReadStep.Judged judged = ReadStep.judge(file, reader, rules);
                            seen++;
                            FileState state = FileStates.ofFile(judged.file(), judged.findings());
                            rejected += state.needsMending() ? 1 : 0;
                            RunFile.FileLine line =
                                    FindingLines.withoutTextsOfLists(line(judged, state), catalogue.definitions());
                            FindingLines.tell(line, FindingLines.FEW, console);
                            if (junit.isWanted()) {
                                lines.add(line);
                            }
                            Files.deleteIfExists(file.copy().path());
                        }
                        Files.deleteIfExists(copy.path());
                    }
                }
            }
            junit.write(lines);
            console.say(
                    "Chạy thử: đã xem %d tệp, %d tệp phải sửa; không lưu, không ghi gì.".formatted(seen, rejected),
                    "Dry run: %d files seen, %d to mend; nothing stored, nothing written.".formatted(seen, rejected));
            return rejected > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE;
        } finally {
            Arrivals.delete(copies);
        }
    }

    /** A file as it is told of. */
    static RunFile.FileLine line(ReadStep.Judged judged, FileState state) {
        FindingTexts vietnamese = FindingTexts.vietnamese();
        FindingTexts english = FindingTexts.english();
        List<SentSheet> sheets = new ArrayList<>();
        judged.file()
                .submissions()
                .forEach(sheet -> sheets.add(new SentSheet(
                        sheet.file(),
                        sheet.sha256(),
                        sheet.sheet(),
                        sheet.form().id(),
                        sheet.unit(),
                        sheet.period().code(),
                        FileStates.ofSheet(sheet, judged.findings()).code(),
                        sheet.ledger())));
        return new RunFile.FileLine(
                judged.taken().name(),
                judged.taken().copy().sha256(),
                state.code(),
                sheets,
                judged.findings().stream()
                        .map(finding -> new LocatedFinding(finding, vietnamese.of(finding), english.of(finding)))
                        .toList());
    }
}
