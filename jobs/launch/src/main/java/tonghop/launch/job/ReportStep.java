package tonghop.launch.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tonghop.catalogue.Catalogue;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.Progress;
import tonghop.report.Layouts;
import tonghop.rollup.report.Reports;

/** Writes the reports that are due, each at once. */
@Configuration(proxyBeanMethods = false)
class ReportStep {

    @Bean
    Step report(
            JobRepository jobs,
            RunState run,
            ItemReader<RunReports.Piece> reportsToWrite,
            ItemWriter<RunReports.Piece> reportWriting) {
        ShownProgress progress =
                new ShownProgress(run, () -> Progress.ofWriting(run.reports().due()));
        return PartitionedStep.of("report", jobs, reportsToWrite, reportWriting, progress);
    }

    @Bean
    @StepScope
    ItemReader<RunReports.Piece> reportsToWrite(RunState run, @Value("#{stepExecution.stepName}") String partition) {
        return () -> run.reports().claim(partition).orElse(null);
    }

    /** What is known of whole periods lives as long as the step. */
    @Bean
    @StepScope
    ItemWriter<RunReports.Piece> reportWriting(
            Settings settings,
            RunState run,
            Catalogue catalogue,
            Layouts layouts,
            JdbcTemplate template,
            Returns returns,
            CompleteReports complete,
            OwnTransaction transaction) {
        return new ReportWriting(
                settings, run, catalogue, layouts, template, returns, complete, transaction, new HashMap<>());
    }

    /** The work of the step. */
    record ReportWriting(
            Settings settings,
            RunState run,
            Catalogue catalogue,
            Layouts layouts,
            JdbcTemplate template,
            Returns returns,
            CompleteReports complete,
            OwnTransaction transaction,
            Map<String, Reports> byPeriod)
            implements ItemWriter<RunReports.Piece> {

        @Override
        public void write(Chunk<? extends RunReports.Piece> due) {
            due.forEach(this::write);
        }

        /** One that fails is told with its cause, and the others are written. */
        private void write(RunReports.Piece due) {
            transaction
                    .attempt(() -> publish(due))
                    .ifPresent(trouble -> run.reports().fail(due.folder(), trouble));
            run.progress().step();
        }

        private void publish(RunReports.Piece due) throws IOException {
            run.check();
            Period period =
                    catalogue.definitions().calendar().find(due.period()).orElseThrow();
            Unit unit = catalogue.definitions().unitsOf(period).get(due.unit());
            Reports reports = byPeriod.computeIfAbsent(
                    due.period(), code -> Reports.of(period, catalogue.definitions(), template));
            List<Path> kept = due.in(settings.out(), catalogue)
                    .publish(complete.of(unit, reports), layouts, returns.within(unit, period));
            run.reports().settle(due.folder(), RunReports.Result.WRITTEN, kept);
        }
    }
}
