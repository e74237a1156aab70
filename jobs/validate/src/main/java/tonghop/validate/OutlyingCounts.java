package tonghop.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.report.PeriodView;
import tonghop.domain.unit.Unit;
import tonghop.validate.unusual.CountSeries;
import tonghop.validate.unusual.Unusual;
import tonghop.validate.unusual.UnusualCounts;

/**
 * Counts that are far from the unit's own of earlier periods.
 *
 * <p>Money, plans, ranks and opening stocks are left out: the first are no counts, and the last are compared with the
 * closing stock before. So is everything with a mark such as 'at least'.
 */
final class OutlyingCounts implements Rule<PeriodView> {

    private static final Set<Nature> COUNTS = Set.of(Nature.FLOW, Nature.CLOSING_STOCK);

    private final Definitions definitions;

    OutlyingCounts(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.UNUSUAL_COUNT);
    }

    /** In the order of the units. */
    @Override
    public List<Finding> check(PeriodView view) {
        Counts counts = new Counts(view);
        SeriesOfUnits series = new SeriesOfUnits(definitions, counts, new HashMap<>());
        List<Measure> compared = definitions.measures().values().stream()
                .filter(measure ->
                        COUNTS.contains(measure.nature()) && measure.addsOverUnits() && measure.decimals() == 0)
                .toList();
        Set<String> told = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Unit unit : counts.upwards()) {
            List<Unit> siblings = counts.siblings(unit);
            for (Measure measure : compared) {
                series.unusual(unit, siblings, measure).ifPresent(unusual -> {
                    told.add(key(unit, measure, unusual));
                    // What stands out below is told there, and not once more in every total above it.
                    if (view.units().childrenOf(unit.code()).stream()
                            .noneMatch(child -> told.contains(key(child, measure, unusual)))) {
                        findings.add(finding(unit, measure, unusual, view));
                    }
                });
            }
        }
        Collections.reverse(findings);
        return findings;
    }

    private static String key(Unit unit, Measure measure, Unusual unusual) {
        return unit.code() + " " + measure.id() + " " + unusual.side();
    }

    /**
     * The counts of units with those of earlier periods.
     *
     * @param known those that were asked for, since siblings ask for each other's
     */
    private record SeriesOfUnits(Definitions definitions, Counts counts, Map<String, Optional<CountSeries>> known) {

        Optional<Unusual> unusual(Unit unit, List<Unit> siblings, Measure measure) {
            return of(unit, measure)
                    .flatMap(series -> UnusualCounts.judge(
                            series,
                            () -> siblings.stream()
                                    .flatMap(sibling -> of(sibling, measure).stream())
                                    .toList()));
        }

        private Optional<CountSeries> of(Unit unit, Measure measure) {
            return known.computeIfAbsent(
                    unit.code() + " " + measure.id(),
                    key -> counts.now(unit, measure.id())
                            .map(value -> new CountSeries(
                                    value,
                                    definitions.calendar().season(counts.view().period()),
                                    earlier(unit, measure.id()))));
        }

        private List<CountSeries.Past> earlier(Unit unit, String measure) {
            List<CountSeries.Past> earlier = new ArrayList<>();
            for (PeriodView.Past past : counts.view().pasts()) {
                int season = definitions.calendar().season(past.period());
                past.comparable(unit, measure)
                        .flatMap(Counts::of)
                        .ifPresent(value -> earlier.add(new CountSeries.Past(season, value)));
            }
            return earlier;
        }
    }

    private static Finding finding(Unit unit, Measure measure, Unusual unusual, PeriodView view) {
        BigDecimal value = view.total(unit.code(), measure.id()).orElseThrow().value();
        boolean isAbove = unusual.side() == Unusual.Side.ABOVE;
        String side = isAbove ? "above" : value.signum() == 0 ? "none" : "below";
        String factor = unusual.factor().isEmpty()
                ? ""
                : (isAbove ? "too-large-" : "too-small-") + unusual.factor().getAsInt();
        return Finding.of(
                        FindingCode.UNUSUAL_COUNT,
                        place(unit, measure.id(), view),
                        Fact.STATED.is(value),
                        Fact.MEDIAN.is(unusual.median()),
                        Fact.LABEL.is(measure.label()),
                        Fact.UNIT_OF_COUNT.is(measure.unitOfCount()),
                        Fact.SIDE.is(side),
                        Fact.AGAINST.is(unusual.isSeasonal() ? "seasons" : "periods"),
                        Fact.COMPARED_WITH.is(unusual.comparedWith()),
                        Fact.LOWEST.is(unusual.lowest()),
                        Fact.HIGHEST.is(unusual.highest()),
                        Fact.FACTOR.is(factor),
                        Fact.RATIO.is(isAbove ? times(value, unusual.median()) : times(unusual.median(), value)))
                .as(unusual.isStrong() ? Severity.WARNING : Severity.INFO)
                .about(measure.id());
    }

    /** How many times as large, with one decimal below ten; what is above nothing is so many times one. */
    private static String times(BigDecimal larger, BigDecimal smaller) {
        BigDecimal ratio = larger.divide(smaller.max(BigDecimal.ONE), MathContext.DECIMAL64);
        return ratio.setScale(ratio.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The one cell that states it, or the unit alone where there are several or none. */
    private static Place place(Unit unit, String measure, PeriodView view) {
        List<Place> cells = view.cells(unit.code(), measure);
        return cells.size() == 1
                ? cells.get(0)
                : Place.ofForm(unit.code(), null, view.period().code());
    }
}
