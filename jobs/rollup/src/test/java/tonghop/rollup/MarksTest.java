package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.PastFigures;
import tonghop.domain.report.PastFigures.PastFigure;

/** Columns: asked, answered, answer-rate. */
class MarksTest {

    private JdbcTemplate database;
    private World world;

    @BeforeEach
    void fresh_database() throws Exception {
        var fresh = TestDatabase.fresh();
        database = new JdbcTemplate(fresh);
        world = new World(fresh);
    }

    @Test
    void amount_to_the_same_in_the_database_as_in_the_program() {
        List<@Nullable Qualifier> marks =
                Arrays.asList(null, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.NEARLY, Qualifier.ABOUT);
        for (Qualifier one : marks) {
            for (Qualifier other : marks) {
                Qualifier sum = Qualifier.combine(one, other);
                assertThat(database.queryForObject(
                                "select mark_of(marks_of(?) | marks_of(?))", String.class, code(one), code(other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(code(sum));
            }
        }
    }

    @Test
    void go_from_a_commune_up_to_the_province_and_into_its_rates() {
        world.sent("D1", "[office] | 100 | >60");
        world.sent("D2", "[office] | 100 | 20");
        assertThat(World.figure(world.report("P"), "P", "answered"))
                .isEqualTo("answered = more-than 80 approximate (2+0/2)");
        assertThat(World.figure(world.report("P"), "P", "answer-rate"))
                .isEqualTo("answer-rate = more-than 40.00 computed (2+0/2)");
    }

    /** More questions than were counted make the share of those answered smaller. */
    @Test
    void turn_round_in_a_rate_whose_denominator_bears_them() {
        world.sent("D1", "[office] | >100 | 60");
        assertThat(World.figure(world.report("P"), "D1", "answer-rate"))
                .isEqualTo("answer-rate = nearly 60.00 computed (1+0/1)");
    }

    @Test
    void are_about_where_both_counts_of_a_rate_bear_them() {
        world.sent("D1", "[office] | >100 | >60");
        assertThat(World.figure(world.report("P"), "D1", "answer-rate"))
                .isEqualTo("answer-rate = about 60.00 computed (1+0/1)");
    }

    @Test
    void stay_with_the_figures_of_earlier_periods() {
        world.sent("2022", "D1", "[office] | >100 | 60");
        world.sent("2023", "D1", "[office] | 100 | 60");
        PastFigures past = world.report("D1", "2023").past();
        assertThat(past.periods()).singleElement().satisfies(period -> {
            assertThat(period.find("asked")).map(PastFigure::qualifier).contains(Qualifier.MORE_THAN);
            assertThat(period.find("answered").orElseThrow().qualifier()).isNull();
            assertThat(period.find("answer-rate")).map(PastFigure::qualifier).contains(Qualifier.NEARLY);
        });
    }

    @Test
    void of_a_stated_rate_and_of_the_counts_beside_it_are_kept_apart() {
        world.sent("D1", "[office] | 100 | 60 | >59");
        world.sent("D2", "[office] | 100 | >60 | 61");
        assertThat(World.figure(world.report("P"), "D1", "answer-rate"))
                .isEqualTo("answer-rate = 60.00, declared more-than 59 computed (1+0/1)");
        assertThat(World.figure(world.report("P"), "D2", "answer-rate"))
                .isEqualTo("answer-rate = more-than 60.00, declared 61 computed (1+0/1)");
    }

    private static @Nullable String code(@Nullable Qualifier mark) {
        return mark == null ? null : mark.code();
    }
}
