package tonghop.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Place;
import tonghop.domain.ReadFile;
import tonghop.ingest.FileReader;
import tonghop.rollup.SubmissionStore;
import tonghop.validate.Rules;

/**
 * Reads, validates and stores the files that are new: one file, one transaction.
 *
 * <p>Data errors are findings and never exceptions, so nothing is skipped or retried: what fails here is the
 * surroundings or a defect, and ends the run.
 */
@Configuration(proxyBeanMethods = false)
class ReadStep {

    private static final int FILES_PER_TRANSACTION = 1;

    @Bean
    Step read(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            RunState run,
            Readings readings,
            FileReader reader,
            Rules rules,
            SubmissionStore store) {
        return new StepBuilder("read", jobs)
                .<RunState.Taken, Judged>chunk(FILES_PER_TRANSACTION)
                .transactionManager(transactions)
                .reader(() -> run.unread().poll())
                .processor(file -> judge(file, reader, rules))
                .writer(judged -> judged.forEach(file -> keep(file, run, readings, store)))
                .listener(new ShownProgress(run))
                .build();
    }

    /** Shows how far the step has come. */
    private static final class ShownProgress implements StepExecutionListener {

        private final RunState run;

        ShownProgress(RunState run) {
            this.run = run;
        }

        @Override
        public void beforeStep(StepExecution step) {
            run.show(Progress.ofReading(run.unread().size()));
        }

        @Override
        public ExitStatus afterStep(StepExecution step) {
            run.progress().close();
            return step.getExitStatus();
        }
    }

    /** A file as it was read, with everything that is wrong with it. */
    record Judged(RunState.Taken taken, ReadFile file, List<Finding> findings) {}

    static Judged judge(RunState.Taken taken, FileReader reader, Rules rules) throws IOException {
        ReadFile file = read(taken, reader);
        List<Finding> findings = new ArrayList<>(file.findings());
        file.submissions().forEach(submission -> findings.addAll(rules.check(submission)));
        return new Judged(taken, file, file.answered(findings));
    }

    /** A file on which the parsers run out of memory or stack is the sender's trouble, not the end of the run. */
    private static ReadFile read(RunState.Taken taken, FileReader reader) throws IOException {
        String name = taken.name();
        String sha256 = taken.copy().sha256();
        try {
            return reader.read(taken.copy().path(), name, sha256);
        } catch (OutOfMemoryError | StackOverflowError e) {
            String limit = (Runtime.getRuntime().maxMemory() >> 20) + " MB";
            Finding finding = Finding.of(FindingCode.TOO_LARGE, Place.inFile(name), "> " + limit, limit);
            return new ReadFile(name, sha256, List.of(), List.of(finding));
        }
    }

    private static void keep(Judged judged, RunState run, Readings readings, SubmissionStore store) {
        run.lock().check(readings.database());
        run.states()
                .put(judged.taken().name(), store.add(readings.of(judged.taken()), judged.file(), judged.findings()));
        judged.file()
                .submissions()
                .forEach(sheet -> run.changedPeriods().add(sheet.period().code()));
        run.countRead();
        run.progress().step();
    }
}
