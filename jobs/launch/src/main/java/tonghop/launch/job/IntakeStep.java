package tonghop.launch.job;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
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
import tonghop.rollup.store.Nights;
import tonghop.rollup.store.SubmissionStore;
import tonghop.rollup.store.Withdrawals;

/** Copies and hashes every file of the inboxes, ends the night, and sets aside those that were read before. */
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
            Settings settings,
            RunState run,
            Readings readings,
            SubmissionStore store,
            Nights nights,
            Withdrawals withdrawals) {
        return new Intake(settings, run, readings, store, nights, withdrawals);
    }

    /** The work of the step. */
    record Intake(
            Settings settings,
            RunState run,
            Readings readings,
            SubmissionStore store,
            Nights nights,
            Withdrawals withdrawals) {

        /** All changes get their night at once, before anything is read: a run that is killed has seen nothing. */
        void takeIn() throws IOException {
            run.check();
            Spool spool = new Spool(settings.home().resolve("spool"));
            spool.sweep();
            Listing listing = new Listing(new ArrayList<>(), new ArrayList<>());
            List<LeftOut> leftOut = Arrivals.each(settings, spool, listing);
            nights.finish(listing.seen(), path -> mayBeThere(path, leftOut));
            RunFiles files = run.files();
            Set<String> postponed = store.takePostponed();
            Set<String> withdrawn = withdrawals.contents();
            for (Listed listed : listing.files()) {
                String sha256 = listed.file().copy().sha256();
                int position = files.add(listed.file(), postponed.contains(sha256));
                if (withdrawn.contains(listed.file().name() + "\t" + sha256)) {
                    files.settle(position, SubmissionState.SUPERSEDED);
                } else if (listed.trouble().isPresent()) {
                    store.postpone(readings.of(listed.file()));
                    Judged later = Judged.later(
                            listed.file(), Trouble.of(listed.trouble().get()));
                    files.postpone(position, later, ExitCode.DONE);
                } else {
                    store.stateOf(readings.of(listed.file())).ifPresent(state -> files.settle(position, state));
                }
            }
            leftOut.forEach(files::add);
        }

        /** What was left out lies in the inbox all the same; of an inbox that was not asked for nothing is known. */
        private boolean mayBeThere(String path, List<LeftOut> leftOut) {
            boolean isAsked = settings.inboxes().stream()
                    .anyMatch(inbox -> inbox.name().isEmpty() || path.startsWith(inbox.name() + "/"));
            return !isAsked
                    || leftOut.stream()
                            .anyMatch(entry -> path.equals(entry.file()) || path.startsWith(entry.file() + "/"));
        }
    }

    /**
     * A file that was seen.
     *
     * @param trouble why it has to be taken later; empty if it was copied
     */
    private record Listed(RunState.Taken file, Optional<IOException> trouble) {}

    /** Everything that was seen, in the order of names. */
    private record Listing(List<Listed> files, List<Nights.Seen> seen) implements Arrivals.Use {

        @Override
        public void take(RunState.Taken file, Instant changed) {
            add(new Listed(file, Optional.empty()), changed);
        }

        @Override
        public void takeLater(RunState.Taken file, Instant changed, IOException trouble) {
            add(new Listed(file, Optional.of(trouble)), changed);
        }

        private void add(Listed listed, Instant changed) {
            files.add(listed);
            seen.add(new Nights.Seen(listed.file().name(), listed.file().copy().sha256(), changed));
        }
    }
}
