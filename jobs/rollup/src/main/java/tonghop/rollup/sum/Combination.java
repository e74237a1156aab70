package tonghop.rollup.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature.OverTime;
import tonghop.domain.form.Recomputation;
import tonghop.domain.time.Period;

/**
 * What a form says in successive periods, as one: flows are added, of opening stocks the first counts and of closing
 * stocks the last, ranks and rates are left out, and a total that contains a stock is computed anew from its parts.
 */
public final class Combination {

    private static final int LOWER_BOUNDS = 1 | 2;
    private static final int MORE_THAN = 2;
    private static final int NEARLY = 4;
    private static final int ABOUT = 8;

    private final Map<String, Measure> measures;
    private final Map<String, Map<String, Recomputation>> recomputedOfForms;

    /** For {@code period}, whose version of a form says what its totals are made of. */
    public Combination(Definitions definitions, Period period) {
        Pairs pairs = Pairs.of(definitions);
        this.measures = new HashMap<>(definitions.measures());
        measures.putAll(pairs.measures(definitions.measures()));
        this.recomputedOfForms = definitions.formsFor(period).stream()
                .collect(Collectors.toMap(Form::id, pairs::recomputed, (first, second) -> first));
    }

    /**
     * What was said of a unit and measure in one of the periods.
     *
     * @param ordinal which of the periods, from 0
     * @param part of the unit's own offices
     * @param whole of the unit as one
     * @param total what it came to, with all units below
     * @param isOutweighed whether another form's statement counted there, so that the total is not this one's
     * @param isOwn whether the unit said it itself
     */
    record Said(
            int ordinal,
            @Nullable BigDecimal part,
            @Nullable BigDecimal whole,
            @Nullable BigDecimal total,
            boolean isOutweighed,
            boolean isOwn,
            int marks) {

        static Said total(int ordinal, BigDecimal value, int marks) {
            return new Said(ordinal, null, null, value, false, true, marks);
        }

        /** What there is beyond the own part: the whole, or what the units below came to. */
        @Nullable BigDecimal beyondPart() {
            if (isOutweighed || total == null) {
                return whole;
            }
            return part == null ? total : total.subtract(part);
        }
    }

    /**
     * What the periods say together.
     *
     * @param whole beyond the part, where in some period the unit was spoken of as one
     * @param total what the unit and all below came to
     * @param given the periods that gave it, by their ordinals
     */
    record Combined(
            @Nullable BigDecimal part,
            @Nullable BigDecimal whole,
            @Nullable BigDecimal total,
            boolean isOwn,
            int marks,
            Set<Integer> given) {}

    /**
     * Combines what one form says of one unit.
     *
     * @param said by measure, in the order of the periods
     * @param periods how many there are
     */
    Map<String, Combined> combine(String form, Map<String, List<Said>> said, int periods) {
        Map<String, Combined> combined = new TreeMap<>();
        said.forEach((measure, statements) -> {
            if (isRecomputed(form, measure)) {
                Combined anew = anew(form, measure, said, periods);
                if (anew != null) {
                    combined.put(measure, anew);
                }
            } else {
                List<Said> counting = counting(measure, statements, periods);
                if (!counting.isEmpty()) {
                    combined.put(
                            measure,
                            new Combined(
                                    sum(counting, Said::part),
                                    hasWhole(counting) ? sum(counting, Said::beyondPart) : null,
                                    sum(counting, Said::total),
                                    counting.stream().allMatch(Said::isOwn),
                                    marks(counting),
                                    given(counting)));
                }
            }
        });
        return combined;
    }

