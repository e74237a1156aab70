package tonghop.rollup.sum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report;
import tonghop.fixtures.SmallCountry;
import tonghop.rollup.TestDatabase;
import tonghop.rollup.World;

class RollUpTest {

    private World world;

    @BeforeEach
    void fresh_database() throws Exception {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void adds_the_offices_and_the_communes_of_a_district() {
        world.sent("D1", """
                [office] | 10 | 9
                C11      | 20 | 15
                C12      | 30 | 21
                """);
        Report report = world.report("P");
        assertThat(World.figure(report, "D1", "asked")).isEqualTo("asked = 60 reported (1+0/1)");
        assertThat(World.figure(report, "P", "asked")).isEqualTo("asked = 60 reported (1+0/2)");
        assertThat(World.figure(report, "C12", "asked")).startsWith("asked = 30 reported");
    }

    @Test
    void gives_the_parts_by_level_where_there_are_several() {
        world.sent("D1", """
                [office] | 10
                C11      | 20
                C12      | 30
                """);
        Report report = world.report("P");
        assertThat(World.figure(report, "D1", "asked[level=district]")).startsWith("asked[level=district] = 10 ");
        assertThat(World.figure(report, "D1", "asked[level=commune]")).startsWith("asked[level=commune] = 50 ");
        assertThat(World.figure(report, "C11", "asked[level=commune]")).isEmpty();
    }

    @Test
    void computes_a_rate_from_the_sums_and_never_from_rates() {
        world.sent("D1", "[office] | 100 | 10 | 10");
        world.sent("D2", "[office] | 10 | 9 | 90");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "answer-rate")).isEqualTo("answer-rate = 17.27 computed (2+0/2)");
        assertThat(World.figure(report, "D2", "answer-rate"))
                .isEqualTo("answer-rate = 90.00, declared 90 computed (1+0/1)");
    }

    @Test
    void leaves_a_rate_without_counts_declared_where_it_was_stated() {
        world.sent("D1", "D1 | | | >98");
        Report report = world.report("P");
        assertThat(World.figure(report, "D1", "answer-rate"))
                .isEqualTo("answer-rate = more-than declared 98 declared (1+0/1)");
        assertThat(World.figure(report, "P", "answer-rate")).isEqualTo("answer-rate = - missing (1+0/2)");
    }

    @Test
    void does_not_add_ranks() {
        world.sent("D1", "D1 | | | | 1");
        world.sent("D2", "D2 | | | | 2");
        Report report = world.report("P");
        assertThat(World.figure(report, "D2", "rank")).isEqualTo("rank = 2 reported (1+0/1)");
        assertThat(World.figure(report, "P", "rank")).contains("missing");
    }

    @Test
    void keeps_the_mark_of_a_part_in_the_sum() {
        world.sent("D1", "[office] | >100");
        world.sent("D2", "[office] | 10");
        assertThat(World.figure(world.report("P"), "P", "asked"))
                .isEqualTo("asked = more-than 110 approximate (2+0/2)");
    }

    @Test
    void makes_measures_that_are_sums_of_columns() {
        world.sent("D1", "[office] | 10 | 4");
        assertThat(World.figure(world.report("P"), "P", "open")).startsWith("open = 6 reported");
    }

    @Test
    void prefers_a_units_own_sheet_to_a_row_about_it_above() {
        world.sent("P", """
                D1 | 100
                D2 | 50
                """);
        world.sent("D1", "[office] | 90");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "asked")).isEqualTo("asked = 140 reported (2+0/2)");
        assertThat(world.differences()).contains("D1 asked: 100 but by UNIT_ITSELF 90");
    }

    @Test
    void never_adds_a_total_and_its_parts() {
        world.sent("D1", "D1 | 50");
        world.sent("C11", "C11 | 20");
        world.sent("C12", "C12 | 31");
        Report report = world.report("P");
        assertThat(World.figure(report, "D1", "asked")).startsWith("asked = 51 ");
        assertThat(world.differences()).containsExactly("D1 asked: 50 but by UNITS_BELOW 51");
    }

    @Test
    void keeps_a_districts_total_until_all_its_communes_have_sent() {
        world.sent("D1", "D1 | 50");
        world.sent("C11", "C11 | 20");
        Report report = world.report("P");
        assertThat(World.figure(report, "D1", "asked")).isEqualTo("asked = 50 reported (1+0/1)");
        assertThat(World.figure(report, "C11", "asked")).startsWith("asked = 20 ");
    }

    @Test
    void counts_a_district_as_reported_when_all_its_communes_have_and_as_partial_when_some() {
        world.sent("C11", "C11 | 20");
        assertThat(World.figure(world.report("P"), "P", "asked")).isEqualTo("asked = 20 reported (0+1/2)");
        world.sent("C12", "C12 | 30");
        assertThat(World.figure(world.report("P"), "P", "asked")).isEqualTo("asked = 50 reported (1+0/2)");
    }

    @Test
    void takes_the_later_submission_and_keeps_the_earlier_one_as_superseded() {
        world.sent("D1", "[office] | 10");
        world.sent("D1", "[office] | 12");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "asked")).startsWith("asked = 12 ");
        assertThat(report.submissions())
                .extracting(sheet -> sheet.file() + " " + sheet.state().code())
                .containsExactly("D1-1.xlsx superseded", "D1-2.xlsx accepted");
    }

    @Test
    void lets_an_accepted_submission_stand_when_a_later_one_is_rejected() {
        world.sent("D1", "[office] | 10");
        Finding wrong = Finding.of(
                FindingCode.TOTAL_DIFFERS,
                new Place("D1", "F", "2023", "D1-2.xlsx", "sheet", "B2"),
                Fact.STATED.is("1"),
                Fact.COMPUTED.is("2"),
                Fact.ROW.is("x"));
        assertThat(world.sent(SmallCountry.FORM, "D1", "[office] | 99", List.of(wrong)))
                .isEqualTo(SubmissionState.REJECTED);
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "asked")).startsWith("asked = 10 ");
        assertThat(report.top().completeness().rejected()).isZero();
    }

    @Test
    void counts_one_form_where_two_give_the_same_measure() {
        world.sent("D1", "[office] | 10");
        world.sent(SmallCountry.OTHER, "D1", "[office] | 99", List.of());
        assertThat(World.figure(world.report("P"), "P", "asked")).startsWith("asked = 10 ");
    }

    @Test
    void lets_one_form_stand_for_another() {
        world.sent(SmallCountry.OTHER, "D1", "[office] | 99", List.of());
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "asked")).isEqualTo("asked = 99 reported (1+0/2)");
        assertThat(report.top().completeness().accepted()).isEqualTo(1);
    }

    @Test
    void names_what_is_missing() {
        world.sent("D1", "[office] | 10");
        Report report = world.report("P");
        assertThat(World.figure(report, "D2", "asked")).isEqualTo("asked = - missing (0+0/1)");
        assertThat(report.top().completeness().missing()).isEqualTo(1);
    }

    @Test
    void gives_the_same_again() {
        world.sent("D1", "[office] | 10 | 9");
        assertThat(world.report("VN")).isEqualTo(world.report("VN"));
    }
}
