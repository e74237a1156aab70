package tonghop.rollup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.report.Figure;
import tonghop.rollup.TestDatabase;
import tonghop.rollup.World;

/** Columns: asked, answered. The districts D1 and D2 owe the form; D1 has two communes, which do not. */
class MissingDenominatorsTest {

    private World world;

    @BeforeEach
    void fresh_database() throws Exception {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void are_none_where_everybody_has_reported() {
        before("2022", "D1", "[office] | 100 | 50");
        world.sent("D1", "[office] | 60 | 30");
        world.sent("D2", "[office] | 20 | 18");
        assertThat(rate("2023")).isEqualTo("60.00 from 60.00 to 60.00");
    }

    @Test
    void size_a_missing_unit_by_what_it_last_reported() {
        before("2022", "D2", "[office] | 20 | 1");
        world.sent("D1", "[office] | 60 | 30");
        assertThat(rate("2023")).isEqualTo("50.00 from 37.50 to 62.50");
    }

    @Test
    void leave_the_bounds_open_where_a_missing_unit_never_reported() {
        world.sent("D1", "[office] | 60 | 30");
        assertThat(rate("2023")).isEqualTo("50.00 from - to -");
    }

    @Test
    void look_back_to_the_most_recent_period_in_which_the_unit_reported() {
        before("2020", "D2", "[office] | 500 | 1");
        before("2021", "D2", "[office] | 20 | 1");
        before("2022", "D1", "[office] | 70 | 1");
        world.sent("D1", "[office] | 60 | 30");
        assertThat(rate("2023")).isEqualTo("50.00 from 37.50 to 62.50");
    }

    @Test
    void compare_periods_of_one_type_and_never_with_later_ones() {
        before("2022-Q4", "D2", "[office] | 5 | 1");
        before("2022-H2", "D2", "[office] | 9 | 1");
        world.sent("2024", "D2", "[office] | 7 | 1");
        world.report("P", "2024");
        world.sent("D1", "[office] | 60 | 30");
        assertThat(rate("2023")).isEqualTo("50.00 from - to -");
        world.sent("2023-Q1", "D1", "[office] | 60 | 30");
        assertThat(rate("2023-Q1")).isEqualTo("50.00 from 46.15 to 53.85");
    }

    @Test
    void count_only_what_is_missing_of_a_unit_that_sent_in_part() {
        before("2022", "D1", """
                [office] | 10 | 1
                C11      | 20 | 1
                C12      | 30 | 1
                """);
        world.sent("D2", "[office] | 40 | 20");
        world.sent("P", "C11 | 20 | 10");
        assertThat(rate("2023")).isEqualTo("50.00 from 30.00 to 70.00");
    }

    @Test
    void give_bounds_even_where_nothing_was_counted_so_far() {
        before("2022", "D2", "[office] | 20 | 1");
        world.sent("D1", "[office] | 0 | 0");
        assertThat(rate("2023")).isEqualTo("- from 0.00 to 100.00");
    }

    @Test
    void have_no_rate_and_no_bounds_where_nothing_was_ever_counted() {
        before("2022", "D2", "[office] | 0 | 0");
        world.sent("D1", "[office] | 0 | 0");
        assertThat(rate("2023")).isEqualTo("- from - to -");
    }

    private void before(String period, String sender, String rows) {
        world.sent(period, sender, rows);
        world.report("P", period);
    }

    private String rate(String period) {
        Figure rate = world.report("P", period).top().figures().stream()
                .filter(figure -> figure.id().equals("answer-rate"))
                .findFirst()
                .orElseThrow();
        return "%s from %s to %s".formatted(shown(rate.value()), shown(rate.low()), shown(rate.high()));
    }

    private static String shown(@Nullable BigDecimal value) {
        return value == null ? "-" : value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
