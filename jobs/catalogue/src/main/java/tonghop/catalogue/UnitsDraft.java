package tonghop.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;

/** A registry that is being added to. */
final class UnitsDraft {

    private final Map<String, List<Unit>> byCode = new LinkedHashMap<>();

    /** Where each unit stood in the registry. */
    private final Map<String, Integer> positions = new HashMap<>();

    UnitsDraft(Collection<Unit> registry) {
        for (Unit unit : registry) {
            positions.put(keyOf(unit), positions.size());
            add(unit);
        }
    }

    private static String keyOf(Unit unit) {
        return unit.code() + "@" + unit.validity().from();
    }

    void add(Unit unit) {
        byCode.computeIfAbsent(unit.code(), code -> new ArrayList<>()).add(unit);
    }

    Optional<Unit> find(String code, LocalDate day) {
        return bearers(code).stream()
                .filter(unit -> unit.validity().holdsOn(day))
                .findFirst();
    }

    /** Every unit that bears {@code code} at some time. */
    List<Unit> bearers(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    void replace(Unit before, Unit after) {
        byCode.getOrDefault(before.code(), new ArrayList<>()).replaceAll(unit -> unit.equals(before) ? after : unit);
    }

    /** Lets {@code unit} end on {@code lastDay}, unless it ended before. */
    Unit end(Unit unit, LocalDate lastDay) {
        LocalDate to = unit.validity().to();
        if (to != null && !to.isAfter(lastDay)) {
            return unit;
        }
        Unit ended = with(unit, new Validity(unit.validity().from(), lastDay), unit.successors());
        replace(unit, ended);
        return ended;
    }

    /** The same unit with other days and successors. */
    static Unit with(Unit unit, Validity validity, List<Unit.Successor> successors) {
        return new Unit(unit.code(), unit.name(), unit.level(), unit.parent(), validity, successors);
    }

    /** The days around {@code day} on which nobody bears {@code code}, and which lie within {@code bounds}. */
    Validity freeAround(String code, LocalDate day, Validity bounds) {
        LocalDate from = bounds.from();
        LocalDate to = bounds.to();
        for (Unit other : bearers(code)) {
            from = later(from, endBefore(other, day));
            to = earlier(to, beginningAfter(other, day));
        }
        return new Validity(from, to);
    }

    private static @Nullable LocalDate endBefore(Unit other, LocalDate day) {
        LocalDate to = other.validity().to();
        return to != null && to.isBefore(day) ? to.plusDays(1) : null;
    }

    private static @Nullable LocalDate beginningAfter(Unit other, LocalDate day) {
        LocalDate from = other.validity().from();
        return from != null && from.isAfter(day) ? from.minusDays(1) : null;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** By level; within a level as before, what is new behind it by code. */
    List<Unit> units() {
        return byCode.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Unit::level)
                        .thenComparing(unit -> positions.getOrDefault(keyOf(unit), Integer.MAX_VALUE))
                        .thenComparing(Unit::code))
                .toList();
    }
}
