package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.catalogue.FindingTexts;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;
import tonghop.launch.console.Console;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.FindingLines;
import tonghop.launch.console.Trouble;
import tonghop.launch.job.LeftOut;
import tonghop.launch.job.OwnTransaction;
import tonghop.launch.job.Readings;
import tonghop.launch.job.RunFiles;
import tonghop.launch.job.RunReports;
import tonghop.launch.job.RunState;
import tonghop.launch.job.Session;
import tonghop.launch.job.Version;
import tonghop.report.RunFile;
import tonghop.report.returned.ReturnedCopies;
import tonghop.rollup.record.Seals;
import tonghop.rollup.report.StoredFiles;
import tonghop.rollup.store.FileToReturn;

/** Tells what a run did, to people on the console and to machines in {@code run.json}. */
record RunSummary(Session session, Console console) {

    private static final int MOST_FILES_TOLD = 20;
    private static final Set<SubmissionState> RETURNED =
            Set.of(SubmissionState.ACCEPTED_WITH_WARNINGS, SubmissionState.REJECTED, SubmissionState.UNRECOGNISED);

    /** Writes {@code run.json} if the run did anything, what {@code junit} wants, and says how it went. */
    ExitCode tell(JUnitOption junit) throws IOException {
        RunState state = session.state();
        List<RunFiles.Piece> taken = state.files().all();
        List<LeftOut> leftOut = state.files().leftOut();
        int read = state.files().read();
        Map<String, FileToReturn> stored = stored(taken);
        List<RunFile.FileLine> files = files(taken, stored);
        console.say(
                "Đã xem %d tệp: %d tệp mới được đọc.".formatted(files.size(), read),
                "%d files seen, %d of them new and read.".formatted(files.size(), read));
        LeftOut.tell(leftOut, console);
        tellRejected(files);
        if (junit.isWanted()) {
            junit.write(files.stream()
                    .map(file -> FindingLines.withoutTextsOfLists(
                            file, session.catalogue().definitions()))
                    .toList());
        }
        RunFile.Run run = run(files, leftOut, unknown(taken, stored), tooLate(taken));
        boolean isAsBefore = read == 0
                && state.reports().written().isEmpty()
                && RunFile.isUpToDate(run, session.settings().out());
        if (isAsBefore) {
            console.say("Không có gì mới; không ghi gì.", "Nothing new; nothing written.");
        } else {
            tellWritten();
            tellUnended();
            OwnTransaction.troubleOf(() -> console.line(
                            "  " + RunFile.write(run, session.settings().out())))
                    .ifPresent(trouble -> writeWithoutCopies(run, trouble));
        }
        tellKeptAndFailed();
        tellClosed(run.tooLate());
        boolean isAnyToMend = files.stream().anyMatch(file -> file.state().needsMending());
        return state.worst()
                .atLeast(LeftOut.isAnyUnreadable(leftOut) ? ExitCode.SURROUNDINGS : ExitCode.DONE)
                .atLeast(isAnyToMend ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE);
    }

    private RunFile.Run run(
            List<RunFile.FileLine> files,
            List<LeftOut> leftOut,
            List<ReturnedCopies.Copy> returned,
            List<RunFile.TooLate> tooLate) {
        RunReports reports = session.state().reports();
        return new RunFile.Run(
                session.tools().runCode().text(),
                Version.current(),
                session.catalogue().digest(),
                files,
                leftOut.stream()
                        .map(entry ->
                                new RunFile.LeftOut(entry.file(), entry.reason().code()))
                        .toList(),
                reports.all(),
                reports.failed().stream()
                        .map(failed -> new RunFile.Failed(failed.report(), failed.what()))
                        .toList(),
                tooLate,
                returned);
    }

    /** What became of the files is known all the same. */
    private void writeWithoutCopies(RunFile.Run run, Trouble trouble) {
        String folder = "runs/" + run.id() + "/tra-lai";
        RunFile.Failed why = new RunFile.Failed(folder, trouble.what());
        Optional<Trouble> again = OwnTransaction.troubleOf(() -> console.line(
                "  " + RunFile.write(run.withoutCopies(why), session.settings().out())));
        session.state().reports().fail(folder, trouble);
        again.ifPresent(also -> session.state().reports().fail("runs/" + run.id(), also));
    }

    /** The sheets of this run's files that came in for a period after it was closed. */
    private List<RunFile.TooLate> tooLate(List<RunFiles.Piece> taken) {
        Set<String> files = taken.stream()
                .map(RunFiles.Piece::file)
                .map(file -> file.name() + "\t" + file.copy().sha256())
                .collect(Collectors.toSet());
        Seals seals = session.tools().seals();
        return seals.all().stream()
                .flatMap(seal -> seals.arrivedAfter(seal).stream())
                .filter(sheet -> files.contains(sheet.file() + "\t" + sheet.sha256()))
                .map(sheet ->
                        new RunFile.TooLate(sheet.file(), sheet.sheet(), sheet.form(), sheet.unit(), sheet.period()))
                .toList();
    }

    private void tellClosed(List<RunFile.TooLate> tooLate) {
        session.tools().sealedReports().tellBroken(console);
        Map<String, Long> byPeriod = tooLate.stream()
                .collect(Collectors.groupingBy(RunFile.TooLate::period, TreeMap::new, Collectors.counting()));
        byPeriod.forEach((period, sheets) -> console.say(
                "Kỳ %s đã chốt: %d bảng đến sau được lưu nhưng chưa tính; xem './tonghop status --period %s'."
                        .formatted(period, sheets, period),
                "Period %s is closed: %d sheets that came in later are kept and not counted; see './tonghop status --period %s'."
                        .formatted(period, sheets, period)));
    }

