package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Report;

/** Whose words about a unit stand. Columns: asked, answered, answer-rate, rank, replies, carried-over, load = 5 + 6. */
class SpeakingForTest {

    private World world;

    @BeforeEach
    void fresh_database() throws SQLException {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void a_sheet_of_ones_own_is_the_whole_truth_even_where_a_cell_is_blank() {
        world.sent("D1", "[office] | 10 | | | | 3");
        world.sent("P", "D1 | 99 | 6 | 80 | 2");
        Report report = world.report("P");
        assertThat(World.figure(report, "D1", "asked")).startsWith("asked = 10 ");
        assertThat(World.figure(report, "D1", "answered")).startsWith("answered = - missing");
        assertThat(World.figure(report, "D1", "rank")).startsWith("rank = - missing");
    }

    @Test
    void a_row_about_a_unit_counts_as_a_whole_where_it_sent_nothing() {
        world.sent("P", "D1 | 99 | 6");
        assertThat(World.figure(world.report("P"), "D1", "answered")).startsWith("answered = 6 ");
    }

    @Test
    void rows_about_a_unit_in_two_sheets_are_not_mixed() {
        world.sent("D1", "C11 | 10 | 4");
        world.sent("P", "C11 | 12");
        Report report = world.report("P");
        assertThat(World.figure(report, "C11", "asked")).startsWith("asked = 12 ");
        assertThat(World.figure(report, "C11", "answered")).isEmpty();
    }

    @Test
    void a_row_for_all_children_stands_until_all_that_owe_the_form_have_sent_it() {
        world.sent("P", """
                [office] | 5
                {all}    | 40
                """);
        assertThat(World.figure(world.report("P"), "P", "asked")).isEqualTo("asked = 45 reported (2+0/2)");
        world.sent("D1", "[office] | 10");
        Report one = world.report("P");
        assertThat(World.figure(one, "P", "asked")).isEqualTo("asked = 45 reported (2+0/2)");
        assertThat(World.figure(one, "D1", "asked")).startsWith("asked = 10 ");
        world.sent("D2", "[office] | 20");
        assertThat(World.figure(world.report("P"), "P", "asked")).isEqualTo("asked = 35 reported (2+0/2)");
    }

    @Test
    void a_row_for_children_that_owe_nothing_stands_beside_what_they_sent() {
        world.sent("D1", """
                [office] | 5
                {all}    | 40
                """);
        world.sent("C11", "C11 | 10");
        Report report = world.report("P");
        assertThat(World.figure(report, "D1", "asked")).startsWith("asked = 45 ");
        assertThat(World.figure(report, "D1", "asked[level=commune]")).startsWith("asked[level=commune] = 40 ");
        assertThat(World.figure(report, "P", "asked[level=district]")).startsWith("asked[level=district] = 5 ");
    }

    @Test
    void a_child_whose_own_children_all_sent_has_sent() {
        world.sent("P", "{all} | 40");
        world.sent("D1", "[office] | 10");
        world.sent("C21", "C21 | 7");
        assertThat(World.figure(world.report("P"), "P", "asked")).startsWith("asked = 17 ");
    }

    @Test
    void what_a_row_for_all_children_says_is_explained_by_it_alone() {
        world.sent("P", """
                [office] | 5
                {all}    | 40
                """);
        world.sent("D1", "[office] | 10");
        assertThat(world.explanation("P", "asked", "2023").cells())
                .extracting(Explanation.Cell::leaf)
                .extracting(leaf -> leaf.row() + " " + leaf.amount().value())
                .containsExactly("[office] 5", "{all} 40");
    }

    @Test
    void a_row_for_all_children_is_carried_into_a_longer_period() {
        for (String quarter : List.of("2023-Q1", "2023-Q2")) {
            world.sent(quarter, "P", """
                    [office] | | | | | 5
                    {all}    | | | | | 40
                    """);
            world.sent(quarter, "D1", "[office] | | | | | 10");
        }
        Report half = world.report("P", "2023-H1");
        assertThat(World.figure(half, "P", "replies")).startsWith("replies = 90 ");
        assertThat(World.figure(half, "D1", "replies")).startsWith("replies = 20 ");
    }

    @Test
    void a_printed_form_leaves_blank_what_is_not_added() {
        world.sent("P", """
                [office] | 5
                {all}    | 40
                """);
        world.sent("D1", "[office] | 10 | 3");
        assertThat(world.report("P").tables().get(0).lines())
                .extracting(line -> line.label() + " "
                        + line.values().values().stream()
                                .map(amount -> amount.value().toPlainString())
                                .toList())
                .containsExactly("Unit P [5]", "{all} [40]", "Unit D1 [3]", "Unit D2 []");
    }

    @Test
    void a_cumulative_sheet_is_the_whole_of_its_unit_and_silences_the_quarters_below() {
        for (String quarter : List.of("2023-Q1", "2023-Q2", "2023-Q3")) {
            world.sent(quarter, "D1", """
                    [office] | | | | | 1
                    C11      | | | | | 10
                    C12      | | | | | 100
                    """);
        }
        assertThat(World.figure(world.report("P", "2023-9M"), "D1", "replies")).startsWith("replies = 333 ");
        world.sent("2023-9M", "D1", "[office] | | | | | 340");
        Report report = world.report("P", "2023-9M");
        assertThat(World.figure(report, "D1", "replies")).startsWith("replies = 340 ");
        assertThat(World.figure(report, "P", "replies")).startsWith("replies = 340 ");
        assertThat(world.explanation("P", "replies", "2023-9M").cells()).hasSize(1);
    }

    @Test
    void a_cumulative_sheet_of_the_province_silences_the_quarters_of_its_districts() {
        world.sent("2023-Q1", "D1", "[office] | | | | | 1");
        world.sent("2023-Q2", "D1", "[office] | | | | | 2");
        world.sent("2023-H1", "P", "[office] | | | | | 40");
        assertThat(World.figure(world.report("P", "2023-H1"), "P", "replies")).startsWith("replies = 40 ");
    }
}
