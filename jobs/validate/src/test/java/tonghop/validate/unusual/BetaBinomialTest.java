package tonghop.validate.unusual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBinomialTest {

    /** Γ(1) = 1, Γ(½) = √π, Γ(11) = 10!. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "0.5, 0.5723649429247001", "11, 15.104412573075516", "101, 363.73937555556347"})
    void knows_the_logarithm_of_the_gamma_function(double x, double log) {
        assertThat(LogGamma.of(x)).isCloseTo(log, within(1e-11));
    }

    @Test
    void is_uniform_where_the_share_may_be_anything() {
        assertThat(new BetaBinomial(9, 1, 1).atLeast(7)).isCloseTo(0.3, within(1e-12));
        assertThat(new BetaBinomial(9, 1, 1).atMost(2)).isCloseTo(0.3, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"20, 0.3, 0.2", "100, 5, 40", "1000, 0.5, 3"})
    void counts_everything_once(long total, double a, double b) {
        BetaBinomial counts = new BetaBinomial(total, a, b);
        for (long at = 1; at <= total; at += 7) {
            assertThat(counts.atLeast(at) + counts.atMost(at - 1)).isCloseTo(1, within(1e-9));
        }
    }
}
