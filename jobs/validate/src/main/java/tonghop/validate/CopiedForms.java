package tonghop.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.PeriodView.Past;
import tonghop.domain.report.Report.Value;
import tonghop.domain.unit.Unit;

/**
 * Forms whose figures are all those of the period before: sent again, or copied.
 *
 * <p>Small numbers may stay by chance, and stocks by nature. So at least five different numbers that are not 0 must be
 * the same, and some of them must have happened in the period. Plans, ranks and declared rates tell nothing.
 */
final class CopiedForms implements Rule<PeriodView> {

    private static final int FEWEST_NUMBERS = 5;
    private static final int FEWEST_FLOWS = 3;
    private static final Set<Nature> TELLING =
            Set.of(Nature.FLOW, Nature.MONEY, Nature.OPENING_STOCK, Nature.CLOSING_STOCK);
    private static final Set<Nature> HAPPENED = Set.of(Nature.FLOW, Nature.MONEY);

    private final Definitions definitions;

    CopiedForms(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.COPIED_FROM_LAST_PERIOD);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        List<Finding> findings = new ArrayList<>();
        if (view.pasts().isEmpty()) {
            return findings;
        }
        Past last = view.pasts().get(0);
        List<Form> forms = definitions.formsFor(view.period());
        for (Unit unit : view.within()) {
            for (Form form : forms) {
                if (view.hasSent(unit.code(), form.id())) {
                    int copied = copied(unit, form, view, last);
                    if (copied > 0) {
                        findings.add(Finding.of(
                                FindingCode.COPIED_FROM_LAST_PERIOD,
                                Place.ofForm(
                                        unit.code(), form.id(), view.period().code()),
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
    private static int copied(Unit unit, Form form, PeriodView view, Past last) {
        Set<BigDecimal> numbers = new TreeSet<>();
        int same = 0;
        int happened = 0;
        for (Measure measure : form.measures().values()) {
            if (TELLING.contains(measure.nature())) {
                Optional<BigDecimal> now = view.total(unit.code(), measure.id()).map(Value::value);
                Optional<BigDecimal> before = last.find(unit, measure.id()).map(Value::value);
                if (now.isPresent() != before.isPresent()
                        || (before.isPresent() && now.get().compareTo(before.get()) != 0)) {
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
