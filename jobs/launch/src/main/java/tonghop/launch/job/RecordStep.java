package tonghop.launch.job;

import java.io.IOException;
import java.nio.file.Files;
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
import tonghop.domain.Sha256;
import tonghop.report.ReportFolder;
import tonghop.rollup.record.Publications;
import tonghop.rollup.record.Publications.Published;
import tonghop.rollup.record.Publications.Unread;

/**
 * Keeps what was published, so that runs can be compared later.
 *
 * <p>Compares the folders with what was kept last, so that a run which was killed before it is made up for by the next.
 */
@Configuration(proxyBeanMethods = false)
class RecordStep {

    @Bean
    Step keepRecord(JobRepository jobs, PlatformTransactionManager transactions, Bookkeeping books) {
        return new StepBuilder("keepRecord", jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            books.keep();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    Bookkeeping recordOfRun(
            Settings settings, RunState run, Catalogue catalogue, Publications publications, RunCode code) {
        return new Bookkeeping(settings, run, catalogue, publications, code);
    }

    /** The work of the step. */
    record Bookkeeping(Settings settings, RunState run, Catalogue catalogue, Publications publications, RunCode code) {

        void keep() throws IOException {
            run.check();
            List<Unread> published = new ArrayList<>();
            for (String report : run.reports().all()) {
                OwnTransaction.troubleOf(() -> add(report, published))
                        .ifPresent(trouble -> run.reports().fail(report, trouble));
            }
            publications.add(code.text(), Version.current(), catalogue.digest(), catalogue.parts(), published);
        }

        private void add(String report, List<Unread> published) throws IOException {
            Path folder = settings.out().resolve(report);
            int slash = report.indexOf('/');
            String unit = report.substring(0, slash);
            String period = report.substring(slash + 1);
            Path manifest = folder.resolve(ReportFolder.MANIFEST);
            boolean isNew = Files.exists(manifest)
                    && !publications.lastManifest(unit, period).equals(Optional.of(Sha256.of(manifest)));
            if (isNew && ReportFolder.digest(folder).isPresent()) {
                published.add(() -> new Published(
                        unit,
                        period,
                        Files.readString(manifest),
                        Files.readString(folder.resolve(ReportFolder.REPORT)),
                        Files.readString(folder.resolve(ReportFolder.OBSERVATIONS))));
            }
        }
    }
}
