package tonghop.launch;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.catalogue.Catalogue;
import tonghop.domain.Report;
import tonghop.report.Layouts;
import tonghop.rollup.Reports;

/** Writes the reports that are due, each at once, and those of closed periods that were lost. */
@Configuration(proxyBeanMethods = false)
class ReportStep {

    @Bean
    Step report(
            JobRepository jobs, PlatformTransactionManager transactions, ReportWriting writing, SealedReports sealed) {
        return new StepBuilder("report", jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            writing.writeAll();
                            sealed.restore();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    ReportWriting reportWriting(
            RunState run,
            Readings readings,
            Catalogue catalogue,
            Layouts layouts,
            JdbcTemplate template,
            Returns returns,
            CompleteReports complete,
            OwnTransaction transaction) {
        return new ReportWriting(run, readings, catalogue, layouts, template, returns, complete, transaction);
    }

    @Bean
    SealedReports sealedReports(Settings settings, RunState run, Catalogue catalogue, PastReports past) {
        return new SealedReports(settings, run, catalogue, past);
    }

    /** The work of the step. */
    record ReportWriting(
            RunState run,
            Readings readings,
            Catalogue catalogue,
            Layouts layouts,
            JdbcTemplate template,
            Returns returns,
            CompleteReports complete,
            OwnTransaction transaction) {

        /** One that fails is told with its cause, and the others are written. */
        void writeAll() {
            Map<String, Reports> byPeriod = new HashMap<>();
            try (Progress progress = Progress.ofWriting(run.due().size())) {
                for (RunState.Due due : run.due()) {
                    transaction
                            .attempt(() -> write(due, byPeriod))
                            .ifPresentOrElse(
                                    trouble -> run.fail(due.report(), trouble),
                                    () -> run.written().add(due.report()));
                    progress.step();
                }
            }
        }

        private void write(RunState.Due due, Map<String, Reports> byPeriod) throws IOException {
            run.lock().check(readings.database());
            Reports reports = byPeriod.computeIfAbsent(
                    due.period().code(), code -> Reports.of(due.period(), catalogue.definitions(), template));
            Report report = complete.of(due.unit(), reports);
            run.kept().addAll(due.folder().publish(report, layouts, returns.within(due.unit(), due.period())));
        }
    }
}
