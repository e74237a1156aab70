package tonghop.domain.form;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A word before a figure that is part of it: 'trên 710 tỷ đồng' is not 710. */
public enum Qualifier {
    /** 'ít nhất', or a list that was left open: the true value is this or more. */
    AT_LEAST("ít nhất"),
    /** 'trên', 'hơn'. */
    MORE_THAN("trên"),
    /** 'gần'. */
    NEARLY("gần"),
    /** 'khoảng', or a sum of parts that were qualified in opposite directions. */
    ABOUT("khoảng");

    private static final Map<String, Qualifier> WORDS = Map.of(
            "ít nhất", AT_LEAST,
            "tối thiểu", AT_LEAST,
            "trên", MORE_THAN,
            "hơn", MORE_THAN,
            ">", MORE_THAN,
            "gần", NEARLY,
            "khoảng", ABOUT,
            "~", ABOUT);

    private final String word;

    Qualifier(String word) {
        this.word = word;
    }

    /** The Vietnamese word that is written before the number. */
    public String word() {
        return word;
    }

    /** Every word that is read as a qualifier, in lower case. */
    public static Map<String, Qualifier> words() {
        return WORDS;
    }

    /** The word used in outputs, such as {@code more-than}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what {@link #code} writes. */
    public static Optional<Qualifier> find(String code) {
        for (Qualifier qualifier : values()) {
            if (qualifier.code().equals(code)) {
                return Optional.of(qualifier);
            }
        }
        return Optional.empty();
    }

    /**
     * The mark of a sum of two parts, none being an exact part: of marks in the same direction the one that says more,
     * of opposite directions 'khoảng'. The order of the parts does not matter.
     */
    public static @Nullable Qualifier combine(@Nullable Qualifier one, @Nullable Qualifier other) {
        if (one == null || one == other) {
            return other;
        }
        if (other == null) {
            return one;
        }
        boolean areLowerBounds = one.isLowerBound() && other.isLowerBound();
        return areLowerBounds ? MORE_THAN : ABOUT;
    }

    /**
     * The mark of what {@code mark} is taken away from, or divides: what is more makes the result less. For 'this or
     * less' there is no word of its own; 'gần' says it.
     */
    public static @Nullable Qualifier reversed(@Nullable Qualifier mark) {
        if (mark == null) {
            return null;
        }
        return switch (mark) {
            case AT_LEAST, MORE_THAN -> NEARLY;
            case NEARLY -> MORE_THAN;
            case ABOUT -> ABOUT;
        };
    }

    private boolean isLowerBound() {
        return this == AT_LEAST || this == MORE_THAN;
    }

    /** Whether a count with this mark is only an approximation, rather than a lower bound that was counted. */
    public boolean isApproximate() {
        return this != AT_LEAST;
    }
}
