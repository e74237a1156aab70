package tonghop.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;

/**
 * The questions that a sheet leaves open, each an error with candidates, and what its sender answered to them.
 *
 * <p>An answer is one of the candidates as they were written in the copy that came back. It removes the error and is
 * kept as a note.
 */
public final class Questions {

    private final Map<String, Answer> answers;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Prepares the questions of one sheet.
     *
     * @param answers what the sender answered to questions about earlier copies, by {@link Finding#key}
     */
    public Questions(Map<String, Answer> answers) {
        this.answers = answers;
    }

    /** The candidate that the sender chose; empty if nobody answered, and {@code question} stands. */
    public Optional<String> ask(Finding question) {
        Optional<String> chosen = answered(question);
        if (chosen.isEmpty()) {
            findings.add(question);
        }
        return chosen;
    }

    /** The same for a question that its cell keeps while nobody answered. */
    Optional<String> answered(Finding question) {
        Answer answer = answers.get(question.key());
        Optional<String> chosen = question.candidates().stream()
                .filter(candidate -> answer != null && isChosen(candidate, answer.reason()))
                .findFirst();
        chosen.ifPresent(choice -> findings.add(note(question, choice)));
        return chosen;
    }

    /** The candidate itself, or its first word: the code of a unit. */
    private static boolean isChosen(String candidate, String reason) {
        return candidate.equals(reason) || candidate.startsWith(reason + " ");
    }

    private static Finding note(Finding question, String choice) {
        return Finding.of(
                FindingCode.QUESTION_ANSWERED, question.place(), Fact.TEXT.is(question.value()), Fact.MEANT.is(choice));
    }

    /** Adds what is odd and no question. */
    void tell(Finding finding) {
        findings.add(finding);
    }

    /** What was asked and not answered, and the notes of what was, in order. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
