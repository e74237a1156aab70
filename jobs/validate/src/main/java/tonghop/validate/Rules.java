package tonghop.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Submission;
import tonghop.domain.report.PeriodView;
import tonghop.domain.unit.Unit;

/** Every rule, in the order in which findings are told: those over one sheet, and those over all that a period has. */
public final class Rules {

    private final List<Rule<Submission>> overSheet;
    private final List<Rule<PeriodView>> overPeriod;
    private final Impact impact;

    public Rules(Definitions definitions) {
        this.overSheet = List.of(
                new PrintedFormulas(), new ControlTotals(), new ImplausibleSizes(), new StatedRates(definitions));
        this.overPeriod = List.of(
                new Differences(),
                new LeftBlanks(),
                new LookAlikes(),
                new RoundedParts(),
                new OpeningBalances(definitions),
                new CrossForms(definitions),
                new OutlyingCounts(definitions),
                new OutlyingRates(definitions),
                new CopiedForms(definitions),
                new MissingForms(definitions));
        this.impact = new Impact(definitions);
    }

    /** What is wrong with {@code submission}, rule by rule and in each from the top of the sheet. */
    public List<Finding> check(Submission submission) {
        return check(overSheet, submission).toList();
    }

    /**
     * What is wrong with a unit's period and with the sheets that it stands on: errors first, then what could change
     * the largest share of one of the unit's figures, then rule by rule.
     */
    public List<WeighedFinding> check(PeriodView view) {
        Set<String> within = view.within().stream().map(Unit::code).collect(Collectors.toSet());
        List<Finding> findings = Stream.concat(view.findingsOfSheets().stream(), check(overPeriod, view))
                .filter(finding -> finding.place().unit() != null
                        && within.contains(finding.place().unit()))
                .toList();
        return impact.ranked(findings, view);
    }

    private static <T> Stream<Finding> check(List<Rule<T>> rules, T subject) {
        return rules.stream().flatMap(rule -> rule.check(subject).stream());
    }

    /** What the rules over a sheet may say, in their order. */
    public List<FindingCode> codesOverSheet() {
        return codes(overSheet);
    }

    /** What the rules over a period may say, in their order. */
    public List<FindingCode> codesOverPeriod() {
        return codes(overPeriod);
    }

    private static <T> List<FindingCode> codes(List<Rule<T>> rules) {
        return rules.stream().flatMap(rule -> rule.codes().stream()).toList();
    }
}
