package tonghop.domain.form;

import java.util.Map;
import java.util.Set;

/**
 * Words of the province by which rows are told apart, all in lower case.
 *
 * @param totals labels of total rows, and how labels of subtotals begin
 * @param groups labels of rows that head a group and give its sum
 * @param children labels of rows that speak for all units directly below the sender together
 * @param parts how labels begin of rows that repeat some of the row above
 * @param periods how labels begin of rows about another period, or about more than this one
 * @param comparisons how labels begin of rows with plans, differences, rates or a wider area
 * @param aliases other spellings of units, with the code of the unit
 */
public record RowWords(
        Set<String> totals,
        Set<String> groups,
        Set<String> children,
        Set<String> parts,
        Set<String> periods,
        Set<String> comparisons,
        Map<String, String> aliases) {

    public RowWords {
        totals = Set.copyOf(totals);
        groups = Set.copyOf(groups);
        children = Set.copyOf(children);
        parts = Set.copyOf(parts);
        periods = Set.copyOf(periods);
        comparisons = Set.copyOf(comparisons);
        aliases = Map.copyOf(aliases);
    }

    /** Words for controls alone. */
    public RowWords(Set<String> totals, Set<String> groups, Map<String, String> aliases) {
        this(totals, groups, Set.of(), Set.of(), Set.of(), Set.of(), aliases);
    }
}
