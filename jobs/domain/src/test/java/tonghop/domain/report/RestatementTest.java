package tonghop.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tonghop.domain.DrawnUnits;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Restatement.Break;
import tonghop.domain.report.Restatement.Contribution;
import tonghop.domain.report.Restatement.Restated;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;

class RestatementTest {

    private static final List<Unit> REGISTRY = DrawnUnits.registry("""
            VN    | Cả nước            | COUNTRY  |     |            |            |
            48    | Thành phố Đà Nẵng  | PROVINCE | VN  |            | 2025-06-30 | 48@2025-07-01:whole
            49    | Tỉnh Quảng Nam     | PROVINCE | VN  |            | 2025-06-30 | 48@2025-07-01:whole
            48    | Thành phố Đà Nẵng  | PROVINCE | VN  | 2025-07-01 |            |
            513   | Huyện Thăng Bình   | DISTRICT | 49  |            | 2025-06-30 |
            509   | Huyện Quế Sơn      | DISTRICT | 49  |            | 2025-06-30 |
            519   | Huyện Nông Sơn     | DISTRICT | 49  |            | 2024-12-31 | 509@2025-01-01:part
            20821 | Xã Bình Định Bắc   | COMMUNE  | 513 |            | 2024-12-31 | 20822@2025-01-01:whole
            20822 | Xã Bình Định       | COMMUNE  | 513 | 2025-01-01 | 2025-06-30 | 20818@2025-07-01:whole
            20791 | Thị trấn Hà Lam    | COMMUNE  | 513 |            | 2025-06-30 | 20791@2025-07-01:whole
            20800 | Xã Bình Nguyên     | COMMUNE  | 513 |            | 2025-06-30 | 20791@2025-07-01:whole
            20827 | Xã Bình Phú        | COMMUNE  | 513 |            | 2025-06-30 | 20827@2025-07-01:whole
            20830 | Xã Bị Chia         | COMMUNE  | 513 |            | 2025-06-30 | 20791@2025-07-01:part 20827@2025-07-01:part
            20831 | Xã Có Tỷ Lệ        | COMMUNE  | 513 |            | 2025-06-30 | 20791@2025-07-01:part:0.35 20827@2025-07-01:part:0.65
            20832 | Xã Giải Thể        | COMMUNE  | 513 |            | 2025-06-30 |
            20840 | Xã Một Đổi Một     | COMMUNE  | 513 |            | 2025-06-30 | 20841@2025-07-01:whole
            20791 | Xã Thăng Bình      | COMMUNE  | 48  | 2025-07-01 |            |
            20818 | Xã Đồng Dương      | COMMUNE  | 48  | 2025-07-01 |            |
            20827 | Xã Thăng Phú       | COMMUNE  | 48  | 2025-07-01 |            |
            20841 | Xã Một Mới         | COMMUNE  | 48  | 2025-07-01 |            |
            """);

    private static final String BEFORE = "2024-12-14";
    private static final String JUNE = "2025-06-30";
    private static final String JULY = "2025-07-01";

    @Test
    void moves_what_whole_units_reported_to_those_that_took_over_all_of_them() {
        Restated restated = restated(JULY, figure("20791", JUNE, "7"), figure("20800", JUNE, "5"));
        assertThat(texts(restated)).containsExactly("Xã Thăng Bình: 12");
        assertThat(restated.breaks()).isEmpty();
    }

    @Test
    void moves_in_several_steps_and_upwards_alike() {
        assertThat(texts(restated(
                        JULY, figure("20821", BEFORE, "7"), figure("49", BEFORE, "3"), figure("48", BEFORE, "1"))))
                .containsExactly("Xã Đồng Dương: 7", "Thành phố Đà Nẵng: 4");
    }

    @Test
    void leaves_a_unit_that_lives_on_as_it_is() {
        assertThat(texts(restated(JULY, figure("20791", JULY, "7"), figure("VN", JULY, "2"))))
                .containsExactly("Xã Thăng Bình: 7", "Cả nước: 2");
    }

    @Test
    void divides_by_declared_shares_and_loses_nothing() {
        Restated restated = restated(JULY, figure("20831", JUNE, "7"));
        assertThat(texts(restated)).containsExactly("Xã Thăng Bình: khoảng 2.45", "Xã Thăng Phú: khoảng 4.55");
        assertThat(restated.breaks()).isEmpty();
        assertThat(texts(restated(JULY, figure("20831", JUNE, "20"))))
                .containsExactly("Xã Thăng Bình: 7.00", "Xã Thăng Phú: 13.00");
    }

