package tonghop.domain.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tonghop.fixtures.Drawn;

class ObservationsTest {

    private static final Form RECEPTION = Drawn.form("""
            1       | visits           | lượt | FLOW
            2       | on-time-rate     | %    | DECLARED
            3       | rank             | hạng | RANK
            13      | chief-visits     | lượt | FLOW
            22      | delegated-visits | lượt | FLOW
            13 + 22 | leader-visits    | lượt | FLOW
            """);

    private static final Form COMPLAINTS = Drawn.form("""
            4         | within-authority | vụ | FLOW
            5         | by-decision      | vụ | FLOW
            6         | withdrawn        | vụ | FLOW
            5 + 6     | settled          | vụ | FLOW
            4 - 5 - 6 | pending          | vụ | CLOSING_STOCK
            """);

    private static final Form MODELS = Drawn.form("""
            1                                 | @name
            5                                 | @state
            7                                 | @commended
            *                                 | models.listed     | mô hình | CLOSING_STOCK
            state: có hiệu quả, được công nhận | models.effective  | mô hình | CLOSING_STOCK
            commended: tập thể                | models.commended  | tập thể | FLOW
            """);

    @Test
    void attribute_what_an_office_counts_to_the_sender_and_what_a_unit_counts_to_that_unit() {
        assertThat(observations(RECEPTION, """
                        9  | OFFICE | Ban Tiếp công dân | 513   | 1=7
                        10 | SENDER | UBND huyện        | 513   | 1=5
                        11 | UNIT   | Thị trấn Hà Lam   | 20791 | 1=3
                        """))
                .containsExactly("513 visits = 7 (B9)", "513 visits = 5 (B10)", "20791 visits = 3 (B11) whole");
    }

    @Test
    void name_the_row_its_number_and_the_raw_text() {
        Submission sheet = Drawn.sheet(RECEPTION, "9 | OFFICE | Ban Tiếp công dân | 513 | 1=trên 7");
        assertThat(Observations.of(sheet))
                .singleElement()
                .extracting(Observation::row, Observation::rowNumber, Observation::raw, Observation::qualifier)
                .containsExactly("Ban Tiếp công dân", 9, "trên 7", Qualifier.MORE_THAN);
    }

    @Test
    void leave_out_totals_and_subtotals_that_only_sum_up_others() {
        assertThat(observations(RECEPTION, """
                        8  | TOTAL  | Tổng số           | 513   | 1=10, 13=4, 22=2
                        9  | GROUP  | UBND cấp xã       | 513   | 1=10, 13=4, 22=2
                        10 | UNIT   | Thị trấn Hà Lam   | 20791 | 1=4, 13=4
                        11 | UNIT   | Xã Bình Dương     | 20794 | 1=6, 22=2
                        """))
                .noneMatch(observation -> observation.startsWith("513"))
                .contains("20791 visits = 4 (B10) whole", "20794 visits = 6 (B11) whole");
    }

    @Test
    void keep_a_rank_and_a_declared_rate_of_the_total_row_beside_the_rows() {
        assertThat(observations(RECEPTION, """
                        8  | TOTAL  | Tổng số           | 513   | 1=10, 2=98.5, 3=12
                        10 | UNIT   | Thị trấn Hà Lam   | 20791 | 1=4, 2=100
                        11 | UNIT   | Xã Bình Dương     | 20794 | 1=6
                        """))
                .containsExactly(
                        "513 on-time-rate = 98.5 (C8) whole",
                        "513 rank = 12 (D8) whole",
                        "20791 visits = 4 (B10) whole",
                        "20791 on-time-rate = 100 (C10) whole",
                        "20794 visits = 6 (B11) whole");
    }

    @Test
    void take_a_total_row_for_the_sender_where_the_sheet_has_no_other() {
        assertThat(observations(RECEPTION, "8 | TOTAL | Tổng số | 513 | 1=10, 2=98.5, 13=4, 22=2"))
                .containsExactly(
                        "513 visits = 10 (B8) whole",
                        "513 on-time-rate = 98.5 (C8) whole",
                        "513 chief-visits = 4 (N8) whole",
                        "513 delegated-visits = 2 (W8) whole",
                        "513 leader-visits = 6 (N8+W8) whole");
    }

    /** The units are printed on the blank form; a district that knows its total alone leaves them blank. */
    @Test
    void take_a_total_for_the_sender_where_no_row_gives_the_measure() {
        assertThat(observations(RECEPTION, """
                        8  | TOTAL  | Tổng số           | 513   | 1=10, 13=4
                        10 | UNIT   | Thị trấn Hà Lam   | 20791 | 13=4
                        11 | UNIT   | Xã Bình Dương     | 20794 |
                        """))
                .contains("20791 chief-visits = 4 (N10) whole")
                .anyMatch(text -> text.startsWith("513 visits = 10 (B8)"))
                .noneMatch(text -> text.startsWith("513 chief-visits"));
    }

