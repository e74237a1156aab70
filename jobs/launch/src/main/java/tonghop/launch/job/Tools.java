package tonghop.launch.job;

import org.springframework.jdbc.core.JdbcTemplate;
import tonghop.rollup.record.Publications;
import tonghop.rollup.record.Seals;
import tonghop.rollup.report.ReportScope;
import tonghop.rollup.report.StoredFiles;
import tonghop.rollup.store.StandingStore;
import tonghop.rollup.store.Withdrawals;
import tonghop.rollup.sum.RollUp;

/** What commands work with beside the jobs: what is stored, and what is made of it. */
public record Tools(
        JdbcTemplate template,
        Readings readings,
        StoredFiles files,
        Withdrawals withdrawals,
        StandingStore standing,
        Seals seals,
        Publications publications,
        ReportScope scope,
        RollUp rollUp,
        OwnTransaction transaction,
        RunCode runCode,
        Returns returns,
        SealedReports sealedReports,
        PastReports past) {}
