package tonghop.launch.job;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tonghop.ingest.FileReader;
import tonghop.launch.console.ExitCode;
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

    @Bean
    Step read(
            JobRepository jobs,
            RunState run,
            ItemReader<RunFiles.Piece> filesToRead,
            ItemWriter<RunFiles.Piece> readingOfFiles) {
        ShownProgress progress =
                new ShownProgress(run, () -> Progress.ofReading(run.files().unread()));
        return PartitionedStep.of("read", jobs, filesToRead, readingOfFiles, progress);
    }

    @Bean
    @StepScope
    ItemReader<RunFiles.Piece> filesToRead(RunState run, @Value("#{stepExecution.stepName}") String partition) {
        return () -> run.files().claim(partition).orElse(null);
    }

    @Bean
    ItemWriter<RunFiles.Piece> readingOfFiles(
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
            OwnTransaction transaction)
            implements ItemWriter<RunFiles.Piece> {

        @Override
        public void write(Chunk<? extends RunFiles.Piece> files) {
            files.forEach(this::read);
        }

        private void read(RunFiles.Piece piece) {
            transaction
                    .attempt(() -> readAndKeep(piece))
                    .ifPresent(trouble -> transaction.perform(
                            () -> postpone(piece, Judged.later(piece.file(), trouble), trouble.code())));
            run.progress().step();
        }

        private void readAndKeep(RunFiles.Piece piece) {
            Reading reading = readings.of(piece.file());
            Judged judged = Judged.of(piece.file(), reader, rules);
            if (judged.isForLater()) {
                postpone(piece, judged, ExitCode.DONE);
            } else {
                run.check();
                Set<String> periods = judged.file().submissions().stream()
                        .map(sheet -> sheet.period().code())
                        .collect(Collectors.toSet());
                run.files().settle(piece.position(), store.add(reading, judged.file(), judged.findings()), periods);
            }
        }

        private void postpone(RunFiles.Piece piece, Judged judged, ExitCode code) {
            store.postpone(readings.of(piece.file()));
            run.files().postpone(piece.position(), judged, code);
        }
    }
}
