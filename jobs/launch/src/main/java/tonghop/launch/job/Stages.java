package tonghop.launch.job;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tonghop.catalogue.Catalogue;
import tonghop.ingest.FileReader;
import tonghop.ingest.table.Blanks;
import tonghop.rollup.record.Publications;
import tonghop.rollup.record.Seals;
import tonghop.rollup.report.ReportScope;
import tonghop.rollup.report.StoredFiles;
import tonghop.rollup.store.Nights;
import tonghop.rollup.store.StandingStore;
import tonghop.rollup.store.SubmissionStore;
import tonghop.rollup.store.Withdrawals;
import tonghop.rollup.sum.RollUp;
import tonghop.validate.Rules;

/** Makes the parts of every stage, which know no Spring beans themselves, and the jobs over them. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    BatchAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
@Import({
    RunState.class,
    Readings.class,
    OwnTransaction.class,
    StoredFiles.class,
    Closings.class,
    Returns.class,
    PastReports.class,
    SealedReports.class,
    RunCode.class,
    JobHistory.class,
    Tools.class,
    IntakeStep.class,
    DecideStep.class,
    ReadStep.class,
    RollUpStep.class,
    ReportStep.class,
    RestoreStep.class,
    RecordStep.class,
    NightlyJob.class,
    RerunJob.class
})
class Stages {

    @Bean
    FileReader fileReader(Catalogue catalogue) {
        return new FileReader(catalogue.definitions(), Blanks.of(catalogue::blank));
    }

    @Bean
    Rules rules(Catalogue catalogue) {
        return new Rules(catalogue.definitions());
    }

    @Bean
    SubmissionStore submissionStore(JdbcTemplate template, Settings settings) {
        return new SubmissionStore(template, settings.clock());
    }

    @Bean
    Nights nights(JdbcTemplate template, Settings settings) {
        return new Nights(template, settings.clock());
    }

    @Bean
    StandingStore standingStore(JdbcTemplate template, Catalogue catalogue) {
        return new StandingStore(template, catalogue.definitions());
    }

    @Bean
    Seals seals(JdbcTemplate template, Catalogue catalogue, Settings settings) {
        return new Seals(template, catalogue.definitions(), settings.clock());
    }

    @Bean
    Withdrawals withdrawals(JdbcTemplate template, Settings settings) {
        return new Withdrawals(template, settings.clock());
    }

    @Bean
    Publications publications(JdbcTemplate template, Settings settings) {
        return new Publications(template, settings.clock());
    }

    @Bean
    CompleteReports completeReports(Rules rules, Closings closings) {
        return new CompleteReports(rules, closings);
    }

    @Bean
    RollUp rollUpOfUnits(JdbcTemplate template, Catalogue catalogue) {
        return new RollUp(template, catalogue.definitions(), catalogue.digest() + " " + Version.current());
    }

    @Bean
    ReportScope reportScope(JdbcTemplate template, Catalogue catalogue) {
        return new ReportScope(template, catalogue.definitions());
    }
}
