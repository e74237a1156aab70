package tonghop.rollup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<LeafRow> leaves = new ArrayList<>();
    private final List<StoredPeriod.Item> items = new ArrayList<>();

    private FinerSources(UnitTree tree, List<Cover> taken) {
        this.tree = tree;
        this.covers = taken.stream().collect(Collectors.toMap(Cover::pair, cover -> cover));
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
        Set<String> periods = new LinkedHashSet<>();
        taken.forEach(cover -> periods.addAll(cover.periods()));
        periods.stream()
                .sorted()
                .flatMap(code -> definitions.calendar().find(code).stream())
                .forEach(finer -> sources.add(
                        StoredPeriod.of(finer, moment, database), definitions.unitsOf(finer), finer.code()));
        return sources;
    }

    private void add(StoredPeriod stored, UnitTree there, String period) {
        for (Sheet sheet : stored.sheets()) {
            if (sheet.counts()) {
                hereOf(sheet.unit(), there)
                        .filter(unit -> coverOf(unit, sheet.form(), period).isPresent())
                        .ifPresent(unit -> sheets.add(sheet.ofUnit(unit)));
            }
        }
        for (LeafRow leaf : stored.leaves()) {
            hereOf(leaf.unit(), there)
                    .filter(unit -> coverOf(unit, leaf.form(), period).isPresent())
                    .ifPresent(unit -> leaves.add(leaf.ofUnit(unit)));
        }
        for (StoredPeriod.Item item : stored.items()) {
            hereOf(item.unit(), there)
                    .filter(unit -> coverOf(unit, item.form(), period)
                            .filter(cover -> cover.isLast(period))
                            .isPresent())
                    .ifPresent(unit -> items.add(item.ofUnit(unit)));
        }
    }

    private Optional<String> hereOf(String unit, UnitTree there) {
        return there.find(unit).flatMap(tree::same).map(Unit::code);
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
