package tonghop.launch.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.catalogue.Catalogue;
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
import tonghop.launch.job.Returns;
import tonghop.launch.job.RunCode;
import tonghop.launch.job.RunState;
import tonghop.launch.job.SealedReports;
import tonghop.launch.job.Session;
import tonghop.launch.job.Settings;
import tonghop.launch.job.Version;
import tonghop.report.RunFile;
import tonghop.report.returned.ReturnedCopies;
import tonghop.rollup.record.Seals;
import tonghop.rollup.report.StoredFiles;
import tonghop.rollup.store.FileToReturn;

/** Tells what a run did, to people on the console and to machines in {@code run.json}. */
record RunSummary(Settings settings, Session session, Catalogue catalogue, Console console) {

    private static final int MOST_FILES_TOLD = 20;
    private static final Set<SubmissionState> RETURNED =
            Set.of(SubmissionState.ACCEPTED_WITH_WARNINGS, SubmissionState.REJECTED, SubmissionState.UNRECOGNISED);

    /** Writes {@code run.json} if the run did anything, what {@code junit} wants, and says how it went. */
    ExitCode tell(JUnitOption junit) throws IOException {
        RunState state = session.state();
        Map<String, FileToReturn> stored = stored(state);
        List<RunFile.FileLine> files = files(state, stored);
        console.say(
                "Đã xem %d tệp: %d tệp mới được đọc.".formatted(files.size(), state.read()),
                "%d files seen, %d of them new and read.".formatted(files.size(), state.read()));
        LeftOut.tell(state.leftOut(), console);
        tellRejected(files);
        if (junit.isWanted()) {
            junit.write(files.stream()
                    .map(file -> FindingLines.withoutTextsOfLists(file, catalogue.definitions()))
                    .toList());
        }
        RunFile.Run run = run(files, unknown(state, stored), state);
        boolean isAsBefore = state.read() == 0 && state.written().isEmpty() && RunFile.isUpToDate(run, settings.out());
        if (isAsBefore) {
            console.say("Không có gì mới; không ghi gì.", "Nothing new; nothing written.");
        } else {
            tellWritten();
            OwnTransaction.troubleOf(() -> console.line("  " + RunFile.write(run, settings.out())))
                    .ifPresent(trouble -> writeWithoutCopies(run, trouble));
        }
        tellKeptAndFailed();
        tellClosed(run.tooLate());
        if (LeftOut.isAnyUnreadable(state.leftOut())) {
            state.endAtLeast(ExitCode.SURROUNDINGS);
        }
        if (state.states().values().stream().anyMatch(SubmissionState::needsMending)) {
            state.endAtLeast(ExitCode.DONE_WITH_REJECTIONS);
        }
        return state.worst();
    }

    private RunFile.Run run(List<RunFile.FileLine> files, List<ReturnedCopies.Copy> returned, RunState state) {
        return new RunFile.Run(
                session.part(RunCode.class).text(),
                Version.current(),
                catalogue.digest(),
                files,
                state.leftOut().stream()
                        .map(entry ->
                                new RunFile.LeftOut(entry.file(), entry.reason().code()))
                        .toList(),
                state.reports(),
                state.failed().stream()
                        .map(report -> new RunFile.Failed(
                                report.report(), report.trouble().what()))
                        .toList(),
                tooLate(state),
                returned);
    }

    /** What became of the files is known all the same. */
    private void writeWithoutCopies(RunFile.Run run, Trouble trouble) {
        String folder = "runs/" + run.id() + "/tra-lai";
        session.state().fail(folder, trouble);
        RunFile.Failed why = new RunFile.Failed(folder, trouble.what());
        OwnTransaction.troubleOf(() -> console.line("  " + RunFile.write(run.withoutCopies(why), settings.out())))
                .ifPresent(again -> session.state().fail("runs/" + run.id(), again));
    }

    /** The sheets of this run's files that came in for a period after it was closed. */
    private List<RunFile.TooLate> tooLate(RunState state) {
        Set<String> files = state.files().stream()
                .map(file -> file.name() + "\t" + file.copy().sha256())
                .collect(Collectors.toSet());
        Seals seals = session.part(Seals.class);
        return seals.all().stream()
                .flatMap(seal -> seals.arrivedAfter(seal).stream())
                .filter(sheet -> files.contains(sheet.file() + "\t" + sheet.sha256()))
                .map(sheet ->
                        new RunFile.TooLate(sheet.file(), sheet.sheet(), sheet.form(), sheet.unit(), sheet.period()))
                .toList();
    }

