package tonghop.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the territory of a unit of any time lies among the units of one day. */
public final class UnitPlaces {

    private final UnitHistory history;
    private final UnitTree tree;
    private final LocalDate day;
    private final Map<Unit, Optional<Unit>> known = new HashMap<>();

    public UnitPlaces(UnitHistory history, UnitTree tree, LocalDate day) {
        this.history = history;
        this.tree = tree;
        this.day = day;
    }

    /**
     * The lowest unit of the day that surely contains all of {@code unit}.
     *
     * @throws IllegalArgumentException if there is none, as in a registry without a country
     */
    public Unit containing(Unit unit) {
        return find(unit)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no unit of %s contains %s %s".formatted(day, unit.code(), unit.name())));
    }

    private Optional<Unit> find(Unit unit) {
        Optional<Unit> before = known.get(unit);
        if (before == null) {
            before = unit.validity().holdsOn(day) ? Optional.of(unit) : lookUp(unit);
            known.put(unit, before);
        }
        return before;
    }

    private Optional<Unit> lookUp(Unit unit) {
        boolean isForward = history.endedBefore(day, unit);
        List<Unit> others = isForward ? history.successorsOf(unit) : history.predecessorsOf(unit);
        // Where not all of the territory is accounted for, the rest may lie anywhere in the unit above.
        boolean isCovered = !others.isEmpty() && (!isForward || history.areSuccessorsWhole(unit));
        List<Unit> around = new ArrayList<>(others);
        if (!isCovered) {
            history.parentOf(unit).ifPresent(around::add);
        }
        Optional<Unit> lowest = Optional.empty();
        for (Unit other : around) {
            Optional<Unit> place = find(other);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            lowest = lowest.isEmpty() ? place : commonAncestor(lowest.get(), place.get());
            if (lowest.isEmpty()) {
                return Optional.empty();
            }
        }
        return lowest;
    }

    private Optional<Unit> commonAncestor(Unit one, Unit other) {
        Optional<Unit> ancestor = Optional.of(one);
        while (ancestor.isPresent()
                && !tree.isWithin(other.code(), ancestor.get().code())) {
            ancestor = Optional.ofNullable(ancestor.get().parent()).flatMap(tree::find);
        }
        return ancestor;
    }
}
