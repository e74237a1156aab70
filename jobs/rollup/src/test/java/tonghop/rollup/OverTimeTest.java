package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.report.FigureId;
import tonghop.domain.report.Report;

/** Columns: asked, answered, answer-rate, rank, replies, carried-over (a stock), load = 5 + 6; left open is 1 - 2. */
class OverTimeTest {

    private World world;

    @BeforeEach
    void freshDatabase() throws SQLException {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void adds_flows_over_the_four_quarters_of_a_year_that_was_not_sent() {
        quarters(
                "D1",
                "[office] | | | | | 1",
                "[office] | | | | | 20",
                "[office] | | | | | 300",
                "[office] | | | | | 4000");
        assertThat(World.figure(world.report("P"), "P", "replies")).isEqualTo("replies = 4321 reported (1+0/2)");
    }

    @Test
    void takes_the_first_opening_stock_and_the_last_closing_stock() {
        quarters(
                "D1",
                "[office] | 10 | 4 | | | 3",
                "[office] | 9 | 5 | | | 6",
                "[office] | 8 | 6 | | | 4",
                "[office] | 7 | 7 | | | 2");
        world.sent("2023-Q1", "D2", "[office] | | | | | | 5");
        world.sent("2023-Q2", "D2", "[office] | | | | | | 6");
        Report half = world.report("P", "2023-H1");
        assertThat(World.figure(half, "D2", "carried-over")).startsWith("carried-over = 5 ");
        assertThat(World.figure(half, "D1", "open")).startsWith("open = 4 ");
        assertThat(World.figure(world.report("P"), "D1", "open")).startsWith("open = 0 ");
    }

    @Test
    void computes_a_total_that_contains_a_stock_anew_instead_of_adding_it() {
        quarters("D1", "[office] | 10 | 4", "[office] | 9 | 5", "[office] | 8 | 6", "[office] | 7 | 7");
        Report year = world.report("P");
        assertThat(World.figure(year, "D1", "answered")).startsWith("answered = 22 ");
        assertThat(World.figure(year, "D1", "asked")).startsWith("asked = 22 ");
        assertThat(World.figure(year, "D1", "answer-rate")).startsWith("answer-rate = 100.00 ");
        assertThat(World.figure(world.report("P", "2023-9M"), "D1", "asked")).startsWith("asked = 17 ");
    }

    @Test
    void computes_a_printed_total_anew_from_the_first_opening_stock_and_all_flows() {
        world.sent("2023-Q1", "D1", "[office] | | | | | 10 | 3 | 13");
        world.sent("2023-Q2", "D1", "[office] | | | | | 20 | 5 | 25");
        Report half = world.report("P", "2023-H1");
        assertThat(World.figure(half, "D1", "load")).startsWith("load = 33 ");
    }

    @Test
    void leaves_a_total_missing_that_was_stated_without_its_parts() {
        world.sent("2023-Q1", "D1", "[office] | | | | | 10 | 3 | 13");
        world.sent("2023-Q2", "D1", "[office] | | | | | | | 25");
        assertThat(World.figure(world.report("P", "2023-H1"), "D1", "load")).startsWith("load = - missing");
    }

    @Test
    void combines_neither_ranks_nor_declared_rates() {
        quarters("D1", "D1 | | | 90 | 1", "D1 | | | 91 | 2", "D1 | | | 92 | 1", "D1 | | | 93 | 2");
        Report year = world.report("P");
        assertThat(World.figure(year, "D1", "rank")).startsWith("rank = - missing");
        assertThat(World.figure(year, "D1", "answer-rate")).startsWith("answer-rate = - missing");
    }

    @Test
    void takes_the_longest_periods_that_cover_and_none_if_a_day_stays_uncovered() {
        world.sent("2023-9M", "D1", "[office] | | | | | 900");
        world.sent("2023-Q1", "D1", "[office] | | | | | 1");
        world.sent("2023-Q4", "D1", "[office] | | | | | 50");
        world.sent("2023-Q1", "D2", "[office] | | | | | 7");
        world.sent("2023-Q2", "D2", "[office] | | | | | 7");
        world.sent("2023-Q4", "D2", "[office] | | | | | 7");
        Report year = world.report("P");
        assertThat(World.figure(year, "D1", "replies")).startsWith("replies = 950 ");
        assertThat(World.figure(year, "D2", "replies")).startsWith("replies = - missing");
        assertThat(World.figure(year, "P", "replies")).isEqualTo("replies = 950 reported (1+0/2)");
    }

    @Test
    void is_partial_where_a_quarter_left_a_flow_blank_and_names_those_that_gave_it() {
        quarters(
                "D1",
                "[office] | 1 | | | | 1",
                "[office] | 1 | | | | 2",
                "[office] | 1 | | | |",
                "[office] | 1 | | | | 4");
        Report year = world.report("P");
        assertThat(World.figure(year, "P", "replies")).isEqualTo("replies = 7 reported (0+1/2)");
        assertThat(year.top()
                        .children()
                        .get(0)
                        .find(FigureId.of("replies"))
                        .orElseThrow()
                        .of())
                .containsExactly("2023-Q1", "2023-Q2", "2023-Q4");
        assertThat(World.figure(year, "D1", "open")).isEqualTo("open = 1 reported (1+0/1)");
    }

    @Test
    void a_closing_stock_without_its_last_quarter_and_an_opening_stock_without_its_first_are_missing() {
        quarters(
                "D1",
                "[office] | 3 | 1 | | | 1 |",
                "[office] | 3 | 1 | | | 1 | 5",
                "[office] | 3 | 1",
                "[office] | | | | | 1");
        assertThat(World.figure(world.report("P"), "D1", "open")).startsWith("open = - missing");
        assertThat(World.figure(world.report("P"), "D1", "carried-over")).startsWith("carried-over = - missing");
    }

    @Test
    void prefers_the_form_that_was_sent_for_the_period_and_tells_where_the_quarters_disagree() {
        quarters("D1", "[office] | | | | | 1", "[office] | | | | | 2", "[office] | | | | | 3", "[office] | | | | | 4");
        world.sent("2023", "D1", "[office] | | | | | 11");
        assertThat(World.figure(world.report("P"), "P", "replies")).startsWith("replies = 11 ");
        assertThat(world.differences()).containsExactly("D1 replies: 11 but by FINER_PERIODS 10");
    }

    @Test
    void says_nothing_where_the_quarters_agree() {
        quarters("D1", "[office] | 10 | 4", "[office] | 9 | 5", "[office] | 8 | 6", "[office] | 7 | 7");
        world.sent("2023", "D1", "[office] | 22 | 22");
        world.report("P");
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void keeps_a_mark_over_time() {
        quarters("D1", "[office] | | | | | >1", "[office] | | | | | 2", "[office] | | | | | 3", "[office] | | | | | 4");
        assertThat(World.figure(world.report("P"), "P", "replies")).startsWith("replies = more-than 10 approximate");
    }

    @Test
    void adds_what_a_district_said_as_one_in_one_quarter_and_by_its_communes_in_another() {
        world.sent("2023-Q1", "D1", "D1 | | | | | 50");
        world.sent("2023-Q2", "D1", """
                [office] | | | | | 20
                C11      | | | | | 30
                """);
        Report half = world.report("P", "2023-H1");
        assertThat(World.figure(half, "D1", "replies")).startsWith("replies = 100 ");
    }

    @Test
    void adds_communes_over_time_where_each_of_them_is_covered() {
        for (String quarter : new String[] {"2023-Q1", "2023-Q2"}) {
            world.sent(quarter, "D1", """
                    [office] | | | | | 1
                    C11      | | | | | 10
                    C12      | | | | | 100
                    """);
        }
        Report half = world.report("P", "2023-H1");
        assertThat(World.figure(half, "D1", "replies")).startsWith("replies = 222 ");
        assertThat(World.figure(half, "C12", "replies")).startsWith("replies = 200 ");
        assertThat(World.figure(half, "D1", "replies[level=commune]")).startsWith("replies[level=commune] = 220 ");
    }

    @Test
    void keeps_the_parts_by_level_adding_up_to_the_whole() {
        world.sent("2023-Q1", "D1", "D1 | | | | | 50");
        world.sent("2023-Q2", "D1", """
                [office] | | | | | 20
                C11      | | | | | 30
                """);
        Report half = world.report("P", "2023-H1");
        assertThat(World.figure(half, "P", "replies[level=district]")).startsWith("replies[level=district] = 70 ");
        assertThat(World.figure(half, "P", "replies[level=commune]")).startsWith("replies[level=commune] = 30 ");
    }

    @Test
    void follows_a_correction_of_one_quarter_into_every_longer_period() {
        quarters("D1", "[office] | | | | | 1", "[office] | | | | | 2", "[office] | | | | | 3", "[office] | | | | | 4");
        quarters(
                "D2",
                "[office] | | | | | 10",
                "[office] | | | | | 20",
                "[office] | | | | | 30",
                "[office] | | | | | 40");
        assertThat(World.figure(world.report("P"), "P", "replies")).startsWith("replies = 110 ");
        world.sent("2023-Q2", "D1", "[office] | | | | | 7");
        assertThat(World.figure(world.report("P"), "P", "replies")).startsWith("replies = 115 ");
        assertThat(World.figure(world.report("P", "2023-H1"), "P", "replies")).startsWith("replies = 38 ");
    }

    private void quarters(String sender, String first, String second, String third, String fourth) {
        world.sent("2023-Q1", sender, first);
        world.sent("2023-Q2", sender, second);
        world.sent("2023-Q3", sender, third);
        world.sent("2023-Q4", sender, fourth);
    }
}
