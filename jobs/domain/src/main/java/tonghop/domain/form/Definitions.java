package tonghop.domain.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

/**
 * What a province has laid down: its forms, indicators, units, words and calendar.
 *
 * @param forms all versions, in the order in which they count: where two forms give the same measure of a unit, the
 *     earlier one does
 * @param rules what must hold among the forms of a unit and period
 */
public record Definitions(
        List<Form> forms,
        List<Indicator> indicators,
        List<Unit> units,
        RowWords words,
        ReportingCalendar calendar,
        List<CrossFormRule> rules) {

    public Definitions {
        forms = List.copyOf(forms);
        indicators = List.copyOf(indicators);
        units = List.copyOf(units);
        rules = List.copyOf(rules);
    }

    /** Without rules among forms. */
    public Definitions(
            List<Form> forms,
            List<Indicator> indicators,
            List<Unit> units,
            RowWords words,
            ReportingCalendar calendar) {
        this(forms, indicators, units, words, calendar, List.of());
    }

    /** The units that report for {@code period}: those of its last day, and those that a change inside it ended. */
    public UnitTree unitsOf(Period period) {
        return UnitTree.in(period, calendar.unitChanges(), units);
    }

    /** The version of form {@code id} that is for {@code period}. */
    public Optional<Form> form(String id, Period period) {
        return formsFor(period).stream().filter(form -> form.id().equals(id)).findFirst();
    }

    /** The forms that are for {@code period}, in the order in which they count. */
    public List<Form> formsFor(Period period) {
        return forms.stream().filter(form -> form.isFor(period)).toList();
    }

    /** Every measure of every form, by id. */
    public Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        forms.stream()
                .map(Form::measures)
                .map(Map::values)
                .flatMap(Collection::stream)
                .forEach(measure -> measures.putIfAbsent(measure.id(), measure));
        return measures;
    }

    public Optional<Indicator> indicator(String id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst();
    }

    /** The ids of the measures that indicators are divided by. */
    public Set<String> denominators() {
        return indicators.stream()
                .map(Indicator::denominator)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
