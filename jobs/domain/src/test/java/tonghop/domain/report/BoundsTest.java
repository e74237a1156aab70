package tonghop.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

    @ParameterizedTest
    @CsvSource({"43, 63, 0, 68.25, 68.25", "43, 63, 17, 53.75, 75.00", "0, 10, 10, 0.00, 50.00"})
    void lie_where_all_of_what_is_missing_is_worst_or_best(
            BigDecimal numerator, BigDecimal denominator, BigDecimal missing, String low, String high) {
        Bounds bounds = Bounds.of(numerator, denominator, missing).orElseThrow();
        assertThat(bounds.low()).usingComparator(BoundsTest::toTwoDecimals).isEqualTo(new BigDecimal(low));
        assertThat(bounds.high()).usingComparator(BoundsTest::toTwoDecimals).isEqualTo(new BigDecimal(high));
    }

    /** Chairs received 27 times where 10 were laid down; a unit that owes 10 more may have received none or ten. */
    @Test
    void may_lie_above_a_hundred_where_the_rate_may() {
        assertThat(Bounds.of(number(27), number(10), number(10)))
                .contains(new Bounds(new BigDecimal("135"), new BigDecimal("185")));
    }

    @Test
    void are_none_where_nothing_was_counted() {
        assertThat(Bounds.of(number(0), number(0), number(0))).isEmpty();
    }

    @Test
    void span_everything_where_all_that_was_ever_counted_is_missing() {
        assertThat(Bounds.of(number(0), number(0), number(7))).contains(new Bounds(number(0), number(100)));
    }

    @Test
    void cannot_be_had_for_less_than_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.of(number(1), number(2), number(-1)));
    }

    /** Whatever the missing units really count, as long as they are as large as they were. */
    @RepeatedTest(200)
    void hold_the_rate_that_comes_out_when_the_missing_units_report(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int denominator = 1 + random.nextInt(1000);
        int numerator = random.nextInt(denominator + 1);
        int missing = random.nextInt(1000);
        int good = random.nextInt(missing + 1);
        BigDecimal truth = Bounds.percent(number(numerator + good), number(denominator + missing));
        Bounds bounds = Bounds.of(number(numerator), number(denominator), number(missing))
                .orElseThrow();
        assertThat(truth).isBetween(bounds.low(), bounds.high());
        assertThat(Bounds.percent(number(numerator), number(denominator))).isBetween(bounds.low(), bounds.high());
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    private static int toTwoDecimals(BigDecimal one, BigDecimal other) {
        return one.setScale(2, RoundingMode.HALF_UP).compareTo(other.setScale(2));
    }
}
