package tonghop.domain.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Require;
import tonghop.domain.UnitLevel;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;

/**
 * What the lists of a statistics office say about units: who there is, and what became of whom.
 *
 * @param units provinces before their districts, districts before their communes; each once for each spelling
 * @param successions the lines of an old-to-new conversion table
 * @param findings lines that could not be read, or not as they are
 */
public record UnitListing(List<Listed> units, List<Succession> successions, List<Finding> findings) {

    public UnitListing {
        units = List.copyOf(units);
        successions = List.copyOf(successions);
        findings = List.copyOf(findings);
    }

    /**
     * A unit as a line of a list names it.
     *
     * @param code with its leading zeros
     * @param name with its kind as the registry writes it: 'Thị trấn', not 'Thị Trấn'
     * @param written the name as it stands in the list, but for blanks and the way its letters are composed
     * @param parent the code of the unit above; absent for a province
     */
    public record Listed(
            Place place,
            UnitLevel level,
            String code,
            String name,
            String written,
            @Nullable String parent) {}

    /**
     * A line that says what became of a commune.
     *
     * @param before its province, its district and itself
     * @param after the province and the commune that it, or a part of it, became
     * @param isWhole whether all of it
     */
    public record Succession(List<Listed> before, List<Listed> after, boolean isWhole) {

        public Succession {
            Require.that(!before.isEmpty() && !after.isEmpty(), "a succession of nobody");
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** The commune that ended. */
        public Listed old() {
            return before.get(before.size() - 1);
        }

        /** The commune that took over. */
        public Listed next() {
            return after.get(after.size() - 1);
        }
    }
}
