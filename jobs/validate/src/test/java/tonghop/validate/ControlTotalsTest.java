package tonghop.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tonghop.domain.form.Form;
import tonghop.fixtures.Drawn;

class ControlTotalsTest {

    private static final Form FORM = Drawn.form("""
            1 | petitions | đơn  | FLOW
            2 | rate      | %    | DECLARED
            3 | rank      | hạng | RANK
            4 | pending   | đơn  | CLOSING_STOCK
            """);

    @Test
    void say_nothing_where_the_rows_add_up_wherever_the_total_stands() {
        assertThat(of("""
                        8  | TOTAL | Tổng số | 513   | 1=364, 4=5
                        9  | UNIT  | Hà Lam  | 20791 | 1=300, 4=5
                        10 | UNIT  | Bình An | 20845 | 1=64
                        11 | TOTAL | Cộng    | 513   | 1=364
                        """)).isEmpty();
    }

    @Test
    void differ_where_a_total_is_not_the_sum_of_the_rows() {
        assertThat(of("""
                        8  | TOTAL | Tổng số | 513   | 1=364, 4=6
                        9  | UNIT  | Hà Lam  | 20791 | 1=300, 4=5
                        10 | UNIT  | Bình An | 20845 | 1=46
                        """))
                .containsExactly(
                        "ERROR total-differs B8: 364, expected 346 [Tổng số, likely:digits-swapped:]",
                        "ERROR total-differs E8: 6, expected 5 [Tổng số]");
    }

    @Test
    void compare_a_subtotal_with_the_rows_up_to_the_next_one() {
        assertThat(of("""
                        7  | TOTAL  | Tổng số       | 513   | 1=10
                        8  | GROUP  | UBND cấp huyện | 513   | 1=3
                        9  | OFFICE | Văn phòng     | 513   | 1=1
                        10 | OFFICE | Thanh tra     | 513   | 1=2
                        11 | GROUP  | UBND cấp xã   | 513   | 1=8
                        12 | UNIT   | Hà Lam        | 20791 | 1=3
                        13 | UNIT   | Bình An       | 20845 | 1=4
                        14 | TOTAL  | Cộng          | 513   | 1=10
                        """)).containsExactly("ERROR total-differs B11: 8, expected 7 [UBND cấp xã]");
    }

    /** The export of the inspectorates' own software: a subtotal of subtotals. */
    @Test
    void add_up_a_group_of_groups() {
        assertThat(of("""
                        7  | TOTAL  | Toàn tỉnh       | 67  | 1=10
                        8  | GROUP  | UBND cấp tỉnh   | 67  | 1=3
                        9  | GROUP  | Cấp sở, ngành   | 67  | 1=3
                        10 | OFFICE | Sở Nội vụ       | 67  | 1=1
                        11 | OFFICE | Sở Y tế         | 67  | 1=2
                        12 | GROUP  | UBND cấp huyện  | 67  | 1=7
                        13 | UNIT   | Huyện Cư Jút    | 662 | 1=7
                        """)).isEmpty();
    }

    @Test
    void say_nothing_of_what_does_not_add_up_over_units() {
        assertThat(of("""
                        8  | TOTAL | Tổng số | 513   | 2=98, 3=1
                        9  | UNIT  | Hà Lam  | 20791 | 2=95, 3=2
                        10 | UNIT  | Bình An | 20845 | 2=99, 3=1
                        """)).isEmpty();
    }

    @Test
    void say_nothing_of_a_total_that_no_row_gives() {
        assertThat(of("""
                        8  | TOTAL | Tổng số | 513   | 1=364
                        9  | UNIT  | Hà Lam  | 20791 | 4=3
                        """)).isEmpty();
        assertThat(of("8 | TOTAL | Tổng số | 513 | 1=364")).isEmpty();
    }

    @Test
    void say_nothing_of_a_blank_total() {
        assertThat(of("""
                        8  | TOTAL | Tổng số | 513   |
                        9  | UNIT  | Hà Lam  | 20791 | 1=3
                        """)).isEmpty();
    }

    @Test
    void differ_from_a_nought_where_rows_give_more() {
        assertThat(of("""
                        8  | TOTAL | Tổng số | 513   | 1=0
                        9  | UNIT  | Hà Lam  | 20791 | 1=3
                        """)).containsExactly("ERROR total-differs B8: 0, expected 3 [Tổng số]");
    }

    @Test
    void compare_numbers_rather_than_their_writing() {
        assertThat(of("""
                        8  | TOTAL | Tổng số | 513   | 1=3.00
                        9  | UNIT  | Hà Lam  | 20791 | 1=1.5
                        10 | UNIT  | Bình An | 20845 | 1=1.5
                        """)).isEmpty();
    }

    private static List<String> of(String sheet) {
        return Checked.findings(new ControlTotals(), FORM, sheet);
    }
}
