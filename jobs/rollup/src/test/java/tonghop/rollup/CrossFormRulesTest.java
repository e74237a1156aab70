package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.FindingCode;

/** The rule is that replies, column 5, are at most what was asked, column 1. */
class CrossFormRulesTest {

    private World world;

    @BeforeEach
    void fresh_database() throws SQLException {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void are_silent_where_they_hold() {
        world.sent("D1", "[office] | 10 | 4 | | | 10");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void are_told_of_the_lowest_unit_where_they_break_and_not_again_above() {
        world.sent("C11", "C11 | 10 | 4 | | | 12");
        world.sent("C12", "C12 | 10 | 4 | | | 10");
        world.sent("D2", "[office] | 3 | 1 | | | 5");
        assertThat(disagreements())
                .containsExactlyInAnyOrder(
                        "C11: 12, expected 10 [replies at most asked]", "D2: 5, expected 3 [replies at most asked]");
    }

    @Test
    void are_silent_where_a_side_is_missing_or_approximate() {
        world.sent("D1", "[office] | | | | | 12");
        world.sent("D2", "[office] | >3 | 1 | | | 5");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void are_silent_where_one_of_the_units_below_gave_only_one_side() {
        world.sent("C11", "C11 | 10 | 4 | | | 8");
        world.sent("C12", "C12 | | | | | 9");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void are_told_of_a_unit_whose_own_offices_break_them() {
        world.sent("C11", "C11 | 10 | 4 | | | 10");
        world.sent("D1", "[office] | 3 | 1 | | | 5");
        assertThat(disagreements()).containsExactly("D1: 15, expected 13 [replies at most asked]");
    }

    private List<String> disagreements() {
        return world.report("VN").findings().stream()
                .map(located -> located.finding())
                .filter(finding -> finding.code() == FindingCode.FORMS_DISAGREE)
                .map(finding -> "%s: %s, expected %s %s"
                        .formatted(finding.place().unit(), finding.value(), finding.expected(), finding.details()))
                .toList();
    }
}
