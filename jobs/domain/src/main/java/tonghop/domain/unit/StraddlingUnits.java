package tonghop.domain.unit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;

/** The units of a period in which units changed: those of its last day and those that ended on the eve of a change. */
final class StraddlingUnits {

    private final LocalDate lastDay;
    private final UnitHistory history;
    private final Set<Unit> units;
    private final Set<Unit> renamed = new HashSet<>();
    private final Set<String> namesOfLastDay;

    private StraddlingUnits(LocalDate lastDay, UnitHistory history, Set<Unit> units) {
        this.lastDay = lastDay;
        this.history = history;
        this.units = units;
        this.namesOfLastDay =
                units.stream().filter(unit -> !hasEnded(unit)).map(Unit::name).collect(Collectors.toSet());
    }

    /**
     * The units in the order of {@code registry}, with the codes, names and parents that they have in the period's
     * tree.
     *
     * @param eves the days before other units report
     */
    static List<Unit> of(LocalDate lastDay, Set<LocalDate> eves, List<Unit> registry) {
        Set<Unit> units = registry.stream()
                .filter(unit -> unit.validity().holdsOn(lastDay)
                        || (unit.validity().to() != null
                                && eves.contains(unit.validity().to())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        StraddlingUnits straddling = new StraddlingUnits(lastDay, new UnitHistory(registry), units);
        straddling.findReusedCodes();
        return units.stream().map(straddling::inTree).toList();
    }

    private boolean hasEnded(Unit unit) {
        return !unit.validity().holdsOn(lastDay);
    }

    /** The latest bearer keeps the plain code. */
    private void findReusedCodes() {
        Set<String> taken = new HashSet<>();
        units.stream()
                .sorted(Comparator.comparing(this::lastDayOf).reversed())
                .filter(unit -> !taken.add(unit.code()))
                .forEach(renamed::add);
    }

    private LocalDate lastDayOf(Unit unit) {
        LocalDate to = unit.validity().to();
        return to == null || to.isAfter(lastDay) ? lastDay : to;
    }

    private Unit inTree(Unit unit) {
        if (!hasEnded(unit)) {
            return unit;
        }
        String name = namesOfLastDay.contains(unit.name()) ? unit.endedName() : unit.name();
        return new Unit(codeOf(unit), name, unit.level(), parentOf(unit), unit.validity(), unit.successors());
    }

    private String codeOf(Unit unit) {
        return renamed.contains(unit) ? unit.endedCode() : unit.code();
    }

    private @Nullable String parentOf(Unit unit) {
        LocalDate ended = unit.validity().to();
        if (unit.parent() == null || ended == null) {
            return unit.parent();
        }
        Unit parent = history.find(unit.parent(), ended).orElse(null);
        if (parent == null) {
            return unit.parent();
        }
        if (parent.level() == UnitLevel.COUNTRY) {
            return history.heirOn(lastDay, unit).map(Unit::code).orElse(unit.parent());
        }
        return units.contains(parent)
                ? codeOf(parent)
                : history.heirOn(lastDay, parent).map(Unit::code).orElse(unit.parent());
    }
}
