package tonghop.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tonghop.domain.Fact;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Form;
import tonghop.domain.Measure;
import tonghop.domain.Nature;
import tonghop.domain.Place;
import tonghop.domain.Report.Value;
import tonghop.domain.Unit;
import tonghop.rollup.FormCoverage.Pair;

/**
 * Forms whose figures are all those of the period before: sent again, or copied.
 *
 * <p>Small numbers may stay by chance, and stocks by nature. So at least five different numbers that are not 0 must be
 * the same, and some of them must have happened in the period. Plans, ranks and declared rates tell nothing.
 */
final class CopiedForms {

    private static final int FEWEST_NUMBERS = 5;
    private static final int FEWEST_FLOWS = 3;
    private static final Set<Nature> TELLING =
            Set.of(Nature.FLOW, Nature.MONEY, Nature.OPENING_STOCK, Nature.CLOSING_STOCK);
    private static final Set<Nature> HAPPENED = Set.of(Nature.FLOW, Nature.MONEY);

    private CopiedForms() {}

    /**
     * The findings.
     *
     * @param units of the territory
     * @param sent what was sent for the period itself
     */
    static List<Finding> of(
            List<Unit> units, List<Form> forms, Set<Pair> sent, String period, Totals totals, History history) {
        List<Finding> findings = new ArrayList<>();
        if (history.pasts().isEmpty()) {
            return findings;
        }
        History.Past last = history.pasts().get(0);
        for (Unit unit : units) {
            Optional<Unit> then = last.tree().same(unit);
            for (Form form : forms) {
                if (then.isPresent() && sent.contains(new Pair(unit.code(), form.id()))) {
                    int copied = copied(unit, then.get(), form, totals, last);
                    if (copied > 0) {
                        findings.add(Finding.of(
                                FindingCode.COPIED_FROM_LAST_PERIOD,
                                Place.ofForm(unit.code(), form.id(), period),
                                Fact.COUNT.is(copied),
                                Fact.PERIOD.is(last.period().code()),
                                Fact.FORM.is(form.id())));
                    }
                }
            }
        }
        return findings;
    }

    /** How many figures that are not 0 are the same, if all are and they are enough to tell; else 0. */
    private static int copied(Unit unit, Unit then, Form form, Totals totals, History.Past last) {
        Set<BigDecimal> numbers = new TreeSet<>();
        int same = 0;
        int happened = 0;
        for (Measure measure : form.measures().values()) {
            if (TELLING.contains(measure.nature())) {
                Optional<BigDecimal> now =
                        totals.find(unit.code(), measure.id(), Totals.ALL).map(Value::value);
                History.Amount before = last.find(then, measure.id());
                if (now.isPresent() != (before != null)
                        || (before != null && now.get().compareTo(before.value()) != 0)) {
                    return 0;
                }
                if (now.isPresent() && now.get().signum() != 0) {
                    numbers.add(now.get());
                    same++;
                    happened += HAPPENED.contains(measure.nature()) ? 1 : 0;
                }
            }
        }
        return numbers.size() >= FEWEST_NUMBERS && happened >= FEWEST_FLOWS ? same : 0;
    }
}
