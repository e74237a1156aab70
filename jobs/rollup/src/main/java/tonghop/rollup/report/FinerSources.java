package tonghop.rollup.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.Leaf;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.rollup.report.FormCoverage.Pair;
import tonghop.rollup.report.StoredPeriod.Sheet;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.SqlFile;
import tonghop.rollup.sum.Combination;

/**
 * What a period takes from finer periods: their sheets and observations, under the codes of this period's units.
 *
 * <p>Of a unit that takes anything from a finer period all that counted there is told, and the sheets of those above
 * it, since one form decides what another says, and a unit above what one below does. What of it goes into the figures,
 * each observation says itself.
 */
final class FinerSources {

    private final Period period;
    private final UnitTree tree;
    private final Set<Pair> sent;
    private final Map<Pair, Cover> covers;
    private final Set<Whole> wholes;
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Set<Sheet> sheets = new LinkedHashSet<>();
    private final Map<Leaf, Map<String, Integer>> leaves = new LinkedHashMap<>();
    private final List<StoredPeriod.Item> items = new ArrayList<>();

    private FinerSources(Period period, UnitTree tree, Set<Pair> sent, List<Cover> taken, Set<Whole> wholes) {
        this.period = period;
        this.tree = tree;
        this.sent = sent;
        this.wholes = wholes;
        this.covers = taken.stream().collect(Collectors.toMap(Cover::pair, cover -> cover));
        taken.forEach(cover -> this.taken
                .computeIfAbsent(cover.unit(), unit -> new HashSet<>())
                .addAll(cover.periods()));
    }

    /**
     * An observation of a finer period.
     *
     * @param goesInto how often it counts in which measures of the period; empty if its form is not taken from there
     */
    record FinerLeaf(Leaf row, Map<String, Integer> goesInto) {}

    /** What was said of a unit as one in some of the finer periods: the units below are part of it. */
    private record Whole(String unit, String form, String measure) {

        private static final String WHOLES = SqlFile.read(FinerSources.class, "combined_wholes.sql");

        static Set<Whole> of(Period period, JdbcClient database) {
            return Set.copyOf(database.sql(WHOLES)
                    .param("period", period.code())
                    .query((row, number) ->
                            new Whole(row.getString("unit"), row.getString("form"), row.getString("measure")))
                    .list());
        }
    }

    /**
     * Reads what {@code period} takes from finer ones.
     *
     * @param sent the units and forms that were sent for the period itself
     */
    static FinerSources of(Period period, Moment moment, Set<Pair> sent, Definitions definitions, JdbcClient database) {
        List<Cover> taken = Cover.of(period, database).stream()
                .filter(cover -> !sent.contains(cover.pair()))
                .toList();
        FinerSources sources =
                new FinerSources(period, definitions.unitsOf(period), sent, taken, Whole.of(period, database));
        taken.stream()
                .flatMap(cover -> cover.periods().stream())
                .distinct()
                .sorted()
                .map(code -> definitions.calendar().find(code).orElseThrow())
                .forEach(finer -> sources.add(finer, moment, definitions, database));
        return sources;
    }

