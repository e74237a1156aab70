package tonghop.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.ingest.Reading;
import tonghop.ingest.TextWorkbook;

/** What the rows of a sheet of Huyện Cư Jút are, by their words and by what their figures prove. */
class RowDecisionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total",
                "TOTAL:",
                "Grand Total",
                "SUM",
                "Σ",
                "TC",
                "T/cộng",
                "T.CỘNG",
                "Cộng dồn",
                "Tông số",
                "Tong so",
                "Cộng (I+II)",
                "Cả huyện",
                "<b>Tổng</b>",
                "Cộng I + II",
                "Tổng huyện",
                "Tổng số (*)"
            })
    void a_total_is_never_added_however_it_is_called(String label) {
        assertThat(decided("1 | Phòng Tư pháp | 55 | 5 |\n2 | Phòng Y tế | 59 | 6 |\n | " + label + " | 114 | 11 |"))
                .containsExactly("OFFICE", "OFFICE", "TOTAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Huyện Cư Jút", "UBND huyện", "Cư Jút"})
    void the_senders_own_name_is_a_total_where_it_is_the_sum_and_else_its_own_row(String label) {
        String rows = "1 | %s | %d | 11 |\n2 | Phòng Tư pháp | 55 | 5 |\n3 | Phòng Y tế | 59 | 6 |";
        assertThat(decided(rows.formatted(label, 114))).containsExactly("TOTAL", "OFFICE", "OFFICE");
        assertThat(decided(rows.formatted(label, 113))).containsExactly("SENDER", "OFFICE", "OFFICE");
    }

    @Test
    void a_row_that_is_a_sum_and_not_called_one_is_asked_about() {
        assertThat(decided("1 | Phòng Tư pháp | 55 | 5 |\n2 | Phòng Y tế | 59 | 6 |\n3 | Hết thảy | 114 | 11 |"))
                .containsExactly("OFFICE", "OFFICE", "OFFICE", "asked sum B9: dòng cộng / total");
    }

    @Test
    void group_rows_without_rows_under_them_carry_their_own_figures() {
        assertThat(decided("1 | Cấp huyện | 55 | 5 |\n2 | Cấp xã | 119 | 9 |")).containsExactly("OFFICE", "OFFICE");
        assertThat(decided("1 | Cấp huyện | 55 | 5 |\n2 | Cấp xã | 119 | 9 |\n | Tổng số | 174 | 14 |"))
                .containsExactly("OFFICE", "OFFICE", "TOTAL");
        assertThat(decided("""
                 | I. Ban Tiếp công dân    | 55  | 5 |
                 | II. Khối xã, thị trấn   | 119 | 9 |
                 | UBND TT. Ea T'Ling      | 60  | 4 |
                 | UBND xã Đắk Wil         | 59  | 5 |
                """)).containsExactly("OFFICE", "GROUP", "UNIT", "UNIT");
    }

    @Test
    void a_group_is_asked_about_where_nothing_proves_it() {
        assertThat(decided("1 | Cấp huyện | 55 | 5 |\n2 | Phòng Tư pháp | 60 | 6 |\n3 | Phòng Y tế | 59 | 7 |"))
                .containsExactly("GROUP", "OFFICE", "OFFICE", "asked group B7: dòng cộng / total");
        assertThat(decided("1 | Cấp huyện | 55 | 5 |\n2 | Cấp xã | 60 | 6 |\n3 | Phòng Y tế | 59 | 7 |"))
                .containsExactly("OFFICE", "GROUP", "OFFICE", "asked group B8: dòng cộng / total");
    }

    @Test
    void a_total_proves_whether_a_group_counts() {
        String rows =
                "1 | Cấp huyện | 55 | 5 |\n2 | Phòng Tư pháp | 60 | 6 |\n3 | Phòng Y tế | 59 | 7 |\n | Cộng | %d | %d |";
        assertThat(decided(rows.formatted(174, 18))).containsExactly("OFFICE", "OFFICE", "OFFICE", "TOTAL");
        assertThat(decided(rows.formatted(119, 13))).containsExactly("GROUP", "OFFICE", "OFFICE", "TOTAL");
    }

    @Test
    void a_subtotal_may_close_its_group() {
        assertThat(decided("""
                1 | Phòng Tư pháp | 5  | 1 |
                2 | Phòng Y tế    | 6  | 2 |
                  | Cộng          | 11 | 3 |
                3 | Đắk Wil       | 7  | 1 |
                4 | Hòa Bình      | 8  | 2 |
                  | Cộng          | 15 | 3 |
                  | TỔNG CỘNG     | 26 | 6 |
                """)).containsExactly("OFFICE", "OFFICE", "GROUP", "UNIT", "UNIT", "GROUP", "TOTAL");
    }

    @ParameterizedTest
    @CsvSource({"Cùng kỳ năm 2022, 100", "Cùng kỳ năm 2022, 114", "Năm 2022, 100", "6 tháng đầu năm 2022, 90"})
    @CsvSource({"Kế hoạch 2023, 120", "KH 2023, 120", "So với cùng kỳ (%), 90", "Lũy kế từ đầu năm, 400"})
    @CsvSource({"Tăng/giảm, 14", "Ước thực hiện năm, 120", "Bình quân, 57", "Toàn tỉnh, 900", "TH 2022, 100"})
    void a_comparison_is_never_added(String label, int value) {
        assertThat(decided("""
                1 | Phòng Tư pháp | 55  | 5 |
                2 | Phòng Y tế    | 59  | 6 |
                  | Tổng số       | 114 | 11 |
                  | %s            | %d  | 10 |
                """.formatted(label, value))).containsExactly("OFFICE", "OFFICE", "TOTAL", "COMPARISON");
        assertThat(decided("1 | Phòng Tư pháp | 55 | 5 |\n | %s | %d | 10 |".formatted(label, value)))
                .containsExactly("OFFICE", "COMPARISON");
    }

    @Test
    void a_units_other_period_is_a_comparison_too() {
        assertThat(decided(
                        "1 | Đắk Wil | 55 | 5 |\n2 | Đắk Wil - cùng kỳ | 50 | 4 |\n3 | Xã Hòa Bình năm 2022 | 9 | 1 |"))
                .containsExactly("UNIT", "COMPARISON", "COMPARISON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kế hoạch - Tài chính",
                "Phòng Tài chính - Kế hoạch",
                "TH - THCS Kim Đồng",
                "Tổng đội thanh niên xung phong",
                "Tổng hợp",
                "Trạm Y tế khu vực 1",
                "Bưu điện huyện",
                "Công an xã"
            })
    void an_office_is_added_though_it_begins_like_another_kind(String label) {
        assertThat(decided("1 | Phòng Tư pháp | 55 | 5 |\n2 | " + label + " | 20 | 3 |"))
                .containsExactly("OFFICE", "OFFICE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trong đó: vụ đông người",
                "- Trong đó: tiếp lần đầu",
                "Trong đó Phòng A",
                "Riêng xã Đắk Wil",
                "- Lần đầu"
            })
    void a_part_of_the_row_above_is_never_added(String label) {
        String rows = "1 | Phòng Tư pháp | 55 | 5 |\n  | %s | 20 | 3 |\n2 | Phòng Y tế | 59 | 6 |".formatted(label);
        assertThat(decided(rows)).containsExactly("OFFICE", "PART", "OFFICE");
        assertThat(decided(rows + "\n | Tổng số | 114 | 11 |")).containsExactly("OFFICE", "PART", "OFFICE", "TOTAL");
    }

    @Test
    void a_part_that_the_total_includes_or_that_is_more_than_its_whole_is_asked_about() {
        assertThat(decided("""
                1 | Phòng Tư pháp   | 55  | 5  |
                  | Trong đó: Xã A  | 20  | 3  |
                2 | Phòng Y tế      | 59  | 6  |
                  | Tổng số         | 134 | 14 |
                """))
                .containsExactly("OFFICE", "PART", "OFFICE", "TOTAL", "asked in-total B8: một phần / part");
        assertThat(decided("1 | Thanh tra | 19 | 5 |\n  | Trong đó: Xã A | 25 | 3 |\n2 | Phòng Y tế | 59 | 6 |"))
                .containsExactly("OFFICE", "PART", "OFFICE", "asked exceeds B8: một phần / part");
    }

    @Test
    void rows_under_a_lonely_in_which_are_parts_and_rows_that_are_all_bulleted_are_none() {
        assertThat(decided("1 | Phòng Tư pháp | 55 | 5 |\n | Trong đó: | | |\n | - Nam | 30 | 2 |\n | - Nữ | 25 | 3 |"))
                .containsExactly("OFFICE", "PART", "PART", "PART");
        assertThat(decided(" | - Bưu chính | 55 | 5 |\n | - Viễn thông | 20 | 3 |"))
                .containsExactly("OFFICE", "OFFICE");
        assertThat(decided("1 | - Bưu chính | 55 | 5 |\n2 | - Viễn thông | 20 | 3 |\n3 | Chợ | 20 | 3 |"))
                .containsExactly("OFFICE", "OFFICE", "OFFICE");
    }

    @Test
    void a_row_that_names_a_unit_of_somebody_else_is_asked_about() {
        assertThat(decided("1 | Phòng Tư pháp | 55 | 5 |\n2 | UBND các xã huyện Đắk Mil | 20 | 3 |"))
                .containsExactly("OFFICE", "OFFICE", "asked elsewhere B8: dòng riêng / own row");
        assertThat(decided("1 | Phòng Tư pháp huyện Cư Jút | 55 | 5 |\n2 | Công an tỉnh Đắk Nông | 20 | 3 |"))
                .containsExactly("OFFICE", "OFFICE");
    }

    @Test
    void the_same_office_twice_is_asked_about_but_not_in_two_groups() {
        assertThat(decided("1 | Văn phòng | 55 | 5 |\n2 | Thanh tra | 9 | 1 |\n3 | Văn phòng | 20 | 3 |"))
                .containsExactly("OFFICE", "OFFICE", "OFFICE", "asked twice B9: dòng riêng / own row");
        assertThat(decided("""
                1 | Văn phòng | 55 | 5 |
                  | Cộng I    | 55 | 5 |
                2 | Văn phòng | 20 | 3 |
                  | Cộng II   | 20 | 3 |
                """)).containsExactly("OFFICE", "GROUP", "OFFICE", "GROUP");
    }

    @Test
    void a_table_whose_figures_count_nowhere_is_not_received() {
        assertThat(read("1 | Cùng kỳ năm 2022 | 55 | 5 |").findings()).containsExactly("no-counted-rows B7: ");
    }

    @Test
    void an_ordinal_before_a_name_hides_no_unit() {
        assertThat(
                        read(" | 1.1 Xã Đắk Wil | 5 | 7 |\n | 1.2 Xã Hòa Bình | 5 | 7 |\n | a) Thị trấn Ea T'Ling (*) | 1 | 1 |")
                                .rows())
                .extracting(row -> row.substring(0, row.indexOf(' ', 5)))
                .containsExactly("UNIT 24646", "UNIT 24649", "UNIT 24640");
    }

    private List<String> decided(String rows) {
        Reading reading = read(rows);
        List<String> decided = reading.submission().rows().stream()
                .map(row -> row.kind().name())
                .collect(Collectors.toList());
        reading.file().findings().stream().map(RowDecisionsTest::asText).forEach(decided::add);
        return decided;
    }

    private static String asText(Finding finding) {
        return finding.candidates().isEmpty()
                ? finding.toString()
                : "asked %s %s: %s"
                        .formatted(
                                finding.fact(Fact.REASON),
                                finding.place().cell(),
                                finding.candidates().get(0));
    }

    private Reading read(String rows) {
        return Reading.of(folder, "bieu.xlsx", TextWorkbook.xlsx().sheet("Biểu", Reading.reception(rows)));
    }
}
