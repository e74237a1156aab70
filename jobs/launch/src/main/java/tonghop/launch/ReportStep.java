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
import tonghop.catalogue.FindingTexts;
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
            Closings closings) {
        return new ReportWriting(run, readings, catalogue, layouts, template, returns, closings);
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
            Closings closings) {

        void writeAll() throws IOException {
            run.lock().check(readings.database());
            FindingTexts vietnamese = FindingTexts.vietnamese();
            FindingTexts english = FindingTexts.english();
            Map<String, Reports> byPeriod = new HashMap<>();
            try (Progress progress = Progress.ofWriting(run.due().size())) {
                for (RunState.Due due : run.due()) {
                    String period = due.period().code();
                    Reports reports = byPeriod.computeIfAbsent(
                            period, code -> Reports.of(due.period(), catalogue.definitions(), template));
                    Report report = closings.since(reports.of(due.unit(), vietnamese::of, english::of));
                    run.kept().addAll(due.folder().publish(report, layouts, returns.within(due.unit(), due.period())));
                    run.written().add(due.unit().code() + "/" + period);
                    progress.step();
                }
            }
        }
    }
}
