package tonghop.launch.job;

import java.io.IOException;
import java.nio.file.Path;
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
import tonghop.catalogue.Catalogue;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.launch.console.Trouble;
import tonghop.report.ReportFolder;
import tonghop.rollup.record.Seals;
import tonghop.rollup.record.Seals.Seal;
import tonghop.rollup.report.ReportScope;
import tonghop.rollup.sum.RollUp;

/** Finds the reports that are missing or out of date, and adds up their periods. */
@Configuration(proxyBeanMethods = false)
public class RollUpStep {

    /** There is no transaction around the step: each period has its own. */
    @Bean
    Step rollUp(JobRepository jobs, DueReports due) {
        return new StepBuilder("rollUp", jobs)
                .tasklet((contribution, chunk) -> {
                    due.find();
                    return RepeatStatus.FINISHED;
                })
                .build();
    }

    @Bean
    DueReports dueReports(
            Settings settings,
            RunState run,
            Catalogue catalogue,
            ReportScope scope,
            RollUp rollUp,
            Seals seals,
            OwnTransaction transaction) {
        return new DueReports(settings, run, catalogue, scope, rollUp, seals, transaction);
    }

    /** The work of the step. */
    public record DueReports(
            Settings settings,
            RunState run,
            Catalogue catalogue,
            ReportScope scope,
            RollUp rollUp,
            Seals seals,
            OwnTransaction transaction) {

        void find() {
            run.check();
            ReportFolder.leftBehind(settings.out()).forEach(this::putRight);
            ReportScope now = scope.whileNothingArrives();
            Set<String> changed = run.files().changedPeriods();
            for (Period period : now.periods()) {
                if (settings.periods().isEmpty() || settings.periods().contains(period.code())) {
                    List<RunReports.Piece> found = new ArrayList<>();
                    transaction
                            .attempt(() -> {
                                find(period, now, changed.contains(period.code()), found);
                                found.forEach(run.reports()::add);
                            })
                            .ifPresent(trouble -> transaction.perform(() -> fail(period, found, trouble)));
                }
            }
        }

        private void putRight(Path left) {
            String folder = settings.out().relativize(left).toString().replace('\\', '/');
            transaction
                    .attempt(() -> {
                        run.check();
                        run.reports().settle(folder, RunReports.Result.PUT_RIGHT, ReportFolder.putRight(left));
                    })
                    .ifPresent(trouble -> run.reports().fail(folder, trouble));
        }

        /** None that is due can be written; where none was found yet, the period itself is told. */
        private void fail(Period period, List<RunReports.Piece> found, Trouble trouble) {
            found.stream()
                    .map(report -> report.isDue() ? report.failed(trouble) : report)
                    .forEach(run.reports()::add);
            if (found.stream().noneMatch(RunReports.Piece::isDue)) {
                run.reports().fail(period.code(), trouble);
            }
        }

        private void find(Period period, ReportScope now, boolean isChanged, List<RunReports.Piece> found) {
            run.check();
            Optional<Seal> seal = seals.of(period.code());
            if (seal.isPresent()) {
                leaveAsClosed(seal.get(), found);
            } else {
                rollUp(period, now, isChanged, found);
            }
        }

        /** What is found out about a report by a look into its folder. */
        private interface Look {

            RunReports.Piece at(RunReports.Piece report) throws IOException;
        }

        private static void add(RunReports.Piece report, List<RunReports.Piece> found, Look look) {
            OwnTransaction.troubleOf(() -> found.add(look.at(report)))
                    .ifPresent(trouble -> found.add(report.failed(trouble)));
        }

        /** What came in after the close changes neither the reports nor the totals that figures are explained by. */
        private void leaveAsClosed(Seal seal, List<RunReports.Piece> found) {
            seal.outputs().forEach((folder, manifest) -> {
                String unit = folder.substring(0, folder.indexOf('/'));
                add(new RunReports.Piece(unit, seal.period(), null, null, null), found, report -> {
                    boolean isBroken = SealedReports.isBroken(folder, manifest, settings.out());
                    return report.as(isBroken ? RunReports.Result.BROKEN : RunReports.Result.UP_TO_DATE);
                });
            });
        }

        private void rollUp(Period period, ReportScope now, boolean isChanged, List<RunReports.Piece> found) {
            for (Unit unit : now.unitsToReport(settings.unit(), period)) {
                String submissions = now.digest(unit, period);
                add(new RunReports.Piece(unit.code(), period.code(), submissions, null, null), found, report -> {
                    boolean isDue = settings.isRerun()
                            || !report.in(settings.out(), catalogue).isUpToDate();
                    return isDue ? report : report.as(RunReports.Result.UP_TO_DATE);
                });
            }
            if (isChanged || found.stream().anyMatch(RunReports.Piece::isDue)) {
                rollUp.update(period);
            }
        }
    }
}
