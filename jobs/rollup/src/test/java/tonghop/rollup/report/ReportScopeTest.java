package tonghop.rollup.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.fixtures.SmallCountry;
import tonghop.rollup.TestDatabase;
import tonghop.rollup.World;

/** Columns: asked, answered. */
class ReportScopeTest {

    @Test
    void a_report_stands_on_what_was_sent_for_it_and_for_what_it_is_compared_with() throws Exception {
        var database = TestDatabase.fresh();
        World world = new World(database);
        ReportScope scope = new ReportScope(new JdbcTemplate(database), SmallCountry.DEFINITIONS);
        Unit province = SmallCountry.DEFINITIONS.unitsOf(World.YEAR).get("P");
        Unit other = SmallCountry.DEFINITIONS.unitsOf(World.YEAR).get("D2");
        Period next = SmallCountry.CALENDAR.find("2024").orElseThrow();
        world.sent("D1", "[office] | 100 | 60");
        world.decide();
        ReportScope before = scope.whileNothingArrives();
        String digest = before.digest(province, World.YEAR);
        String ofNext = before.digest(province, next);
        String ofOther = before.digest(other, World.YEAR);
        assertThat(digest).isEqualTo(scope.digest(province, World.YEAR)).isEqualTo(before.digest(province, World.YEAR));
        assertThat(ofNext).isEqualTo(scope.digest(province, next));

        world.sent("D1", "[office] | 100 | 61");
        world.decide();
        ReportScope after = scope.whileNothingArrives();
        assertThat(after.digest(province, World.YEAR))
                .isEqualTo(scope.digest(province, World.YEAR))
                .isNotEqualTo(digest);
        assertThat(after.digest(province, next))
                .isEqualTo(scope.digest(province, next))
                .isNotEqualTo(ofNext);
        assertThat(after.digest(other, World.YEAR)).isEqualTo(ofOther);
    }
}
