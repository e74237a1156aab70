package tonghop.rollup;

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
import tonghop.domain.Definitions;
import tonghop.domain.Fact;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Indicator;
import tonghop.domain.Measure;
import tonghop.domain.Nature;
import tonghop.domain.Period;
import tonghop.domain.Place;
import tonghop.domain.Severity;
import tonghop.domain.Unit;
import tonghop.domain.unusual.CountSeries;
import tonghop.domain.unusual.Unusual;
import tonghop.domain.unusual.UnusualCounts;
import tonghop.domain.unusual.UnusualRates;
import tonghop.domain.unusual.UnusualRates.Rate;

/**
 * Counts that are far from the unit's own of earlier periods, and rates that are far from those of the units beside it.
 *
 * <p>Money, plans, ranks and opening stocks are left out: the first are no counts, and the last are compared with the
 * closing stock before. So is everything with a mark such as 'at least'.
 */
final class Outliers {

    private static final Set<Nature> COUNTS = Set.of(Nature.FLOW, Nature.CLOSING_STOCK);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;

    private final Definitions definitions;
    private final Period period;
    private final Totals totals;
    private final StoredPeriod stored;
    private final History history;
    private final Map<String, Optional<CountSeries>> series = new HashMap<>();
    private final Map<String, Optional<Rate>> rates = new HashMap<>();

    Outliers(Definitions definitions, Period period, Totals totals, StoredPeriod stored, History history) {
        this.definitions = definitions;
        this.period = period;
        this.totals = totals;
        this.stored = stored;
        this.history = history;
    }

    /** Those of {@code top} and of every unit below it, in the order of the units. */
    List<Finding> of(Unit top) {
        List<Unit> upwards = new ArrayList<>(history.tree().subtreeOf(top.code()));
        Collections.reverse(upwards);
        List<Measure> counts = definitions.measures().values().stream()
                .filter(measure ->
                        COUNTS.contains(measure.nature()) && measure.addsOverUnits() && measure.decimals() == 0)
                .toList();
        Set<String> told = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Unit unit : upwards) {
            List<Unit> siblings = unit.code().equals(top.code()) ? List.of() : siblings(unit);
            for (Measure measure : counts) {
                unusual(unit, siblings, measure).ifPresent(unusual -> {
                    told.add(key(unit, measure, unusual));
                    // What stands out below is told there, and not once more in every total above it.
                    if (history.tree().childrenOf(unit.code()).stream()
                            .noneMatch(child -> told.contains(key(child, measure, unusual)))) {
                        findings.add(finding(unit, measure, unusual));
                    }
                });
            }
            findings.addAll(rates(unit, siblings));
        }
        Collections.reverse(findings);
        return findings;
    }

    private static String key(Unit unit, Measure measure, Unusual unusual) {
        return unit.code() + " " + measure.id() + " " + unusual.side();
    }

    private List<Unit> siblings(Unit unit) {
        return unit.parent() == null
                ? List.of()
                : history.tree().childrenOf(unit.parent()).stream()
                        .filter(sibling -> sibling.level() == unit.level() && !sibling.equals(unit))
                        .toList();
    }

    private Optional<Unusual> unusual(Unit unit, List<Unit> siblings, Measure measure) {
        return series(unit, measure)
                .flatMap(counts -> UnusualCounts.judge(
                        counts,
                        () -> siblings.stream()
                                .flatMap(sibling -> series(sibling, measure).stream())
                                .toList()));
    }

    private Optional<CountSeries> series(Unit unit, Measure measure) {
        return series.computeIfAbsent(
                unit.code() + " " + measure.id(),
                key -> now(unit.code(), measure.id())
                        .map(value -> new CountSeries(
                                value, definitions.calendar().season(period), earlier(unit, measure.id()))));
    }

    private List<CountSeries.Past> earlier(Unit unit, String measure) {
        List<CountSeries.Past> earlier = new ArrayList<>();
        for (History.Past past : history.pasts()) {
            int season = definitions.calendar().season(past.period());
            history.comparable(unit, measure, past)
                    .flatMap(Outliers::asCount)
                    .ifPresent(value -> earlier.add(new CountSeries.Past(season, value)));
        }
        return earlier;
    }

    private Optional<Long> now(String unit, String measure) {
        return totals.find(unit, measure, Totals.ALL)
                .filter(value -> value.qualifier() == null)
                .flatMap(value -> asCount(value.value()));
    }

    /** Whole numbers alone are counts, and beyond a million million nothing is counted. */
    private static Optional<Long> asCount(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.signum() < 0 || plain.scale() > 0 || plain.compareTo(LARGEST) > 0
                ? Optional.empty()
                : Optional.of(plain.longValueExact());
    }

    private List<Finding> rates(Unit unit, List<Unit> siblings) {
        List<Finding> findings = new ArrayList<>();
        for (Indicator indicator : definitions.indicators()) {
            rate(unit, indicator)
                    .flatMap(rate -> UnusualRates.judge(
                                    rate,
                                    siblings.stream()
                                            .flatMap(sibling -> rate(sibling, indicator).stream())
                                            .toList())
                            .map(unusual -> finding(unit, indicator, rate, unusual)))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Rate> rate(Unit unit, Indicator indicator) {
        return rates.computeIfAbsent(
                unit.code() + " " + indicator.id(),
                key -> sum(unit, indicator.numerator())
                        .flatMap(numerator -> sum(unit, indicator.denominator())
                                .map(denominator -> new Rate(numerator, denominator))));
    }

    /** Absent where one of them is: part of a sum is no sum. */
    private Optional<Long> sum(Unit unit, List<String> measures) {
        List<Long> values = measures.stream()
                .flatMap(measure -> now(unit.code(), measure).stream())
                .toList();
        return measures.isEmpty() || values.size() < measures.size()
                ? Optional.empty()
                : Optional.of(values.stream().mapToLong(Long::longValue).sum());
    }

    private Finding finding(Unit unit, Measure measure, Unusual unusual) {
        BigDecimal value =
                totals.find(unit.code(), measure.id(), Totals.ALL).orElseThrow().value();
        boolean isAbove = unusual.side() == Unusual.Side.ABOVE;
        String side = isAbove ? "above" : value.signum() == 0 ? "none" : "below";
        String factor = unusual.factor().isEmpty()
                ? ""
                : (isAbove ? "too-large-" : "too-small-") + unusual.factor().getAsInt();
        return Finding.of(
                        FindingCode.UNUSUAL_COUNT,
                        place(unit, measure.id()),
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
        return ratio.setScale(ratio.compareTo(TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private Finding finding(Unit unit, Indicator indicator, Rate rate, Unusual unusual) {
        return Finding.of(
                        FindingCode.UNUSUAL_RATE,
                        Place.ofForm(unit.code(), null, period.code()),
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

    /** The one cell that states it, or the unit alone where there are several or none. */
    private Place place(Unit unit, String measure) {
        List<StoredPeriod.LeafRow> cells = stored.leaves().stream()
                .filter(leaf ->
                        leaf.unit().equals(unit.code()) && leaf.measure().equals(measure))
                .toList();
        if (cells.size() != 1) {
            return Place.ofForm(unit.code(), null, period.code());
        }
        StoredPeriod.LeafRow cell = cells.get(0);
        return new Place(unit.code(), cell.form(), period.code(), cell.path(), cell.sheet(), cell.cell());
    }
}
