package tonghop.domain.unit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.time.Period;

/**
 * The units of a day or a period, as a tree; every list is in the order of the registry.
 *
 * <p>In a period in which units changed, those that ended stand in it beside those that came: see {@link #in}.
 */
public final class UnitTree {

    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final Map<String, List<Unit>> children = new LinkedHashMap<>();

    private final LocalDate lastDay;

    private UnitTree(LocalDate lastDay, Collection<Unit> units) {
        this.lastDay = lastDay;
        units.forEach(unit -> byCode.put(unit.code(), unit));
        for (Unit unit : units) {
            if (unit.parent() != null) {
                children.computeIfAbsent(unit.parent(), code -> new ArrayList<>())
                        .add(unit);
            }
        }
    }

    /** The units of {@code registry} that are valid on {@code day}. */
    public static UnitTree on(LocalDate day, Collection<Unit> registry) {
        return new UnitTree(
                day,
                registry.stream().filter(unit -> unit.validity().holdsOn(day)).toList());
    }

    /**
     * The units of {@code registry} that report for {@code period}.
     *
     * <p>These are the units of its last day and, if other units report from a day inside it, those that ended on the
     * eve of that day. They keep their parents; a province that ended stands below the one that took all of it over. A
     * unit that ended is called by its code alone, unless that is another unit's in the tree: {@link Unit#code}.
     *
     * @param changes the days from which other units report
     */
    public static UnitTree in(Period period, Collection<LocalDate> changes, Collection<Unit> registry) {
        Set<LocalDate> eves = changes.stream()
                .filter(day -> day.isAfter(period.from()) && !day.isAfter(period.to()))
                .map(day -> day.minusDays(1))
                .collect(Collectors.toSet());
        return eves.isEmpty()
                ? on(period.to(), registry)
                : new UnitTree(period.to(), StraddlingUnits.of(period.to(), eves, List.copyOf(registry)));
    }

    /** The unit with {@code code}, as this tree calls it. */
    public Optional<Unit> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The unit with {@code code}.
     *
     * @throws IllegalArgumentException if there is none on this tree's day
     */
    public Unit get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no unit " + code + " on that day"));
    }

    /** The unit of this tree that is {@code unit} of another, where it may have another code. */
    public Optional<Unit> same(Unit unit) {
        return Stream.of(unit.registeredCode(), unit.endedCode())
                .flatMap(code -> find(code).stream())
                .filter(unit::isSameAs)
                .findFirst();
    }

    /** Whether {@code unit} was no more on the last day, so that it stands here for its part of the period alone. */
    public boolean hasEnded(Unit unit) {
        return !unit.validity().holdsOn(lastDay);
    }

    /** Every unit that bears {@code code} in the registry: several where it was reused in the tree's period. */
    public List<Unit> registeredAs(String code) {
        return all().stream().filter(unit -> unit.registeredCode().equals(code)).toList();
    }

    public Collection<Unit> all() {
        return byCode.values();
    }

    /** The units directly below. */
    public List<Unit> childrenOf(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** The unit itself and all below it, parents before children. */
    public List<Unit> subtreeOf(String code) {
        List<Unit> subtree = new ArrayList<>();
        Deque<Unit> open = new ArrayDeque<>();
        find(code).ifPresent(open::add);
        while (!open.isEmpty()) {
            Unit unit = open.removeFirst();
            subtree.add(unit);
            open.addAll(childrenOf(unit.code()));
        }
        return subtree;
    }

    /** Whether {@code code} is {@code ancestor} or lies below it. */
    public boolean isWithin(String code, String ancestor) {
        for (Unit unit = byCode.get(code); unit != null; unit = parentOf(unit)) {
            if (unit.code().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The unit itself or the one above it that has {@code level}; the topmost, where a province that ended stands below
     * the one that took it over.
     */
    public Optional<Unit> ancestorAt(UnitLevel level, String code) {
        Optional<Unit> ancestor = Optional.empty();
        for (Unit unit = byCode.get(code); unit != null; unit = parentOf(unit)) {
            if (unit.level() == level) {
                ancestor = Optional.of(unit);
            }
        }
        return ancestor;
    }

    private @Nullable Unit parentOf(Unit unit) {
        return unit.parent() == null ? null : byCode.get(unit.parent());
    }
}
