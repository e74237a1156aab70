package tonghop.validate;

import java.util.List;
import tonghop.domain.Definitions;
import tonghop.domain.Finding;
import tonghop.domain.Submission;

/** Every rule that a submission is held against. */
public final class Rules {

    private final List<Rule> rules;

    public Rules(Definitions definitions) {
        this.rules =
                List.of(new PrintedFormulas(), new ControlTotals(), new UnnamedTotals(), new StatedRates(definitions));
    }

    /** What is wrong with {@code submission}, rule by rule and in each from the top of the sheet. */
    public List<Finding> check(Submission submission) {
        return rules.stream().flatMap(rule -> rule.check(submission).stream()).toList();
    }
}
