package tonghop.launch.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.catalogue.Catalogue;

/** Writes the reports of closed periods again that were lost or edited. */
@Configuration(proxyBeanMethods = false)
class RestoreStep {

    @Bean
    Step restore(JobRepository jobs, PlatformTransactionManager transactions, SealedReports sealed) {
        return new StepBuilder("restore", jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            sealed.restore();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    SealedReports sealedReports(Settings settings, RunState run, Catalogue catalogue, PastReports past) {
        return new SealedReports(settings, run, catalogue, past);
    }
}
