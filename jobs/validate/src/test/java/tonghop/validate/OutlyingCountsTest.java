package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Severity;
import tonghop.fixtures.SmallCountry;

class OutlyingCountsTest {

    private static final OutlyingCounts RULE = new OutlyingCounts(SmallCountry.DEFINITIONS);

    private final DrawnPeriod quarter = new DrawnPeriod("2023-Q1");

    @Test
    void tell_a_count_that_is_ten_times_those_of_the_quarters_before() {
        hundredReplies();
        quarter.sent("D1", "replies=1010");
        assertThat(quarter.told(RULE))
                .containsExactly(
                        "D1: 1010, expected 99.5 [replies, thư, above, periods, 8, 95, 104, too-large-10, 10]");
        assertThat(RULE.check(quarter).get(0))
                .extracting(Finding::severity, Finding::place)
                .containsExactly(Severity.WARNING, quarter.cell("D1"));
    }

    @Test
    void say_nothing_of_a_count_that_is_as_usual_or_has_no_history() {
        hundredReplies();
        quarter.sent("D1", "replies=121").sent("D2", "replies=5000");
        assertThat(quarter.told(RULE)).isEmpty();
    }

    @Test
    void do_not_compare_a_total_with_one_that_other_units_stand_behind() {
        hundredReplies();
        quarter.sent("D1", "replies=100").sent("C11", "replies=2000");
        assertThat(quarter.told(RULE)).isEmpty();
    }

    @Test
    void leave_out_what_is_only_approximate() {
        hundredReplies();
        quarter.sent("D1", "replies=>1010");
        assertThat(quarter.told(RULE)).isEmpty();
    }

    private void hundredReplies() {
        List<String> before =
                List.of("2022-Q4", "2022-Q3", "2022-Q2", "2022-Q1", "2021-Q4", "2021-Q3", "2021-Q2", "2021-Q1");
        List<Integer> counts = List.of(101, 97, 104, 95, 99, 102, 98, 100);
        for (int index = 0; index < before.size(); index++) {
            quarter.sent(before.get(index), "D1", "replies=" + counts.get(index));
        }
    }
}
