package tonghop.domain;

import java.util.List;

/**
 * What was found in one file: its submissions, and what is wrong with it.
 *
 * @param file the path inside its inbox, with forward slashes
 */
public record ReadFile(String file, String sha256, List<Submission> submissions, List<Finding> findings) {

    public ReadFile {
        submissions = List.copyOf(submissions);
        findings = List.copyOf(findings);
    }
}
