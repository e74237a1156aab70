package tonghop.rollup.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tonghop.domain.form.Form;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.sum.LastTotals;

/**
 * How large the units are that owe a form and did not send it, by what they last reported.
 *
 * <p>Of a unit some of whose children have sent, the others are missing, and its own offices.
 */
final class MissingDenominators {

    private final Period period;
    private final UnitTree tree;
    private final FormCoverage coverage;
    private final LastTotals last;

    MissingDenominators(Period period, UnitTree tree, FormCoverage coverage, LastTotals last) {
        this.period = period;
        this.tree = tree;
        this.coverage = coverage;
        this.last = last;
    }

    /** A unit that is missing, with all below it or for its own part alone. */
    private record Gap(String unit, boolean isOwnPart) {}

    /**
     * What the denominators of the missing units in the territory of {@code unit} came to when they last reported; 0 if
     * none is missing. Absent if one of them never reported: then nobody can say how much is missing.
     *
     * @param formIds any of which gives the measures
     * @param measures the ids of those that make up the denominator
     */
    Optional<BigDecimal> of(String unit, Set<String> formIds, Collection<String> measures) {
        List<Form> forms = coverage.forms().stream()
                .filter(form -> formIds.contains(form.id()))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        addGaps(tree.get(unit), false, forms, gaps);
        last.ask(gaps.stream().map(Gap::unit).collect(Collectors.toSet()));
        BigDecimal sum = BigDecimal.ZERO;
        for (Gap gap : gaps) {
            Optional<LastTotals.Last> before = last.sum(gap.unit(), measures);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(gap.isOwnPart() ? before.get().own() : before.get().whole());
        }
        return Optional.of(sum);
    }

    private void addGaps(Unit unit, boolean isPartOfGap, List<Form> forms, List<Gap> gaps) {
        boolean isDue = isPartOfGap || forms.stream().anyMatch(form -> form.isOwedBy(unit, period));
        boolean isMissing = isDue && !isCovered(unit, forms);
        boolean hasSentInPart =
                isMissing && tree.subtreeOf(unit.code()).stream().anyMatch(below -> isCovered(below, forms));
        if (isMissing) {
            gaps.add(new Gap(unit.code(), hasSentInPart));
        }
        if (!isMissing || hasSentInPart) {
            tree.childrenOf(unit.code()).forEach(child -> addGaps(child, hasSentInPart, forms, gaps));
        }
    }

    private boolean isCovered(Unit unit, List<Form> forms) {
        return forms.stream().anyMatch(form -> coverage.isCovered(unit.code(), form));
    }
}
