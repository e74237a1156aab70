package tonghop.launch.job;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.catalogue.Catalogue;
import tonghop.domain.report.Report;
import tonghop.launch.console.Progress;
import tonghop.report.Layouts;
import tonghop.rollup.report.Reports;

/** Writes the reports that are due, each at once. */
@Configuration(proxyBeanMethods = false)
class ReportStep {

    private static final int REPORTS_AT_ONCE = 1;

    @Bean
    Step report(JobRepository jobs, PlatformTransactionManager transactions, RunState run, ReportWriting writing) {
        return new StepBuilder("report", jobs)
                .<RunState.Due, RunState.Due>chunk(REPORTS_AT_ONCE)
                .transactionManager(transactions)
                .reader(() -> run.due().poll())
                .writer(due -> due.forEach(writing::write))
                .listener(new ShownProgress(
                        run, () -> Progress.ofWriting(run.due().size())))
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
        return new ReportWriting(
                run, readings, catalogue, layouts, template, returns, complete, transaction, new HashMap<>());
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
            OwnTransaction transaction,
            Map<String, Reports> byPeriod) {

        /** One that fails is told with its cause, and the others are written. */
        void write(RunState.Due due) {
            transaction
                    .attempt(() -> publish(due))
                    .ifPresentOrElse(
                            trouble -> run.fail(due.report(), trouble),
                            () -> run.written().add(due.report()));
            run.progress().step();
            if (run.due().isEmpty()) {
                // What is known of whole periods is not needed any more.
                byPeriod.clear();
            }
        }

        private void publish(RunState.Due due) throws IOException {
            run.lock().check(readings.database());
            Reports reports = byPeriod.computeIfAbsent(
                    due.period().code(), code -> Reports.of(due.period(), catalogue.definitions(), template));
            Report report = complete.of(due.unit(), reports);
            run.kept().addAll(due.folder().publish(report, layouts, returns.within(due.unit(), due.period())));
        }
    }
}
