package tonghop.launch.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Rebuilds the reports of a period from what is stored, without looking into any inbox.
 *
 * <p>Identified by {@code attempt}, a number of its own for every start; the other parameters tell what was asked.
 */
@Configuration(proxyBeanMethods = false)
class RerunJob {

    @Bean
    Job rerun(JobRepository jobs, Step rollUp, Step report, Step restore, Step keepRecord, JobHistory history) {
        return new JobBuilder("rerun", jobs)
                .listener(history)
                .start(rollUp)
                .next(report)
                .next(restore)
                .next(keepRecord)
                .build();
    }
}
