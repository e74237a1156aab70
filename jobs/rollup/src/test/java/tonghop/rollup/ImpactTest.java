package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.Fact;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Place;

/** Columns: asked, answered, answer-rate, rank, replies, carried-over (a stock), load = 5 + 6. */
class ImpactTest {

    private World world;

    @BeforeEach
    void fresh_database() throws Exception {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void ranks_what_changes_a_larger_share_of_the_figure_first() {
        world.sent("D1", "D1 | 1000 | 10");
        world.sent("C11", "C11 | 500 | 4");
        world.sent("C12", "C12 | 490 | 2");
        world.sent("D2", "[office] | 0 | 0");
        assertThat(ranked("2023")).containsExactly("own-total-differs D1 4", "own-total-differs D1 10");
    }

    @Test
    void sizes_a_silent_unit_by_what_it_last_reported() {
        world.sent("2022", "D2", "[office] | 300");
        world.report("P", "2022");
        world.sent("D1", "D1 | 1000");
        world.sent("C11", "C11 | 500");
        world.sent("C12", "C12 | 490");
        assertThat(ranked("2023")).containsExactly("silent-unit D2 300", "own-total-differs D1 10");
    }

    @Test
    void puts_what_cannot_be_sized_behind_what_can() {
        world.sent("D1", "D1 | 1000");
        world.sent("C11", "C11 | 500");
        world.sent("C12", "C12 | 490");
        assertThat(ranked("2023")).containsExactly("own-total-differs D1 10", "silent-unit D2 -");
    }

    @Test
    void keeps_errors_before_everything_else_however_small() {
        world.sent("2022", "D2", "[office] | 300");
        world.report("P", "2022");
        world.sent(
                World.FORM,
                "D1",
                "[office] | 99",
                List.of(wrong(
                                FindingCode.TOTAL_DIFFERS,
                                "B9",
                                Fact.STATED.is("99"),
                                Fact.COMPUTED.is("98"),
                                Fact.ROW.is("x"))
                        .about("asked")));
        assertThat(ranked("2023")).containsExactly("total-differs D1 1", "silent-unit D2 300");
    }

    @Test
    void a_total_of_no_measure_comes_after_those_whose_share_is_known() {
        world.sent("D2", "[office] | 1000 | 10");
        world.sent(
                World.FORM,
                "D1",
                "[office] | 99",
                List.of(
                        wrong(
                                FindingCode.TOTAL_DIFFERS,
                                "F9",
                                Fact.STATED.is("99"),
                                Fact.COMPUTED.is("12"),
                                Fact.ROW.is("x")),
                        wrong(
                                        FindingCode.TOTAL_DIFFERS,
                                        "B9",
                                        Fact.STATED.is("99"),
                                        Fact.COMPUTED.is("89"),
                                        Fact.ROW.is("x"))
                                .about("asked"),
                        wrong(
                                        FindingCode.TOTAL_DIFFERS,
                                        "C9",
                                        Fact.STATED.is("9"),
                                        Fact.COMPUTED.is("4"),
                                        Fact.ROW.is("x"))
                                .about("answered")));
        assertThat(ranked("2023")).containsExactly("total-differs D1 5", "total-differs D1 10", "total-differs D1 87");
    }

    @Test
    void weighs_a_printed_formula_by_the_measure_that_it_is_about() {
        world.sent(
                World.FORM,
                "D1",
                "[office] | 99 | | | | 1 | 2 | 8",
                List.of(wrong(
                                FindingCode.RULE_BROKEN,
                                "H1",
                                Fact.LEFT.is("8"),
                                Fact.RIGHT.is("3"),
                                Fact.RULE.is("7 = 5 + 6"))
                        .about("load")));
        assertThat(ranked("2023")).containsExactly("rule-broken D1 5", "silent-unit D2 -");
    }

    @Test
    void says_nothing_of_what_is_no_number_of_a_measure() {
        world.sent(
                World.FORM,
                "D1",
                "[office] | 99",
                List.of(
                        wrong(FindingCode.NOT_A_NUMBER, "C1", Fact.TEXT.is("3"), Fact.MEANT.is("4")),
                        wrong(
                                FindingCode.TOTAL_DIFFERS,
                                "D9",
                                Fact.STATED.is("3"),
                                Fact.COMPUTED.is("x"),
                                Fact.ROW.is("y"))));
        assertThat(ranked("2023")).containsExactly("not-a-number D1 -", "total-differs D1 -", "silent-unit D2 -");
    }

    private static Finding wrong(FindingCode code, String cell, Fact.Said... facts) {
        return Finding.of(code, new Place("D1", "F", "2023", "D1-1.xlsx", "sheet", cell), facts);
    }

    private List<String> ranked(String period) {
        return world.report("P", period).findings().stream()
                .map(located -> "%s %s %s"
                        .formatted(
                                located.finding().code().code(),
                                located.finding().place().unit(),
                                located.impact() == null
                                        ? "-"
                                        : located.impact().toPlainString()))
                .toList();
    }
}
