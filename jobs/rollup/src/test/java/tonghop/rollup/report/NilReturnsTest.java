package tonghop.rollup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.report.Figure;
import tonghop.domain.report.UnitReport;
import tonghop.rollup.TestDatabase;
import tonghop.rollup.World;

/** Columns: asked, answered, answer-rate, rank, replies, carried-over, load. */
class NilReturnsTest {

    private World world;

    @BeforeEach
    void fresh_database() throws Exception {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void are_neither_missing_nor_a_counted_zero() {
        world.sent("D1", "[office] | KPS | 0");
        assertThat(nils("2023")).containsExactly("P asked", "D1 asked");
    }

    @Test
    void are_no_longer_nil_in_a_sum_with_a_counted_zero() {
        world.sent("D1", "[office] | KPS");
        world.sent("D2", "[office] | 0");
        assertThat(nils("2023")).containsExactly("D1 asked");
    }

    @Test
    void stay_nil_in_a_sum_of_nothing_else_and_vanish_in_any_other() {
        world.sent("D1", "[office] | không phát sinh | Không");
        world.sent("D2", "[office] | không có | 3");
        assertThat(nils("2023")).containsExactly("P asked", "D1 asked", "D1 answered", "D2 asked");
    }

    @Test
    void are_told_by_level() {
        world.sent("D1", """
                [office] | 0
                C11      | KPS
                C12      | KPS
                """);
        assertThat(nils("2023"))
                .containsExactly("P asked[level=commune]", "D1 asked[level=commune]", "C11 asked", "C12 asked");
    }

    @Test
    void of_quarters_are_nil_in_the_half_year_too() {
        world.sent("2023-Q1", "D1", "[office] | | | | | KPS");
        world.sent("2023-Q2", "D1", "[office] | | | | | KPS");
        assertThat(nils("2023-H1")).containsExactly("P replies", "D1 replies");
    }

    private List<String> nils(String period) {
        List<String> nils = new ArrayList<>();
        collect(world.report("P", period).top(), nils);
        return nils;
    }

    private static void collect(UnitReport report, List<String> nils) {
        report.figures().stream()
                .filter(Figure::isNil)
                .forEach(figure -> nils.add(report.unit().code() + " " + figure.id()));
        report.children().forEach(child -> collect(child, nils));
    }
}
