package tonghop.domain.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.domain.DrawnUnits;
import tonghop.domain.UnitLevel;

class UnitTreeTest {

    private static final List<Unit> REGISTRY = DrawnUnits.registry("""
            VN    | Cả nước             | COUNTRY  |     |            |
            49    | Tỉnh Quảng Nam      | PROVINCE | VN  |            | 2025-06-30
            48    | Thành phố Đà Nẵng   | PROVINCE | VN  |            | 2025-06-30
            48    | Thành phố Đà Nẵng   | PROVINCE | VN  | 2025-07-01 |
            513   | Huyện Thăng Bình    | DISTRICT | 49  |            | 2025-06-30
            514   | Huyện Tiên Phước    | DISTRICT | 49  |            | 2025-06-30
            20791 | Thị trấn Hà Lam     | COMMUNE  | 513 |            | 2025-06-30
            20821 | Xã Bình Định Bắc    | COMMUNE  | 513 |            | 2024-12-31
            20822 | Xã Bình Định Nam    | COMMUNE  | 513 |            | 2024-12-31
            20821 | Xã Bình Định        | COMMUNE  | 513 | 2025-01-01 | 2025-06-30
            20791 | Xã Thăng Bình       | COMMUNE  | 48  | 2025-07-01 |
            """);

    private static final UnitTree IN_2020 = on("2020-07-14");
    private static final UnitTree IN_2025 = on("2025-12-14");

    @ParameterizedTest
    @CsvSource({"2025-06-30, Thị trấn Hà Lam, 513", "2025-07-01, Xã Thăng Bình, 48"})
    void gives_a_reused_code_the_meaning_of_the_day(String day, String name, String parent) {
        assertThat(on(day).get("20791")).extracting(Unit::name, Unit::parent).containsExactly(name, parent);
    }

    @Test
    void holds_the_units_of_its_day_alone() {
        assertThat(names(IN_2020.all()))
                .contains("Xã Bình Định Bắc", "Xã Bình Định Nam")
                .doesNotContain("Xã Bình Định", "Xã Thăng Bình");
        assertThat(names(on("2025-01-01").all())).contains("Xã Bình Định").doesNotContain("Xã Bình Định Bắc");
        assertThat(names(IN_2025.all())).containsExactly("Cả nước", "Thành phố Đà Nẵng", "Xã Thăng Bình");
    }

    @Test
    void names_the_children_in_the_order_of_the_registry() {
        assertThat(names(IN_2020.childrenOf("49"))).containsExactly("Huyện Thăng Bình", "Huyện Tiên Phước");
        assertThat(IN_2020.childrenOf("20791")).isEmpty();
        assertThat(IN_2020.childrenOf("no such unit")).isEmpty();
    }

    @Test
    void puts_the_unit_itself_first_in_its_subtree_and_parents_before_children() {
        assertThat(names(IN_2020.subtreeOf("49")))
                .containsExactly(
                        "Tỉnh Quảng Nam",
                        "Huyện Thăng Bình",
                        "Huyện Tiên Phước",
                        "Thị trấn Hà Lam",
                        "Xã Bình Định Bắc",
                        "Xã Bình Định Nam");
        assertThat(names(IN_2020.subtreeOf("20791"))).containsExactly("Thị trấn Hà Lam");
        assertThat(IN_2025.subtreeOf("513")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20791, 513, true", "20791, 49, true", "20791, VN, true", "20791, 20791, true"})
    @CsvSource({"20791, 514, false", "20791, 48, false", "513, 20791, false", "nobody, VN, false"})
    void knows_what_lies_within_what(String code, String ancestor, boolean isWithin) {
        assertThat(IN_2020.isWithin(code, ancestor)).isEqualTo(isWithin);
    }

    @Test
    void moves_a_commune_to_its_new_province() {
        assertThat(IN_2025.isWithin("20791", "48")).isTrue();
        assertThat(IN_2025.isWithin("20791", "513")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"COUNTRY, VN", "PROVINCE, 49", "DISTRICT, 513", "COMMUNE, 20791"})
    void finds_the_ancestor_at_a_level(UnitLevel level, String code) {
        assertThat(IN_2020.ancestorAt(level, "20791")).map(Unit::code).contains(code);
    }

    @Test
    void finds_no_ancestor_below_a_unit_nor_at_a_level_that_was_abolished() {
        assertThat(IN_2020.ancestorAt(UnitLevel.COMMUNE, "513")).isEmpty();
        assertThat(IN_2025.ancestorAt(UnitLevel.DISTRICT, "20791")).isEmpty();
        assertThat(IN_2025.ancestorAt(UnitLevel.PROVINCE, "20791"))
                .map(Unit::name)
                .contains("Thành phố Đà Nẵng");
    }

    @Test
    void says_which_unit_it_lacks() {
        assertThat(IN_2025.find("513")).isEmpty();
        assertThatThrownBy(() -> IN_2025.get("513"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("513");
    }

    private static UnitTree on(String day) {
        return UnitTree.on(LocalDate.parse(day), REGISTRY);
    }

    private static List<String> names(Collection<Unit> units) {
        return units.stream().map(Unit::name).toList();
    }
}
