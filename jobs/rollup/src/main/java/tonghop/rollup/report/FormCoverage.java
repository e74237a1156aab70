package tonghop.rollup.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Observation;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Figure.Sent;
import tonghop.domain.report.Leaf;
import tonghop.domain.report.Report.Coverage;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.store.Moment;

/**
 * Who owes which form for a period, and what became of it.
 *
 * <p>A unit has sent a form if a sheet of its own was accepted, if an accepted sheet of a unit above has a row about
 * it, if it sent a form that stands for it, or if all of its children have sent it.
 */
final class FormCoverage {

    private final List<Form> forms;
    private final Period period;
    private final UnitTree tree;
    private final Set<Pair> accepted;
    private final Set<Pair> rejected;
    private final Timeliness timeliness;
    private final Map<Pair, Boolean> covered = new HashMap<>();
    private final Map<Set<String>, Map<String, Sent>> countsOfForms = new HashMap<>();

    private FormCoverage(
            Definitions definitions, Period period, Set<Pair> accepted, Set<Pair> rejected, Timeliness timeliness) {
        this.forms = definitions.formsFor(period);
        this.period = period;
        this.tree = definitions.unitsOf(period);
        this.accepted = accepted;
        this.rejected = rejected;
        this.timeliness = timeliness;
    }

    /**
     * By what is stored of {@code period}.
     *
     * @param finer what was sent for finer periods that cover it
     */
    static FormCoverage of(
            Definitions definitions,
            Period period,
            Moment moment,
            StoredPeriod stored,
            FinerSources finer,
            JdbcClient database) {
        UnitTree tree = definitions.unitsOf(period);
        Set<Pair> taken = new HashSet<>(finer.pairs());
        finer.leaves().stream()
                .filter(leaf -> finer.pairs().contains(pair(leaf.row())))
                .forEach(leaf -> taken.addAll(spokenOf(leaf.row(), tree)));
        Set<Pair> accepted = new HashSet<>(stored.sent());
        stored.leaves().forEach(leaf -> accepted.addAll(spokenOf(leaf, tree)));
        accepted.addAll(taken);
        Set<Pair> rejected = stored.sheets().stream()
                .filter(sheet -> sheet.state() == SubmissionState.REJECTED)
                .map(sheet -> new Pair(sheet.unit(), sheet.form()))
                .collect(Collectors.toSet());
        Timeliness timeliness = Timeliness.of(definitions, period, moment, stored.leaves(), taken, database);
        return new FormCoverage(definitions, period, accepted, rejected, timeliness);
    }

    /**
     * The units that an observation speaks of, in its form: a row for all children of a unit speaks of each of them.
     */
    static List<Pair> spokenOf(Leaf leaf, UnitTree tree) {
        return leaf.scope() == Observation.Scope.CHILDREN
                ? tree.childrenOf(leaf.unit()).stream()
                        .map(child -> new Pair(child.code(), leaf.form()))
                        .toList()
                : List.of(pair(leaf));
    }

    private static Pair pair(Leaf leaf) {
        return new Pair(leaf.unit(), leaf.form());
    }

    /** A unit and a form. */
    record Pair(String unit, String form) {}

    /** The forms that are in force for the period, in the catalogue's order. */
    List<Form> forms() {
        return forms;
    }

    /** The forms that units in the territory of {@code unit} owe, in the catalogue's order. */
    List<Form> owedWithin(String unit) {
        List<Unit> subtree = tree.subtreeOf(unit);
        return forms.stream()
                .filter(form -> subtree.stream().anyMatch(below -> form.isOwedBy(below, period)))
                .toList();
    }

    /** Every pair that is owed in the territory of {@code unit}, units from above, forms in the catalogue's order. */
    List<Coverage> pairsWithin(String unit) {
        List<Coverage> pairs = new ArrayList<>();
        for (Unit below : tree.subtreeOf(unit)) {
            for (Form form : forms) {
                if (form.isOwedBy(below, period)) {
                    Coverage.State state = stateOf(below.code(), form);
                    boolean isLate = state == Coverage.State.ACCEPTED && !isOnTime(below.code(), form);
                    pairs.add(new Coverage(below.code(), below.name(), form.id(), state, isLate));
                }
            }
        }
        return pairs;
    }

