package tonghop.launch.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tonghop.catalogue.Catalogue;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.Trouble;
import tonghop.report.Basis;
import tonghop.report.ReportFolder;
import tonghop.rollup.record.Seals;
import tonghop.rollup.record.Seals.Seal;
import tonghop.rollup.report.ReportScope;
import tonghop.rollup.sum.RollUp;

/** Finds the reports that are missing or out of date, and adds up their periods. */
@Configuration(proxyBeanMethods = false)
public class RollUpStep {

    @Bean
    Step rollUp(JobRepository jobs, PlatformTransactionManager transactions, DueReports due) {
        return new StepBuilder("rollUp", jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            due.find();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    DueReports dueReports(
            Settings settings,
            RunState run,
            Readings readings,
            Catalogue catalogue,
            ReportScope scope,
            RollUp rollUp,
            Seals seals,
            OwnTransaction transaction) {
        return new DueReports(settings, run, readings, catalogue, scope, rollUp, seals, transaction);
    }

    /** The work of the step. */
    public record DueReports(
            Settings settings,
            RunState run,
            Readings readings,
            Catalogue catalogue,
            ReportScope scope,
            RollUp rollUp,
            Seals seals,
            OwnTransaction transaction) {

        void find() {
            run.lock().check(readings.database());
            for (Path left : ReportFolder.leftBehind(settings.out())) {
                OwnTransaction.troubleOf(() -> run.kept().addAll(ReportFolder.putRight(left)))
                        .ifPresent(trouble -> run.fail(
                                settings.out().relativize(left).toString().replace('\\', '/'), trouble));
            }
            ReportScope now = scope.whileNothingArrives();
            for (Period period : now.periods()) {
                if (settings.periods().isEmpty() || settings.periods().contains(period.code())) {
                    List<RunState.Due> due = new ArrayList<>();
                    transaction
                            .attempt(() -> find(period, now, due))
                            .ifPresentOrElse(
                                    trouble -> fail(period, due, trouble),
                                    () -> run.due().addAll(due));
                }
            }
        }

        private void fail(Period period, List<RunState.Due> due, Trouble trouble) {
            List<String> reports = due.stream().map(RunState.Due::report).toList();
            (reports.isEmpty() ? List.of(period.code()) : reports).forEach(report -> run.fail(report, trouble));
        }

        private void find(Period period, ReportScope now, List<RunState.Due> due) {
            run.lock().check(readings.database());
            Optional<Seal> seal = seals.of(period.code());
            if (seal.isPresent()) {
                leaveAsClosed(seal.get());
            } else {
                rollUp(period, now, due);
            }
        }

        /** What came in after the close changes neither the reports nor the totals that figures are explained by. */
        private void leaveAsClosed(Seal seal) {
            List<String> broken = new ArrayList<>();
            seal.outputs().forEach((report, manifest) -> {
                run.reports().add(report);
                OwnTransaction.troubleOf(() -> {
                            if (SealedReports.isBroken(report, manifest, settings.out())) {
                                broken.add(report);
                            }
                        })
                        .ifPresent(trouble -> run.fail(report, trouble));
            });
            if (!broken.isEmpty()) {
                run.broken().add(new RunState.Broken(seal, broken));
            }
        }

        private void rollUp(Period period, ReportScope now, List<RunState.Due> due) {
            for (Unit unit : now.unitsToReport(settings.unit(), period)) {
                Basis basis = new Basis(
                        unit.code(), period.code(), Version.current(), catalogue.digest(), now.digest(unit, period));
                ReportFolder folder = new ReportFolder(settings.out(), basis);
                RunState.Due report = new RunState.Due(unit, period, folder);
                run.reports().add(report.report());
                OwnTransaction.troubleOf(() -> {
                            if (settings.isRerun() || !folder.isUpToDate()) {
                                due.add(report);
                            }
                        })
                        .ifPresent(trouble -> run.fail(report.report(), trouble));
            }
            if (!due.isEmpty() || run.changedPeriods().contains(period.code())) {
                rollUp.update(period);
            }
        }
    }
}
