package tonghop.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tonghop.domain.report.PeriodView;
import tonghop.domain.unit.Unit;

/** What can be compared as a count, of a unit and of the units beside it. */
record Counts(PeriodView view) {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    /** The unit that is asked about and all below it, children before parents. */
    List<Unit> upwards() {
        List<Unit> upwards = new ArrayList<>(view.within());
        Collections.reverse(upwards);
        return upwards;
    }

    /** The units of the same parent and level; none beside the unit that is asked about. */
    List<Unit> siblings(Unit unit) {
        return unit.parent() == null || unit.code().equals(view.report().unit().code())
                ? List.of()
                : view.units().childrenOf(unit.parent()).stream()
                        .filter(sibling -> sibling.level() == unit.level() && !sibling.equals(unit))
                        .toList();
    }

    /** Empty for what bears a mark. */
    Optional<Long> now(Unit unit, String measure) {
        return view.total(unit.code(), measure)
                .filter(value -> value.qualifier() == null)
                .flatMap(value -> of(value.value()));
    }

    /** Whole numbers alone are counts, and beyond a million million nothing is counted. */
    static Optional<Long> of(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.signum() < 0 || plain.scale() > 0 || plain.compareTo(LARGEST) > 0
                ? Optional.empty()
                : Optional.of(plain.longValueExact());
    }
}
