package tonghop.domain.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitHistory;
import tonghop.domain.unit.UnitPlaces;
import tonghop.domain.unit.UnitTree;

/**
 * States figures of one time by the units of another ('theo địa giới ngày …').
 *
 * <p>Whole transfers move a figure, in one step or several, a part transfer moves it by the declared shares. What
 * cannot be moved is put on the lowest unit of the chosen day that surely contains it, and is a {@link Break}. Nothing
 * is invented and nothing lost: the figures after a restatement add up to those before.
 */
public final class Restatement {

    private final UnitHistory history;
    private final UnitPlaces places;
    private final UnitTree tree;
    private final LocalDate day;
    private final Predicate<String> adds;

    /**
     * Prepares restating.
     *
     * @param registry all units of all times
     * @param day the day whose units are wanted
     * @param adds whether the figures of a measure, by its id, add up over units; others, such as ranks and declared
     *     rates, are kept where their unit lives on and left out where it does not
     */
    public Restatement(Collection<Unit> registry, LocalDate day, Predicate<String> adds) {
        this.history = new UnitHistory(registry);
        this.tree = UnitTree.on(day, registry);
        this.places = new UnitPlaces(history, tree, day);
        this.day = day;
        this.adds = adds;
    }

    /**
     * What a unit counted itself; contributions to one measure are disjoint.
     *
     * @param unit of any tree
     */
    public record Contribution(
            Unit unit,
            String measure,
            BigDecimal value,
            @Nullable Qualifier qualifier) {}

    /**
     * A figure that cannot be told apart among the units of the day.
     *
     * @param unit that reported it
     * @param value what it reported
     * @param others the units that its territory came from or went to; empty if nobody took over
     * @param heldBy the unit of the day that the figure was put on
     * @param moved what the others have without it, in their order; absent: nothing
     */
    public record Break(
            Unit unit,
            String measure,
            BigDecimal value,
            List<Unit> others,
            Unit heldBy,
            List<Optional<BigDecimal>> moved) {

        public Break {
            others = List.copyOf(others);
            moved = List.copyOf(moved);
        }
    }

    /**
     * Figures by the units of the day.
     *
     * @param contributions one for each unit and measure, in the order in which they came up
     */
    public record Restated(List<Contribution> contributions, List<Break> breaks) {

        public Restated {
            contributions = List.copyOf(contributions);
            breaks = List.copyOf(breaks);
        }
    }

    /**
     * Restates {@code contributions}.
     *
     * @throws IllegalArgumentException if a unit is not in the registry, or no unit of the day contains it
     */
    public Restated restate(List<Contribution> contributions) {
        Sums sums = new Sums();
        List<Held> held = new ArrayList<>();
        for (Contribution contribution : contributions) {
            Unit unit = history.same(contribution.unit());
            if (adds.test(contribution.measure())) {
                move(unit, contribution, sums, held);
            } else if (unit.validity().holdsOn(day)) {
                sums.add(unit, contribution);
            }
        }
        List<Break> breaks = held.stream().map(figure -> figure.toBreak(sums)).toList();
        held.forEach(figure -> sums.add(figure.heldBy(), figure.figure()));
        return new Restated(sums.contributions(), breaks);
    }

    private void move(Unit unit, Contribution figure, Sums sums, List<Held> held) {
        if (unit.validity().holdsOn(day)) {
            sums.add(unit, figure);
            return;
        }
        boolean isForward = history.endedBefore(day, unit);
        List<Unit> others = isForward ? history.successorsOf(unit) : history.predecessorsOf(unit);
        Optional<Unit> one = isForward ? history.wholeSuccessorOf(unit) : history.onlyPredecessorOf(unit);
        if (one.isPresent()) {
            move(one.get(), figure, sums, held);
        } else if (isForward
                && Shares.areDeclared(unit)
                && others.size() == unit.successors().size()) {
            List<Contribution> parts = Shares.split(unit.successors(), figure);
            for (int index = 0; index < parts.size(); index++) {
                move(others.get(index), parts.get(index), sums, held);
            }
        } else {
            held.add(new Held(unit, figure, others, places.containing(unit)));
        }
    }

    /** A figure that waits for the others to be moved. */
    private record Held(Unit unit, Contribution figure, List<Unit> others, Unit heldBy) {

        Break toBreak(Sums sums) {
            List<Optional<BigDecimal>> moved = others.stream()
                    .map(other -> sums.find(other, figure.measure()))
                    .toList();
            return new Break(figure.unit(), figure.measure(), figure.value(), others, heldBy, moved);
        }
    }

    /** What each unit has of each measure. */
    private final class Sums {

        private record Key(Unit unit, String measure) {}

        private final Map<Key, Contribution> sums = new LinkedHashMap<>();

        void add(Unit unit, Contribution figure) {
            Contribution own =
                    new Contribution(tree.get(unit.code()), figure.measure(), figure.value(), figure.qualifier());
            sums.merge(new Key(own.unit(), figure.measure()), own, Restatement::plus);
        }

        Optional<BigDecimal> find(Unit unit, String measure) {
            return Optional.ofNullable(sums.get(new Key(unit, measure))).map(Contribution::value);
        }

        List<Contribution> contributions() {
            return List.copyOf(sums.values());
        }
    }

    private static Contribution plus(Contribution one, Contribution other) {
        return new Contribution(
                one.unit(),
                one.measure(),
                one.value().add(other.value()),
                Qualifier.combine(one.qualifier(), other.qualifier()));
    }
}
