package tonghop.launch.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes every report agree with its inputs: takes in what is new in the inboxes, and writes what is out of date.
 *
 * <p>Identified by {@code attempt}, a number of its own for every start; the other parameters tell what was asked. A
 * run that died is never restarted; the next one begins anew and ends in the same state.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

    /** What lies in the inboxes is taken in, read, and said to count or not. */
    @Bean
    Flow takeIn(Step intake, Step read, Step decide) {
        return new FlowBuilder<SimpleFlow>("takeIn")
                .start(intake)
                .next(read)
                .next(decide)
                .build();
    }

    @Bean
    Job nightly(
            JobRepository jobs,
            Flow takeIn,
            Step rollUp,
            Step report,
            Step restore,
            Step keepRecord,
            JobHistory history) {
        return new JobBuilder("nightly", jobs)
                .listener(history)
                .start(takeIn)
                .next(rollUp)
                .next(report)
                .next(restore)
                .next(keepRecord)
                .end()
                .build();
    }
}
