package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.FindingCode;
import tonghop.domain.Report;

/** Columns: asked, answered, answer-rate, rank, replies, carried-over (a stock), load. */
class OutliersTest {

    private static final Set<FindingCode> DOUBTS =
            EnumSet.of(FindingCode.UNUSUAL_COUNT, FindingCode.UNUSUAL_RATE, FindingCode.COPIED_FROM_LAST_PERIOD);

    private World world;

    @BeforeEach
    void freshDatabase() throws SQLException {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void tells_a_count_that_is_ten_times_those_of_the_quarters_before() {
        quarters("D1", "[office] | | | | | %d", 101, 97, 104, 95, 99, 102, 98, 100);
        world.sent("2023-Q1", "D1", "[office] | | | | | 1010");
        assertThat(doubts("2023-Q1"))
                .containsExactly("WARNING unusual-count D1 F1 1010, expected 99.5 [replies, thư, above, periods, 8, 95,"
                        + " 104, too-large-10, 10]");
    }

    @Test
    void says_nothing_of_a_count_that_is_as_usual_or_has_no_history() {
        quarters("D1", "[office] | | | | | %d", 101, 97, 104, 95, 99, 102, 98, 100);
        world.sent("2023-Q1", "D1", "[office] | | | | | 121");
        world.sent("2023-Q1", "D2", "[office] | | | | | 5000");
        assertThat(doubts("2023-Q1")).isEmpty();
    }

    @Test
    void does_not_compare_a_total_with_one_that_other_units_stand_behind() {
        quarters("D1", "[office] | | | | | %d", 101, 97, 104, 95, 99, 102, 98, 100);
        world.sent("2023-Q1", "D1", """
                [office] | | | | | 100
                C11      | | | | | 2000
                """);
        assertThat(doubts("2023-Q1")).isEmpty();
    }

    @Test
    void tells_a_form_that_repeats_the_last_period() {
        world.sent("2022-Q4", "D1", "[office] | 31 | 29 | | 2 | 17 | 5");
        world.sent("2023-Q1", "D1", "[office] | 31 | 29 | | 1 | 17 | 5");
        assertThat(doubts("2023-Q1"))
                .containsExactly("WARNING copied-from-last-period D1 null 5, expected 2022-Q4 [F]");
        world.sent("2023-Q1", "D1", "[office] | 31 | 28 | | 1 | 17 | 5");
        assertThat(doubts("2023-Q1")).isEmpty();
    }

    private void quarters(String sender, String row, int... newestFirst) {
        List<String> codes =
                List.of("2022-Q4", "2022-Q3", "2022-Q2", "2022-Q1", "2021-Q4", "2021-Q3", "2021-Q2", "2021-Q1");
        for (int index = 0; index < newestFirst.length; index++) {
            world.sent(codes.get(index), sender, row.formatted(newestFirst[index]));
            world.report("P", codes.get(index));
        }
    }

    private List<String> doubts(String period) {
        world.report("P", "2022-Q4");
        return world.report("P", period).findings().stream()
                .map(Report.LocatedFinding::finding)
                .filter(finding -> DOUBTS.contains(finding.code()))
                .map(finding -> "%s %s %s %s %s, expected %s %s"
                        .formatted(
                                finding.severity(),
                                finding.code().code(),
                                finding.place().unit(),
                                finding.place().cell(),
                                finding.value(),
                                finding.expected(),
                                finding.details()))
                .toList();
    }
}
