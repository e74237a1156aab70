package tonghop.domain.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tonghop.fixtures.Drawn;

class RecomputationTest {

    @Test
    void makes_a_total_in_which_a_stock_stands_anew_from_its_parts() {
        assertThat(totals("""
                1 | total | đơn | FLOW
                2 | carried | đơn | OPENING_STOCK
                3 | received | đơn | FLOW
                1 = 2 + 3
                """)).containsExactly("total = carried + received");
    }

    @Test
    void leaves_a_total_alone_that_another_breakdown_makes_of_flows() {
        assertThat(totals("""
                9 | eligible | đơn | FLOW
                11 | complaints | đơn | FLOW
                12 | denunciations | đơn | FLOW
                14 | settled | đơn | FLOW
                16 | in-progress | đơn | CLOSING_STOCK
                9 = 14 + 16 = 11 + 12
                """)).isEmpty();
    }

    @Test
    void makes_a_total_anew_where_each_breakdown_has_a_stock_by_the_first() {
        assertThat(totals("""
                1 | total | đơn | FLOW
                2 | carried | đơn | OPENING_STOCK
                3 | received | đơn | FLOW
                4 | processed | đơn | FLOW
                5 | left | đơn | CLOSING_STOCK
                1 = 2 + 3 = 4 + 5
                """)).containsExactly("total = carried + received");
    }

    @Test
    void makes_a_total_of_such_totals_anew_too_though_they_look_like_flows() {
        assertThat(totals("""
                1 | all | đơn | FLOW
                2 | here | đơn | FLOW
                3 | there | đơn | FLOW
                4 | carried | đơn | OPENING_STOCK
                5 | received | đơn | FLOW
                1 = 2 + 3
                2 = 4 + 5
                """)).containsExactly("here = carried + received", "all = here + there");
    }

    private static List<String> totals(String form) {
        return Recomputation.of(Drawn.form(form)).values().stream()
                .map(total -> total.measure() + " = "
                        + total.terms().stream()
                                .map(Recomputation.Term::measure)
                                .collect(Collectors.joining(" + ")))
                .toList();
    }
}
