package tonghop.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.PeriodView.Left;
import tonghop.domain.report.Report.Value;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;

/**
 * What a period carried over, against what was left at the end of the period that ends on the day before it begins.
 *
 * <p>Half-years, nine months and years share the opening of their first quarter, so any period that ends there will do;
 * one of the same type is preferred. A unit whose children state their own is left to them: its sums differ where
 * theirs do, and where one of them is missing.
 */
final class OpeningBalances implements Rule<PeriodView> {

    private final Definitions definitions;

    OpeningBalances(Definitions definitions) {
        this.definitions = definitions;
    }

    /** An opening stock of a form, and what it carries over. */
    private record Opening(Form form, Measure measure, String carries) {}

    /** A closing stock, by unit and measure. */
    private record Key(String unit, String measure) {}

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.OPENING_BALANCE_DIFFERS);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        List<Opening> openings = openings(view.period());
        if (openings.isEmpty()) {
            return List.of();
        }
        List<Unit> units = view.within();
        Map<Key, Left> closings = closings(openings, view);
        List<Finding> findings = new ArrayList<>();
        for (Opening opening : openings) {
            Set<String> parents = units.stream()
                    .filter(unit -> stated(unit, opening, view).isPresent() && unit.parent() != null)
                    .map(unit -> String.valueOf(unit.parent()))
                    .collect(Collectors.toSet());
            for (Unit unit : units) {
                Left closing = closings.get(new Key(unit.code(), opening.carries()));
                if (closing != null && !parents.contains(unit.code())) {
                    stated(unit, opening, view)
                            .filter(stated ->
                                    stated.qualifier() == null && stated.value().compareTo(closing.value()) != 0)
                            .map(stated -> finding(unit, opening, stated.value(), closing, view.period()))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private static Optional<Value> stated(Unit unit, Opening opening, PeriodView view) {
        return view.total(unit.code(), opening.measure().id());
    }

    private static Finding finding(Unit unit, Opening opening, BigDecimal stated, Left closing, Period period) {
        return Finding.of(
                        FindingCode.OPENING_BALANCE_DIFFERS,
                        Place.ofForm(unit.code(), opening.form().id(), period.code()),
                        Fact.STATED.is(stated),
                        Fact.CARRIED.is(closing.value()),
                        Fact.LABEL.is(opening.measure().label()),
                        Fact.PERIOD.is(closing.period().code()))
                .about(opening.measure().id());
    }

    private List<Opening> openings(Period period) {
        List<Opening> openings = new ArrayList<>();
        definitions
                .formsFor(period)
                .forEach(form -> form.statedMeasures().forEach(measure -> {
                    String carries = measure.carries();
                    boolean isNew = openings.stream()
                            .noneMatch(known -> known.measure().id().equals(measure.id()));
                    if (carries != null && isNew) {
                        openings.add(new Opening(form, measure, carries));
                    }
                }));
        return openings;
    }

    /** Of several periods that end where this one begins, one of its own type speaks. */
    private static Map<Key, Left> closings(List<Opening> openings, PeriodView view) {
        Map<Key, Left> closings = new HashMap<>();
        view.left(openings.stream().map(Opening::carries).toList()).stream()
                .sorted(Comparator.comparing((Left left) ->
                                left.period().type() == view.period().type())
                        .thenComparing(left -> left.period().from()))
                .forEach(left -> closings.put(new Key(left.unit(), left.measure()), left));
        return closings;
    }
}
