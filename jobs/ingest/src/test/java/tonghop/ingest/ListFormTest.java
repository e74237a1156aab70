package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.CellLedger;

class ListFormTest {

    @TempDir
    private Path folder;

    @Test
    void has_an_item_a_row() {
        Reading reading = read("""
                1 | Đường hoa  | Xã Đắk Wil   | Có hiệu quả     | 2018
                2 | Nhà sạch   | Phòng Nội vụ | ĐƯỢC CÔNG NHẬN  | 3/2019 | Bằng khen
                3 | Camera     |              | đăng ký         |
                """);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows())
                .containsExactly(
                        "ITEM 24646 Đường hoa: since=2018, state=có hiệu quả, unit=Xã Đắk Wil",
                        "ITEM 662 Nhà sạch: since=3/2019, state=được công nhận, unit=Phòng Nội vụ",
                        "ITEM 662 Camera: state=đăng ký");
        assertThat(reading.submission().isOpen()).isFalse();
        assertThat(reading.submission().ledger()).isEqualTo(new CellLedger(10, 2, 0, 4, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"| … |", "| ... |", "| .... |", "| v.v… |", "| v.v |", "4 | … |"})
    void is_open_where_it_ends_with_dots(String end) {
        Reading reading = read("1 | Đường hoa | Xã Đắk Wil | có hiệu quả | 2018\n" + end);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.submission().isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"… | | |", "\n| … |"})
    void is_open_wherever_the_dots_stand(String end) {
        assertThat(read("1 | Đường hoa | Xã Đắk Wil | có hiệu quả | 2018\n" + end)
                        .submission()
                        .isOpen())
                .isTrue();
    }

    @Test
    void refuses_a_text_that_is_not_among_those_permitted() {
        Reading reading = read("1 | Đường hoa | Xã Đắk Wil | tốt | 2018");
        assertThat(reading.findings()).containsExactly("unknown-text D7: tốt");
        assertThat(reading.file().findings())
                .extracting(Finding::expected)
                .containsExactly("đăng ký, có hiệu quả, được công nhận");
    }

    @Test
    void accounts_for_a_refused_text_in_its_ledger() {
        assertThat(read("1 | Đường hoa | Xã Đắk Wil | tốt | 2018").submission().ledger())
                .isEqualTo(new CellLedger(3, 0, 0, 1, 1));
    }

    @Test
    void asks_for_a_unit_that_is_not_below_the_sender() {
        Reading reading = read("1 | Đường hoa | Xã Không Có | có hiệu quả | 2018");
        assertThat(reading.findings()).containsExactly("unknown-unit C7: Xã Không Có");
        assertThat(reading.submission().ledger()).isEqualTo(new CellLedger(3, 0, 0, 1, 1));
    }

    @Test
    void may_name_one_unit_in_many_rows() {
        assertThat(read("1 | A | Xã Đắk Wil | đăng ký |\n2 | B | Xã Đắk Wil | đăng ký |")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ghi chú: danh sách chưa hết",
                "\nGhi chú: danh sách chưa hết\n| | | Cư Jút, ngày 15 tháng 12 năm 2023\n| NGƯỜI LẬP BIỂU | | CHỦ TỊCH",
                "| | | Cư Jút, ngày 15 tháng 12 năm 2023",
                "| NGƯỜI LẬP BIỂU | | THỦ TRƯỞNG ĐƠN VỊ"
            })
    void ends_at_notes_and_signatures(String notes) {
        Reading reading = read("1 | A | Xã Đắk Wil | đăng ký |\n" + notes);
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void does_not_lose_an_item_without_a_name() {
        Reading reading = read("1 | A | Xã Đắk Wil | đăng ký |\n2 | | Xã Đắk Wil | có hiệu quả | 2019");
        assertThat(reading.findings().size() + reading.rows().size()).isEqualTo(2);
    }

    @Test
    void does_not_lose_the_items_behind_an_empty_row() {
        assertThat(read("1 | A | Xã Đắk Wil | đăng ký |\n\n2 | B | Xã Đắk Wil | đăng ký |")
                        .rows())
                .hasSize(2);
    }

    /** Names and texts that begin or read like a note or a line for the date. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chủ tịch xã đối thoại với dân | Xã Đắk Wil | đăng ký | 2018",
                "Thủ trưởng tiếp dân | Xã Đắk Wil | đăng ký | 2018",
                "Ngày 15 tháng 10 vì dân | Xã Đắk Wil | đăng ký | 2018",
                "Đường hoa | Xã Đắk Wil | đăng ký | từ ngày 20 tháng 11 năm 2018"
            })
    void does_not_take_an_item_for_the_end_of_the_table(String item) {
        assertThat(read("1 | " + item + "\n2 | B | Xã Đắk Wil | đăng ký |").rows())
                .hasSize(2);
    }

    private Reading read(String rows) {
        return Reading.of(folder, Reading.models(rows));
    }
}