    private void tellClosed(List<RunFile.TooLate> tooLate) {
        session.part(SealedReports.class).tellBroken(session.part(Seals.class), console);
        Map<String, Long> byPeriod = tooLate.stream()
                .collect(Collectors.groupingBy(RunFile.TooLate::period, TreeMap::new, Collectors.counting()));
        byPeriod.forEach((period, sheets) -> console.say(
                "Kỳ %s đã chốt: %d bảng đến sau được lưu nhưng chưa tính; xem './tonghop status --period %s'."
                        .formatted(period, sheets, period),
                "Period %s is closed: %d sheets that came in later are kept and not counted; see './tonghop status --period %s'."
                        .formatted(period, sheets, period)));
    }

    /** What is stored of each file of this run that could be read, by its name. */
    private Map<String, FileToReturn> stored(RunState state) {
        StoredFiles stored = session.part(StoredFiles.class);
        Readings readings = session.part(Readings.class);
        Map<String, FileToReturn> files = new LinkedHashMap<>();
        state.files().forEach(file -> stored.find(readings.of(file)).ifPresent(found -> files.put(file.name(), found)));
        return files;
    }

    /** What goes back to senders and belongs to no report, since their unit or period is unknown or closed. */
    private List<ReturnedCopies.Copy> unknown(RunState state, Map<String, FileToReturn> stored) {
        List<FileToReturn> files = stored.values().stream()
                .filter(file -> RETURNED.contains(file.state()))
                .filter(file -> state.states().get(file.path()) != SubmissionState.SUPERSEDED)
                .toList();
        return session.part(Returns.class).outsideOfReports(files);
    }

    /** Names the reports that were written. */
    void tellWritten() {
        RunState state = session.state();
        console.say(
                "Đã viết %d báo cáo:".formatted(state.written().size()),
                "%d reports written:".formatted(state.written().size()));
        state.written().forEach(report -> console.line("  " + settings.out().resolve(report)));
    }

    /** Names the files that somebody had edited, and the reports that could not be written. */
    void tellKeptAndFailed() {
        RunState state = session.state();
        state.kept()
                .forEach(file -> console.say(
                        "Có người đã sửa báo cáo; bản sửa được giữ ở %s.".formatted(file),
                        "Somebody had edited a report; the edited file is kept as %s.".formatted(file)));
        state.failed()
                .forEach(failed -> console.say(
                        "Không viết được báo cáo %s: %s. Các báo cáo khác vẫn được viết, lần chạy sau sẽ thử lại; chi tiết ở %s."
                                .formatted(failed.report(), failed.trouble().what(), log()),
                        "The report %s could not be written: %s. The others were, and the next run tries again; for details see %s."
                                .formatted(failed.report(), failed.trouble().what(), log())));
    }

    private Path log() {
        return settings.home().resolve("logs").resolve("tonghop.log");
    }

    private void tellRejected(List<RunFile.FileLine> files) {
        List<RunFile.FileLine> rejected = files.stream()
                .filter(file -> session.state()
                        .states()
                        .getOrDefault(file.file(), SubmissionState.ACCEPTED)
                        .needsMending())
                .toList();
        rejected.stream()
                .limit(MOST_FILES_TOLD)
                .map(file -> FindingLines.withoutTextsOfLists(file, catalogue.definitions()))
                .forEach(file -> FindingLines.tell(file, FindingLines.FEW, console));
        if (rejected.size() > MOST_FILES_TOLD) {
            console.say(
                    "… và %d tệp khác; xem run.json.".formatted(rejected.size() - MOST_FILES_TOLD),
                    "… and %d more files; see run.json.".formatted(rejected.size() - MOST_FILES_TOLD));
        }
    }

    private static List<RunFile.FileLine> files(RunState state, Map<String, FileToReturn> stored) {
        FindingTexts vietnamese = FindingTexts.vietnamese();
        FindingTexts english = FindingTexts.english();
        List<RunFile.FileLine> lines = new ArrayList<>();
        for (RunState.Taken file : state.files()) {
            Optional<FileToReturn> found = Optional.ofNullable(stored.get(file.name()));
            List<LocatedFinding> findings = Stream.concat(
                            state.postponed(file).stream(), found.stream().flatMap(of -> of.findings().stream()))
                    .map(finding -> new LocatedFinding(finding, vietnamese.of(finding), english.of(finding)))
                    .toList();
            List<SentSheet> sheets = found.map(FileToReturn::sheets).orElse(List.of());
            SubmissionState asRead = state.states().getOrDefault(file.name(), SubmissionState.UNRECOGNISED);
            lines.add(new RunFile.FileLine(
                    file.name(), file.copy().sha256(), stateNow(asRead, sheets), sheets, findings));
        }
        return lines;
    }

    /** A file whose sheets were accepted, and one of which another file has replaced since, is superseded. */
    private static SubmissionState stateNow(SubmissionState asRead, List<SentSheet> sheets) {
        boolean isReplaced = sheets.stream().anyMatch(sheet -> sheet.state() == SubmissionState.SUPERSEDED);
        return isReplaced && !asRead.needsMending() ? SubmissionState.SUPERSEDED : asRead;
    }
}
