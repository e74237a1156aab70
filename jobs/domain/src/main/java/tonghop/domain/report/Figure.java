package tonghop.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Nature;
import tonghop.domain.form.Qualifier;

/** One number of a report, with what stands behind it: a count or a rate. */
public sealed interface Figure {

    FigureId id();

    /** In Vietnamese. */
    String label();

    Status status();

    /** In {@link #unitOfCount}, exact for a count, unrounded for a rate; absent if missing or only declared. */
    @Nullable BigDecimal value();

    /** The mark of the value; where there is only a declared rate, of that. */
    @Nullable Qualifier qualifier();

    /** The rate that the unit itself states, in per cent. */
    Optional<Amount> stated();

    String unitOfCount();

    /** To round to, half-up, for display. */
    int decimals();

    Sent sent();

    /** Whether it is 0 because everybody wrote a word for nothing, such as 'không phát sinh', instead of a 0. */
    default boolean isNil() {
        return false;
    }

    /** The finer periods that it is of, where others gave nothing; empty where it is of all of its period. */
    default List<String> of() {
        return List.of();
    }

    /** What a computed rate is made of. */
    default Optional<Amount.Ratio> ratio() {
        return Optional.empty();
    }

    /** Between what a computed rate could lie if the units that are missing had reported. */
    default Optional<Bounds> bounds() {
        return Optional.empty();
    }

    /** What a rate is defined as: its direction, target and measures; absent for a count. */
    default @Nullable Indicator indicator() {
        return null;
    }

    /**
     * Whether a rate reaches its target; empty without a target or a value, and where the units that are missing could
     * still decide it.
     */
    default Optional<Boolean> isTargetReached() {
        Indicator rate = indicator();
        BigDecimal value = value();
        if (rate == null || rate.target() == null || value == null) {
            return Optional.empty();
        }
        boolean isReached = rate.isReachedBy(value);
        return bounds().filter(within -> rate.isReachedBy(within.low()) != isReached
                                || rate.isReachedBy(within.high()) != isReached)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(isReached);
    }

    default Kind kind() {
        return this instanceof Rate ? Kind.INDICATOR : Kind.MEASURE;
    }

    default @Nullable BigDecimal numerator() {
        return ratio().map(ratio -> ratio.numerator().value()).orElse(null);
    }

    default @Nullable BigDecimal denominator() {
        return ratio().map(ratio -> ratio.denominator().value()).orElse(null);
    }

    default @Nullable BigDecimal low() {
        return bounds().map(Bounds::low).orElse(null);
    }

    default @Nullable BigDecimal high() {
        return bounds().map(Bounds::high).orElse(null);
    }

    default @Nullable BigDecimal declared() {
        return stated().map(Amount::value).orElse(null);
    }

    /** The mark of the declared rate, whatever the counts behind the computed one bear. */
    default @Nullable Qualifier declaredQualifier() {
        return stated().map(Amount::qualifier).orElse(null);
    }

    /** The value as it is shown: a rate rounded, half-up, a measure as it is; absent if there is none. */
    default @Nullable BigDecimal shown() {
        BigDecimal value = value();
        return value == null ? null : shown(value);
    }

    /** Another value of this figure, such as an earlier one, as it is shown. */
    default BigDecimal shown(BigDecimal exact) {
        return kind() == Kind.INDICATOR ? exact.setScale(decimals(), RoundingMode.HALF_UP) : exact;
    }

    /** Whether it is a rate that was counted and has no value, since its denominator is 0: it is not missing. */
    default boolean isOverNothing() {
        return status() == Status.COMPUTED && value() == null;
    }

    /** Whether it is an order among units, which has no size: 30 is not half as much again as 20. */
    default boolean isRank() {
        return false;
    }

    /** Whether the highest value comes first where units are ranked; so it does for what is neither good nor bad. */
    default boolean isHighestFirst() {
        return !isRank();
    }

    /**
     * Who sent what a figure stands on, of the units that owe the form.
     *
     * @param reported those that sent it or all of whose children did
     * @param partial those of whose children only some did
     * @param expected all of them
     * @param unpaired of a rate: those of the reported and partial in which somebody gave only one side of it, which is
     *     then left out
     */
    record Sent(int reported, int partial, int expected, int unpaired) {

        public static final Sent NONE = new Sent(0, 0, 0);

        /** What is no rate has no sides. */
        public Sent(int reported, int partial, int expected) {
            this(reported, partial, expected, 0);
        }

