package tonghop.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.UnitLevel;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.RowWords;
import tonghop.domain.report.Explanation;
import tonghop.domain.report.Figure;
import tonghop.domain.report.Report;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.fixtures.Drawn;
import tonghop.fixtures.SmallCountry;

/**
 * Those of the thirteen rules of domain.md 8 that the roll-up keeps, by their numbers. Columns: asked, answered,
 * answer-rate, rank, replies, carried-over (a stock), load = 5 + 6; left open is 1 - 2.
 */
class RollUpRulesTest {

    private static final LocalDate CHANGE = LocalDate.of(2025, 7, 1);
    private static final int LOCALITIES = 63;

    private DataSource database;
    private World world;

    @BeforeEach
    void fresh_database() throws Exception {
        database = TestDatabase.fresh();
        world = new World(database);
    }

    @Test
    void rule_01_counts_add_over_disjoint_units() {
        world.sent("D1", """
                [office] | 10
                C11      | 20
                C12      | 30
                """);
        world.sent("D2", "D2 | 5");
        assertThat(World.figure(world.report("P"), "P", "asked")).isEqualTo("asked = 65 reported (2+0/2)");
    }

    @Test
    void rule_01_a_total_is_held_against_the_sum_of_its_units_and_never_added() {
        world.sent("D1", "D1 | 50");
        world.sent("C11", "C11 | 20");
        world.sent("C12", "C12 | 31");
        assertThat(World.figure(world.report("P"), "P", "asked")).startsWith("asked = 51 ");
        assertThat(world.differences()).containsExactly("D1 asked: 50 but by UNITS_BELOW 51");
    }

