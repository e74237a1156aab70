package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.PublishedReport.Leaf;
import tonghop.domain.report.PublishedReport.Node;
import tonghop.domain.report.PublishedReport.Source;

/**
 * What each unit of a published report adds to its measures by itself, beyond the units below it, and by which sheets.
 */
final class Contributions {

    private final PublishedReport report;
    private final ToIntFunction<String> rankOfForm;
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final Map<String, List<Leaf>> leaves = new LinkedHashMap<>();

    /**
     * Reads a report.
     *
     * @param rankOfForm of two forms that give the same measure of a unit the lower one counts
     */
    Contributions(PublishedReport report, ToIntFunction<String> rankOfForm) {
        this.report = report;
        this.rankOfForm = rankOfForm;
        for (Node node : report.nodes().values()) {
            if (node.parent() != null) {
                children.computeIfAbsent(node.parent(), parent -> new ArrayList<>())
                        .add(node.code());
            }
        }
        for (Leaf leaf : report.leaves()) {
            leaves.computeIfAbsent(key(leaf.unit(), leaf.measure()), key -> new ArrayList<>())
                    .add(leaf);
        }
    }

    private static String key(String unit, String measure) {
        return unit + "\t" + measure;
    }

    List<String> childrenOf(String unit) {
        return children.getOrDefault(unit, List.of());
    }

    /** The unit and all above it in the report. */
    List<String> pathOf(String unit) {
        List<String> path = new ArrayList<>();
        Node node = report.nodes().get(unit);
        while (node != null) {
            path.add(node.code());
            String parent = node.parent();
            node = parent == null ? null : report.nodes().get(parent);
        }
        return path;
    }

    BigDecimal total(String unit, String measure) {
        return report.valueOf(unit, measure).orElse(BigDecimal.ZERO);
    }

    /** The total less those of the units directly below. */
    BigDecimal own(String unit, String measure) {
        BigDecimal own = total(unit, measure);
        for (String child : childrenOf(unit)) {
            own = own.subtract(total(child, measure));
        }
        return own;
    }

    /**
     * The sheets that state a measure of a unit and count: the unit's own before a row in another's, the first form of
     * the catalogue before the others; several where it is put together from finer periods. With what each states.
     */
    Map<Source, BigDecimal> counting(String unit, String measure) {
        Map<Source, BigDecimal> stated = new LinkedHashMap<>();
        for (Leaf leaf : leaves.getOrDefault(key(unit, measure), List.of())) {
            source(leaf).ifPresent(source -> stated.merge(source, leaf.value(), BigDecimal::add));
        }
        Comparator<Source> order = Comparator.comparing(
                        (Source source) -> !source.unit().equals(unit))
                .thenComparingInt(source -> rankOfForm.applyAsInt(source.form()))
                .thenComparing(Source::form)
                .thenComparing(Source::unit);
        @Nullable Source first = stated.keySet().stream().min(order).orElse(null);
        if (first != null) {
            stated.keySet()
                    .removeIf(source -> !source.unit().equals(first.unit())
                            || !source.form().equals(first.form()));
        }
        return stated;
    }

    private Optional<Source> source(Leaf leaf) {
        return report.sources().stream()
                .filter(source -> source.counts()
                        && source.file().equals(leaf.file())
                        && source.sheet().equals(leaf.sheet())
                        && source.form().equals(leaf.form())
                        && source.period().equals(leaf.period()))
                .min(Comparator.comparing(source -> !source.unit().equals(leaf.unit())));
    }
}