    /** How many units stand behind a figure that any of {@code formIds} gives, in the territory of {@code unit}. */
    Sent sentWithin(String unit, Collection<String> formIds) {
        Set<String> key = new LinkedHashSet<>(formIds);
        Map<String, Sent> counts = countsOfForms.computeIfAbsent(key, forms -> new HashMap<>());
        Sent owing = sentWithin(unit, key, counts);
        // Nobody owes the form: then those who sent it are all there is to expect.
        return owing.expected() > 0 ? owing : senders(unit, key);
    }

    private Sent sentWithin(String unit, Set<String> formIds, Map<String, Sent> known) {
        Sent before = known.get(unit);
        if (before != null) {
            return before;
        }
        Sent counts = ownSent(tree.get(unit), formIds);
        for (Unit child : tree.childrenOf(unit)) {
            counts = counts.plus(sentWithin(child.code(), formIds, known));
        }
        known.put(unit, counts);
        return counts;
    }

    /**
     * How many units in the territory of {@code unit} that owe any of {@code formIds} have a unit in theirs that
     * {@code isSo}.
     */
    int owingWithin(String unit, Set<String> formIds, Predicate<String> isSo) {
        Set<String> so =
                tree.subtreeOf(unit).stream().map(Unit::code).filter(isSo).collect(Collectors.toSet());
        return so.isEmpty()
                ? 0
                : (int) tree.subtreeOf(unit).stream()
                        .filter(below -> forms.stream()
                                .anyMatch(form -> formIds.contains(form.id()) && form.isOwedBy(below, period)))
                        .filter(below -> tree.subtreeOf(below.code()).stream()
                                .map(Unit::code)
                                .anyMatch(so::contains))
                        .count();
    }

    private Sent ownSent(Unit unit, Set<String> formIds) {
        List<Form> given =
                forms.stream().filter(form -> formIds.contains(form.id())).toList();
        if (given.stream().noneMatch(form -> form.isOwedBy(unit, period))) {
            return Sent.NONE;
        }
        if (given.stream().anyMatch(form -> isCovered(unit.code(), form))) {
            return new Sent(1, 0, 1);
        }
        boolean isPartial = given.stream()
                .anyMatch(
                        form -> tree.subtreeOf(unit.code()).stream().anyMatch(below -> isCovered(below.code(), form)));
        return new Sent(0, isPartial ? 1 : 0, 1);
    }

    private Sent senders(String unit, Set<String> formIds) {
        int senders = (int) tree.subtreeOf(unit).stream()
                .filter(below -> formIds.stream().anyMatch(form -> accepted.contains(new Pair(below.code(), form))))
                .count();
        return new Sent(senders, 0, senders);
    }

    private Coverage.State stateOf(String unit, Form form) {
        if (isCovered(unit, form)) {
            return Coverage.State.ACCEPTED;
        }
        return rejected.contains(new Pair(unit, form.id())) ? Coverage.State.REJECTED : Coverage.State.MISSING;
    }

    /** Whether the unit has sent the form, or all of its children have. */
    boolean isCovered(String unit, Form form) {
        Pair pair = new Pair(unit, form.id());
        Boolean known = covered.get(pair);
        if (known == null) {
            known = isSent(pair) || areChildrenCovered(unit, form);
            covered.put(pair, known);
        }
        return known;
    }

    private boolean isSent(Pair pair) {
        return accepted.contains(pair)
                || forms.stream()
                        .filter(form -> form.standsFor().contains(pair.form()))
                        .anyMatch(form -> accepted.contains(new Pair(pair.unit(), form.id())));
    }

    /** On time by itself or by a form that stands for it, or because all of its children were. */
    private boolean isOnTime(String unit, Form form) {
        List<Form> given = forms.stream()
                .filter(other -> other.equals(form) || other.standsFor().contains(form.id()))
                .filter(other -> accepted.contains(new Pair(unit, other.id())))
                .toList();
        return given.isEmpty()
                ? tree.childrenOf(unit).stream().allMatch(child -> isOnTime(child.code(), form))
                : given.stream().anyMatch(other -> timeliness.isOnTime(new Pair(unit, other.id())));
    }

    private boolean areChildrenCovered(String unit, Form form) {
        List<Unit> children = tree.childrenOf(unit);
        return !children.isEmpty() && children.stream().allMatch(child -> isCovered(child.code(), form));
    }
}
