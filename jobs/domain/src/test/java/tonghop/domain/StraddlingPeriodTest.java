package tonghop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.RowWords;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.fixtures.Drawn;

/** Periods in which districts were abolished, communes merged and codes reused. */
class StraddlingPeriodTest {

    private static final List<Unit> REGISTRY = DrawnUnits.registry("""
            VN    | Cả nước              | COUNTRY  |     |            |            |
            48    | Thành phố Đà Nẵng    | PROVINCE | VN  |            | 2025-06-30 | 48@2025-07-01:whole
            49    | Tỉnh Quảng Nam       | PROVINCE | VN  |            | 2025-06-30 | 48@2025-07-01:whole
            01    | Thành phố Hà Nội     | PROVINCE | VN  |            |            |
            99    | Tỉnh bị chia         | PROVINCE | VN  |            | 2025-06-30 | 48@2025-07-01:part 01@2025-07-01:part
            48    | Thành phố Đà Nẵng    | PROVINCE | VN  | 2025-07-01 |            |
            490   | Quận Liên Chiểu      | DISTRICT | 48  |            | 2025-06-30 |
            513   | Huyện Thăng Bình     | DISTRICT | 49  |            | 2025-06-30 |
            519   | Huyện Nông Sơn       | DISTRICT | 49  |            | 2024-12-31 |
            001   | Quận Ba Đình         | DISTRICT | 01  |            | 2025-06-30 |
            20791 | Thị trấn Hà Lam      | COMMUNE  | 513 |            | 2025-06-30 | 20791@2025-07-01:whole
            20797 | Xã Bình Giang        | COMMUNE  | 513 |            | 2025-06-30 | 20794@2025-07-01:whole
            05528 | Phường Bách Quang    | COMMUNE  | 490 |            | 2025-06-30 | 05528@2025-07-01:whole
            30181 | Xã Tân Khánh Trung   | COMMUNE  | 513 |            | 2025-06-30 | 30184@2025-07-01:whole
            20791 | Xã Thăng Bình        | COMMUNE  | 48  | 2025-07-01 |            |
            20794 | Xã Thăng An          | COMMUNE  | 48  | 2025-07-01 |            |
            05528 | Phường Bách Quang    | COMMUNE  | 48  | 2025-07-01 |            |
            30184 | Xã Tân Khánh Trung   | COMMUNE  | 48  | 2025-07-01 |            |
            """);

    private static final ReportingCalendar CALENDAR =
            new ReportingCalendar(14, List.of(), Map.of(), List.of(LocalDate.parse("2025-07-01")));

