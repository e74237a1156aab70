package tonghop.rollup.sum;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tonghop.domain.form.Definitions;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

/** Gathers the units of one period's tree that have to be added up anew. */
final class AffectedUnits {

    private final Definitions definitions;
    private final Period period;
    private final UnitTree tree;
    private final boolean hasFinerPeriods;
    private final Map<String, Optional<UnitTree>> trees = new HashMap<>();
    private final Set<String> units = new LinkedHashSet<>();

    AffectedUnits(Definitions definitions, Period period, UnitTree tree, boolean hasFinerPeriods) {
        this.definitions = definitions;
        this.period = period;
        this.tree = tree;
        this.hasFinerPeriods = hasFinerPeriods;
    }

    /**
     * Adds a unit under the code that it has in the tree of {@code inPeriod}; one that is not in this tree is left out.
     * Of the period itself those below it are added too where there are finer ones.
     */
    void add(String inPeriod, String code) {
        if (inPeriod.equals(period.code())) {
            // A sheet for the period itself silences what was put together below it from finer periods, or gives it
            // back.
            (hasFinerPeriods ? tree.subtreeOf(code) : tree.find(code).stream().toList())
                    .forEach(unit -> units.add(unit.code()));
        } else {
            trees.computeIfAbsent(inPeriod, this::treeOf)
                    .flatMap(other -> other.find(code))
                    .flatMap(tree::same)
                    .ifPresent(unit -> units.add(unit.code()));
        }
    }

    private Optional<UnitTree> treeOf(String code) {
        return definitions.calendar().find(code).map(definitions::unitsOf);
    }

    /** Everything that was added, and every unit above it. */
    Set<String> withAllAbove() {
        Set<String> all = new LinkedHashSet<>();
        for (String code : units) {
            String above = code;
            while (above != null && all.add(above)) {
                above = tree.find(above).map(Unit::parent).orElse(null);
            }
        }
        return all;
    }
}