        public Sent plus(Sent other) {
            return new Sent(
                    reported + other.reported,
                    partial + other.partial,
                    expected + other.expected,
                    unpaired + other.unpaired);
        }

        /** The same where so many of the units that sent it, or of whose children some did, gave it in part. */
        public Sent ofWhichPartial(int units) {
            int fewer = Math.min(reported, Math.max(0, units - partial));
            return new Sent(reported - fewer, partial + fewer, expected, unpaired);
        }

        /** The same of a rate. */
        public Sent unpaired(int units) {
            return new Sent(reported, partial, expected, units);
        }
    }

    /**
     * What was counted, or stated without counts.
     *
     * @param level of the units whose part it is; empty: all of it
     * @param amount empty if missing
     * @param of where the unit's own part was put together from finer periods and some gave nothing: the codes of the
     *     others; else empty
     */
    record Count(
            Measure measure,
            Optional<UnitLevel> level,
            Optional<Amount> amount,
            Sent sent,
            boolean isNil,
            List<String> of)
            implements Figure {

        public Count {
            of = List.copyOf(of);
        }

        /** One of the whole period. */
        public Count(Measure measure, Optional<UnitLevel> level, Optional<Amount> amount, Sent sent, boolean isNil) {
            this(measure, level, amount, sent, isNil, List.of());
        }

        private static final Map<UnitLevel, String> LEVELS = Map.of(
                UnitLevel.PROVINCE, "cấp tỉnh",
                UnitLevel.DISTRICT, "cấp huyện",
                UnitLevel.COMMUNE, "cấp xã");

        @Override
        public FigureId id() {
            return new FigureId(measure.id(), level);
        }

        @Override
        public String label() {
            return measure.label()
                    + level.map(one -> " - " + LEVELS.getOrDefault(one, FigureId.part(one)))
                            .orElse("");
        }

        @Override
        public Status status() {
            return amount.map(given -> Status.of(measure, given.qualifier())).orElse(Status.MISSING);
        }

        private boolean isDeclared() {
            return measure.nature() == Nature.DECLARED;
        }

        @Override
        public @Nullable BigDecimal value() {
            return isDeclared() ? null : amount.map(Amount::value).orElse(null);
        }

        @Override
        public @Nullable Qualifier qualifier() {
            return amount.map(Amount::qualifier).orElse(null);
        }

        @Override
        public Optional<Amount> stated() {
            return amount.filter(given -> isDeclared());
        }

        @Override
        public String unitOfCount() {
            return measure.unitOfCount();
        }

        @Override
        public int decimals() {
            return measure.decimals();
        }

        @Override
        public boolean isRank() {
            return measure.nature() == Nature.RANK;
        }
    }

    /**
     * A rate in per cent.
     *
     * @param ratio what it is computed from; empty if missing or only stated
     * @param bounds by what the missing units last counted; empty if one of them never reported
     * @param stated by the unit itself
     */
    record Rate(
            Indicator indicator,
            Optional<Amount.Ratio> ratio,
            Optional<Bounds> bounds,
            Optional<Amount> stated,
            Sent sent)
            implements Figure {

        @Override
        public FigureId id() {
            return FigureId.of(indicator.id());
        }

        @Override
        public String label() {
            return indicator.label();
        }

        @Override
        public Status status() {
            return ratio.isPresent() ? Status.COMPUTED : stated.isPresent() ? Status.DECLARED : Status.MISSING;
        }

        @Override
        public @Nullable BigDecimal value() {
            return ratio.map(Amount.Ratio::value).orElse(null);
        }

        @Override
        public @Nullable Qualifier qualifier() {
            return ratio.isPresent() ? ratio.get().qualifier() : declaredQualifier();
        }

        @Override
        public String unitOfCount() {
            return "%";
        }

        @Override
        public int decimals() {
            return indicator.decimals();
        }

        @Override
        public boolean isHighestFirst() {
            return indicator.higherIsBetter();
        }
    }

    /** Whether the figure was counted, or is a rate. */
    enum Kind {
        MEASURE,
        INDICATOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the figure came about. */
    enum Status {
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

        /** That of an amount that was given for a measure. */
        public static Status of(Measure measure, @Nullable Qualifier mark) {
            return measure.nature() == Nature.DECLARED
                    ? DECLARED
                    : mark != null && mark.isApproximate() ? APPROXIMATE : REPORTED;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
