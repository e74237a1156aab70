package tonghop.rollup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Place;
import tonghop.domain.report.PeriodView;
import tonghop.domain.unit.Unit;
import tonghop.rollup.TestDatabase;
import tonghop.rollup.World;

/** Columns: asked, answered, answer-rate, rank, replies, carried-over, load; left open is 1 - 2. */
class StoredViewTest {

    private World world;

    @BeforeEach
    void fresh_database() throws SQLException {
        world = new World(TestDatabase.fresh());
    }

    @Test
    void knows_who_sent_what() {
        world.sent("2023-Q2", "D1", """
                [office] | 10
                C11      | 20
                """);
        PeriodView view = world.view("P", "2023-Q2");
        assertThat(Stream.of("D1", "C11", "C12", "D2").filter(view::hasSent)).containsExactly("D1", "C11");
        assertThat(view.hasSent("C11", "F")).isTrue();
        assertThat(view.hasSent("C11", "G")).isFalse();
        assertThat(view.within()).extracting(Unit::code).containsExactly("P", "D1", "D2", "C11", "C12", "C21");
    }

    @Test
    void tells_own_parts_from_totals_and_leads_to_the_cells() {
        world.sent("D1", """
                [office] | 10
                C11      | >20
                """);
        PeriodView view = world.view("P", "2023");
        assertThat(view.total("P", "asked").orElseThrow().value()).isEqualByComparingTo("30");
        assertThat(Stream.of("P", "D1", "C11").filter(unit -> view.hasOwnPart(unit, "asked")))
                .containsExactly("D1", "C11");
        assertThat(view.cells("C11", "asked"))
                .containsExactly(new Place("C11", "F", "2023", "D1-1.xlsx", "sheet", "B2"));
    }

    @Test
    void knows_what_every_period_that_ends_on_the_eve_left() {
        world.sent("2022", "D1", "[office] | 10 | 4");
        world.sent("2022-Q4", "D1", "[office] | 10 | 2");
        world.sent("2022-Q4", "D2", "[office] | >10 | 2");
        world.sent("2022-Q3", "D1", "[office] | 10 | 1");
        Stream.of("2022", "2022-Q4", "2022-Q3").forEach(period -> world.report("VN", period));
        assertThat(world.view("P", "2023-Q1").left(List.of("open")))
                .extracting(left -> left.period().code() + " " + left.unit() + " " + left.value())
                .containsExactlyInAnyOrder("2022 D1 6", "2022 P 6", "2022-Q4 D1 8");
    }

    @Test
    void compares_a_unit_with_earlier_periods_in_which_the_same_units_stood_behind_it() {
        world.sent("2022", "D1", "[office] | 10");
        world.sent("2021", "C11", "C11 | 7");
        Stream.of("2021", "2022").forEach(period -> world.report("P", period));
        world.sent("2023", "D1", "[office] | 9");
        PeriodView view = world.view("P", "2023");
        Unit district = view.units().get("D1");
        assertThat(view.pasts().stream()
                        .limit(2)
                        .map(past -> "%s %s %s"
                                .formatted(
                                        past.period().code(),
                                        past.find(district, "asked")
                                                .orElseThrow()
                                                .value(),
                                        past.comparable(district, "asked").isPresent())))
                .containsExactly("2022 10 true", "2021 7 false");
    }

    @Test
    void knows_what_units_last_counted_whenever_that_was() {
        world.sent("2021", "D1", "[office] | 7");
        world.sent("2021", "D2", "[office] | 8");
        world.sent("2022", "D2", "[office] | 9");
        Stream.of("2021", "2022").forEach(period -> world.report("P", period));
        assertThat(world.view("P", "2023").lastCounted(List.of("D1", "D2", "C21"), List.of("asked")))
                .isEqualTo(Map.of(
                        "D1", Map.of("asked", BigDecimal.valueOf(7)), "D2", Map.of("asked", BigDecimal.valueOf(9))));
    }

    @Test
    void tells_both_senders_of_a_sheet_that_another_file_replaced() {
        world.sent("D1", "[office] | 10");
        world.sent("D1", "[office] | 12");
        assertThat(told()).containsExactly("SUPERSEDED D1-1.xlsx: D1-2.xlsx", "REPLACES D1-2.xlsx: D1-1.xlsx");
    }

    @Test
    void tells_both_senders_of_sheets_that_are_held() {
        world.sent("D1", "[office] | 10");
        world.sent("D1", "[another office] | 12");
        assertThat(told()).containsExactly("TWO_VERSIONS D1-1.xlsx: D1-2.xlsx", "TWO_VERSIONS D1-2.xlsx: D1-1.xlsx");
    }

    private List<String> told() {
        return world.view("P", "2023").findingsOfSheets().stream()
                .map(finding ->
                        "%s %s: %s".formatted(finding.code(), finding.place().file(), finding.fact(Fact.FILE)))
                .toList();
    }
}
