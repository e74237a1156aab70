package tonghop.domain;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The units that are valid on one day, as a tree; every list is in the order of the registry. */
public final class UnitTree {

    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final Map<String, List<Unit>> children = new LinkedHashMap<>();

    private UnitTree(Collection<Unit> units) {
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
                registry.stream().filter(unit -> unit.validity().holdsOn(day)).toList());
    }

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

    /** The unit itself or the one above it that has {@code level}. */
    public Optional<Unit> ancestorAt(UnitLevel level, String code) {
        for (Unit unit = byCode.get(code); unit != null; unit = parentOf(unit)) {
            if (unit.level() == level) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    private @Nullable Unit parentOf(Unit unit) {
        return unit.parent() == null ? null : byCode.get(unit.parent());
    }
}