    /**
     * Combines the parts by level of what a unit came to, by part; empty for a total that is computed anew, whose parts
     * by level are not known.
     *
     * @param said what the form says of the measure
     * @param parts what the unit came to by level, in each of the periods
     * @param ownLevel the level of the unit itself, as in {@code level=district}
     */
    Map<String, Combined> combineLevels(
            String form, String measure, List<Said> said, Map<String, List<Said>> parts, String ownLevel, int periods) {
        Map<String, Combined> combined = new TreeMap<>();
        if (isRecomputed(form, measure)) {
            return combined;
        }
        // Where another form counted, its levels say nothing of this form.
        Map<Integer, Said> outweighed =
                said.stream().filter(Said::isOutweighed).collect(Collectors.toMap(Said::ordinal, one -> one));
        Map<String, List<Said>> all = new TreeMap<>();
        parts.forEach((part, statements) -> statements.stream()
                .filter(one -> !outweighed.containsKey(one.ordinal()))
                .forEach(one ->
                        all.computeIfAbsent(part, level -> new ArrayList<>()).add(one)));
        outweighed.values().stream()
                .filter(one -> one.part() != null || one.whole() != null)
                .map(one -> Said.total(one.ordinal(), orNought(one.part()).add(orNought(one.whole())), one.marks()))
                .forEach(one -> all.computeIfAbsent(ownLevel, level -> new ArrayList<>())
                        .add(one));
        all.forEach((part, statements) -> {
            List<Said> counting = counting(measure, statements, periods);
            if (!counting.isEmpty()) {
                combined.put(
                        part,
                        new Combined(null, null, sum(counting, Said::total), true, marks(counting), given(counting)));
            }
        });
        return combined;
    }

    /**
     * The measures that an observation of one of the periods goes into when they are combined, and how often.
     *
     * @param ordinal which of the periods it is of, from 0
     */
    public Map<String, Integer> goesInto(String form, String measure, int ordinal, int periods) {
        Map<String, Integer> targets = new TreeMap<>();
        if (isCounted(measure, ordinal, periods)) {
            if (!isRecomputed(form, measure)) {
                targets.put(measure, 1);
            }
            recomputed(form).keySet().forEach(target -> {
                Integer factor = leafFactors(form, target).get(measure);
                if (factor != null) {
                    targets.put(target, factor);
                }
            });
        }
        return targets;
    }

    /**
     * The measures of one of the periods that make up a measure of all of them, and how often each counts.
     *
     * @param ordinal which of the periods, from 0
     */
    public Map<String, Integer> madeOf(String form, String measure, int ordinal, int periods) {
        Map<String, Integer> parts = leafFactors(form, measure);
        parts.keySet().removeIf(part -> !isCounted(part, ordinal, periods));
        return parts;
    }

    /** Whether it is added over the periods, so that one that is missing makes it less. */
    boolean isAdded(String measure) {
        Measure known = measures.get(measure);
        return known != null && known.overTime() == OverTime.SUM;
    }

    /** Whether it is a total that contains a stock. */
    public boolean isRecomputed(String form, String measure) {
        return recomputed(form).containsKey(measure);
    }

    private Map<String, Recomputation> recomputed(String form) {
        return recomputedOfForms.getOrDefault(form, Map.of());
    }

    private boolean isCounted(String measure, int ordinal, int periods) {
        Measure known = measures.get(measure);
        return known != null
                && switch (known.overTime()) {
                    case SUM -> true;
                    case FIRST -> ordinal == 0;
                    case LAST -> ordinal == periods - 1;
                    case NONE -> false;
                };
    }

    /** Those of the periods that matter for the measure. */
    private List<Said> counting(String measure, List<Said> said, int periods) {
        return said.stream()
                .filter(one -> isCounted(measure, one.ordinal(), periods))
                .toList();
    }