    @Test
    void puts_what_cannot_be_divided_on_the_unit_that_contains_all_parts_and_shows_both_sides() {
        Restated restated = restated(JULY, figure("20830", JUNE, "40"), figure("20827", JUNE, "9"));
        assertThat(texts(restated)).containsExactly("Xã Thăng Phú: 9", "Thành phố Đà Nẵng: 40");
        Break only = restated.breaks().get(0);
        assertThat(restated.breaks()).hasSize(1);
        assertThat(only.unit().name()).isEqualTo("Xã Bị Chia");
        assertThat(only.value()).isEqualByComparingTo("40");
        assertThat(only.heldBy().name()).isEqualTo("Thành phố Đà Nẵng");
        assertThat(only.others()).extracting(Unit::name).containsExactly("Xã Thăng Bình", "Xã Thăng Phú");
        assertThat(only.moved().toString()).isEqualTo("[Optional.empty, Optional[9]]");
    }

    @Test
    void puts_what_nobody_took_over_on_the_unit_that_took_over_the_one_above() {
        Restated restated = restated(JULY, figure("20832", JUNE, "3"), figure("513", JUNE, "2"));
        assertThat(texts(restated)).containsExactly("Thành phố Đà Nẵng: 5");
        assertThat(restated.breaks())
                .extracting(found -> found.unit().name())
                .containsExactly("Xã Giải Thể", "Huyện Thăng Bình");
    }

    /** The only part that is known is not all of it: the rest may lie anywhere in the province. */
    @Test
    void does_not_take_a_single_part_for_the_whole() {
        assertThat(texts(restated("2025-01-01", figure("519", BEFORE, "3")))).containsExactly("Tỉnh Quảng Nam: 3");
    }

    @Test
    void states_by_units_of_an_earlier_day_only_what_one_unit_became_and_nothing_else() {
        Restated restated =
                restated(JUNE, figure("20841", JULY, "3"), figure("20791", JULY, "4"), figure("48", JULY, "1"));
        assertThat(texts(restated)).containsExactly("Xã Một Đổi Một: 3", "Huyện Thăng Bình: 4", "Cả nước: 1");
        assertThat(restated.breaks())
                .extracting(found -> found.unit().name())
                .containsExactly("Xã Thăng Bình", "Thành phố Đà Nẵng");
    }

    @Test
    void keeps_reused_codes_apart_whatever_the_unit_is_called_in_its_tree() {
        UnitTree year = UnitTree.in(
                new Period("2025", PeriodType.YEAR, LocalDate.parse("2024-12-15"), LocalDate.parse("2025-12-14"), ""),
                List.of(LocalDate.parse(JULY)),
                REGISTRY);
        Restated restated = new Restatement(REGISTRY, LocalDate.parse(JUNE), measure -> true)
                .restate(List.of(
                        new Contribution(year.get("20791@2025-06-30"), "visits", BigDecimal.TEN, null),
                        new Contribution(year.get("20791"), "visits", BigDecimal.ONE, null)));
        assertThat(texts(restated)).containsExactly("Thị trấn Hà Lam: 10", "Huyện Thăng Bình: 1");
    }

    @Test
    void keeps_marks_and_combines_them() {
        Restated restated = restated(
                JULY,
                figure("20791", JUNE, "7", Qualifier.AT_LEAST),
                figure("20800", JUNE, "5"),
                figure("20827", JUNE, "5", Qualifier.NEARLY),
                figure("20831", JUNE, "10", Qualifier.MORE_THAN));
        assertThat(texts(restated)).containsExactly("Xã Thăng Bình: khoảng 15.50", "Xã Thăng Phú: khoảng 11.50");
    }

    @Test
    void leaves_out_what_does_not_add_up_where_its_unit_is_no_more() {
        Restated restated = new Restatement(REGISTRY, LocalDate.parse(JULY), measure -> false)
                .restate(List.of(figure("20800", JUNE, "5"), figure("20791", JULY, "2")));
        assertThat(texts(restated)).containsExactly("Xã Thăng Bình: 2");
        assertThat(restated.breaks()).isEmpty();
    }

    @Test
    void refuses_a_unit_that_nobody_knows() {
        Unit stranger =
                DrawnUnits.registry("99999 | Xã Lạ | COMMUNE | 513 | | |").get(0);
        assertThatThrownBy(() -> restated(JULY, new Contribution(stranger, "visits", BigDecimal.ONE, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99999");
    }

    private static Restated restated(String day, Contribution... figures) {
        return new Restatement(REGISTRY, LocalDate.parse(day), measure -> true).restate(Arrays.asList(figures));
    }

    private static Contribution figure(String code, String day, String value) {
        return figure(code, day, value, null);
    }

    private static Contribution figure(String code, String day, String value, @Nullable Qualifier qualifier) {
        Unit unit = UnitTree.on(LocalDate.parse(day), REGISTRY).get(code);
        return new Contribution(unit, "visits", new BigDecimal(value), qualifier);
    }

    private static List<String> texts(Restated restated) {
        List<String> texts = new ArrayList<>();
        for (Contribution figure : restated.contributions()) {
            String mark = Stream.ofNullable(figure.qualifier())
                    .map(known -> known.word() + " ")
                    .findFirst()
                    .orElse("");
            texts.add(figure.unit().name() + ": " + mark + figure.value().toPlainString());
        }
        return texts;
    }
}
