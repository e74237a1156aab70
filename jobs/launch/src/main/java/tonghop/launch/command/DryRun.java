package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tonghop.catalogue.Catalogue;
import tonghop.catalogue.FindingTexts;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;
import tonghop.ingest.FileReader;
import tonghop.ingest.table.Blanks;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.FindingLines;
import tonghop.launch.console.Trouble;
import tonghop.launch.job.Arrivals;
import tonghop.launch.job.Judged;
import tonghop.launch.job.LeftOut;
import tonghop.launch.job.OwnTransaction;
import tonghop.launch.job.RunState;
import tonghop.launch.job.Settings;
import tonghop.launch.job.Spool;
import tonghop.report.RunFile;
import tonghop.report.sheet.TemporaryFiles;
import tonghop.validate.Rules;

/** Reads and checks every file of the inboxes, without a database; stores and writes nothing. */
record DryRun(Settings settings, Catalogue catalogue, Console console) {

    ExitCode run(JUnitOption junit) throws IOException {
        Path copies = TemporaryFiles.newFolder();
        try {
            Reading reading = new Reading();
            List<LeftOut> leftOut = Arrivals.each(settings, new Spool(copies), reading);
            LeftOut.tell(leftOut, console);
            junit.write(reading.lines);
            console.say(
                    "Chạy thử: đã xem %d tệp, %d tệp phải sửa; không lưu, không ghi gì."
                            .formatted(reading.lines.size(), reading.rejected),
                    "Dry run: %d files seen, %d to mend; nothing stored, nothing written."
                            .formatted(reading.lines.size(), reading.rejected));
            if (LeftOut.isAnyUnreadable(leftOut)) {
                return ExitCode.SURROUNDINGS;
            }
            return reading.rejected > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE;
        } finally {
            Arrivals.delete(copies);
        }
    }

    /** Reads one file after the other. */
    private final class Reading implements Arrivals.Use {

        private final FileReader reader = new FileReader(catalogue.definitions(), Blanks.of(catalogue::blank));
        private final Rules rules = new Rules(catalogue.definitions());
        private final List<RunFile.FileLine> lines = new ArrayList<>();
        private final LocalDate today = ClockOption.today(settings.clock());
        private int rejected;

        @Override
        public void take(RunState.Taken file, Instant changed) {
            OwnTransaction.troubleOf(() -> tell(Judged.of(file, reader, rules).on(today)))
                    .ifPresent(trouble -> tell(Judged.later(file, trouble)));
        }

        @Override
        public void takeLater(RunState.Taken file, Instant changed, IOException trouble) {
            tell(Judged.later(file, Trouble.of(trouble)));
        }

        private void tell(Judged judged) {
            SubmissionState state = SubmissionState.of(judged.file(), judged.findings());
            rejected += state.needsMending() ? 1 : 0;
            lines.add(FindingLines.withoutTextsOfLists(line(judged, state), catalogue.definitions()));
            FindingLines.tell(lines.get(lines.size() - 1), FindingLines.FEW, console);
        }
    }

    /** A file as it is told of. */
    static RunFile.FileLine line(Judged judged, SubmissionState state) {
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
                        SubmissionState.of(sheet, judged.findings()),
                        sheet.ledger())));
        return new RunFile.FileLine(
                judged.taken().name(),
                judged.taken().copy().sha256(),
                state,
                sheets,
                judged.findings().stream()
                        .map(finding -> new LocatedFinding(finding, vietnamese.of(finding), english.of(finding)))
                        .toList());
    }
}
