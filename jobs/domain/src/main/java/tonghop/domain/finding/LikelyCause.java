package tonghop.domain.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a stated total or rate that is wrong may have come about: a guess that fits the numbers.
 *
 * @param what it says more: a part, a factor, other counts; empty if there is nothing to say
 */
public record LikelyCause(Kind kind, String what) {

    private static final String SIGN = "likely:";

    /**
     * Each has its wording in {@code tonghop/catalogue/causes_vi.properties} and {@code causes_en.properties}, under
     * its {@link #code}.
     */
    public enum Kind {
        /** Within one unit of the last place that was written. */
        ROUNDING,
        /** 10, 100 or 1,000 times too large or too small, as where a thousands point is taken for a decimal one. */
        FACTOR,
        /** Two neighbouring digits changed places. */
        DIGITS_SWAPPED,
        /** One part is missing in the sum. */
        PART_LEFT_OUT,
        /** One part is in the sum twice. */
        PART_COUNTED_TWICE,
        /** Subtotals were added to the rows that they sum up. */
        SUBTOTALS_COUNTED_TWICE,
        /** It is what another row should say: rows were swapped or shifted. */
        OTHER_ROW,
        /** It is what another column should say. */
        OTHER_COLUMN,
        /** It is the ratio of other counts in the same row, such as petitions ('đơn') for cases ('vụ việc'). */
        OTHER_COUNTS,
        /** It is the mean of the rates of the rows, which is not the rate of their sums. */
        MEAN_OF_RATES;

        /** The word used in outputs, such as {@code part-left-out}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public LikelyCause of(String what) {
            return new LikelyCause(this, what);
        }
    }

    /** As it is kept beside the facts of a finding, such as {@code likely:part-left-out:Bình An}. */
    public String asText() {
        return SIGN + kind.code() + ":" + what;
    }

    /** Reads what {@link #asText} writes; empty if it is something else. */
    public static Optional<LikelyCause> parse(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> text.startsWith(kind.of("").asText()))
                .findFirst()
                .map(kind -> kind.of(text.substring(kind.of("").asText().length())));
    }
}
