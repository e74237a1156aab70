package tonghop.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.rollup.FileState;
import tonghop.rollup.SubmissionStore;
import tonghop.rollup.SubmissionStore.Reading;

/** Copies and hashes every file of the inboxes, and sets aside those that were read before. */
@Configuration(proxyBeanMethods = false)
class IntakeStep {

    @Bean
    Step intake(JobRepository jobs, PlatformTransactionManager transactions, Intake intake) {
        return new StepBuilder("intake", jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            intake.takeIn();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    Intake intakeOfFiles(Settings settings, RunState run, Readings readings, SubmissionStore store, Console console) {
        return new Intake(settings, run, readings, store, console);
    }

    /** The work of the step. */
    record Intake(Settings settings, RunState run, Readings readings, SubmissionStore store, Console console) {

        void takeIn() throws IOException {
            Spool spool = new Spool(settings.home().resolve("spool"));
            Set<String> contents = new HashSet<>();
            for (Path folder : settings.inboxes()) {
                for (Inbox.Arrival arrival : new Inbox(folder, settings.out()).files()) {
                    Optional<Spool.Copy> copy = copyOf(arrival, spool);
                    if (copy.isEmpty()) {
                        console.say(
                                "Tệp %s đang được ghi hoặc không được phép đọc, để lần chạy sau."
                                        .formatted(arrival.name()),
                                "File %s is still being written or may not be read; the next run will try again."
                                        .formatted(arrival.name()));
                    } else {
                        for (RunState.Taken file : Arrivals.in(arrival.name(), copy.get(), spool)) {
                            sort(file, contents);
                        }
                    }
                }
            }
        }

        /** One file that vanished, or that we may not read, is no reason to leave the others. */
        private static Optional<Spool.Copy> copyOf(Inbox.Arrival arrival, Spool spool) throws IOException {
            try {
                return spool.take(arrival.path());
            } catch (AccessDeniedException | NoSuchFileException e) {
                if (arrival.path().toString().equals(e.getFile())) {
                    return Optional.empty();
                }
                throw e;
            }
        }

        private void sort(RunState.Taken file, Set<String> contents) {
            run.files().add(file);
            Reading reading = readings.of(file);
            Optional<FileState> before = store.stateOf(reading);
            boolean isTwin = !contents.add(file.copy().sha256()) || store.hasContentOf(reading);
            if (before.isPresent()) {
                run.states().put(file.name(), before.get());
            } else if (isTwin) {
                run.lock().check(readings.database());
                store.addUnchanged(reading);
                run.states().put(file.name(), FileState.UNCHANGED);
            } else {
                run.unread().add(file);
            }
        }
    }
}
