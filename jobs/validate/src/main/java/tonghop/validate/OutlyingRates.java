package tonghop.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Indicator;
import tonghop.domain.report.PeriodView;
import tonghop.domain.unit.Unit;
import tonghop.validate.unusual.Unusual;
import tonghop.validate.unusual.UnusualRates;
import tonghop.validate.unusual.UnusualRates.Rate;

/** Rates that are far from those of the units beside it. What bears a mark such as 'at least' is left out. */
final class OutlyingRates implements Rule<PeriodView> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Definitions definitions;

    OutlyingRates(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.UNUSUAL_RATE);
    }

    /** In the order of the units. */
    @Override
    public List<Finding> check(PeriodView view) {
        Counts counts = new Counts(view);
        RatesOfUnits rates = new RatesOfUnits(counts, new HashMap<>());
        List<Finding> findings = new ArrayList<>();
        for (Unit unit : counts.upwards()) {
            List<Unit> siblings = counts.siblings(unit);
            for (Indicator indicator : definitions.indicators()) {
                rates.of(unit, indicator)
                        .flatMap(rate -> UnusualRates.judge(
                                        rate,
                                        siblings.stream()
                                                .flatMap(sibling -> rates.of(sibling, indicator).stream())
                                                .toList())
                                .map(unusual -> finding(
                                        Place.ofForm(
                                                unit.code(), null, view.period().code()),
                                        indicator,
                                        rate,
                                        unusual)))
                        .ifPresent(findings::add);
            }
        }
        Collections.reverse(findings);
        return findings;
    }

    /**
     * The rates of units.
     *
     * @param known those that were asked for, since siblings ask for each other's
     */
    private record RatesOfUnits(Counts counts, Map<String, Optional<Rate>> known) {

        Optional<Rate> of(Unit unit, Indicator indicator) {
            return known.computeIfAbsent(
                    unit.code() + " " + indicator.id(),
                    key -> sum(unit, indicator.numerator())
                            .flatMap(numerator -> sum(unit, indicator.denominator())
                                    .map(denominator -> new Rate(numerator, denominator))));
        }

        /** Absent where one of them is: part of a sum is no sum. */
        private Optional<Long> sum(Unit unit, List<String> measures) {
            List<Long> values = measures.stream()
                    .flatMap(measure -> counts.now(unit, measure).stream())
                    .toList();
            return measures.isEmpty() || values.size() < measures.size()
                    ? Optional.empty()
                    : Optional.of(values.stream().mapToLong(Long::longValue).sum());
        }
    }

    private static Finding finding(Place place, Indicator indicator, Rate rate, Unusual unusual) {
        return Finding.of(
                        FindingCode.UNUSUAL_RATE,
                        place,
                        Fact.STATED.is(percent(BigDecimal.valueOf(rate.numerator())
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(rate.denominator()), MathContext.DECIMAL64))),
                        Fact.MEDIAN.is(percent(unusual.median())),
                        Fact.LABEL.is(indicator.label()),
                        Fact.NUMERATOR.is(Long.toString(rate.numerator())),
                        Fact.DENOMINATOR.is(Long.toString(rate.denominator())),
                        Fact.SIDE.is(unusual.side() == Unusual.Side.ABOVE ? "above" : "below"),
                        Fact.COMPARED_WITH.is(unusual.comparedWith()))
                .as(unusual.isStrong() ? Severity.WARNING : Severity.INFO);
    }

    private static String percent(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
