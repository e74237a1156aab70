package tonghop.rollup.report;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.report.StoredPeriod.LeafRow;

/** Which figures stand on nothing but words such as 'không phát sinh': missing, nil and zero are three things. */
final class NilReturns {

    private final Set<String> keys = new HashSet<>();

    private NilReturns() {}

    /** By {@code leaves}, everything that was sent. */
    static NilReturns of(List<LeafRow> leaves, UnitTree tree) {
        NilReturns nils = new NilReturns();
        leaves.stream().filter(LeafRow::isNil).forEach(leaf -> about(leaf, tree, nils.keys::add));
        Set<String> measures =
                leaves.stream().filter(LeafRow::isNil).map(LeafRow::measure).collect(Collectors.toSet());
        // Most sheets hold no such word, and then there is nothing to take away either.
        leaves.stream()
                .filter(leaf -> !leaf.isNil() && measures.contains(leaf.measure()))
                .forEach(leaf -> about(leaf, tree, nils.keys::remove));
        return nils;
    }

    /**
     * Whether all observations of {@code figure} in the territory of {@code unit} are nil returns, and there are some.
     */
    boolean holds(String unit, String figure) {
        return keys.contains(key(unit, figure));
    }

    /** The figures that a leaf may be in: of its unit and all above it, and of its level there. */
    private static void about(LeafRow leaf, UnitTree tree, Consumer<String> task) {
        Unit unit = tree.find(leaf.unit()).orElse(null);
        if (unit == null) {
            return;
        }
        String ofLevel =
                "%s[level=%s]".formatted(leaf.measure(), unit.level().name().toLowerCase(Locale.ROOT));
        while (unit != null) {
            task.accept(key(unit.code(), leaf.measure()));
            task.accept(key(unit.code(), ofLevel));
            unit = unit.parent() == null ? null : tree.find(unit.parent()).orElse(null);
        }
    }

    private static String key(String unit, String figure) {
        return unit + " " + figure;
    }
}
