package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Figure;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.Report;

/**
 * A rate is of those who gave both sides. Columns: asked (the denominator), answered (the numerator), answer-rate,
 * rank, replies, carried-over, load; left open is 1 - 2.
 */
class PairedRatesTest {

    private World world;

    @BeforeEach
    void fresh_database() throws SQLException {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void who_gave_one_side_alone_is_left_out_of_both_and_told() {
        world.sent("D1", "[office] | 10 | 5");
        world.sent("D2", "[office] |    | 8");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "answered")).startsWith("answered = 13 ");
        assertThat(rate(report))
                .extracting(
                        Figure::numerator,
                        Figure::denominator,
                        figure -> figure.sent().unpaired())
                .containsExactly(new BigDecimal("5"), new BigDecimal("10"), 1);
    }

    @Test
    void rows_of_one_sheet_are_paired_each_for_itself() {
        world.sent("D1", """
                [office] | 10 | 5
                [other]  | 90 |
                """);
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "asked")).startsWith("asked = 100 ");
        assertThat(World.figure(report, "P", "answer-rate")).startsWith("answer-rate = 50.00 ");
        assertThat(rate(report).sent().unpaired()).isEqualTo(1);
    }

    @Test
    void a_nought_is_given() {
        world.sent("D1", "[office] | 10 | 5");
        world.sent("D2", "[office] | 10 | 0");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "answer-rate")).startsWith("answer-rate = 25.00 ");
        assertThat(rate(report).sent().unpaired()).isZero();
    }

    @Test
    void without_a_pair_there_is_no_rate() {
        world.sent("D1", "[office] | 10 |");
        world.sent("D2", "[office] |    | 8");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "answer-rate")).startsWith("answer-rate = - missing");
        assertThat(rate(report).sent().unpaired()).isEqualTo(2);
    }

    @Test
    void is_paired_in_each_of_the_periods_that_it_is_put_together_from() {
        world.sent("2023-Q1", "D1", "[office] | 10 | 5");
        world.sent("2023-Q2", "D1", "[office] |    | 8");
        assertThat(rate(world.report("P", "2023-H1")))
                .extracting(Figure::numerator, figure -> figure.sent().unpaired())
                .containsExactly(new BigDecimal("5"), 1);
    }

    @Test
    void is_explained_by_the_cells_that_count() {
        world.sent("D1", """
                [office] | 10 | 5
                [other]  | 90 |
                """);
        assertThat(world.explanation("P", "answer-rate", "2023").cells())
                .extracting(Explanation.Cell::role, cell -> cell.leaf().cell())
                .containsExactly(tuple(Explanation.Role.NUMERATOR, "C1"), tuple(Explanation.Role.DENOMINATOR, "B1"));
    }

    private static Figure rate(Report report) {
        return report.top().find(FigureId.of("answer-rate")).orElseThrow();
    }
}