    private static final Definitions DEFINITIONS =
            new Definitions(List.of(), List.of(), REGISTRY, new RowWords(Set.of(), Set.of(), Map.of()), CALENDAR);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024    | true  | false
            2025-Q1 | true  | false
            2025-06 | true  | false
            2025-Q2 | true  | false
            2025-H1 | true  | false
            2025-07 | true  | true
            2025-Q3 | true  | true
            2025-9M | true  | true
            2025-H2 | true  | true
            2025    | true  | true
            2025-08 | false | true
            2025-Q4 | false | true
            2026-Q1 | false | true
            2026    | false | true
            """)
    void holds_the_old_units_up_to_the_change_and_the_new_ones_from_it(String code, boolean old, boolean now) {
        Collection<Unit> units = DEFINITIONS.unitsOf(period(code)).all();
        assertThat(units.stream().anyMatch(unit -> unit.code().equals("513"))).isEqualTo(old);
        assertThat(units.stream().anyMatch(unit -> unit.name().equals("Xã Thăng Bình")))
                .isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-06-29 | 2025-06-30 | true  | false
            2025-06-30 | 2025-06-30 | true  | false
            2025-06-30 | 2025-07-01 | true  | true
            2025-07-01 | 2025-07-01 | false | true
            2025-07-01 | 2025-07-02 | false | true
            2024-12-31 | 2025-01-01 | true  | false
            """)
    void straddles_only_with_the_eve_and_the_day_itself_inside(LocalDate from, LocalDate to, boolean old, boolean now) {
        UnitTree tree = DEFINITIONS.unitsOf(new Period("p", PeriodType.TERM, from, to, "p"));
        assertThat(tree.find("513").isPresent()).isEqualTo(old);
        assertThat(tree.find("20794").isPresent()).isEqualTo(now);
    }

    @Test
    void leaves_out_a_unit_that_ended_on_another_day() {
        assertThat(tree("2025").find("519")).isEmpty();
        assertThat(tree("2024").find("519")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20791            | Xã Thăng Bình                       | 48
            20791@2025-06-30 | Thị trấn Hà Lam                     | 513
            20797            | Xã Bình Giang                       | 513
            513              | Huyện Thăng Bình                    | 49
            49               | Tỉnh Quảng Nam                      | 48
            490              | Quận Liên Chiểu                     | 48@2025-06-30
            48@2025-06-30    | Thành phố Đà Nẵng (đến 30/6/2025)   | 48
            48               | Thành phố Đà Nẵng                   | VN
            99               | Tỉnh bị chia                        | VN
            001              | Quận Ba Đình                        | 01
            05528@2025-06-30 | Phường Bách Quang (đến 30/6/2025)   | 490
            30181            | Xã Tân Khánh Trung (đến 30/6/2025)  | 513
            30184            | Xã Tân Khánh Trung                  | 48
            """)
    void gives_each_unit_a_code_a_name_and_a_parent_of_its_own(String code, String name, String parent) {
        assertThat(tree("2025").get(code)).extracting(Unit::name, Unit::parent).containsExactly(name, parent);
    }

    @Test
    void holds_every_unit_once_and_all_below_the_country() {
        UnitTree tree = tree("2025-Q3");
        assertThat(tree.all())
                .hasSize(REGISTRY.size() - 1)
                .extracting(Unit::code)
                .doesNotHaveDuplicates();
        assertThat(tree.subtreeOf("VN")).containsExactlyInAnyOrderElementsOf(tree.all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"20791@2025-06-30", "20797", "513", "49", "490", "48@2025-06-30", "48", "05528@2025-06-30"})
    void puts_what_was_quang_nam_and_da_nang_into_the_report_of_da_nang(String code) {
        UnitTree tree = tree("2025");
        assertThat(tree.ancestorAt(UnitLevel.PROVINCE, code)).contains(tree.get("48"));
        assertThat(tree.isWithin(code, "48")).isTrue();
    }

    @Test
    void finds_the_same_unit_in_the_tree_of_another_period() {
        UnitTree before = tree("2025-Q1");
        UnitTree year = tree("2025");
        UnitTree after = tree("2026");
        assertThat(year.same(before.get("20791"))).contains(year.get("20791@2025-06-30"));
        assertThat(before.same(year.get("20791@2025-06-30"))).contains(before.get("20791"));
        assertThat(year.same(after.get("20791"))).contains(year.get("20791"));
        assertThat(after.same(year.get("20791@2025-06-30"))).isEmpty();
        assertThat(before.same(year.get("20791"))).isEmpty();
        assertThat(year.same(before.get("513"))).contains(year.get("513"));
        assertThat(year.registeredAs("20791"))
                .extracting(Unit::registeredName)
                .containsExactly("Thị trấn Hà Lam", "Xã Thăng Bình");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025    | 513   | 2024-12-15 | 2025-06-30
            2025    | 20794 | 2025-07-01 | 2025-12-14
            2025    | VN    | 2024-12-15 | 2025-12-14
            2025-Q3 | 513   | 2025-06-15 | 2025-06-30
            2025-Q3 | 48    | 2025-07-01 | 2025-09-14
            2025-Q1 | 513   | 2024-12-15 | 2025-03-14
            2026    | 48    | 2025-12-15 | 2026-12-14
            """)
    void lets_a_unit_report_for_the_days_on_which_it_existed(
            String code, String unit, LocalDate first, LocalDate last) {
        Unit found = tree(code).get(unit);
        assertThat(found.firstDayIn(period(code))).isEqualTo(first);
        assertThat(found.lastDayIn(period(code))).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-Q1 | 513              | true
            2025-Q1 | 20797            | false
            2025    | 513              | true
            2025-Q3 | 513              | true
            2025    | 20797            | false
            2025    | 20791@2025-06-30 | false
            2025    | 20791            | true
            2025    | 20794            | true
            2025    | 48               | false
            2026    | 20794            | true
            2025-07 | 20794            | false
            """)
    void makes_districts_owe_until_june_and_communes_from_july(String code, String unit, boolean isOwed) {
        assertThat(form().isOwedBy(tree(code).get(unit), period(code))).isEqualTo(isOwed);
    }

    @Test
    void gives_the_plain_code_to_the_latest_of_several_that_ended() {
        List<Unit> registry = DrawnUnits.registry("""
                VN | Cả nước | COUNTRY  |    |            |            |
                10 | Tỉnh A  | PROVINCE | VN |            | 2025-06-30 | 10@2025-07-01:whole
                10 | Tỉnh B  | PROVINCE | VN | 2025-07-01 | 2025-09-30 | 20@2025-10-01:whole
                20 | Tỉnh C  | PROVINCE | VN | 2025-10-01 |            |
                """);
        List<LocalDate> changes = List.of(LocalDate.parse("2025-10-01"), LocalDate.parse("2025-07-01"));
        assertThat(UnitTree.in(period("2025"), changes, registry).all())
                .extracting(unit -> unit.code() + " < " + unit.parent())
                .containsExactly("VN < null", "10@2025-06-30 < 20", "10 < 20", "20 < VN");
    }

    private static Form form() {
        EnumSet<PeriodType> periods = EnumSet.of(PeriodType.QUARTER, PeriodType.YEAR);
        Validity old = new Validity(null, LocalDate.parse("2025-06-30"));
        Validity now = new Validity(LocalDate.parse("2025-07-01"), null);
        return Drawn.owed(
                Drawn.form("1 | visits | lượt | FLOW"),
                new Form.Obligation(UnitLevel.DISTRICT, old, periods),
                new Form.Obligation(UnitLevel.COMMUNE, now, periods));
    }

    private static Period period(String code) {
        return CALENDAR.find(code).orElseThrow();
    }

    private static UnitTree tree(String code) {
        return DEFINITIONS.unitsOf(period(code));
    }
}
