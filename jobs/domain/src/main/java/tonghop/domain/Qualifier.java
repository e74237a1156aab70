package tonghop.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * The mark of a sum: parts that err to one side make a sum that errs to that side; where parts err to both, nobody
     * knows.
     *
     * @param parts the marks of its parts, an exact part's absent
     */
    public static Optional<Qualifier> ofSum(Stream<Optional<Qualifier>> parts) {
        Set<Qualifier> found = parts.flatMap(Optional::stream).collect(Collectors.toSet());
        boolean isAbove = found.contains(MORE_THAN) || found.contains(AT_LEAST);
        if (found.contains(ABOUT) || (isAbove && found.contains(NEARLY))) {
            return Optional.of(ABOUT);
        }
        return Stream.of(NEARLY, MORE_THAN, AT_LEAST).filter(found::contains).findFirst();
    }

    /** Whether a count with this mark is only an approximation, rather than a lower bound that was counted. */
    public boolean isApproximate() {
        return this != AT_LEAST;
    }
}
