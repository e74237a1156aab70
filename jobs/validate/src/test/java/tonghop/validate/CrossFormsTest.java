package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tonghop.fixtures.SmallCountry;

/** The rule is that replies are at most what was asked. */
class CrossFormsTest {

    private final DrawnPeriod year = new DrawnPeriod("2023");

    @Test
    void are_silent_where_they_hold() {
        year.sent("D1", "asked=10, replies=10");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void are_told_of_the_lowest_unit_where_they_break_and_not_again_above() {
        year.sent("C11", "asked=10, replies=12")
                .sent("C12", "asked=10, replies=10")
                .sent("D2", "asked=3, replies=5");
        assertThat(disagreements())
                .containsExactlyInAnyOrder(
                        "C11: 12, expected 10 [replies at most asked]", "D2: 5, expected 3 [replies at most asked]");
    }

    @Test
    void are_silent_where_a_side_is_missing_or_approximate() {
        year.sent("D1", "replies=12").sent("D2", "asked=>3, replies=5");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void are_silent_where_one_of_the_units_below_gave_only_one_side() {
        year.sent("C11", "asked=10, replies=8").sent("C12", "replies=9");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void are_told_of_a_unit_whose_own_offices_break_them() {
        year.sent("C11", "asked=10, replies=10").sent("D1", "asked=3, replies=5");
        assertThat(disagreements()).containsExactly("D1: 15, expected 13 [replies at most asked]");
    }

    private List<String> disagreements() {
        return year.told(new CrossForms(SmallCountry.DEFINITIONS));
    }
}
