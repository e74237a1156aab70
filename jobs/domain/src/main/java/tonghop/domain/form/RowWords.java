package tonghop.domain.form;

import java.util.Map;
import java.util.Set;

/**
 * RowWords of the province by which rows are told apart.
 *
 * @param totals labels of total rows, in lower case
 * @param groups labels of subtotal rows, in lower case
 * @param aliases other spellings of units, with the code of the unit
 */
public record RowWords(Set<String> totals, Set<String> groups, Map<String, String> aliases) {

    public RowWords {
        totals = Set.copyOf(totals);
        groups = Set.copyOf(groups);
        aliases = Map.copyOf(aliases);
    }
}
