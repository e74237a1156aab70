package tonghop.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tonghop.domain.form.Form;
import tonghop.domain.form.RowSums;
import tonghop.fixtures.Drawn;

class UnnamedTotalsTest {

    private static final Form FORM = Drawn.form("""
            1 | visits | lượt  | FLOW
            2 | people | người | FLOW
            3 | cases  | vụ    | FLOW
            4 | rate   | %     | DECLARED
            """);

    @Test
    void are_certain_where_they_stand_above_their_rows_with_numbers_of_two_digits() {
        assertThat(of("""
                        8  | OFFICE | Khối phòng ban | 513   | 1=12, 2=15, 3=7, 4=98
                        9  | OFFICE | Văn phòng      | 513   | 1=10, 2=11, 3=5
                        10 | OFFICE | Thanh tra      | 513   | 1=2, 2=4, 3=2
                        11 | UNIT   | Hà Lam         | 20791 | 1=3, 2=3, 3=3
                        """)).containsExactly("Khối phòng ban = A9–A10 certainly");
    }

    @Test
    void are_certain_where_they_stand_below_or_among_them() {
        String rows = """
                        9  | UNIT   | Hà Lam    | 20791 | 1=10, 2=11, 3=5
                        %s | SENDER | Thăng Bình | 513   | 1=15, 2=18, 3=10
                        11 | UNIT   | Bình An   | 20845 | 1=5, 2=7, 3=5
                        """;
        assertThat(of(rows.formatted(10))).containsExactly("Thăng Bình = A9–A11 certainly");
    }

    @Test
    void are_certain_at_an_end_of_the_sheet_though_there_is_one_column() {
        assertThat(of("""
                        8  | OFFICE | Phòng A  | 513 | 1=55
                        9  | OFFICE | Phòng B  | 513 | 1=59
                        10 | OFFICE | Hết thảy | 513 | 1=114
                        """)).containsExactly("Hết thảy = A8–A9 certainly");
    }

    @Test
    void are_possible_at_either_end_of_the_sheet_however_small() {
        assertThat(of("""
                        8  | SENDER | UBND    | 513 | 1=3
                        9  | OFFICE | Tất cả  | 513 | 1=3
                        """)).containsExactly("UBND = A9–A9", "Tất cả = A8–A8");
    }

    @Test
    void are_none_where_a_total_counts_them_too() {
        assertThat(of("""
                        8  | OFFICE | Phòng A | 513 | 1=1
                        9  | OFFICE | Phòng B | 513 | 1=1
                        10 | TOTAL  | Tổng số | 513 | 1=2
                        """)).isEmpty();
    }

    @Test
    void are_no_registered_units_and_no_small_numbers() {
        assertThat(of("""
                        8  | UNIT   | Hà Lam    | 20791 | 1=12, 2=15, 3=7
                        9  | OFFICE | Văn phòng | 513   | 1=10, 2=11, 3=5
                        10 | OFFICE | Thanh tra | 513   | 1=2, 2=4, 3=2
                        """)).isEmpty();
        assertThat(of("""
                        8  | OFFICE | Phòng A | 513 | 1=1, 2=1, 3=1
                        9  | OFFICE | Phòng B | 513 | 1=2, 2=2, 3=2
                        10 | OFFICE | Phòng C | 513 | 1=1, 2=1, 3=1
                        """)).isEmpty();
    }

    @Test
    void differ_from_rows_in_one_column_at_least_where_they_are_none() {
        assertThat(of("""
                        8  | OFFICE | Văn phòng | 513 | 1=12, 2=15, 3=8
                        9  | OFFICE | Phòng A   | 513 | 1=10, 2=11, 3=5
                        10 | OFFICE | Phòng B   | 513 | 1=2, 2=4, 3=2
                        """)).isEmpty();
    }

    private static List<String> of(String sheet) {
        return UnnamedTotals.in(Drawn.rows(sheet), RowSums.in(FORM)).stream()
                .map(doubted -> "%s = %s–%s%s"
                        .formatted(
                                doubted.row().label(),
                                doubted.first().labelCell(),
                                doubted.last().labelCell(),
                                doubted.isCertain() ? " certainly" : ""))
                .toList();
    }
}
