package tonghop.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;

/**
 * One number of a report, with what stands behind it.
 *
 * @param id of the measure or indicator, with its breakdown in brackets, such as
 *     {@code petitions.received[level=commune]}
 * @param label in Vietnamese
 * @param value in {@code unitOfCount}, exact for a measure, unrounded for a rate; absent if missing or only declared
 * @param qualifier of the value; where there is only a declared rate, of that
 * @param numerator of a computed rate
 * @param low the lowest value that a computed rate could take if the units that are missing were as bad as can be, by
 *     what they last counted, unrounded; absent if one of them never reported
 * @param high the highest value likewise
 * @param declared the rate that the unit itself states, in per cent
 * @param declaredQualifier of the declared rate, whatever the counts behind the computed one bear
 * @param decimals to round to, half-up, for display
 * @param reported of the units that owe the form, those that sent it or all of whose children did
 * @param partial those of whose children only some did
 * @param expected the units that owe the form
 * @param isNil whether it is 0 because everybody wrote a word for nothing, such as 'không phát sinh', instead of a 0
 * @param indicator what a rate is defined as: its direction, target and measures; absent for a measure
 * @param nature of a measure; absent for a rate
 */
public record Figure(
        String id,
        String label,
        Kind kind,
        Status status,
        @Nullable BigDecimal value,
        @Nullable Qualifier qualifier,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal declared,
        @Nullable Qualifier declaredQualifier,
        String unitOfCount,
        int decimals,
        int reported,
        int partial,
        int expected,
        boolean isNil,
        @Nullable Indicator indicator,
        @Nullable Nature nature) {

    /** The value as it is shown: a rate rounded, half-up, a measure as it is; absent if there is none. */
    public @Nullable BigDecimal shown() {
        return value == null ? null : shown(value);
    }

    /** Another value of this figure, such as an earlier one, as it is shown. */
    public BigDecimal shown(BigDecimal exact) {
        return kind == Kind.INDICATOR ? exact.setScale(decimals, RoundingMode.HALF_UP) : exact;
    }

    /** Whether it is a rate that was counted and has no value, since its denominator is 0: it is not missing. */
    public boolean isOverNothing() {
        return status == Status.COMPUTED && value == null;
    }

    /** Whether it is an order among units, which has no size: 30 is not half as much again as 20. */
    public boolean isRank() {
        return nature == Nature.RANK;
    }

    /** Whether the highest value comes first where units are ranked; so it does for what is neither good nor bad. */
    public boolean isHighestFirst() {
        return indicator == null ? !isRank() : indicator.higherIsBetter();
    }

    /** Whether the figure was counted, or is a rate. */
    public enum Kind {
        MEASURE,
        INDICATOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the figure came about. */
    public enum Status {
        /** Counted by units and added. */
        REPORTED,
        /** From numerator and denominator. */
        COMPUTED,
        /** A rate stated without counts. */
        DECLARED,
        /** Stated, or added from what was stated, with a word such as 'trên' or 'gần'. */
        APPROXIMATE,
        /** Owed and not given. */
        MISSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