    /**
     * A total that contains a stock. It is known only if in every period it was the sum of its parts, blanks taken for
     * nought: a total without parts cannot be carried over periods.
     */
    private @Nullable Combined anew(String form, String measure, Map<String, List<Said>> said, int periods) {
        Map<String, Integer> factors = leafFactors(form, measure);
        List<Said> totals = said.getOrDefault(measure, List.of());
        boolean isSumOfParts = totals.stream()
                .allMatch(total -> agrees(total, total.part(), factors, said, Said::part)
                        && agrees(total, total.beyondPart(), factors, said, Said::beyondPart)
                        && agrees(total, total.total(), factors, said, Said::total));
        boolean canBeCombined = factors.keySet().stream()
                .map(measures::get)
                .allMatch(part -> part != null && part.overTime() != OverTime.NONE);
        if (!isSumOfParts || !canBeCombined) {
            return null;
        }
        BigDecimal part = BigDecimal.ZERO;
        BigDecimal beyond = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        int marks = 0;
        boolean isOwn = totals.stream().allMatch(Said::isOwn);
        boolean hasPart = hasPart(totals);
        boolean hasWhole = hasWhole(totals);
        for (Map.Entry<String, Integer> factor : factors.entrySet()) {
            List<Said> counting = counting(factor.getKey(), said.getOrDefault(factor.getKey(), List.of()), periods);
            BigDecimal times = BigDecimal.valueOf(factor.getValue());
            part = part.add(orNought(sum(counting, Said::part)).multiply(times));
            beyond = beyond.add(orNought(sum(counting, Said::beyondPart)).multiply(times));
            total = total.add(orNought(sum(counting, Said::total)).multiply(times));
            hasPart |= hasPart(counting);
            hasWhole |= hasWhole(counting);
            int of = marks(counting);
            marks |= factor.getValue() < 0 ? reversed(of) : of;
        }
        return new Combined(hasPart ? part : null, hasWhole ? beyond : null, total, isOwn, marks, given(totals));
    }

    /** What a total is made of in the end, where some of its parts are computed anew too. */
    private Map<String, Integer> leafFactors(String form, String measure) {
        Map<String, Integer> factors = new TreeMap<>();
        addLeafFactors(form, measure, 1, factors);
        return factors;
    }

    private void addLeafFactors(String form, String measure, int times, Map<String, Integer> factors) {
        Recomputation recomputation = recomputed(form).get(measure);
        if (recomputation == null) {
            factors.merge(measure, times, Integer::sum);
        } else {
            recomputation.terms().forEach(term -> addLeafFactors(form, term.measure(), times * term.factor(), factors));
        }
    }

    private static boolean agrees(
            Said total,
            @Nullable BigDecimal value,
            Map<String, Integer> factors,
            Map<String, List<Said>> said,
            Function<Said, @Nullable BigDecimal> which) {
        if (value == null) {
            return true;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Integer> factor : factors.entrySet()) {
            BigDecimal part = said.getOrDefault(factor.getKey(), List.of()).stream()
                    .filter(one -> one.ordinal() == total.ordinal())
                    .flatMap(one -> Stream.ofNullable(which.apply(one)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            sum = sum.add(part.multiply(BigDecimal.valueOf(factor.getValue())));
        }
        return sum.compareTo(value) == 0;
    }

    /** Where its own offices gave it at all, those periods in which they did. */
    private static Set<Integer> given(List<Said> said) {
        boolean hasPart = hasPart(said);
        return said.stream()
                .filter(one -> hasPart ? one.part() != null : one.total() != null || one.whole() != null)
                .map(Said::ordinal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasPart(List<Said> said) {
        return said.stream().anyMatch(one -> one.part() != null);
    }

    private static boolean hasWhole(List<Said> said) {
        return said.stream().anyMatch(one -> one.whole() != null);
    }

    private static @Nullable BigDecimal sum(List<Said> said, Function<Said, @Nullable BigDecimal> which) {
        return said.stream()
                .flatMap(one -> Stream.ofNullable(which.apply(one)))
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static BigDecimal orNought(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /**
     * The marks of what is taken away: as {@link tonghop.domain.form.Qualifier#reversed}, over bits as in
     * {@code marks_of}.
     */
    private static int reversed(int marks) {
        int about = marks & ABOUT;
        int less = (marks & LOWER_BOUNDS) == 0 ? 0 : NEARLY;
        int more = (marks & NEARLY) == 0 ? 0 : MORE_THAN;
        return about | less | more;
    }

    private static int marks(List<Said> said) {
        return said.stream().mapToInt(Said::marks).reduce(0, (one, other) -> one | other);
    }
}
