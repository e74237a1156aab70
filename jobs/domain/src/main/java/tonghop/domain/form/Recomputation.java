package tonghop.domain.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tonghop.domain.finding.Severity;

/**
 * How a total that contains a stock is made for a longer period: not by adding the totals of the periods, which would
 * count what was carried over several times, but from its parts after these were combined.
 *
 * <p>'Tổng số đơn' is what was carried over into the first period and what came in during all of them; the complaints
 * within authority are those settled in all periods and those pending after the last.
 *
 * @param measure the id of the total
 * @param terms its parts, each with how often it is added
 */
public record Recomputation(String measure, List<Term> terms) {

    public Recomputation {
        terms = List.copyOf(terms);
    }

    /** A part. */
    public record Term(String measure, int factor) {}

    /**
     * The totals of a form that are made so, by the id of the measure, as its own columns have it.
     *
     * <p>A flow is one if an equality of its form, printed or the definition of a derived stock, says that it is a sum
     * in which a stock stands, or another such total; the first such equality counts. Where another equality makes it
     * of flows alone, it is a flow like these, and none.
     */
    public static Map<String, Recomputation> of(Form form) {
        Map<String, Measure> measures = form.measures();
        List<Recomputation> equalities = equalities(form);
        Map<String, Recomputation> found = new LinkedHashMap<>();
        boolean hasGrown = true;
        while (hasGrown) {
            hasGrown = false;
            for (Recomputation equality : equalities) {
                if (!found.containsKey(equality.measure()) && equality.isNeeded(equalities, measures, found)) {
                    found.put(equality.measure(), equality);
                    hasGrown = true;
                }
            }
        }
        return found;
    }

    private boolean isNeeded(
            List<Recomputation> equalities, Map<String, Measure> measures, Map<String, Recomputation> found) {
        Measure total = measures.get(measure);
        return total != null
                && total.overTime() == Nature.OverTime.SUM
                && hasStock(measures, found.keySet())
                && !dependsOn(measure, found)
                && equalities.stream()
                        .filter(other -> other.measure().equals(measure))
                        .allMatch(other -> other.hasStock(measures, found.keySet()));
    }

    private boolean hasStock(Map<String, Measure> measures, Set<String> recomputed) {
        return terms.stream().anyMatch(term -> {
            Measure part = measures.get(term.measure());
            return recomputed.contains(term.measure())
                    || (part != null
                            && (part.overTime() == Nature.OverTime.FIRST || part.overTime() == Nature.OverTime.LAST));
        });
    }

    private boolean dependsOn(String total, Map<String, Recomputation> known) {
        return terms.stream()
                .anyMatch(term -> term.measure().equals(total)
                        || Optional.ofNullable(known.get(term.measure()))
                                .filter(part -> part.dependsOn(total, known))
                                .isPresent());
    }

    /** Every way in which the form says that one measure is a sum of others. */
    private static List<Recomputation> equalities(Form form) {
        List<Recomputation> equalities = new ArrayList<>();
        for (FormRule rule : form.rules()) {
            if (rule.relation() == FormRule.Relation.EQUAL && rule.severity() == Severity.ERROR) {
                single(rule.left(), form).ifPresent(total -> equality(form, total, rule.right(), equalities));
            }
        }
        for (Form.Derived derived : form.derived()) {
            invert(form, derived).ifPresent(equalities::add);
        }
        return equalities;
    }

    private static Optional<String> single(ColumnSum sum, Form form) {
        return sum.terms().size() == 1 && sum.terms().get(0).factor() == 1
                ? measureOf(form, sum.terms().get(0).column())
                : Optional.empty();
    }

    private static void equality(Form form, String total, ColumnSum parts, List<Recomputation> equalities) {
        List<Term> terms = new ArrayList<>();
        for (ColumnSum.Term term : parts.terms()) {
            measureOf(form, term.column()).ifPresent(measure -> terms.add(new Term(measure, term.factor())));
        }
        Set<String> distinct = terms.stream().map(Term::measure).collect(Collectors.toCollection(LinkedHashSet::new));
        if (terms.size() == parts.terms().size() && distinct.size() == terms.size() && terms.size() > 1) {
            equalities.add(new Recomputation(total, terms));
        }
    }

    /** A stock that is what remains of a column: the column is then the stock and what was taken away. */
    private static Optional<Recomputation> invert(Form form, Form.Derived derived) {
        List<ColumnSum.Term> terms = derived.sum().terms();
        ColumnSum.Term first = terms.get(0);
        boolean isRemainder = first.factor() == 1
                && terms.size() > 1
                && terms.stream().skip(1).allMatch(term -> term.factor() < 0);
        if (!isRemainder) {
            return Optional.empty();
        }
        List<Term> parts = new ArrayList<>(List.of(new Term(derived.measure().id(), 1)));
        for (ColumnSum.Term term : terms.subList(1, terms.size())) {
            measureOf(form, term.column()).ifPresent(measure -> parts.add(new Term(measure, -term.factor())));
        }
        return parts.size() == terms.size()
                ? measureOf(form, first.column()).map(total -> new Recomputation(total, parts))
                : Optional.empty();
    }

    private static Optional<String> measureOf(Form form, int column) {
        return form.column(column)
                .flatMap(found -> Optional.ofNullable(found.measure()).map(Measure::id));
    }
}
