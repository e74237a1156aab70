package tonghop.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.CrossFormRule;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report.Value;
import tonghop.domain.unit.Unit;

/**
 * What forms of the same unit and period say of the same thing. A rule is silent where a measure of either side is
 * missing or only approximate, and where some unit below gave only one side; a unit below which it breaks is left to
 * the units below, since its sums differ where theirs do.
 */
final class CrossForms implements Rule<PeriodView> {

    private final Definitions definitions;

    CrossForms(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.FORMS_DISAGREE);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        List<Unit> units = view.within();
        Map<String, Unit> byCode = new HashMap<>();
        units.forEach(unit -> byCode.put(unit.code(), unit));
        Map<String, List<Unit>> children = units.stream()
                .filter(unit -> unit.parent() != null)
                .collect(Collectors.groupingBy(unit -> String.valueOf(unit.parent())));
        List<Finding> findings = new ArrayList<>();
        for (CrossFormRule rule : definitions.rules()) {
            List<Finding> broken = units.stream()
                    .flatMap(unit -> broken(unit, rule, children, view).stream())
                    .toList();
            Set<String> above = new HashSet<>();
            for (Finding finding : broken) {
                Unit unit = byCode.get(finding.place().unit());
                while (unit != null && unit.parent() != null && above.add(unit.parent())) {
                    unit = byCode.get(unit.parent());
                }
            }
            broken.stream()
                    .filter(finding ->
                            !above.contains(String.valueOf(finding.place().unit())))
                    .forEach(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> broken(
            Unit unit, CrossFormRule rule, Map<String, List<Unit>> children, PeriodView view) {
        Optional<BigDecimal> left = sum(unit, rule.left(), view);
        Optional<BigDecimal> right = sum(unit, rule.right(), view);
        if (left.isEmpty()
                || right.isEmpty()
                || rule.relation().holds(left.orElseThrow(), right.orElseThrow())
                || !areOfTheSameUnits(unit, rule, children, view)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                FindingCode.FORMS_DISAGREE,
                Place.ofForm(unit.code(), null, view.period().code()),
                Fact.LEFT.is(left.orElseThrow()),
                Fact.RIGHT.is(right.orElseThrow()),
                Fact.RULE.is(rule.label())));
    }

    /** Not where a commune sent one of the forms and not the other: the sums then differ for that alone. */
    private static boolean areOfTheSameUnits(
            Unit unit, CrossFormRule rule, Map<String, List<Unit>> children, PeriodView view) {
        return Stream.concat(rule.left().stream(), rule.right().stream())
                        .map(measure -> giving(unit, measure, children, view))
                        .distinct()
                        .count()
                == 1;
    }

    /** The unit and those below it that state a measure themselves. */
    private static Set<String> giving(Unit unit, String measure, Map<String, List<Unit>> children, PeriodView view) {
        Set<String> giving = new HashSet<>();
        if (view.hasOwnPart(unit.code(), measure)) {
            giving.add(unit.code());
        }
        children.getOrDefault(unit.code(), List.of())
                .forEach(child -> giving.addAll(giving(child, measure, children, view)));
        return giving;
    }

    /** Nothing unless every measure is known exactly. */
    private static Optional<BigDecimal> sum(Unit unit, List<String> measures, PeriodView view) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String measure : measures) {
            Optional<Value> value = view.total(unit.code(), measure).filter(stated -> stated.qualifier() == null);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(value.orElseThrow().value());
        }
        return Optional.of(sum);
    }
}
