package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.FindingCode;

/** Rule 4 of domain.md 8. Column 6 is what was carried over; what is left open is column 1 - 2. */
class OpeningBalancesTest {

    private World world;

    @BeforeEach
    void fresh_database() throws SQLException {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void are_what_the_period_before_left() {
        world.sent("2023-Q1", "D1", "[office] | 10 | 4");
        world.sent("2023-Q2", "D1", "[office] | 9 | 5 | | | | 6");
        assertThat(balances("2023-Q2")).isEmpty();
    }

    @Test
    void differ_where_the_period_before_left_something_else() {
        world.sent("2023-Q1", "D1", "[office] | 10 | 4");
        world.sent("2023-Q2", "D1", "[office] | 9 | 5 | | | | 5");
        assertThat(balances("2023-Q2")).containsExactly("D1: 5, expected 6 [carried-over, 2023-Q1]");
    }

    @Test
    void differ_over_the_turn_of_the_year() {
        world.sent("2022-Q4", "D1", "[office] | 10 | 4");
        world.sent("2023-Q1", "D1", "[office] | 9 | 5 | | | | 7");
        assertThat(balances("2023-Q1")).containsExactly("D1: 7, expected 6 [carried-over, 2022-Q4]");
    }

    /** The half-year, nine months and the year begin where the first quarter does. */
    @Test
    void of_cumulative_periods_are_those_of_their_first_quarter() {
        world.sent("2022", "D1", "[office] | 10 | 4");
        world.sent("2022-Q4", "D1", "[office] | 10 | 2");
        world.sent("2023-9M", "D1", "[office] | 9 | 5 | | | | 6");
        world.sent("2023", "D1", "[office] | 9 | 5 | | | | 7");
        assertThat(balances("2023-9M")).containsExactly("D1: 6, expected 8 [carried-over, 2022-Q4]");
        assertThat(balances("2023")).containsExactly("D1: 7, expected 6 [carried-over, 2022]");
    }

    @Test
    void are_told_of_the_unit_that_states_them_and_not_again_above() {
        world.sent("2023-Q1", "C11", "C11 | 10 | 4");
        world.sent("2023-Q1", "C21", "C21 | 3 | 3");
        world.sent("2023-Q2", "C11", "C11 | 9 | 5 | | | | 5");
        world.sent("2023-Q2", "C12", "C12 | 9 | 5 | | | | 50");
        world.sent("2023-Q2", "C21", "C21 | 9 | 5 | | | | 0");
        assertThat(balances("2023-Q2")).containsExactly("C11: 5, expected 6 [carried-over, 2023-Q1]");
    }

    @Test
    void cannot_be_compared_without_the_period_before() {
        world.sent("2022-Q4", "D1", "[office] | 10 | 4");
        world.sent("2023-Q2", "D1", "[office] | 9 | 5 | | | | 5");
        assertThat(balances("2023-Q2")).isEmpty();
    }

    /** Of the whole country, with the periods before rolled up first, as a run does. */
    private List<String> balances(String period) {
        for (String before : List.of("2022", "2022-Q4", "2023-Q1")) {
            world.report("VN", before);
        }
        return world.report("VN", period).findings().stream()
                .map(located -> located.finding())
                .filter(finding -> finding.code() == FindingCode.OPENING_BALANCE_DIFFERS)
                .map(finding -> "%s: %s, expected %s %s"
                        .formatted(finding.place().unit(), finding.value(), finding.expected(), finding.details()))
                .toList();
    }
}
