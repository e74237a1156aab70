package tonghop.domain.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Require;
import tonghop.domain.UnitLevel;
import tonghop.domain.time.Period;
import tonghop.domain.time.Validity;

/**
 * One who reports: a province, a district or a commune during a stretch of time.
 *
 * <p>Codes are reused with another meaning (20791 was 'Thị trấn Hà Lam' until 30 June 2025 and is 'Xã Thăng Bình'
 * since), so a unit is its code together with its validity.
 *
 * <p>In the tree of a period in which units changed, one that has ended and whose code is another's by then is called
 * {@code 20791@2025-06-30}, and one whose name is another's 'Phường Bách Quang (đến 30/6/2025)'.
 *
 * @param code digits as text, leading zeros kept: 2 for a province, 3 for a district, 5 for a commune; {@code VN} for
 *     the country; where the code is reused within a period, {@code @} and the last day of the one that ended
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

    /** What stands between a reused code and the last day of the one that bore it before. */
    private static final char ENDED = '@';

    private static final String UNTIL = " (đến ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);

    /** The code in the registry, such as 20791 of {@code 20791@2025-06-30}. */
    public String registeredCode() {
        int ended = code.indexOf(ENDED);
        return ended < 0 ? code : code.substring(0, ended);
    }

    /** The name in the registry, without the day on which it ended. */
    public String registeredName() {
        int until = name.indexOf(UNTIL);
        return until < 0 ? name : name.substring(0, until);
    }

    /** The code by which it cannot be taken for a later unit; the plain one as long as it lasts. */
    String endedCode() {
        return validity.to() == null ? registeredCode() : registeredCode() + ENDED + validity.to();
    }

    /** The name by which it cannot be taken for a later unit; the plain one as long as it lasts. */
    String endedName() {
        return validity.to() == null ? registeredName() : registeredName() + UNTIL + DAY.format(validity.to()) + ")";
    }

    /** Whether {@code other} is this unit, whatever it is called in its tree. */
    public boolean isSameAs(Unit other) {
        return registeredCode().equals(other.registeredCode()) && validity.equals(other.validity());
    }

    /** The first day of {@code period} on which it existed, if there is any. */
    public LocalDate firstDayIn(Period period) {
        LocalDate from = validity.from();
        return from != null && from.isAfter(period.from()) ? from : period.from();
    }

    /** The last day of {@code period} on which it existed, if there is any. */
    public LocalDate lastDayIn(Period period) {
        LocalDate to = validity.to();
        return to != null && to.isBefore(period.to()) ? to : period.to();
    }

    /** The one unit that took over all of it; empty if its territory was divided, or nobody took over. */
    public Optional<Successor> wholeSuccessor() {
        return successors.size() == 1
                ? successors.stream().filter(Successor::whole).findFirst()
                : Optional.empty();
    }

    /**
     * A unit that took over territory.
     *
     * @param whole whether all of the territory went there
     * @param share the declared share of figures that went there, between 0 and 1; absent: not declared
     */
    public record Successor(
            String code,
            LocalDate since,
            boolean whole,
            @Nullable BigDecimal share) {

        public Successor {
            Require.that(share == null || !whole, "a whole has no share: %s", code);
            Require.that(
                    share == null || (share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0),
                    "a share lies between 0 and 1: %s",
                    share);
        }

        /** All of a territory, or a part of which no share is declared. */
        public Successor(String code, LocalDate since, boolean whole) {
            this(code, since, whole, null);
        }
    }
}
