package tonghop.rollup.sum;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Recomputation;

/**
 * The counts that rates are made of, each row of a sheet only where it gives both sides: who states what was settled
 * and not of how many, or the other way round, is left out of both.
 *
 * <p>Such a restricted count is a measure of its own, called by the measure and the rate, {@code asked|answer-rate},
 * and rolled up like any other. A side is given if one of its terms is. Where no form gives both sides there is nothing
 * to pair.
 */
public final class Pairs {

    private static final char SIGN = '|';

    private final Map<String, Indicator> rates = new LinkedHashMap<>();
    private final Map<String, Set<String>> restricted = new LinkedHashMap<>();

    private Pairs() {}

    public static Pairs of(Definitions definitions) {
        Pairs pairs = new Pairs();
        for (Indicator rate : definitions.indicators()) {
            boolean isPaired = definitions.forms().stream()
                    .map(form -> form.measures().keySet())
                    .anyMatch(given -> holds(rate, given::contains));
            if (isPaired) {
                pairs.rates.put(rate.id(), rate);
                pairs.restricted.put(rate.id(), partsOf(rate, definitions.forms()));
            }
        }
        return pairs;
    }

    /** The terms of a rate, and what they are made of over time. */
    private static Set<String> partsOf(Indicator rate, List<Form> forms) {
        Set<String> parts = new LinkedHashSet<>(terms(rate));
        for (Form form : forms) {
            Map<String, Recomputation> recomputed = Recomputation.of(form);
            boolean hasGrown = true;
            while (hasGrown) {
                hasGrown = false;
                for (String part : List.copyOf(parts)) {
                    Recomputation made = recomputed.get(part);
                    hasGrown |= made != null
                            && parts.addAll(made.terms().stream()
                                    .map(Recomputation.Term::measure)
                                    .toList());
                }
            }
        }
        return parts;
    }

    private static List<String> terms(Indicator rate) {
        return Stream.concat(rate.numerator().stream(), rate.denominator().stream())
                .toList();
    }

    private static boolean holds(Indicator rate, Predicate<String> isGiven) {
        return rate.numerator().stream().anyMatch(isGiven)
                && rate.denominator().stream().anyMatch(isGiven);
    }

    /** A measure, restricted for a rate. */
    private static String id(String measure, String rate) {
        return measure + SIGN + rate;
    }

    /** The measure that a restricted one is of; another one itself. */
    public static String measureOf(String id) {
        int at = id.indexOf(SIGN);
        return at < 0 ? id : id.substring(0, at);
    }

    /** Whether a leaf counts for {@code id}: for a restricted measure only if both sides are given. */
    public boolean counts(String id, Predicate<String> isGiven) {
        int at = id.indexOf(SIGN);
        Indicator rate = at < 0 ? null : rates.get(id.substring(at + 1));
        return rate == null || holds(rate, isGiven);
    }

    /** The restricted measures, by id. */
    public Map<String, Measure> measures(Map<String, Measure> all) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        restricted.forEach((rate, parts) -> parts.forEach(part -> Optional.ofNullable(all.get(part))
                .filter(Measure::addsOverUnits)
                .ifPresent(of -> {
                    String id = id(part, rate);
                    measures.put(
                            id,
                            new Measure(
                                    id,
                                    of.label(),
                                    of.unitOfCount(),
                                    of.nature(),
                                    true,
                                    of.overTime(),
                                    of.decimals(),
                                    false));
                })));
        return measures;
    }

    /** The same totals of {@code form} over time for its measures, as they are and restricted. */
    Map<String, Recomputation> recomputed(Form form) {
        Map<String, Recomputation> all = new LinkedHashMap<>();
        Recomputation.of(form).forEach((measure, made) -> {
            all.put(measure, made);
            restricted.forEach((rate, parts) -> {
                if (parts.contains(measure)) {
                    List<Recomputation.Term> terms = made.terms().stream()
                            .map(term -> new Recomputation.Term(id(term.measure(), rate), term.factor()))
                            .toList();
                    all.put(id(measure, rate), new Recomputation(id(measure, rate), terms));
                }
            });
        });
        return all;
    }

    /** The terms of a side of a rate, restricted where it can be paired. */
    public List<String> sideOf(Indicator rate, List<String> side) {
        return rates.containsKey(rate.id())
                ? side.stream().map(measure -> id(measure, rate.id())).toList()
                : side;
    }

    /** Whether what {@code unit} itself stated of a rate counts only in part, since a row gave one side alone. */
    public boolean isUnpaired(Indicator rate, String unit, Totals totals) {
        return rates.containsKey(rate.id())
                && Stream.of(Totals.OWN, Totals.CHILDREN)
                        .anyMatch(part -> terms(rate).stream()
                                .anyMatch(term -> !totals.find(unit, term, part)
                                        .map(Amount::value)
                                        .equals(totals.find(unit, id(term, rate.id()), part)
                                                .map(Amount::value))));
    }

    /** Rows of a table: rate, side, measure. */
    List<Object[]> terms() {
        return rates.values().stream()
                .flatMap(rate -> Stream.concat(
                        rate.numerator().stream().map(measure -> new Object[] {rate.id(), "numerator", measure}),
                        rate.denominator().stream().map(measure -> new Object[] {rate.id(), "denominator", measure})))
                .toList();
    }

    /** Rows of a table: measure, rate, id of the restricted measure. */
    List<Object[]> restrictions() {
        return restricted.entrySet().stream()
                .flatMap(rate -> rate.getValue().stream().map(measure ->
                        new Object[] {measure, rate.getKey(), id(measure, rate.getKey())}))
                .toList();
    }
}
