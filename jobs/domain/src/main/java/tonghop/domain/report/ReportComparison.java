package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.report.PublishedReport.Node;
import tonghop.domain.report.PublishedReport.Source;
import tonghop.domain.report.PublishedReport.Value;
import tonghop.domain.report.ReportChange.FigureChange;

/**
 * Compares two publications of a report and splits the difference of every figure by its causes.
 *
 * <p>A total is what its unit and the units below it contribute by themselves, so its difference is the sum of theirs,
 * and each of those has the cause of what became different in the sheets that state it. The split therefore adds up
 * exactly; what has no known cause is {@link ChangeCause#OTHER}. Parts of a measure by level are left out.
 */
public final class ReportComparison {

    private final PublishedReport before;
    private final PublishedReport after;
    private final Definitions definitions;
    private final Contributions then;
    private final Contributions now;
    private final SourceChanges sources;
    private final Set<String> staying;

    /** By unit and measure: the difference of the total. */
    private final Map<String, Map<ChangeCause, BigDecimal>> totals = new HashMap<>();

    private ReportComparison(
            PublishedReport before, PublishedReport after, Definitions definitions, Circumstances circumstances) {
        this.before = before;
        this.after = after;
        this.definitions = definitions;
        List<String> forms =
                definitions.forms().stream().map(Form::id).distinct().toList();
        this.then = new Contributions(before, forms::indexOf);
        this.now = new Contributions(after, forms::indexOf);
        this.sources = new SourceChanges(before, after, circumstances);
        this.staying = new LinkedHashSet<>();
        definitions.measures().values().stream()
                .filter(measure -> !measure.addsOverUnits())
                .forEach(measure -> staying.add(measure.id()));
        definitions.indicators().forEach(indicator -> staying.add(indicator.id()));
    }

    /**
     * What else changed between the two.
     *
     * @param withdrawn SHA-256 of the files that were taken back in between
     * @param isLate whether a sheet came in after its sender's deadline
     */
    public record Circumstances(
            Set<String> withdrawn,
            Predicate<Source> isLate,
            boolean unitsChanged,
            boolean rulesChanged,
            boolean layoutsChanged,
            boolean versionChanged) {

        public Circumstances {
            withdrawn = Set.copyOf(withdrawn);
        }
    }

    /** Compares two publications of the report of one unit and period. */
    public static ReportChange of(
            PublishedReport before, PublishedReport after, Definitions definitions, Circumstances circumstances) {
        return new ReportComparison(before, after, definitions, circumstances).compare();
    }

    private ReportChange compare() {
        measures().forEach(this::split);
        List<FigureChange> figures = new ArrayList<>();
        for (String unit : units()) {
            Set<String> ids = new LinkedHashSet<>();
            Stream.of(after, before)
                    .flatMap(report -> Stream.ofNullable(report.nodes().get(unit)))
                    .forEach(node -> ids.addAll(node.figures().keySet()));
            ids.stream()
                    .filter(id -> !id.contains("["))
                    .flatMap(id -> Stream.ofNullable(change(unit, id)))
                    .forEach(figures::add);
        }
        return new ReportChange(after.unit(), after.period(), sources.events(), figures);
    }

    private Set<String> units() {
        Set<String> units = new LinkedHashSet<>(after.nodes().keySet());
        units.addAll(before.nodes().keySet());
        return units;
    }

    private Set<String> measures() {
        Set<String> measures = new LinkedHashSet<>();
        Stream.of(after, before)
                .flatMap(report -> report.nodes().values().stream())
                .forEach(node -> node.figures().forEach((id, figure) -> {
                    if (figure.kind() == Figure.Kind.MEASURE && !id.contains("[")) {
                        measures.add(id);
                    }
                }));
        return measures;
    }

    /** Passes what each unit contributes of a measure on to the units above it, from below. */
    private void split(String measure) {
        List<String> upwards = new ArrayList<>(units());
        upwards.sort((one, other) -> Integer.compare(depth(other), depth(one)));
        for (String unit : upwards) {
            if (staying.contains(measure)) {
                BigDecimal difference = now.total(unit, measure).subtract(then.total(unit, measure));
                causes(unit, measure, difference).forEach((cause, part) -> add(unit, measure, cause, part));
            } else {
                passOn(unit, measure);
            }
        }
    }

    private int depth(String unit) {
        return Math.max(then.pathOf(unit).size(), now.pathOf(unit).size());
    }

    private void passOn(String unit, String measure) {
        BigDecimal was = then.own(unit, measure);
        BigDecimal is = now.own(unit, measure);
        List<String> oldPath = then.pathOf(unit);
        List<String> newPath = now.pathOf(unit);
        Map<ChangeCause, BigDecimal> causes = causes(unit, measure, is.subtract(was));
        for (String above : newPath) {
            if (oldPath.contains(above) || oldPath.isEmpty()) {
                causes.forEach((cause, part) -> add(above, measure, cause, part));
            } else {
                add(above, measure, ChangeCause.UNIT, is);
            }
        }
        for (String above : oldPath) {
            if (newPath.isEmpty()) {
                causes.forEach((cause, part) -> add(above, measure, cause, part));
            } else if (!newPath.contains(above)) {
                add(above, measure, ChangeCause.UNIT, was.negate());
            }
        }
    }

    private void add(String unit, String measure, ChangeCause cause, BigDecimal part) {
        totals.computeIfAbsent(unit + "\t" + measure, key -> new EnumMap<>(ChangeCause.class))
                .merge(cause, part, BigDecimal::add);
    }