    /** The mean of 10 % and 90 % would be 50 %. */
    @Test
    void rule_02_a_rate_is_the_ratio_of_the_sums_and_carries_both() {
        world.sent("D1", "[office] | 100 | 10");
        world.sent("D2", "[office] | 10 | 9");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "answer-rate")).isEqualTo("answer-rate = 17.27 computed (2+0/2)");
        assertThat(rate(report))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(new BigDecimal("19"), new BigDecimal("110"));
    }

    @Test
    void rule_02_over_nothing_there_is_no_rate_neither_0_nor_100() {
        world.sent("D1", "[office] | 0 | 0");
        world.sent("D2", "[office] | 0 | 0");
        assertThat(World.figure(world.report("P"), "P", "answer-rate")).isEqualTo("answer-rate = - computed (2+0/2)");
    }

    @Test
    void rule_03_a_stock_is_its_last_value_and_not_a_sum_over_periods() {
        world.sent("2023-Q1", "D1", "[office] | 10 | 4");
        world.sent("2023-Q2", "D1", "[office] | 9 | 5");
        assertThat(World.figure(world.report("P", "2023-H1"), "D1", "open")).startsWith("open = 4 ");
    }

    @Test
    void rule_03_a_year_is_not_the_sum_of_six_and_nine_months() {
        world.sent("2023-H1", "D1", "[office] | | | | | 600");
        world.sent("2023-9M", "D1", "[office] | | | | | 900");
        assertThat(World.figure(world.report("P"), "D1", "replies")).startsWith("replies = - missing");
        world.sent("2023-Q4", "D1", "[office] | | | | | 50");
        assertThat(World.figure(world.report("P"), "D1", "replies")).startsWith("replies = 950 ");
    }

    @Test
    void rule_07_who_sent_stands_beside_every_total() {
        world.sent("D1", "[office] | 10");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "asked")).isEqualTo("asked = 10 reported (1+0/2)");
        assertThat(report.top().completeness().missing()).isEqualTo(1);
    }

    @Test
    void rule_07_missing_is_not_zero_and_a_stated_zero_is() {
        world.sent("D1", "[office] | 0");
        Report report = world.report("P");
        assertThat(World.figure(report, "D1", "asked")).isEqualTo("asked = 0 reported (1+0/1)");
        assertThat(World.figure(report, "D2", "asked")).isEqualTo("asked = - missing (0+0/1)");
    }

    /** antv.gov.vn 2024 printed 80.2 % as the country's: 45 of 63 localities had been counted. */
    @Test
    void rule_07_antv_2024_a_rate_of_45_of_63_localities_is_not_yet_the_countrys() {
        World country = new World(database, localities());
        for (int number = 1; number <= LOCALITIES; number++) {
            boolean hasSent = number <= 45;
            country.sent(hasSent ? "2023" : "2022", "L" + number, "[office] | 1000 | 802");
        }
        country.report("P", "2022");
        Report report = country.report("P", "2023");
        assertThat(World.figure(report, "P", "answer-rate")).isEqualTo("answer-rate = 80.20 computed (45+0/63)");
        // The target was 85 %: it may have been missed by far, or met.
        assertThat(rate(report).low()).isBetween(new BigDecimal("57.28"), new BigDecimal("57.29"));
        assertThat(rate(report).high()).isBetween(new BigDecimal("85.85"), new BigDecimal("85.86"));
    }

    @Test
    void rule_08_a_straddling_period_takes_the_old_district_and_the_new_commune() {
        Definitions changing = changing();
        World straddling = new World(database, changing);
        Form form = changing.forms().get(0);
        Period year = SmallCountry.CALENDAR.find("2025").orElseThrow();
        straddling.sent(form, year, "513", "513 | 30", List.of());
        assertThat(World.figure(straddling.report("48", "2025"), "48", "asked"))
                .isEqualTo("asked = 30 reported (1+0/2)");
        straddling.sent(form, year, "20794", "20794 | 12", List.of());
        assertThat(World.figure(straddling.report("48", "2025"), "48", "asked"))
                .isEqualTo("asked = 42 reported (2+0/2)");
    }

    @Test
    void rule_08_districts_owe_until_30_june_2025_and_communes_after() {
        World straddling = new World(database, changing());
        assertThat(owing(straddling, "2025-Q1")).containsExactly("513");
        assertThat(owing(straddling, "2025")).containsExactlyInAnyOrder("513", "20794");
        assertThat(owing(straddling, "2025-Q4")).containsExactly("20794");
    }

    @Test
    void rule_09_more_than_stays_so_in_a_sum() {
        world.sent("D1", "[office] | >100");
        world.sent("D2", "[office] | >10");
        assertThat(World.figure(world.report("P"), "P", "asked"))
                .isEqualTo("asked = more-than 110 approximate (2+0/2)");
    }

    @Test
    void rule_09_marks_that_differ_become_about() {
        world.sent("D1", "[office] | >100");
        world.sent("D2", "[office] | <10");
        assertThat(World.figure(world.report("P"), "P", "asked")).isEqualTo("asked = about 110 approximate (2+0/2)");
    }

    @Test
    void rule_11_every_figure_leads_back_to_hash_sheet_cell_text_and_value() {
        world.sent("D1", "[office] | >7");
        assertThat(world.explanation("P", "asked", "2023").cells())
                .singleElement()
                .extracting(Explanation.Cell::leaf)
                .satisfies(leaf -> {
                    assertThat(leaf.sha256()).isEqualTo("%064d".formatted(1));
                    assertThat(leaf.file() + " " + leaf.sheet() + " " + leaf.cell())
                            .isEqualTo("D1-1.xlsx sheet B1");
                    assertThat(leaf.raw()).isEqualTo(">7");
                    assertThat(leaf.amount().value()).isEqualByComparingTo("7");
                });
    }

    @Test
    void rule_12_a_corrected_resubmission_supersedes_and_does_not_add() {
        world.sent("D1", "[office] | 10");
        world.sent("D1", "[office] | 12");
        Report report = world.report("P");
        assertThat(World.figure(report, "P", "asked")).startsWith("asked = 12 ");
        assertThat(world.report("P")).isEqualTo(report);
    }

    private static Figure rate(Report report) {
        return report.top().figures().stream()
                .filter(figure -> figure.id().toString().equals("answer-rate"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> owing(World country, String period) {
        return country.report("48", period).coverage().stream()
                .map(Report.Coverage::unit)
                .toList();
    }

    private static Definitions localities() {
        List<Unit> units = new ArrayList<>();
        units.add(unit("VN", UnitLevel.COUNTRY, null, Validity.ALWAYS));
        units.add(unit("P", UnitLevel.PROVINCE, "VN", Validity.ALWAYS));
        for (int number = 1; number <= LOCALITIES; number++) {
            units.add(unit("L" + number, UnitLevel.DISTRICT, "P", Validity.ALWAYS));
        }
        return definitions(SmallCountry.FORM, units, SmallCountry.CALENDAR);
    }

    /** District 513 with its commune 20797, both up to 30 June 2025, and commune 20794, which took over. */
    private static Definitions changing() {
        Validity old = new Validity(null, CHANGE.minusDays(1));
        Validity now = new Validity(CHANGE, null);
        EnumSet<PeriodType> always = EnumSet.allOf(PeriodType.class);
        Form form = Drawn.owed(
                SmallCountry.FORM,
                new Form.Obligation(UnitLevel.DISTRICT, old, always),
                new Form.Obligation(UnitLevel.COMMUNE, now, always));
        return definitions(
                form,
                List.of(
                        unit("VN", UnitLevel.COUNTRY, null, Validity.ALWAYS),
                        unit("48", UnitLevel.PROVINCE, "VN", Validity.ALWAYS),
                        unit("513", UnitLevel.DISTRICT, "48", old),
                        new Unit(
                                "20797",
                                "Unit 20797",
                                UnitLevel.COMMUNE,
                                "513",
                                old,
                                List.of(new Unit.Successor("20794", CHANGE, true))),
                        unit("20794", UnitLevel.COMMUNE, "48", now)),
                new ReportingCalendar(14, List.of(), Map.of(), List.of(CHANGE)));
    }

    private static Definitions definitions(Form form, List<Unit> units, ReportingCalendar calendar) {
        return new Definitions(
                List.of(form),
                SmallCountry.DEFINITIONS.indicators(),
                units,
                new RowWords(Set.of(), Set.of(), Map.of()),
                calendar);
    }

    private static Unit unit(String code, UnitLevel level, @Nullable String parent, Validity validity) {
        return new Unit(code, "Unit " + code, level, parent, validity, List.of());
    }
}
