package tonghop.rollup.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Bounds;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.unit.Unit;
import tonghop.rollup.sum.History;
import tonghop.rollup.sum.History.Amount;
import tonghop.rollup.sum.History.Past;
import tonghop.rollup.sum.Totals;

/**
 * The figures of a unit in earlier periods, from what is kept of these.
 *
 * @param figures the unit's figures now: only what is reported now is compared
 */
record EarlierFigures(Unit unit, List<Figure> figures, History history) {

    PastFigures of(Period period, ReportingCalendar calendar) {
        List<PastPeriod> periods = new ArrayList<>();
        for (Past past : history.pasts()) {
            Map<String, PastFigure> found = figuresOf(past);
            if (!found.isEmpty()) {
                periods.add(new PastPeriod(past.period(), found));
            }
        }
        return PastFigures.of(periods, period, calendar);
    }

    private Map<String, PastFigure> figuresOf(Past past) {
        Map<String, PastFigure> found = new LinkedHashMap<>();
        Optional<Unit> then = past.tree().same(unit);
        if (then.isPresent()) {
            for (Figure figure : figures) {
                Indicator indicator = figure.indicator();
                Optional<PastFigure> before = indicator == null
                        ? ofMeasure(figure.id(), then.get(), past)
                        : ofIndicator(indicator, then.get(), past);
                before.ifPresent(value -> found.put(figure.id(), value));
            }
        }
        return found;
    }

    private Optional<PastFigure> ofMeasure(String id, Unit then, Past past) {
        return Optional.ofNullable(past.find(then, id))
                .map(amount -> new PastFigure(
                        Totals.plain(amount.value()),
                        null,
                        null,
                        amount.qualifier(),
                        history.standOnTheSame(unit, then, id, past)));
    }

    private Optional<PastFigure> ofIndicator(Indicator indicator, Unit then, Past past) {
        List<Amount> above = amounts(indicator.numerator(), then, past);
        List<Amount> below = amounts(indicator.denominator(), then, past);
        BigDecimal denominator = sum(below);
        if (above.isEmpty() || denominator.signum() == 0) {
            return Optional.empty();
        }
        boolean isComparable =
                indicator.denominator().stream().allMatch(measure -> history.standOnTheSame(unit, then, measure, past));
        return Optional.of(new PastFigure(
                Bounds.percent(sum(above), denominator),
                sum(above),
                denominator,
                Qualifier.combine(mark(above), Qualifier.reversed(mark(below))),
                isComparable));
    }

    private static List<Amount> amounts(List<String> measures, Unit then, Past past) {
        return measures.stream()
                .flatMap(measure -> Optional.ofNullable(past.find(then, measure)).stream())
                .toList();
    }

    private static @Nullable Qualifier mark(List<Amount> amounts) {
        Qualifier mark = null;
        for (Amount amount : amounts) {
            mark = Qualifier.combine(mark, amount.qualifier());
        }
        return mark;
    }

    private static BigDecimal sum(List<Amount> amounts) {
        return Totals.plain(amounts.stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
