package tonghop.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A registry by code and day: which unit a code stood for, and which unit came of which. */
public final class UnitHistory {

    private final Map<String, List<Unit>> byCode;
    /** Filled when first asked for; a unit's are in the order of their codes. */
    private final Map<Unit, List<Unit>> predecessors = new HashMap<>();

    public UnitHistory(Collection<Unit> registry) {
        this.byCode = registry.stream()
                .collect(Collectors.groupingBy(Unit::registeredCode, TreeMap::new, Collectors.toList()));
    }

    /** The unit that {@code code} stood for on {@code day}. */
    Optional<Unit> find(String code, LocalDate day) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(unit -> unit.validity().holdsOn(day))
                .findFirst();
    }

    /** The unit as which {@code successor} began. */
    Optional<Unit> find(Unit.Successor successor) {
        return find(successor.code(), successor.since());
    }

    /**
     * The unit as it is registered, whatever it is called in its tree.
     *
     * @throws IllegalArgumentException if it is not in the registry
     */
    public Unit same(Unit unit) {
        return byCode.getOrDefault(unit.registeredCode(), List.of()).stream()
                .filter(unit::isSameAs)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the registry: " + unit));
    }

    /** Whether {@code unit} was no more on {@code day}. */
    public boolean endedBefore(LocalDate day, Unit unit) {
        LocalDate to = unit.validity().to();
        return to != null && to.isBefore(day);
    }

    /** The units that took over from {@code unit}; those that the registry does not know are left out. */
    public List<Unit> successorsOf(Unit unit) {
        return unit.successors().stream()
                .flatMap(successor -> find(successor).stream())
                .filter(after -> beganAfter(unit, after))
                .toList();
    }

    /** The unit that took over all of {@code unit}. */
    public Optional<Unit> wholeSuccessorOf(Unit unit) {
        return unit.wholeSuccessor().flatMap(this::find).filter(after -> beganAfter(unit, after));
    }

    /** Whether the registered successors of {@code unit} hold all of it: one whole, or several parts. */
    boolean areSuccessorsWhole(Unit unit) {
        return successorsOf(unit).size() == unit.successors().size()
                && (unit.successors().size() > 1 || unit.wholeSuccessor().isPresent());
    }

    /** The units that {@code unit} took over from, wholly or in part. */
    public List<Unit> predecessorsOf(Unit unit) {
        if (predecessors.isEmpty()) {
            byCode.values().stream().flatMap(List::stream).forEach(this::noteSuccessors);
        }
        return predecessors.getOrDefault(unit, List.of());
    }

    private void noteSuccessors(Unit before) {
        for (Unit after : successorsOf(before)) {
            predecessors.computeIfAbsent(after, any -> new ArrayList<>()).add(before);
        }
    }

    /** The unit that became {@code unit} and nothing else, of which {@code unit} was made and of nothing else. */
    public Optional<Unit> onlyPredecessorOf(Unit unit) {
        List<Unit> before = predecessorsOf(unit);
        return before.size() == 1
                ? before.stream()
                        .filter(only -> wholeSuccessorOf(only).equals(Optional.of(unit)))
                        .findFirst()
                : Optional.empty();
    }

    /** The unit above {@code unit} at its end, or at its beginning if it lasts. */
    Optional<Unit> parentOf(Unit unit) {
        LocalDate day = unit.validity().to() == null
                ? unit.validity().from()
                : unit.validity().to();
        return unit.parent() == null
                ? Optional.empty()
                : find(unit.parent(), day == null ? LocalDate.EPOCH : day)
                        .filter(parent -> parent.level().compareTo(unit.level()) < 0);
    }

    /** The unit of {@code day} that all of {@code unit} has become, in one step or several. */
    Optional<Unit> heirOn(LocalDate day, Unit unit) {
        Optional<Unit> heir = Optional.of(unit);
        // Each step must lead to a later unit, or a registry that runs in a circle would hold us.
        while (heir.isPresent() && !heir.get().validity().holdsOn(day)) {
            Unit before = heir.get();
            heir = wholeSuccessorOf(before);
        }
        return heir;
    }

    private static boolean beganAfter(Unit before, Unit after) {
        LocalDate ended = before.validity().to();
        LocalDate began = after.validity().from();
        return ended != null && began != null && began.isAfter(ended);
    }
}
