package tonghop.rollup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.report.Explanation;
import tonghop.rollup.TestDatabase;
import tonghop.rollup.World;

/** Columns: asked, answered, answer-rate, rank, replies, carried-over (a stock), load = 5 + 6; left open is 1 - 2. */
class ExplanationsTest {

    private World world;

    @BeforeEach
    void freshDatabase() throws SQLException {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void walks_a_sum_back_to_the_cells() {
        world.sent("D1", """
                [office] | 10
                C11      | 20
                """);
        world.sent("D2", "D2 | 5");
        assertThat(leaves("P", "asked", "2023"))
                .containsExactly("D1 10 D1-1.xlsx B1 '10'", "C11 20 D1-1.xlsx B2 '20'", "D2 5 D2-2.xlsx B1 '5'");
    }

    @Test
    void leaves_out_what_did_not_count() {
        world.sent("P", "D1 | 100");
        world.sent("D1", "[office] | 90");
        assertThat(leaves("P", "asked", "2023")).containsExactly("D1 90 D1-2.xlsx B1 '90'");
    }

    @Test
    void walks_a_breakdown_to_the_units_of_its_level() {
        world.sent("D1", """
                [office] | 10
                C11      | 20
                """);
        assertThat(leaves("D1", "asked[level=commune]", "2023")).containsExactly("C11 20 D1-1.xlsx B2 '20'");
    }

    @Test
    void walks_a_rate_to_both_of_its_counts() {
        world.sent("D1", "[office] | 10 | 8");
        assertThat(explanation("D1", "answer-rate", "2023").leaves())
                .extracting(leaf -> leaf.role().code() + " " + leaf.cell())
                .containsExactly("numerator C1", "denominator B1");
    }

    @Test
    void walks_a_year_back_to_the_quarters_that_count() {
        world.sent("2023-Q1", "D1", "[office] | | | | | 10 | 3 | 13");
        world.sent("2023-Q2", "D1", "[office] | | | | | 20 | 5 | 25");
        assertThat(leaves("P", "load", "2023-H1"))
                .containsExactly("D1 3 D1-1.xlsx G1 '3'", "D1 10 D1-1.xlsx F1 '10'", "D1 20 D1-2.xlsx F1 '20'");
    }

    @Test
    void explains_a_missing_figure_with_nothing() {
        world.sent("D1", "[office] | 10");
        assertThat(leaves("D1", "rank", "2023")).isEmpty();
    }

    private List<String> leaves(String unit, String figure, String period) {
        return explanation(unit, figure, period).leaves().stream()
                .map(leaf -> "%s %s %s %s '%s'"
                        .formatted(leaf.unit(), leaf.value().toPlainString(), leaf.file(), leaf.cell(), leaf.raw()))
                .toList();
    }

    private Explanation explanation(String unit, String figure, String period) {
        return world.explanation(unit, figure, period);
    }
}
