package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tonghop.fixtures.SmallCountry;

/** Rule 4 of domain.md 8: what is carried over is what was left open. */
class OpeningBalancesTest {

    private final DrawnPeriod quarter = new DrawnPeriod("2023-Q2");

    @Test
    void are_what_the_period_before_left() {
        quarter.sent("2023-Q1", "D1", "open=6").sent("D1", "carried-over=6");
        assertThat(balances(quarter)).isEmpty();
    }

    @Test
    void differ_where_the_period_before_left_something_else() {
        quarter.sent("2023-Q1", "D1", "open=6").sent("D1", "carried-over=5");
        assertThat(balances(quarter)).containsExactly("D1: 5, expected 6 [carried-over, 2023-Q1]");
    }

    @Test
    void differ_over_the_turn_of_the_year() {
        DrawnPeriod first =
                new DrawnPeriod("2023-Q1").sent("2022-Q4", "D1", "open=6").sent("D1", "carried-over=7");
        assertThat(balances(first)).containsExactly("D1: 7, expected 6 [carried-over, 2022-Q4]");
    }

    /** The half-year, nine months and the year begin where the first quarter does. */
    @Test
    void of_cumulative_periods_are_those_of_their_first_quarter() {
        DrawnPeriod nineMonths = ending2022("2023-9M").sent("D1", "carried-over=6");
        DrawnPeriod year = ending2022("2023").sent("D1", "carried-over=7");
        assertThat(balances(nineMonths)).containsExactly("D1: 6, expected 8 [carried-over, 2022-Q4]");
        assertThat(balances(year)).containsExactly("D1: 7, expected 6 [carried-over, 2022]");
    }

    private static DrawnPeriod ending2022(String period) {
        return new DrawnPeriod(period).sent("2022", "D1", "open=6").sent("2022-Q4", "D1", "open=8");
    }

    @Test
    void are_told_of_the_unit_that_states_them_and_not_again_above() {
        quarter.sent("2023-Q1", "C11", "open=6").sent("2023-Q1", "C21", "open=0");
        quarter.sent("C11", "carried-over=5").sent("C12", "carried-over=50").sent("C21", "carried-over=0");
        assertThat(balances(quarter)).containsExactly("C11: 5, expected 6 [carried-over, 2023-Q1]");
    }

    @Test
    void cannot_be_compared_without_the_period_before() {
        quarter.sent("2022-Q4", "D1", "open=6").sent("D1", "carried-over=5");
        assertThat(balances(quarter)).isEmpty();
    }

    @Test
    void cannot_be_compared_where_they_are_only_approximate() {
        quarter.sent("2023-Q1", "D1", "open=6").sent("D1", "carried-over=>5");
        assertThat(balances(quarter)).isEmpty();
    }

    private static List<String> balances(DrawnPeriod period) {
        return period.told(new OpeningBalances(SmallCountry.DEFINITIONS));
    }
}
