package tonghop.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Finding;
import tonghop.ingest.Reading;
import tonghop.ingest.TextWorkbook;

/** What a row is by its label, in sheets of Huyện Cư Jút and of Tỉnh Đắk Nông. */
class RowLabelsTest {

    private static final String DISTRICT = "UBND HUYỆN CƯ JÚT";
    private static final String PROVINCE = "UBND TỈNH ĐẮK NÔNG";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"Tổng số, TOTAL 662", "TỔNG CỘNG, TOTAL 662", "Toàn huyện, TOTAL 662", "UBND cấp xã, OFFICE 662"})
    @CsvSource({"UBND Cấp Xã, OFFICE 662", "UBND huyện, SENDER 662", "Huyện Cư Jút, SENDER 662", "Cư Jút, SENDER 662"})
    @CsvSource({"'UBND các xã, thị trấn', CHILDREN 662", "'2. UBND các xã, thị trấn (8 xã)', CHILDREN 662"})
    @CsvSource({"Phòng Nội vụ, OFFICE 662", "Thanh tra huyện, OFFICE 662", "Phòng LĐTB&XH, OFFICE 662"})
    @CsvSource({"Ban tiếp công dân huyện cư jút, OFFICE 662", "Phòng Văn hóa- Thông tin, OFFICE 662"})
    @CsvSource({"Thị trấn Ea T'Ling, UNIT 24640", "UBND Thị trấn Ea T’Ling, UNIT 24640", "Ea T'Ling, UNIT 24640"})
    @CsvSource({"UBND xã hoà bình, UNIT 24649", "Xã hòa bình, UNIT 24649", "Đắk Wil, UNIT 24646"})
    void means_what_people_mean(String label, String meaning) {
        Reading reading = read(DISTRICT, "1 | " + label + " | 5 | 7 | 98");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly(meaning + " " + label + ": 1=5 2=7 3=98");
    }

    @Test
    void does_not_speak_for_units_further_below() {
        Reading reading = read(PROVINCE, "1 | UBND các xã, thị trấn | 5 | 7 | 98");
        assertThat(reading.rows()).containsExactly("OFFICE 67 UBND các xã, thị trấn: 1=5 2=7 3=98");
    }

    @Test
    void means_a_total_even_where_it_stands_over_the_rows_of_the_inspectorates_export() {
        Reading reading = read(PROVINCE, """
                1 | Toàn tỉnh           | 9 | 9 |
                2 | UBND Cấp Tỉnh       | 2 | 2 |
                3 | Cấp Sở,Ngành        | 2 | 2 |
                4 | Sở NN và PTNN       | 2 | 2 |
                5 | Toàn huyện          | 7 | 7 |
                6 | UBND Cấp Huyện      | 7 | 7 |
                7 | UBND huyện Cư Jút   | 7 | 7 |
                  | Tổng                | 9 | 9 |
                """.replace("Tổng ", "Tổng số "));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows())
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .containsExactly("TOTAL", "GROUP", "GROUP", "OFFICE", "GROUP", "GROUP", "UNIT", "TOTAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xã Không Có", "UBND xã Lạ", "Huyện Thăng Bình", "X. Lạ", "Phường 1"})
    void asks_for_a_unit_that_is_not_below_the_sender(String label) {
        Reading reading = read(DISTRICT, "1 | " + label + " | 5 | 7 |");
        assertThat(reading.findings()).containsExactly("unknown-unit B7: " + label);
        assertThat(reading.file().findings()).extracting(Finding::expected).containsExactly("(Huyện Cư Jút)");
    }

    /** Without its marks a name may be proposed, but never decided. */
    @ParameterizedTest
    @ValueSource(strings = {"Cu Jut", "Cư Jut", "GIA NGHIA", "Dak Mil"})
    void asks_for_a_unit_whose_name_is_written_without_its_marks(String label) {
        assertThat(read(PROVINCE, "1 | " + label + " | 5 | 7 |").findings()).isNotEmpty();
    }

    @Test
    void asks_which_of_two_units_of_one_name_is_meant() {
        Reading reading = read("UBND TỈNH ĐỒNG THÁP", "1 | Hồng Ngự | 5 | 7 |");
        assertThat(reading.findings()).containsExactly("ambiguous-unit B7: Hồng Ngự");
        assertThat(reading.file().findings())
                .extracting(Finding::expected)
                .containsExactly("868 Thành phố Hồng Ngự, 870 Huyện Hồng Ngự");
    }

    @Test
    void takes_the_unit_directly_below_for_the_one_that_is_meant() {
        assertThat(read("UBND TỈNH ĐỒNG THÁP", "1 | Huyện Hồng Ngự | 5 | 7 |").rows())
                .containsExactly("UNIT 870 Huyện Hồng Ngự: 1=5 2=7");
    }

    @Test
    void refuses_a_second_row_of_a_unit_however_it_is_written() {
        Reading reading = read(DISTRICT, """
                1 | Thị trấn Ea T'Ling | 5 | 7 |
                2 | Xã Đắk Wil         | 5 | 7 |
                3 | UBND TT. Ea T’Ling | 1 | 1 |
                """);
        assertThat(reading.findings()).containsExactly("duplicate-row B9: UBND TT. Ea T’Ling");
        assertThat(reading.file().findings()).extracting(Finding::expected).containsExactly("7");
    }

    @Test
    void refuses_a_second_row_of_the_sender() {
        assertThat(read(DISTRICT, "1 | UBND huyện | 5 | 7 |\n2 | Huyện Cư Jút | 6 | 7 |")
                        .findings())
                .containsExactly("duplicate-row B8: Huyện Cư Jút");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ghi chú:",
                "30. Ghi chú:",
                "NGƯỜI LẬP BIỂU",
                "Thủ trưởng đơn vị",
                "Nơi nhận:",
                "TM. ỦY BAN NHÂN DÂN",
                "KT. CHỦ TỊCH",
                "* Số liệu ước",
                "Cư Jút, ngày 15 tháng 12 năm 2023",
                "ngày … tháng … năm 2023",
                "Cư Jút, ngày      tháng 12 năm 2023"
            })
    void ends_the_table_where_notes_and_signatures_begin(String text) {
        assertThat(TableRows.mayEndATable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phòng Nội vụ", "Thanh tra huyện", "Tổng số", "Thị trấn Ea T'Ling", "Ban Tiếp công dân"})
    void does_not_end_the_table_where_a_row_begins(String text) {
        assertThat(TableRows.mayEndATable(text)).isFalse();
    }

    private Reading read(String sender, String rows) {
        return Reading.of(
                folder,
                "bieu.xlsx",
                TextWorkbook.xlsx().sheet("Biểu", Reading.reception(rows).replace(DISTRICT, sender)));
    }
}
