package tonghop.launch.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.domain.form.SubmissionState;
import tonghop.launch.console.ExitCode;
import tonghop.launch.console.Trouble;
import tonghop.rollup.store.SubmissionStore;
import tonghop.rollup.store.Withdrawals;

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
    Intake intakeOfFiles(
            Settings settings, RunState run, Readings readings, SubmissionStore store, Withdrawals withdrawals) {
        return new Intake(settings, run, readings, store, withdrawals);
    }

    /** The work of the step. */
    record Intake(Settings settings, RunState run, Readings readings, SubmissionStore store, Withdrawals withdrawals) {

        void takeIn() throws IOException {
            run.check();
            RunFiles files = run.files();
            Spool spool = new Spool(settings.home().resolve("spool"));
            spool.sweep();
            Set<String> postponed = store.takePostponed();
            Set<String> withdrawn = Set.copyOf(withdrawals.contents());
            List<LeftOut> leftOut = Arrivals.each(settings, spool, new Arrivals.Use() {
                @Override
                public void take(RunState.Taken file) {
                    String sha256 = file.copy().sha256();
                    int position = files.add(file, postponed.contains(sha256));
                    Optional<SubmissionState> before = withdrawn.contains(sha256)
                            ? Optional.of(SubmissionState.SUPERSEDED)
                            : store.stateOf(readings.of(file));
                    before.ifPresent(state -> files.settle(position, state));
                }

                @Override
                public void takeLater(RunState.Taken file, IOException trouble) {
                    int position = files.add(file, false);
                    if (withdrawn.contains(file.copy().sha256())) {
                        files.settle(position, SubmissionState.SUPERSEDED);
                    } else {
                        store.postpone(readings.of(file));
                        files.postpone(position, Judged.later(file, Trouble.of(trouble)), ExitCode.DONE);
                    }
                }
            });
            leftOut.forEach(files::add);
        }
    }
}