    /** Adds what {@code finer} has: what was sent for it, and what it takes from still finer periods itself. */
    private void add(Period finer, Moment moment, Definitions definitions, JdbcClient database) {
        UnitTree there = definitions.unitsOf(finer);
        StoredPeriod stored = StoredPeriod.of(finer, moment, database);
        FinerSources below = of(finer, moment, stored.sent(), definitions, database);
        Map<Leaf, Map<String, Integer>> inside = new LinkedHashMap<>();
        stored.leaves().forEach(leaf -> inside.put(leaf, Map.of(leaf.measure(), 1)));
        inside.putAll(below.leaves);
        Combination combination = new Combination(definitions, period);
        Set<String> speaking = new HashSet<>();
        Set<String> aboveTakers = taken.entrySet().stream()
                .filter(taker -> taker.getValue().contains(finer.code()))
                .flatMap(taker -> tree.find(taker.getKey()).stream())
                .flatMap(this::withThoseAbove)
                .map(Unit::code)
                .collect(Collectors.toSet());
        inside.forEach((leaf, goesInto) -> hereOf(leaf.unit(), there)
                .filter(unit -> isTaken(unit, finer))
                .ifPresent(unit -> {
                    Predicate<String> isWhole = above -> wholes.contains(new Whole(above, leaf.form(), leaf.measure()));
                    Map<String, Integer> here = leaves.computeIfAbsent(leaf.ofUnit(unit), key -> new TreeMap<>());
                    coverOf(unit, leaf.form(), finer, isWhole)
                            .ifPresent(cover -> here.putAll(goesInto(goesInto, cover, finer, combination)));
                    speaking.add(leaf.file() + "\n" + leaf.sheet());
                }));
        Stream.concat(stored.sheets().stream().filter(sheet -> sheet.state().counts()), below.sheets.stream())
                .forEach(sheet -> hereOf(sheet.unit(), there)
                        .filter(unit -> speaking.contains(sheet.path() + "\n" + sheet.sheet())
                                || isTaken(unit, finer)
                                || aboveTakers.contains(unit))
                        .ifPresent(unit -> sheets.add(sheet.ofUnit(unit))));
        Stream.concat(stored.items().stream(), below.items.stream())
                .forEach(item -> hereOf(item.unit(), there)
                        .filter(unit -> coverOf(unit, item.form(), finer, above -> true)
                                .filter(cover -> cover.isLast(finer.code()))
                                .isPresent())
                        .ifPresent(unit -> items.add(item.ofUnit(unit))));
    }

    private static Map<String, Integer> goesInto(
            Map<String, Integer> there, Cover cover, Period finer, Combination combination) {
        Map<String, Integer> goesInto = new TreeMap<>();
        there.forEach((measure, times) -> combination
                .goesInto(
                        cover.form(),
                        measure,
                        cover.ordinalOf(finer.code()),
                        cover.periods().size())
                .forEach((target, factor) -> goesInto.merge(target, times * factor, Integer::sum)));
        return goesInto;
    }

    private Optional<String> hereOf(String unit, UnitTree there) {
        return there.find(unit).flatMap(tree::same).map(Unit::code);
    }

    /** Whether the unit, or one above it, takes anything from {@code finer}. */
    private boolean isTaken(String unit, Period finer) {
        return tree.find(unit).stream()
                .flatMap(this::withThoseAbove)
                .anyMatch(above -> taken.getOrDefault(above.code(), Set.of()).contains(finer.code()));
    }

    /** The unit, the one above it and so on. */
    private Stream<Unit> withThoseAbove(Unit unit) {
        return Stream.iterate(
                unit,
                Objects::nonNull,
                below -> below.parent() == null
                        ? null
                        : tree.find(below.parent()).orElse(null));
    }

    /**
     * The cover that a form of {@code unit} in {@code finer} is part of: its own, or that of the nearest unit above
     * which speaks for it. None where the unit or one above it sent the form for the period itself, which is then the
     * whole of it.
     */
    private Optional<Cover> coverOf(String unit, String form, Period finer, Predicate<String> speaksForIt) {
        List<Unit> upwards =
                tree.find(unit).stream().flatMap(this::withThoseAbove).toList();
        if (upwards.stream().anyMatch(above -> sent.contains(new Pair(above.code(), form)))) {
            return Optional.empty();
        }
        for (Unit above : upwards) {
            Cover cover = covers.get(new Pair(above.code(), form));
            if (cover != null && (above.code().equals(unit) || speaksForIt.test(above.code()))) {
                return Optional.of(cover).filter(found -> found.periods().contains(finer.code()));
            }
        }
        return Optional.empty();
    }

    /** The units and forms that are taken from finer periods. */
    Set<Pair> pairs() {
        return covers.keySet();
    }

    Collection<Sheet> sheets() {
        return sheets;
    }

    List<FinerLeaf> leaves() {
        return leaves.entrySet().stream()
                .map(leaf -> new FinerLeaf(leaf.getKey(), leaf.getValue()))
                .toList();
    }

    /** The items of lists, as of the last of the finer periods. */
    List<StoredPeriod.Item> items() {
        return items;
    }
}