    /** What is stored of each file of this run that could be read, by its name. */
    private Map<String, FileToReturn> stored(List<RunFiles.Piece> taken) {
        StoredFiles stored = session.tools().files();
        Readings readings = session.tools().readings();
        Map<String, FileToReturn> files = new LinkedHashMap<>();
        taken.forEach(piece -> stored.find(readings.of(piece.file()))
                .ifPresent(found -> files.put(piece.file().name(), found)));
        return files;
    }

    /** What goes back to senders and belongs to no report, since their unit or period is unknown or closed. */
    private List<ReturnedCopies.Copy> unknown(List<RunFiles.Piece> taken, Map<String, FileToReturn> stored) {
        List<FileToReturn> files = taken.stream()
                .filter(piece -> asRead(piece) != SubmissionState.SUPERSEDED)
                .flatMap(piece -> Optional.ofNullable(stored.get(piece.file().name())).stream())
                .filter(file -> RETURNED.contains(file.state()))
                .toList();
        return session.tools().returns().outsideOfReports(files);
    }

    /** Names the reports that were written. */
    void tellWritten() {
        List<String> written = session.state().reports().written();
        console.say("Đã viết %d báo cáo:".formatted(written.size()), "%d reports written:".formatted(written.size()));
        written.forEach(report -> console.line("  " + session.settings().out().resolve(report)));
    }

    /** Figures of a period that goes on are not its last ones. */
    private void tellUnended() {
        LocalDate today = ClockOption.today(session.settings().clock());
        session.state().reports().written().stream()
                .map(report -> session.period(report.substring(report.indexOf('/') + 1)))
                .filter(period -> !period.to().isBefore(today))
                .distinct()
                .forEach(period -> console.say(
                        "Kỳ %s chưa kết thúc (đến %s); số liệu là tạm thời.".formatted(period.code(), period.to()),
                        "Period %s has not ended (it does on %s); its figures are provisional."
                                .formatted(period.code(), period.to())));
    }

    /** Names the files that somebody had edited, and the reports that could not be written. */
    void tellKeptAndFailed() {
        RunReports reports = session.state().reports();
        reports.kept()
                .forEach(file -> console.say(
                        "Có người đã sửa báo cáo; bản sửa được giữ ở %s.".formatted(file),
                        "Somebody had edited a report; the edited file is kept as %s.".formatted(file)));
        reports.failed()
                .forEach(failed -> console.say(
                        "Không viết được báo cáo %s: %s. Các báo cáo khác vẫn được viết, lần chạy sau sẽ thử lại; chi tiết ở %s."
                                .formatted(failed.report(), failed.what(), log()),
                        "The report %s could not be written: %s. The others were, and the next run tries again; for details see %s."
                                .formatted(failed.report(), failed.what(), log())));
    }

    private Path log() {
        return session.settings().home().resolve("logs").resolve("tonghop.log");
    }

    private void tellRejected(List<RunFile.FileLine> files) {
        List<RunFile.FileLine> rejected =
                files.stream().filter(file -> file.state().needsMending()).toList();
        rejected.stream()
                .limit(MOST_FILES_TOLD)
                .map(file -> FindingLines.withoutTextsOfLists(
                        file, session.catalogue().definitions()))
                .forEach(file -> FindingLines.tell(file, FindingLines.FEW, console));
        if (rejected.size() > MOST_FILES_TOLD) {
            console.say(
                    "… và %d tệp khác; xem run.json.".formatted(rejected.size() - MOST_FILES_TOLD),
                    "… and %d more files; see run.json.".formatted(rejected.size() - MOST_FILES_TOLD));
        }
    }

    private static List<RunFile.FileLine> files(List<RunFiles.Piece> taken, Map<String, FileToReturn> stored) {
        FindingTexts vietnamese = FindingTexts.vietnamese();
        FindingTexts english = FindingTexts.english();
        List<RunFile.FileLine> lines = new ArrayList<>();
        for (RunFiles.Piece piece : taken) {
            RunState.Taken file = piece.file();
            Optional<FileToReturn> found = Optional.ofNullable(stored.get(file.name()));
            List<LocatedFinding> findings = Stream.concat(
                            piece.postponed().stream(), found.stream().flatMap(of -> of.findings().stream()))
                    .map(finding -> new LocatedFinding(finding, vietnamese.of(finding), english.of(finding)))
                    .toList();
            List<SentSheet> sheets = found.map(FileToReturn::sheets).orElse(List.of());
            SubmissionState state = stateNow(asRead(piece), found);
            lines.add(new RunFile.FileLine(file.name(), file.copy().sha256(), state, sheets, findings));
        }
        return lines;
    }

    private static SubmissionState asRead(RunFiles.Piece piece) {
        return piece.state().orElse(SubmissionState.UNRECOGNISED);
    }

    /** A file whose sheets were accepted by themselves fares as they do among all that was sent. */
    private static SubmissionState stateNow(SubmissionState asRead, Optional<FileToReturn> stored) {
        if (stored.isEmpty() || asRead.needsMending() || asRead == SubmissionState.SUPERSEDED) {
            return asRead;
        }
        List<SubmissionState> sheets =
                stored.get().sheets().stream().map(SentSheet::state).toList();
        boolean isUnchanged = sheets.stream().allMatch(state -> state == SubmissionState.UNCHANGED);
        return isUnchanged
                ? SubmissionState.UNCHANGED
                : Stream.of(SubmissionState.REJECTED, SubmissionState.SUPERSEDED)
                        .filter(sheets::contains)
                        .findFirst()
                        .orElse(stored.get().state());
    }
}
