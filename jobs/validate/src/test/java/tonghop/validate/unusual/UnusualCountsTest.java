package tonghop.validate.unusual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.validate.unusual.Unusual.Side;

class UnusualCountsTest {

    private static final String EIGHT = "210 195 260 208 180 222 206 199";

    @Test
    void tells_a_count_of_six_times_the_usual() {
        Unusual unusual = judge(1250, EIGHT).orElseThrow();
        assertThat(unusual.side()).isEqualTo(Side.ABOVE);
        assertThat(unusual.isStrong()).isTrue();
        assertThat(unusual.median()).isEqualByComparingTo("207");
        assertThat(unusual.highest()).isEqualByComparingTo("260");
        assertThat(unusual.comparedWith()).isEqualTo(8);
        assertThat(unusual.factor()).isEmpty();
    }

    @Test
    void names_the_factor_by_which_a_count_would_fit() {
        assertThat(judge(2080, EIGHT).orElseThrow().factor()).isEqualTo(OptionalInt.of(10));
        assertThat(judge(207_000, EIGHT).orElseThrow().factor()).isEqualTo(OptionalInt.of(1000));
        assertThat(judge(21, EIGHT).orElseThrow().factor()).isEqualTo(OptionalInt.of(10));
    }

    @Test
    void tells_nothing_where_a_unit_usually_has_much() {
        Unusual unusual = judge(0, EIGHT).orElseThrow();
        assertThat(unusual.side()).isEqualTo(Side.BELOW);
        assertThat(unusual.factor()).isEmpty();
    }

    @Test
    void says_nothing_without_four_earlier_periods() {
        assertThat(judge(100_000, "210 195 260")).isEmpty();
    }

    @Test
    void says_nothing_of_small_communes_that_mostly_have_none() {
        assertThat(judge(12, "0 0 0 0 0 0 0 3")).isEmpty();
        assertThat(judge(40, "0 0 30 0 0 0 25 0")).isEmpty();
        assertThat(judge(60, "0 0 0 0 45 0 0 0")).isEmpty();
    }

    @Test
    void says_nothing_of_a_steady_rise() {
        assertThat(judge(640, "450 330 240 170 120 90")).isEmpty();
    }

    @Test
    void compares_a_season_with_the_same_of_earlier_years() {
        List<Long> quarters = List.of(900L, 100L, 110L, 95L, 880L, 105L, 98L, 90L, 940L, 97L, 103L, 102L);
        assertThat(UnusualCounts.judge(Drawn.quarters(99, quarters), List::of)).isEmpty();
        Unusual unusual = UnusualCounts.judge(Drawn.quarters(9900, quarters), () -> siblings(3, 100, 0.01))
                .orElseThrow();
        assertThat(unusual.isSeasonal()).isTrue();
        assertThat(unusual.comparedWith()).isEqualTo(3);
        assertThat(unusual.median()).isEqualByComparingTo("95");
        assertThat(unusual.factor()).isEqualTo(OptionalInt.of(100));
    }

    @Test
    void says_nothing_of_a_season_that_returns() {
        List<Long> quarters = List.of(90L, 100L, 110L, 895L, 88L, 105L, 98L, 900L, 94L, 97L, 103L, 1020L);
        assertThat(UnusualCounts.judge(Drawn.quarters(1100, quarters), List::of))
                .isEmpty();
    }

    @Test
    void takes_counts_of_any_size() {
        assertThat(judge(9_000_000_000L, "900000000 910000000 890000000 905000000 900000000 920000000")
                        .orElseThrow()
                        .factor())
                .isEqualTo(OptionalInt.of(10));
    }

    @Test
    void decides_the_same_in_whatever_order_the_siblings_come() {
        List<CountSeries> siblings = new ArrayList<>(siblings(12, 40, 0.1));
        Optional<Unusual> one = UnusualCounts.judge(Drawn.series(300, "30 41 38 55 36"), () -> siblings);
        Collections.reverse(siblings);
        assertThat(UnusualCounts.judge(Drawn.series(300, "30 41 38 55 36"), () -> siblings))
                .isEqualTo(one)
                .isPresent();
    }

    @Test
    void asks_for_the_siblings_only_of_a_count_outside_of_what_is_known() {
        List<String> asked = new ArrayList<>();
        for (int value : new int[] {207, 300, 1250}) {
            UnusualCounts.judge(Drawn.series(value, EIGHT), () -> {
                asked.add(Integer.toString(value));
                return List.of();
            });
        }
        assertThat(asked).containsExactly("1250");
    }

    /** Exactly computed for each drawn history, and averaged over histories. */
    @ParameterizedTest
    @CsvSource({"0, 6", "0, 40", "0.02, 6", "0.02, 40", "0.1, 6", "0.1, 40", "0.3, 40"})
    void tells_no_more_without_cause_than_stated(double dispersion, double mean) {
        double chance = 0;
        int histories = 25;
        Drawn drawn = new Drawn(20_260_101);
        for (int index = 0; index < histories; index++) {
            CountSeries unit = drawn.history(8, mean, dispersion);
            List<CountSeries> siblings = IntStream.range(0, 10)
                    .mapToObj(sibling -> drawn.history(8, mean * (0.3 + sibling * 0.2), dispersion))
                    .toList();
            long from = firstToldAbove(unit, siblings);
            chance += Drawn.chance(
                    mean,
                    dispersion,
                    count -> count >= from
                            || (count < mean
                                    && UnusualCounts.judge(with(unit, count), () -> siblings)
                                            .isPresent()));
        }
        assertThat(chance / histories).isLessThan(Unusual.LEVEL);
    }

    /** Where the unit's own history says five or more. */
    @ParameterizedTest
    @CsvSource({"0, 5", "0, 10", "0, 50", "0.02, 5", "0.02, 10", "0.02, 50", "0.05, 10"})
    void finds_a_tenfold_error_in_nineteen_of_twenty(double dispersion, int expected) {
        Drawn drawn = new Drawn(7);
        int found = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            CountSeries unit = drawn.history(8, expected, dispersion);
            while (unit.earlierValues().stream().mapToLong(count -> count).sum() < 8 * 5) {
                unit = drawn.history(8, expected, dispersion);
            }
            List<CountSeries> siblings = IntStream.range(0, 10)
                    .mapToObj(sibling -> drawn.history(8, expected, dispersion))
                    .toList();
            found += UnusualCounts.judge(with(unit, 10L * expected), () -> siblings)
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(trials * 19 / 20);
    }

    private static long firstToldAbove(CountSeries unit, List<CountSeries> siblings) {
        long low = 0;
        long high = 1_000_000;
        for (CountSeries.Past past : unit.earlier()) {
            low = Math.max(low, past.value());
        }
        while (low < high) {
            long middle = (low + high) / 2;
            if (UnusualCounts.judge(with(unit, middle), () -> siblings).isPresent()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static List<CountSeries> siblings(int number, double mean, double dispersion) {
        Drawn drawn = new Drawn(1);
        return IntStream.range(0, number)
                .mapToObj(index -> drawn.history(8, mean, dispersion))
                .toList();
    }

    private static CountSeries with(CountSeries unit, long value) {
        return new CountSeries(value, unit.season(), unit.earlier());
    }

    private static Optional<Unusual> judge(long value, String earlier) {
        return UnusualCounts.judge(Drawn.series(value, earlier), () -> siblings(10, 200, 0.01));
    }
}
