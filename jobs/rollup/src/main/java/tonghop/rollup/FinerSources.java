package tonghop.rollup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tonghop.domain.Definitions;
import tonghop.domain.Period;
import tonghop.domain.Unit;
import tonghop.domain.UnitTree;
import tonghop.rollup.FormCoverage.Pair;
import tonghop.rollup.StoredPeriod.LeafRow;
import tonghop.rollup.StoredPeriod.Sheet;

/** What a period takes from finer periods: their sheets and observations, under the codes of this period's units. */
final class FinerSources {

    private final UnitTree tree;
    private final Map<Pair, Cover> covers;
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<LeafRow> leaves = new ArrayList<>();
    private final List<StoredPeriod.Item> items = new ArrayList<>();

    private FinerSources(UnitTree tree, List<Cover> taken) {
        this.tree = tree;
        this.covers = taken.stream().collect(Collectors.toMap(Cover::pair, cover -> cover));
        taken.forEach(cover -> this.taken
                .computeIfAbsent(cover.unit(), unit -> new HashSet<>())
                .addAll(cover.periods()));
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
        FinerSources sources = new FinerSources(definitions.unitsOf(period), taken);
        Map<String, Set<String>> within = periodsWithin(taken, definitions, database);
        within.keySet().stream()
                .flatMap(code -> definitions.calendar().find(code).stream())
                .forEach(finer -> sources.add(
                        StoredPeriod.of(finer, moment, database),
                        definitions.unitsOf(finer),
                        within.getOrDefault(finer.code(), Set.of())));
        return sources;
    }

    /** The stored periods that lie in one that is taken, with the codes of those that they lie in; sorted. */
    private static Map<String, Set<String>> periodsWithin(
            List<Cover> taken, Definitions definitions, JdbcClient database) {
        List<Period> stored = new StoredPeriods(definitions, database).stored();
        Map<String, Set<String>> within = new TreeMap<>();
        Set<String> used = new TreeSet<>();
        taken.forEach(cover -> used.addAll(cover.periods()));
        for (String code : used) {
            Period period = definitions.calendar().find(code).orElseThrow();
            within.computeIfAbsent(code, key -> new TreeSet<>()).add(code);
            StoredPeriods.in(period, stored)
                    .forEach(inside -> within.computeIfAbsent(inside.code(), key -> new TreeSet<>())
                            .add(code));
        }
        return within;
    }

    private void add(StoredPeriod stored, UnitTree there, Set<String> of) {
        Set<String> speaking = new HashSet<>();
        for (LeafRow leaf : stored.leaves()) {
            hereOf(leaf.unit(), there).filter(unit -> isTaken(unit, of)).ifPresent(unit -> {
                leaves.add(leaf.ofUnit(unit));
                speaking.add(leaf.path() + "\n" + leaf.sheet());
            });
        }
        for (Sheet sheet : stored.sheets()) {
            boolean isSpeaking = speaking.contains(sheet.path() + "\n" + sheet.sheet());
            if (sheet.counts()) {
                hereOf(sheet.unit(), there)
                        .filter(unit -> isSpeaking || isTaken(unit, of))
                        .ifPresent(unit -> sheets.add(sheet.ofUnit(unit)));
            }
        }
        for (StoredPeriod.Item item : stored.items()) {
            hereOf(item.unit(), there)
                    .filter(unit -> of.stream()
                            .anyMatch(period -> coverOf(unit, item.form(), period)
                                    .filter(cover -> cover.isLast(period))
                                    .isPresent()))
                    .ifPresent(unit -> items.add(item.ofUnit(unit)));
        }
    }

    private Optional<String> hereOf(String unit, UnitTree there) {
        return there.find(unit).flatMap(tree::same).map(Unit::code);
    }

    /** Whether the unit, or one above it, takes anything from one of these periods. */
    private boolean isTaken(String unit, Set<String> periods) {
        for (Unit above = tree.find(unit).orElse(null);
                above != null;
                above = above.parent() == null
                        ? null
                        : tree.find(above.parent()).orElse(null)) {
            if (!Collections.disjoint(taken.getOrDefault(above.code(), Set.of()), periods)) {
                return true;
            }
        }
        return false;
    }

    /** The cover that a form of {@code unit} in {@code period} is part of: its own, or that of a unit above. */
    Optional<Cover> coverOf(String unit, String form, String period) {
        for (Unit above = tree.find(unit).orElse(null);
                above != null;
                above = above.parent() == null
                        ? null
                        : tree.find(above.parent()).orElse(null)) {
            Cover cover = covers.get(new Pair(above.code(), form));
            if (cover != null && cover.periods().contains(period)) {
                return Optional.of(cover);
            }
        }
        return Optional.empty();
    }

    /** The units and forms that are taken from finer periods. */
    Set<Pair> pairs() {
        return covers.keySet();
    }

    List<Sheet> sheets() {
        return sheets;
    }

    List<LeafRow> leaves() {
        return leaves;
    }

    /** The items of lists, as of the last of the finer periods. */
    List<StoredPeriod.Item> items() {
        return items;
    }
}
