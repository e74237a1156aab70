package tonghop.launch.job;

import java.time.LocalDate;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.domain.time.Deadlines;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.StandingStore;

/** Works out which of all sheets that were sent count. */
@Configuration(proxyBeanMethods = false)
class DecideStep {

    @Bean
    Step decide(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Settings settings,
            RunState run,
            StandingStore standing) {
        return new StepBuilder("decide", jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            run.check();
                            standing.update(
                                    Moment.NOW,
                                    LocalDate.ofInstant(settings.clock().instant(), Deadlines.ZONE));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}
