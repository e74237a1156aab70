package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a correction writes anew: the unit, those above it, and the longer periods around; nothing of the history. */
class IncrementalRollUpTest {

    private static DataSource before;
    private static World worldBefore;

    private World world;
    private JdbcTemplate database;

    @BeforeAll
    static void three_years_of_quarters() throws SQLException {
        before = TestDatabase.fresh();
        World world = new World(before);
        for (int year = 2021; year <= 2023; year++) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                String period = year + "-Q" + quarter;
                world.sent(period, "D1", """
                        [office] | | | | | 1
                        C11      | | | | | 10
                        """);
                world.sent(period, "D2", "[office] | | | | | 5");
            }
        }
        for (int year = 2021; year <= 2023; year++) {
            for (String part : List.of("-H1", "-9M", "")) {
                world.report("P", year + part);
            }
        }
        worldBefore = world;
    }

    @BeforeEach
    void of_which_each_has_a_copy() throws SQLException {
        DataSource copy = TestDatabase.copyOf(before);
        database = new JdbcTemplate(copy);
        world = worldBefore.over(copy);
    }

    @Test
    void a_correction_is_added_up_for_the_unit_and_those_above_in_its_period_and_the_longer_ones() {
        String before = now();
        world.sent("2023-Q2", "D2", "[office] | | | | | 7");
        world.report("P", "2023");
        world.report("P", "2023-H1");
        assertThat(writtenSince(before))
                .containsExactly(
                        "2023 D2",
                        "2023 P",
                        "2023 VN",
                        "2023-H1 D2",
                        "2023-H1 P",
                        "2023-H1 VN",
                        "2023-Q2 D2",
                        "2023-Q2 P",
                        "2023-Q2 VN");
    }

    @Test
    void nothing_is_written_where_nothing_changed() {
        String before = now();
        world.report("P", "2023");
        assertThat(writtenSince(before)).isEmpty();
    }

    @Test
    void a_row_about_a_commune_concerns_the_commune_and_all_above_it() {
        String before = now();
        world.sent("2023-Q2", "C11", "C11 | | | | | 11");
        world.report("P", "2023-Q2");
        assertThat(writtenSince(before)).containsExactly("2023-Q2 C11", "2023-Q2 D1", "2023-Q2 P", "2023-Q2 VN");
    }

    private String now() {
        return Objects.requireNonNull(database.queryForObject("select pg_current_xact_id()::text", String.class));
    }

    /** The periods and units of totals that were written by later transactions. */
    private List<String> writtenSince(String transaction) {
        return database.queryForList(
                "select distinct period || ' ' || unit from total where xmin::text::bigint > ?::bigint order by 1",
                String.class,
                transaction);
    }
}