    @Test
    void let_the_only_row_of_a_sheet_stand_for_the_whole_unit() {
        assertThat(observations(RECEPTION, "9 | SENDER | UBND huyện | 513 | 1=7"))
                .containsExactly("513 visits = 7 (B9) whole");
        assertThat(observations(RECEPTION, "9 | OFFICE | Ban Tiếp công dân | 513 | 1=7"))
                .containsExactly("513 visits = 7 (B9)");
    }

    @Test
    void take_the_row_of_a_sender_beside_units_for_its_own_part() {
        assertThat(observations(RECEPTION, """
                        9  | SENDER | UBND huyện      | 513   | 1=7
                        10 | UNIT   | Thị trấn Hà Lam | 20791 | 1=3
                        """)).containsExactly("513 visits = 7 (B9)", "20791 visits = 3 (B10) whole");
    }

    @Test
    void say_nothing_of_a_blank() {
        assertThat(observations(RECEPTION, "9 | SENDER | UBND huyện | 513 |")).isEmpty();
    }

    @Test
    void keep_a_nought_that_was_reported() {
        assertThat(observations(RECEPTION, "9 | SENDER | UBND huyện | 513 | 1=0"))
                .containsExactly("513 visits = 0 (B9) whole");
    }

    @Test
    void add_up_derived_measures_and_name_every_cell_that_was_given() {
        assertThat(observations(RECEPTION, "12 | OFFICE | Văn phòng | 513 | 13=5, 22=7"))
                .contains("513 leader-visits = 12 (N12+W12)");
        assertThat(observations(RECEPTION, "12 | OFFICE | Văn phòng | 513 | 22=7"))
                .contains("513 leader-visits = 7 (W12)");
        assertThat(observations(RECEPTION, "12 | OFFICE | Văn phòng | 513 | 1=7"))
                .containsExactly("513 visits = 7 (B12)");
    }

    @Test
    void name_subtracted_cells_with_their_sign() {
        assertThat(observations(COMPLAINTS, "12 | OFFICE | Văn phòng | 513 | 4=63, 5=40, 6=3"))
                .contains("513 settled = 43 (F12+G12)", "513 pending = 20 (E12-F12-G12)");
    }

    @Test
    void derive_nothing_from_what_is_subtracted_alone() {
        assertThat(observations(COMPLAINTS, "12 | OFFICE | Văn phòng | 513 | 5=40"))
                .contains("513 settled = 40 (F12)")
                .noneMatch(text -> text.contains("pending"));
    }

    @Test
    void hand_on_a_word_such_as_more_than_to_what_is_derived() {
        assertThat(observations(RECEPTION, "12 | OFFICE | Văn phòng | 513 | 13=trên 40, 22=3"))
                .contains("513 leader-visits = trên 43 (N12+W12)");
    }

    @Test
    void call_a_sum_of_opposite_approximations_about() {
        assertThat(observations(RECEPTION, "12 | OFFICE | Văn phòng | 513 | 13=trên 40, 22=gần 3"))
                .contains("513 leader-visits = khoảng 43 (N12+W12)");
    }

    @Test
    void count_the_items_of_a_list_by_their_texts() {
        assertThat(observations(MODELS, """
                        9  | ITEM | Nhà sạch    | 20791 | state=có hiệu quả, commended=tập thể
                        10 | ITEM | Đường hoa   | 513   | state=đăng ký
                        11 | ITEM | Camera      | 513   | state=được công nhận, commended=cá nhân
                        """))
                .containsExactly(
                        "20791 models.listed = 1 (A9)",
                        "20791 models.effective = 1 (A9)",
                        "20791 models.commended = 1 (A9)",
                        "513 models.listed = 1 (A10)",
                        "513 models.listed = 1 (A11)",
                        "513 models.effective = 1 (A11)");
    }

    @Test
    void count_the_items_of_a_list_that_was_left_open_as_at_least_so_many() {
        assertThat(observations(MODELS, """
                        9  | ITEM | Nhà sạch | 20791 | state=có hiệu quả
                        …
                        """))
                .containsExactly("20791 models.listed = ít nhất 1 (A9)", "20791 models.effective = ít nhất 1 (A9)");
    }

    @Test
    void are_none_without_rows() {
        assertThat(Observations.of(Drawn.sheet(RECEPTION, ""))).isEqualTo(List.of());
    }

    private static List<String> observations(Form form, String sheet) {
        return Observations.of(Drawn.sheet(form, sheet)).stream()
                .map(ObservationsTest::asText)
                .toList();
    }

    /** Such as {@code 20791 visits = trên 7 (N12) whole}. */
    private static String asText(Observation observation) {
        Qualifier qualifier = observation.qualifier();
        return "%s %s = %s%s (%s)%s"
                .formatted(
                        observation.unit(),
                        observation.measure().id(),
                        qualifier == null ? "" : qualifier.word() + " ",
                        observation.value().toPlainString(),
                        observation.cell(),
                        observation.scope() == Observation.Scope.PART
                                ? ""
                                : " " + observation.scope().code());
    }
}
