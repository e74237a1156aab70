package tonghop.launch.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.form.UnbegunPeriod;
import tonghop.ingest.FileReader;
import tonghop.launch.console.Trouble;
import tonghop.validate.Rules;

/** A file as it was read, with everything that is wrong with it. */
public record Judged(RunState.Taken taken, ReadFile file, List<Finding> findings) {

    public static Judged of(RunState.Taken taken, FileReader reader, Rules rules) {
        try {
            ReadFile file =
                    reader.read(taken.copy().path(), taken.name(), taken.copy().sha256());
            List<Finding> findings = new ArrayList<>(file.findings());
            file.submissions().forEach(submission -> findings.addAll(rules.check(submission)));
            return new Judged(taken, file, file.answered(findings));
        } catch (OutOfMemoryError e) {
            String memory = (Runtime.getRuntime().maxMemory() >> 20) + " MB";
            return unread(taken, FindingCode.READ_AGAIN, Fact.SEEN.is("> " + memory));
        } catch (StackOverflowError e) {
            return unread(
                    taken,
                    FindingCode.UNREADABLE_FILE,
                    Fact.PART.is(Trouble.of(e).what()));
        } catch (IOException e) {
            return later(taken, Trouble.of(e));
        }
    }

    /** The same with what is wrong with it on one day: sheets for a period that begins later. */
    public Judged on(LocalDate today) {
        List<Finding> all = new ArrayList<>(findings);
        file.submissions()
                .forEach(sheet -> UnbegunPeriod.check(sheet.form(), sheet.period(), sheet.at(null), today)
                        .ifPresent(all::add));
        return new Judged(taken, file, all);
    }

    /** One that could not be read in this run, through no fault of the file. */
    public static Judged later(RunState.Taken taken, Trouble trouble) {
        return unread(taken, FindingCode.READ_AGAIN, Fact.SEEN.is(trouble.what()));
    }

    private static Judged unread(RunState.Taken taken, FindingCode code, Fact.Said fact) {
        Finding finding = Finding.of(code, Place.inFile(taken.name()), fact);
        ReadFile nothing = new ReadFile(taken.name(), taken.copy().sha256(), List.of(), List.of(finding));
        return new Judged(taken, nothing, List.of(finding));
    }

    /** The sheets with no error in them. */
    List<Submission> accepted() {
        return file.submissions().stream()
                .filter(sheet -> SubmissionState.of(sheet, findings).counts())
                .toList();
    }

    /** Whether the next run has to read it again: nothing of this reading is kept. */
    boolean isForLater() {
        return findings.stream().anyMatch(finding -> finding.code() == FindingCode.READ_AGAIN);
    }
}
