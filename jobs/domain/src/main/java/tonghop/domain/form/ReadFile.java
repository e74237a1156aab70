package tonghop.domain.form;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Finding;

/**
 * What was found in one file: its submissions, and what is wrong with it.
 *
 * @param file the path inside its inbox, with forward slashes
 * @param answers what the sender says to findings of a copy that came back earlier
 */
public record ReadFile(
        String file, String sha256, List<Submission> submissions, List<Finding> findings, List<Answer> answers) {

    public ReadFile {
        submissions = List.copyOf(submissions);
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
    }

    /** One that answers nothing. */
    public ReadFile(String file, String sha256, List<Submission> submissions, List<Finding> findings) {
        this(file, sha256, submissions, findings, List.of());
    }

    /** {@code findings} about this file, each with its answer; an answer to what is no longer said is dropped. */
    public List<Finding> answered(List<Finding> findings) {
        Map<String, Answer> byKey = answers.stream()
                .collect(Collectors.toMap(Answer::key, answer -> answer, (first, later) -> first, TreeMap::new));
        return findings.stream().map(finding -> finding.answeredBy(byKey)).toList();
    }
}
