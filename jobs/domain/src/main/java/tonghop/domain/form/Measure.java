package tonghop.domain.form;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Require;

/**
 * One thing counted ('chỉ tiêu').
 *
 * @param id such as {@code reception.visits}; the same in every form that holds it
 * @param label in Vietnamese
 * @param unitOfCount 'lượt', 'người', 'vụ', 'đơn', 'tỷ đồng', '%' …; one measure has one
 * @param addsOverUnits whether the values of disjoint units may be added
 * @param decimals how many decimals a value may have; 0 for what is counted
 * @param byLevel whether its parts by level of the reporting unit are published, as {@code id[level=commune]}
 * @param carries of an opening stock: the measure whose value at the end of the period before it repeats
 * @param plausibleMax beyond what one row's value is doubted; absent: by its unit of count
 */
public record Measure(
        String id,
        String label,
        String unitOfCount,
        Nature nature,
        boolean addsOverUnits,
        Nature.OverTime overTime,
        int decimals,
        boolean byLevel,
        @Nullable String carries,
        @Nullable BigDecimal plausibleMax) {

    public Measure {
        Require.that(!id.isBlank(), "a measure without an id: '%s'", label);
        Require.that(!unitOfCount.isBlank(), "measure %s has no unit of count", id);
        Require.that(decimals >= 0, "measure %s has negative decimals", id);
    }

    /** One that carries nothing over and is doubted by its unit of count alone. */
    public Measure(
            String id,
            String label,
            String unitOfCount,
            Nature nature,
            boolean addsOverUnits,
            Nature.OverTime overTime,
            int decimals,
            boolean byLevel) {
        this(id, label, unitOfCount, nature, addsOverUnits, overTime, decimals, byLevel, null, null);
    }

    /** Beyond what one row's value is doubted; empty for a rate or a rank. */
    public Optional<BigDecimal> mostPlausible() {
        return plausibleMax == null ? UnitOfCount.of(this).map(UnitOfCount::mostPlausible) : Optional.of(plausibleMax);
    }

    /** Whether a unit's figure is what it stated itself, and nothing from below: a rank or a declared rate. */
    public boolean staysWhereStated() {
        return !addsOverUnits;
    }
}
