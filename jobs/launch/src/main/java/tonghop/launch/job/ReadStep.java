package tonghop.launch.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.ingest.FileReader;
import tonghop.launch.console.Progress;
import tonghop.rollup.store.SubmissionStore;
import tonghop.rollup.store.SubmissionStore.Reading;
import tonghop.validate.Rules;

/**
 * Reads, validates and stores the files that are new, each in a transaction of its own.
 *
 * <p>Data errors are findings and never exceptions. A file that cannot be read or stored, for want of time, memory or
 * disk or through a defect, waits for the next run, and the others go on.
 */
@Configuration(proxyBeanMethods = false)
class ReadStep {

    private static final int FILES_AT_ONCE = 1;

    @Bean
    Step read(JobRepository jobs, PlatformTransactionManager transactions, RunState run, ReadingOfFiles reading) {
        return new StepBuilder("read", jobs)
                .<RunState.Taken, RunState.Taken>chunk(FILES_AT_ONCE)
                .transactionManager(transactions)
                .reader(() -> run.unread().poll())
                .writer(files -> files.forEach(reading::read))
                .listener(new ShownProgress(
                        run, () -> Progress.ofReading(run.unread().size())))
                .build();
    }

    @Bean
    ReadingOfFiles readingOfFiles(
            RunState run,
            Readings readings,
            FileReader reader,
            Rules rules,
            SubmissionStore store,
            OwnTransaction transaction) {
        return new ReadingOfFiles(run, readings, reader, rules, store, transaction);
    }

    /** The work of the step. */
    record ReadingOfFiles(
            RunState run,
            Readings readings,
            FileReader reader,
            Rules rules,
            SubmissionStore store,
            OwnTransaction transaction) {

        void read(RunState.Taken file) {
            transaction.attempt(() -> readAndKeep(file)).ifPresent(trouble -> {
                run.endAtLeast(trouble.code());
                postpone(Judged.later(file, trouble));
            });
            run.progress().step();
        }

        private void readAndKeep(RunState.Taken file) {
            Reading reading = readings.of(file);
            if (store.hasContentOf(reading)) {
                run.lock().check(readings.database());
                run.states().put(file.name(), store.addUnchanged(reading));
                return;
            }
            Judged judged = Judged.of(file, reader, rules);
            if (judged.isForLater()) {
                postpone(judged);
            } else {
                keep(judged, reading);
            }
        }

        private void keep(Judged judged, Reading reading) {
            run.lock().check(readings.database());
            run.states().put(judged.taken().name(), store.add(reading, judged.file(), judged.findings()));
            judged.file()
                    .submissions()
                    .forEach(sheet -> run.changedPeriods().add(sheet.period().code()));
            run.countRead();
        }

        private void postpone(Judged judged) {
            store.postpone(readings.of(judged.taken()));
            run.postpone(judged);
        }
    }
}