    /** Splits the difference of what a unit contributes of a measure. */
    private Map<ChangeCause, BigDecimal> causes(String unit, String measure, BigDecimal difference) {
        if (difference.signum() == 0) {
            return Map.of();
        }
        Map<Source, BigDecimal> was = then.counting(unit, measure);
        Map<Source, BigDecimal> is = now.counting(unit, measure);
        Map<ChangeCause, BigDecimal> stated = new EnumMap<>(ChangeCause.class);
        is.forEach((source, value) -> {
            Source old = like(source, was);
            BigDecimal part = old == null ? value : value.subtract(was.getOrDefault(old, BigDecimal.ZERO));
            if (old == null || !old.isSameContent(source) || part.signum() != 0) {
                stated.merge(sources.of(old == null ? takenOver(was, is) : old, source, unit), part, BigDecimal::add);
            }
        });
        was.forEach((source, value) -> {
            if (like(source, is) == null) {
                ChangeCause cause = sources.of(
                        source, is.isEmpty() ? null : is.keySet().iterator().next(), unit);
                stated.merge(cause, value.negate(), BigDecimal::add);
            }
        });
        if (stated.isEmpty()) {
            return fromBelow(unit, measure, difference);
        }
        return stated.size() == 1 ? Map.of(stated.keySet().iterator().next(), difference) : rest(stated, difference);
    }

    /** The sheet in whose stead another one counts, if there is just one. */
    private static @Nullable Source takenOver(Map<Source, BigDecimal> was, Map<Source, BigDecimal> is) {
        return was.size() == 1 && like(was.keySet().iterator().next(), is) == null
                ? was.keySet().iterator().next()
                : null;
    }

    private static @Nullable Source like(Source source, Map<Source, BigDecimal> among) {
        return among.keySet().stream().filter(source::isSameKey).findFirst().orElse(null);
    }

    private static Map<ChangeCause, BigDecimal> rest(Map<ChangeCause, BigDecimal> parts, BigDecimal difference) {
        Map<ChangeCause, BigDecimal> split = new EnumMap<>(parts);
        BigDecimal told = split.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        split.merge(ChangeCause.OTHER, difference.subtract(told), BigDecimal::add);
        split.values().removeIf(part -> part.signum() == 0);
        return split;
    }

    /**
     * The unit's own sheets say what they said; so the units below have changed what they add beyond them: all of them
     * have sent now, or what the unit says of itself as a whole stands against theirs.
     */
    private Map<ChangeCause, BigDecimal> fromBelow(String unit, String measure, BigDecimal difference) {
        Map<ChangeCause, BigDecimal> below = new EnumMap<>(ChangeCause.class);
        Stream.of(then, now)
                .flatMap(tree -> tree.childrenOf(unit).stream())
                .distinct()
                .forEach(child -> totals.getOrDefault(child + "\t" + measure, Map.of())
                        .forEach((cause, part) -> below.merge(cause, part.negate(), BigDecimal::add)));
        below.values().removeIf(part -> part.signum() == 0);
        if (below.isEmpty()) {
            return Map.of(sources.ofSameContent(unit), difference);
        }
        return below.size() == 1 ? Map.of(below.keySet().iterator().next(), difference) : rest(below, difference);
    }

    private @Nullable FigureChange change(String unit, String id) {
        Value was = value(before, unit, id);
        Value is = value(after, unit, id);
        Value shown = is == null ? was : is;
        if (shown == null || isSame(was, is)) {
            return null;
        }
        boolean isIndicator = shown.kind() == Figure.Kind.INDICATOR;
        Indicator indicator = isIndicator ? definitions.indicator(id).orElse(null) : null;
        String name = Stream.of(after, before)
                .flatMap(report -> Stream.ofNullable(report.nodes().get(unit)))
                .map(Node::name)
                .findFirst()
                .orElse(unit);
        return new FigureChange(
                unit,
                name,
                id,
                shown.label(),
                shown.kind(),
                was == null ? null : was.value(),
                is == null ? null : is.value(),
                isIndicator ? Map.of() : totals.getOrDefault(unit + "\t" + id, Map.of()),
                indicator == null
                        ? Map.of()
                        : counts(
                                unit,
                                indicator.numerator(),
                                was == null ? null : was.numerator(),
                                is == null ? null : is.numerator()),
                indicator == null
                        ? Map.of()
                        : counts(
                                unit,
                                indicator.denominator(),
                                was == null ? null : was.denominator(),
                                is == null ? null : is.denominator()));
    }

    private static @Nullable Value value(PublishedReport report, String unit, String id) {
        Node node = report.nodes().get(unit);
        return node == null ? null : node.figures().get(id);
    }

    private static boolean isSame(@Nullable Value was, @Nullable Value is) {
        return isSame(was == null ? null : was.value(), is == null ? null : is.value())
                && isSame(was == null ? null : was.numerator(), is == null ? null : is.numerator())
                && isSame(was == null ? null : was.denominator(), is == null ? null : is.denominator());
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** The difference of a sum of measures; what its measures do not explain comes from another definition of it. */
    private Map<ChangeCause, BigDecimal> counts(
            String unit, List<String> ids, @Nullable BigDecimal was, @Nullable BigDecimal is) {
        Map<ChangeCause, BigDecimal> parts = new EnumMap<>(ChangeCause.class);
        for (String id : ids) {
            totals.getOrDefault(unit + "\t" + id, Map.of())
                    .forEach((cause, part) -> parts.merge(cause, part, BigDecimal::add));
        }
        BigDecimal difference = (is == null ? BigDecimal.ZERO : is).subtract(was == null ? BigDecimal.ZERO : was);
        BigDecimal told = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        parts.merge(sources.ofSameContent(unit), difference.subtract(told), BigDecimal::add);
        return parts;
    }
}
