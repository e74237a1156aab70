package tonghop.validate;

import java.util.List;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.Form;
import tonghop.domain.form.Submission;
import tonghop.fixtures.Drawn;

/** What rules say of drawn sheets. */
final class Checked {

    private Checked() {}

    /** What {@code rule} finds, one line each: {@code ERROR rule-broken B9: 17, expected 7 [1 = 2 + 3, UBND]}. */
    static List<String> findings(Rule<Submission> rule, Form form, String sheet) {
        return rule.check(Drawn.sheet(form, sheet)).stream()
                .map(Checked::asText)
                .toList();
    }

    private static String asText(Finding finding) {
        return "%s %s %s: %s, expected %s %s"
                .formatted(
                        finding.severity(),
                        finding.code().code(),
                        finding.place().cell(),
                        finding.value(),
                        finding.expected(),
                        finding.details());
    }
}
