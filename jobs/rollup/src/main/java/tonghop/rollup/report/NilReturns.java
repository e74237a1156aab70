package tonghop.rollup.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.Leaf;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

/** Which figures stand on nothing but words such as 'không phát sinh': missing, nil and zero are three things. */
final class NilReturns {

    private record Key(String unit, FigureId figure) {}

    private final Set<Key> keys = new HashSet<>();

    private NilReturns() {}

    /** By {@code leaves}, everything that was sent. */
    static NilReturns of(List<Leaf> leaves, UnitTree tree) {
        NilReturns nils = new NilReturns();
        leaves.stream().filter(Leaf::isNil).forEach(leaf -> about(leaf, tree, nils.keys::add));
        Set<String> measures =
                leaves.stream().filter(Leaf::isNil).map(Leaf::measure).collect(Collectors.toSet());
        // Most sheets hold no such word, and then there is nothing to take away either.
        leaves.stream()
                .filter(leaf -> !leaf.isNil() && measures.contains(leaf.measure()))
                .forEach(leaf -> about(leaf, tree, nils.keys::remove));
        return nils;
    }

    /**
     * Whether all observations of {@code figure} in the territory of {@code unit} are nil returns, and there are some.
     */
    boolean holds(String unit, FigureId figure) {
        return keys.contains(new Key(unit, figure));
    }

    /** The figures that a leaf may be in: of its unit and all above it, and of its level there. */
    private static void about(Leaf leaf, UnitTree tree, Consumer<Key> task) {
        Unit unit = tree.find(leaf.unit()).orElse(null);
        if (unit == null) {
            return;
        }
        FigureId ofLevel = FigureId.of(leaf.measure(), unit.level());
        while (unit != null) {
            task.accept(new Key(unit.code(), FigureId.of(leaf.measure())));
            task.accept(new Key(unit.code(), ofLevel));
            unit = unit.parent() == null ? null : tree.find(unit.parent()).orElse(null);
        }
    }
}
