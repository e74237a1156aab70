package tonghop.rollup.store;

import java.time.Instant;
import java.util.List;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report.SentSheet;

/**
 * A file as its sender gets it back.
 *
 * @param received when these bytes were first taken in under this name
 * @param findings everything that is wrong with it, in whichever sheet
 */
public record FileToReturn(
        String path,
        String sha256,
        SubmissionState state,
        Instant received,
        List<SentSheet> sheets,
        List<Finding> findings) {

    public FileToReturn {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
    }
}
