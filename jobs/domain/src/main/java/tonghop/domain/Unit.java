package tonghop.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who reports: a province, a district or a commune during a stretch of time.
 *
 * <p>Codes are reused with another meaning (20791 was 'Thị trấn Hà Lam' until 30 June 2025 and is 'Xã Thăng Bình'
 * since), so a unit is its code together with its validity.
 *
 * @param code digits as text, leading zeros kept: 2 for a province, 3 for a district, 5 for a commune; {@code VN} for
 *     the country
 * @param name with its prefix, such as 'Huyện Thăng Bình'
 * @param parent the code of the unit above; absent for the country
 * @param successors the units that took over when it ended
 */
public record Unit(
        String code,
        String name,
        UnitLevel level,
        @Nullable String parent,
        Validity validity,
        List<Successor> successors) {

    public Unit {
        Require.that(!code.isBlank(), "a unit without a code: '%s'", name);
        Require.that(!name.isBlank(), "unit %s has no name", code);
        Require.that((parent == null) == (level == UnitLevel.COUNTRY), "unit %s: only the country has no parent", code);
        successors = List.copyOf(successors);
    }

    /**
     * A unit that took over territory.
     *
     * @param whole whether all of the territory went there
     */
    public record Successor(String code, LocalDate since, boolean whole) {}
}
