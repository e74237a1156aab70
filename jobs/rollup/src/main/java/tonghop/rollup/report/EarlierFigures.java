package tonghop.rollup.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Indicator;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.unit.Unit;
import tonghop.rollup.sum.History;
import tonghop.rollup.sum.History.Past;
import tonghop.rollup.sum.Pairs;
import tonghop.rollup.sum.Totals;

/**
 * The figures of a unit in earlier periods, from what is kept of these.
 *
 * @param figures the unit's figures now: only what is reported now is compared
 */
record EarlierFigures(Unit unit, List<Figure> figures, History history, Pairs pairs) {

    PastFigures of(Period period, ReportingCalendar calendar) {
        List<PastPeriod> periods = new ArrayList<>();
        for (Past past : history.pasts()) {
            Map<FigureId, PastFigure> found = figuresOf(past);
            if (!found.isEmpty()) {
                periods.add(new PastPeriod(past.period(), found));
            }
        }
        return PastFigures.of(periods, period, calendar);
    }

    private Map<FigureId, PastFigure> figuresOf(Past past) {
        Map<FigureId, PastFigure> found = new LinkedHashMap<>();
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

    private Optional<PastFigure> ofMeasure(FigureId id, Unit then, Past past) {
        return Optional.ofNullable(id.isPart() ? null : past.find(then, id.of()))
                .map(amount -> new PastFigure(
                        amount.value(),
                        null,
                        null,
                        amount.qualifier(),
                        history.standOnTheSame(unit, then, id.of(), past)));
    }

    private Optional<PastFigure> ofIndicator(Indicator indicator, Unit then, Past past) {
        Optional<Amount> numerator = sum(pairs.sideOf(indicator, indicator.numerator()), then, past);
        Optional<Amount> denominator = sum(pairs.sideOf(indicator, indicator.denominator()), then, past);
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        Amount.Ratio ratio = numerator.get().over(denominator.get());
        boolean isComparable =
                indicator.denominator().stream().allMatch(measure -> history.standOnTheSame(unit, then, measure, past));
        return Optional.ofNullable(ratio.value())
                .map(value -> new PastFigure(
                        value,
                        Totals.plain(ratio.numerator().value()),
                        Totals.plain(ratio.denominator().value()),
                        ratio.qualifier(),
                        isComparable));
    }

    private static Optional<Amount> sum(List<String> measures, Unit then, Past past) {
        return Amount.sum(measures.stream().flatMap(measure -> Stream.ofNullable(past.find(then, measure))));
    }
}
