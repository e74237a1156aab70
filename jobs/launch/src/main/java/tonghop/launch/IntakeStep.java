package tonghop.launch;

import java.io.IOException;
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
                    Optional<Spool.Copy> copy = spool.take(arrival.path());
                    if (copy.isEmpty()) {
                        console.say(
                                "Tệp %s đang được ghi, để lần chạy sau.".formatted(arrival.name()),
                                "File %s is still being written; the next run will take it.".formatted(arrival.name()));
                    } else {
                        sort(new RunState.Taken(arrival.name(), copy.get()), contents);
                    }
                }
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
