package tonghop.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A registry by code and day: which unit a code stood for, and which unit came of which. */
final class UnitHistory {

    private final Map<String, List<Unit>> byCode;

    UnitHistory(Collection<Unit> registry) {
        this.byCode = registry.stream().collect(Collectors.groupingBy(Unit::registeredCode));
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

    /** The unit of {@code day} that all of {@code unit} has become, in one step or several. */
    Optional<Unit> heirOn(LocalDate day, Unit unit) {
        Optional<Unit> heir = Optional.of(unit);
        // Each step must lead to a later unit, or a registry that runs in a circle would hold us.
        while (heir.isPresent() && !heir.get().validity().holdsOn(day)) {
            Unit before = heir.get();
            heir = before.wholeSuccessor().flatMap(this::find).filter(after -> beganAfter(before, after));
        }
        return heir;
    }

    private static boolean beganAfter(Unit before, Unit after) {
        LocalDate ended = before.validity().to();
        LocalDate began = after.validity().from();
        return ended != null && began != null && began.isAfter(ended);
    }
}
