package tonghop.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a stated total or rate that is wrong may have come about.
 *
 * <p>It is a guess that fits the numbers, and travels as the last of a finding's details. Each has its wording in
 * {@code tonghop/catalogue/causes_vi.properties} and {@code causes_en.properties}, under its {@link #code}.
 */
public enum LikelyCause {
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

    private static final String SIGN = "likely:";

    /** The word used in outputs, such as {@code part-left-out}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As a finding's detail, such as {@code likely:part-left-out:Bình An}. */
    public String of(String what) {
        return SIGN + code() + ":" + what;
    }

    /** The cause that {@code detail} names, if it is one that {@link #of} wrote. */
    public static Optional<LikelyCause> in(String detail) {
        return Arrays.stream(values())
                .filter(cause -> detail.startsWith(cause.of("")))
                .findFirst();
    }

    /** What {@code detail}, which names this cause, says more: a part, a factor, other counts; or nothing. */
    public String what(String detail) {
        return detail.substring(of("").length());
    }
}
