package tonghop.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.report.Report.LeftBlank;
import tonghop.domain.report.UnitReport;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.fixtures.SmallCountry;

/** A period of the small country, drawn as text. */
final class DrawnPeriod implements PeriodView {

    private final Period period;
    private final Map<Period, Map<String, Map<String, Amount>>> stated = new HashMap<>();
    private final Map<String, List<String>> owed = new LinkedHashMap<>();
    private final List<Finding> inSheets = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<LeftBlank> leftBlank = new ArrayList<>();

    DrawnPeriod(String period) {
        this.period = SmallCountry.CALENDAR.find(period).orElseThrow();
        owed.put("D1", List.of("F"));
        owed.put("D2", List.of("F"));
    }

    /** What {@code unit} stated of itself, without those below: {@code asked=10, replies=>12}. */
    DrawnPeriod sent(String unit, String figures) {
        return sent(period.code(), unit, figures);
    }

    /** The same for another period. */
    DrawnPeriod sent(String code, String unit, String figures) {
        Map<String, Amount> values = stated.computeIfAbsent(
                        SmallCountry.CALENDAR.find(code).orElseThrow(), of -> new HashMap<>())
                .computeIfAbsent(unit, of -> new LinkedHashMap<>());
        Arrays.stream(figures.split(", ", -1)).forEach(figure -> {
            int equals = figure.indexOf('=');
            boolean isMarked = figure.charAt(equals + 1) == '>';
            values.put(
                    figure.substring(0, equals),
                    new Amount(
                            new BigDecimal(figure.substring(equals + (isMarked ? 2 : 1))),
                            isMarked ? Qualifier.MORE_THAN : null));
        });
        return this;
    }

    DrawnPeriod owing(String unit, String... forms) {
        owed.put(unit, List.of(forms));
        return this;
    }

    DrawnPeriod found(Finding finding) {
        inSheets.add(finding);
        return this;
    }

    DrawnPeriod differs(Difference.Source source, String unit, String measure, int value, int other) {
        List<String> periods = source == Difference.Source.FINER_PERIODS ? List.of("2023-Q1", "2023-Q2") : List.of();
        differences.add(new Difference(
                source, cell(unit), measure, BigDecimal.valueOf(value), BigDecimal.valueOf(other), periods));
        return this;
    }

    /** What {@code rule} says of the whole country, one line each: {@code C11: 12, expected 10 [replies]}. */
    List<String> told(Rule<PeriodView> rule) {
        return rule.check(this).stream()
                .map(finding -> "%s: %s, expected %s %s"
                        .formatted(finding.place().unit(), finding.value(), finding.expected(), finding.details()))
                .toList();
    }

    Place cell(String unit) {
        return new Place(unit, "F", period.code(), unit + ".xlsx", "sheet", "B1");
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public UnitTree units() {
        return SmallCountry.DEFINITIONS.unitsOf(period);
    }

    @Override
    public UnitReport report() {
        return report(units().get("VN"));
    }

    private UnitReport report(Unit unit) {
        List<Figure> figures = SmallCountry.DEFINITIONS.measures().values().stream()
                .flatMap(measure -> total(unit.code(), measure.id()).map(value -> figure(measure, value)).stream())
                .toList();
        return new UnitReport(
                unit,
                Completeness.of(List.of()),
                figures,
                units().childrenOf(unit.code()).stream().map(this::report).toList());
    }

    private static Figure figure(Measure measure, Amount value) {
        return new Figure.Count(measure, Optional.empty(), Optional.of(value), new Figure.Sent(1, 0, 1), false);
    }

    @Override
    public List<Coverage> coverage() {
        return owed.entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(form -> coverage(units().get(of.getKey()), form)))
                .toList();
    }

    private Coverage coverage(Unit unit, String form) {
        Coverage.State state = isCovered(unit.code(), form) ? Coverage.State.ACCEPTED : Coverage.State.MISSING;
        return new Coverage(unit.code(), unit.name(), form, state, false);
    }

    private boolean isCovered(String unit, String form) {
        List<Unit> children = units().childrenOf(unit);
        return hasSent(unit, form)
                || (!children.isEmpty() && children.stream().allMatch(child -> isCovered(child.code(), form)));
    }

    @Override
    public boolean hasSent(String unit) {
        return stated(period).containsKey(unit);
    }

    @Override
    public boolean hasSent(String unit, String form) {
        return form.equals("F") && hasSent(unit);
    }

    private Map<String, Map<String, Amount>> stated(Period of) {
        return stated.getOrDefault(of, Map.of());
    }

    @Override
    public Optional<Amount> total(String unit, String measure) {
        return total(unit, measure, period);
    }

    private Optional<Amount> total(String unit, String measure, Period of) {
        return units().subtreeOf(unit).stream()
                .flatMap(below -> Stream.ofNullable(
                        stated(of).getOrDefault(below.code(), Map.of()).get(measure)))
                .reduce(Amount::plus);
    }

    @Override
    public boolean hasOwnPart(String unit, String measure) {
        return stated(period).getOrDefault(unit, Map.of()).containsKey(measure);
    }

    @Override
    public List<Place> cells(String unit, String measure) {
        return hasOwnPart(unit, measure) ? List.of(cell(unit)) : List.of();
    }

    @Override
    public List<Past> pasts() {
        return stated.keySet().stream()
                .filter(before -> before.type() == period.type() && before.to().isBefore(period.from()))
                .sorted(Comparator.comparing(Period::from).reversed())
                .map(before -> (Past) new DrawnPast(before))
                .toList();
    }

    @Override
    public Map<String, Map<String, BigDecimal>> lastCounted(Collection<String> units, List<String> measures) {
        Map<String, Map<String, BigDecimal>> last = new HashMap<>();
        for (Past past : pasts()) {
            for (String unit : units) {
                measures.forEach(measure -> total(unit, measure, past.period())
                        .ifPresent(value -> last.computeIfAbsent(unit, of -> new HashMap<>())
                                .putIfAbsent(measure, value.value())));
            }
        }
        return last;
    }

    @Override
    public List<Left> left(List<String> measures) {
        List<Left> left = new ArrayList<>();
        for (Period before : stated.keySet()) {
            if (before.to().equals(period.from().minusDays(1))) {
                within().forEach(unit -> measures.forEach(measure -> total(unit.code(), measure, before)
                        .ifPresent(value -> left.add(new Left(before, unit.code(), measure, value.value())))));
            }
        }
        return left;
    }

    @Override
    public List<Finding> findingsOfSheets() {
        return inSheets;
    }

    /** What could not be printed. */
    DrawnPeriod leftBlank(LeftBlank blank) {
        leftBlank.add(blank);
        return this;
    }

    @Override
    public List<LeftBlank> leftBlank() {
        return leftBlank;
    }

    @Override
    public List<Difference> differences() {
        return differences;
    }

    private final class DrawnPast implements Past {

        private final Period before;

        DrawnPast(Period before) {
            this.before = before;
        }

        @Override
        public Period period() {
            return before;
        }

        @Override
        public Optional<Amount> find(Unit unit, String measure) {
            return total(unit.code(), measure, before);
        }

        @Override
        public Optional<BigDecimal> comparable(Unit unit, String measure) {
            return behind(unit, measure, before).equals(behind(unit, measure, period))
                    ? find(unit, measure).map(Amount::value)
                    : Optional.empty();
        }

        private Set<String> behind(Unit unit, String measure, Period of) {
            return units().subtreeOf(unit.code()).stream()
                    .map(Unit::code)
                    .filter(code -> stated(of).getOrDefault(code, Map.of()).containsKey(measure))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
