package tonghop.validate.unusual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.validate.unusual.Unusual.Side;
import tonghop.validate.unusual.UnusualRates.Rate;

class UnusualRatesTest {

    private static final String USUAL = "18/20 27/30 45/50 22/24 11/12 33/36 91/100 19/21";

    @Test
    void tells_a_rate_far_below_those_of_the_siblings() {
        Unusual unusual = judge("3/15", USUAL).orElseThrow();
        assertThat(unusual.side()).isEqualTo(Side.BELOW);
        assertThat(unusual.median()).isEqualByComparingTo("90.74");
        assertThat(unusual.comparedWith()).isEqualTo(8);
    }

    @Test
    void lets_a_small_denominator_differ_by_chance() {
        assertThat(judge("2/4", USUAL)).isEmpty();
        assertThat(judge("0/1", USUAL)).isEmpty();
        assertThat(judge("11/15", USUAL)).isEmpty();
    }

    @Test
    void says_nothing_with_fewer_than_five_siblings_that_have_a_denominator() {
        assertThat(judge("3/150", "18/20 27/30 45/50 22/24 0/0 0/0")).isEmpty();
    }

    @Test
    void says_nothing_where_the_siblings_differ_as_much() {
        assertThat(judge("3/15", "18/20 2/30 50/50 3/24 11/12 10/36 91/100 4/21"))
                .isEmpty();
    }

    @Test
    void leaves_out_what_is_no_share() {
        assertThat(judge("30/15", USUAL)).isEmpty();
    }

    @Test
    void tells_a_large_unit_below_siblings_that_agree() {
        assertThat(judge("300/1000", "190/200 285/300 475/500 228/240 115/120 340/360 94/100 190/200"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.001, 40", "0.9, 0.03, 40", "0.6, 0.01, 60", "0.3, 0.05, 200"})
    void tells_no_more_without_cause_than_stated(double rate, double spread, int denominator) {
        Drawn drawn = new Drawn(5);
        double chance = 0;
        int trials = 6;
        double size = 1 / spread - 1;
        BetaBinomial truth = new BetaBinomial(denominator, rate * size, (1 - rate) * size);
        for (int trial = 0; trial < trials; trial++) {
            List<Rate> siblings = new ArrayList<>();
            for (int sibling = 0; sibling < 12; sibling++) {
                siblings.add(new Rate(drawn.share(denominator, rate, spread), denominator));
            }
            chance += LongStream.rangeClosed(0, denominator)
                    .filter(numerator -> UnusualRates.judge(new Rate(numerator, denominator), siblings)
                            .isPresent())
                    .mapToDouble(numerator -> Math.exp(truth.logOf(numerator)))
                    .sum();
        }
        assertThat(chance / trials).isLessThan(Unusual.LEVEL);
    }

    private static Optional<Unusual> judge(String unit, String siblings) {
        return UnusualRates.judge(
                rate(unit),
                Stream.of(siblings.split(" ")).map(UnusualRatesTest::rate).toList());
    }

    private static Rate rate(String text) {
        int bar = text.indexOf('/');
        return new Rate(Long.parseLong(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1)));
    }
}
