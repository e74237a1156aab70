package tonghop.rollup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.report.Report;
import tonghop.fixtures.SmallCountry;
import tonghop.rollup.TestDatabase;
import tonghop.rollup.World;

/** The columns of {@link World}, by kinds of business: column 5 is replies, 6 carried over, 7 their sum. */
class FilledFormsTest {

    private static final Form UNITS = SmallCountry.FORM;
    private static final Form CATEGORIES = new Form(
            "K",
            UNITS.title(),
            UNITS.issuedBy(),
            UNITS.validity(),
            Form.Rows.CATEGORIES,
            UNITS.blank(),
            UNITS.signs(),
            UNITS.columns(),
            UNITS.derived(),
            UNITS.counts(),
            UNITS.rules(),
            UNITS.owed(),
            List.of());

    private World world;

    @BeforeEach
    void a_form_of_units_and_one_of_categories() throws SQLException {
        Definitions all = SmallCountry.DEFINITIONS;
        world = new World(
                TestDatabase.fresh(),
                new Definitions(
                        List.of(UNITS, CATEGORIES),
                        all.indicators(),
                        all.units(),
                        all.words(),
                        all.calendar(),
                        all.rules()));
    }

    @Test
    void adds_a_category_over_units_and_over_the_periods_that_a_unit_sent() {
        sent("2023-Q1", "D1", "[land] | | | | | 1 | 3 | 4");
        sent("2023-Q2", "D1", "[land] | | | | | 20 | 5 | 25");
        sent("2023-H1", "D2", "[land] | | | | | 300 | 7 | 307");
        assertThat(categories("2023-H1")).containsExactly(Map.entry("[land]", "5: 321, 6: 10, 7: 331"));
    }

    @Test
    void leaves_out_a_category_form_that_cannot_be_composed_whatever_else_the_unit_sent() {
        for (String quarter : List.of("2023-Q1", "2023-Q2")) {
            world.sent(quarter, "D1", "[office] | | | | | 1000");
            sent(quarter, "D2", "[land] | | | | | 1");
        }
        sent("2023-Q1", "D1", "[land] | | | | | 70");
        assertThat(categories("2023-H1")).containsExactly(Map.entry("[land]", "5: 2, 7: 2"));
        assertThat(World.figure(world.report("P", "2023-H1"), "D1", "replies")).startsWith("replies = 2000 ");
    }

    @Test
    void takes_nothing_from_quarters_inside_a_half_year_that_was_sent() {
        for (String quarter : List.of("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")) {
            sent(quarter, "D1", "[land] | | | | | 1");
            sent(quarter, "D2", "[land] | | | | | 10");
        }
        sent("2023-H1", "D1", "[land] | | | | | 2");
        assertThat(categories("2023")).containsExactly(Map.entry("[land]", "5: 44, 7: 44"));
    }

    @Test
    void takes_nothing_beside_the_form_of_the_period_itself_though_a_unit_above_sent_finer_periods() {
        sent("2023", "D1", "[land] | | | | | 5");
        for (String half : List.of("2023-H1", "2023-H2")) {
            sent(half, "D1", "[land] | | | | | 2");
            sent(half, "P", "[land] | | | | | 100");
        }
        assertThat(categories("2023")).containsExactly(Map.entry("[land]", "5: 205"));
    }

    @Test
    void takes_from_units_below_a_composed_one_only_where_it_was_spoken_of_as_one() {
        sent("2023-H1", "C11", "[land] | | | | | 2 | | 2");
        sent("2023-H1", "C21", "[land] | | | | | 6 | | 6");
        for (String half : List.of("2023-H1", "2023-H2")) {
            sent(half, "D1", "[land] | | | | | 100 | | 100");
        }
        sent("2023-H1", "D2", "[land] | | | | | 1000 | | 1000");
        sent("2023-H2", "D2", "D2 | | | | | 5000 | | 5000");
        assertThat(World.figure(world.report("P"), "P", "replies")).startsWith("replies = 6206 ");
        assertThat(categories("2023"))
                .containsExactly(Map.entry("D2", "5: 5000, 7: 5000"), Map.entry("[land]", "5: 1206, 7: 1206"));
    }

    @Test
    void takes_nothing_from_quarters_of_communes_below_a_half_year_that_their_district_sent() {
        for (String quarter : List.of("2023-Q1", "2023-Q2")) {
            sent(quarter, "C11", "[land] | | | | | 1");
        }
        sent("2023-H1", "D1", "[land] | | | | | 100");
        assertThat(World.figure(world.report("P", "2023-H1"), "D1", "replies")).startsWith("replies = 100 ");
        assertThat(categories("2023-H1")).containsExactly(Map.entry("[land]", "5: 100"));
    }

    @Test
    void leaves_a_total_blank_whose_printed_formula_cannot_hold_and_never_its_parts() {
        world.sent("2023-Q1", "D1", "[office] | | | | | 5 | 3 | 8");
        world.sent("2023-Q1", "D2", "[office] | | | | | | | 20");
        Report.FilledForm form = world.report("P", "2023-Q1").tables().get(0);
        assertThat(form.lines()).extracting(FilledFormsTest::values).containsExactly("5: 5, 6: 3, 7: 8", "7: 20");
        assertThat(form.blankTotals()).containsExactly(7);
        assertThat(form.leftBlank())
                .containsExactly(new Report.LeftBlank(
                        "F", "", form.form().rules().get(0), new BigDecimal("28"), new BigDecimal("8")));
        assertThat(World.figure(world.report("P", "2023-Q1"), "P", "load")).startsWith("load = 28 ");
    }

    @Test
    void leaves_a_total_blank_in_a_line_and_with_it_that_of_the_column() {
        world.sent("2023-Q1", "C11", "C11 | | | | | 5 | 3 | 8");
        world.sent("2023-Q1", "C12", "C12 | | | | | | | 20");
        world.sent("2023-Q1", "D2", "[office] | | | | | 1 | 1 | 2");
        Report.FilledForm form = world.report("P", "2023-Q1").tables().get(0);
        assertThat(form.lines()).extracting(FilledFormsTest::values).containsExactly("5: 5, 6: 3", "5: 1, 6: 1, 7: 2");
        assertThat(form.blankTotals()).containsExactly(7);
        assertThat(form.leftBlank()).extracting(Report.LeftBlank::label).containsExactly("Unit D1");
    }

    private void sent(String period, String sender, String rows) {
        world.sent(CATEGORIES, SmallCountry.CALENDAR.find(period).orElseThrow(), sender, rows, List.of());
    }

    /** The lines of the form of categories in the province's report. */
    private Map<String, String> categories(String period) {
        Map<String, String> lines = new TreeMap<>();
        world.report("P", period).tables().stream()
                .filter(filled -> filled.form().equals(CATEGORIES))
                .flatMap(filled -> filled.lines().stream())
                .forEach(line -> lines.put(line.label(), values(line)));
        return lines;
    }

    private static String values(Report.Line line) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(line.values())
                .forEach((column, value) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(column)
                        .append(": ")
                        .append(value.value().toPlainString()));
        return text.toString();
    }
}
