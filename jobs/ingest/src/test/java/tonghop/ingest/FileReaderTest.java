package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.Submission;

class FileReaderTest {

    private static final String WHOLE_SHEET = Reading.reception("""
            | Tổng số                | 20 | 25   |
            1 | Văn phòng HĐND và UBND | 5  | '7   | 98,5
            2 | UBND huyện             | 3  |      | -
            3 | TT. Ea T’Ling          | 12 | KPS  | trên 98%
            4 | UBND xã Hoà Bình       | 0  | 18   | 98.55%

            Ghi chú: số liệu ước tính đến 14/12
            | | | Cư Jút, ngày 15 tháng 12 năm 2023
            NGƯỜI LẬP BIỂU | | | THỦ TRƯỞNG ĐƠN VỊ
            """);

    @TempDir
    private Path folder;

    @Test
    void tells_form_sender_period_and_sheet() {
        Submission submission = read(WHOLE_SHEET).submission();
        assertThat(submission.form()).isEqualTo(SmallProvince.RECEPTION);
        assertThat(submission.unit()).isEqualTo("662");
        assertThat(submission.period().code()).isEqualTo("2023");
        assertThat(submission.file()).isEqualTo("662.xlsx");
        assertThat(submission.sha256()).isEqualTo("ab");
        assertThat(submission.sheet()).isEqualTo("Biểu");
        assertThat(submission.isOpen()).isFalse();
    }

    @Test
    void reads_every_row_down_to_the_notes_and_signatures() {
        Reading reading = read(WHOLE_SHEET);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows())
                .containsExactly(
                        "TOTAL 662 Tổng số: 1=20 2=25",
                        "OFFICE 662 Văn phòng HĐND và UBND: 1=5 2=7 3=98.5",
                        "SENDER 662 UBND huyện: 1=3",
                        "UNIT 24640 TT. Ea T’Ling: 1=12 2=0 3=trên 98",
                        "UNIT 24649 UBND xã Hoà Bình: 1=0 2=18 3=98.55");
    }

    /** Fifteen cells for numbers, five labels, four ordinals. */
    @Test
    void puts_every_cell_of_the_table_in_one_bucket() {
        CellLedger ledger = read(WHOLE_SHEET).submission().ledger();
        assertThat(ledger).isEqualTo(new CellLedger(10, 3, 2, 9, 0));
        assertThat(ledger.read()).isEqualTo(5 * 3 + 5 + 4);
    }

    @Test
    void counts_rejected_cells_in_the_ledger() {
        Reading reading = read(Reading.reception("1 | Văn phòng | mười | -3 | 98 | lời nhắn"));
        assertThat(reading.submission().ledger()).isEqualTo(new CellLedger(1, 0, 0, 3, 2));
    }

    @Test
    void counts_the_number_of_an_empty_row_as_a_note() {
        Reading reading = read(Reading.reception("""
                1 | Văn phòng | 5 | 7 | 98
                2 |           |   |   |
                """));
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.submission().ledger().read()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void names_row_label_cell_value_cell_and_raw_text() {
        var row = read(WHOLE_SHEET).submission().rows().get(3);
        assertThat(row.number()).isEqualTo(10);
        assertThat(row.labelCell()).isEqualTo("B10");
        assertThat(row.entries().values())
                .extracting(entry -> entry.cell() + " " + entry.raw())
                .containsExactly("C10 12", "D10 KPS", "E10 trên 98%");
    }

    @Test
    void leaves_out_group_rows_and_headings_repeated_after_a_page_break() {
        assertThat(read(Reading.reception("""
                                | UBND cấp xã        | 12 |
                                1 | Thị trấn Ea T'Ling | 5  |
                                A | B | 1 | 2 | 3
                                2 | Xã Đắk Wil         | 7  |
                                """)).rows())
                .containsExactly(
                        "GROUP 662 UBND cấp xã: 1=12",
                        "UNIT 24640 Thị trấn Ea T'Ling: 1=5",
                        "UNIT 24646 Xã Đắk Wil: 1=7");
    }

    @Test
    void finds_the_columns_by_their_numbers_wherever_they_stand() {
        String shifted = """
                UBND HUYỆN CƯ JÚT
                TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN
                Từ ngày 15/12/2022 đến ngày 14/12/2023
                Mã | TT | Đơn vị | Lượt | chèn thêm | Người | Tỷ lệ
                   | MS |   | 1=2+3 |  | (2) | 3 | 4
                x  | 1 | Văn phòng | 5 | chú thích | 7 | 98 | 55
                """;
        assertThat(read(shifted).rows()).containsExactly("OFFICE 662 Văn phòng: 1=5 2=7 3=98");
        assertThat(read(shifted).findings()).isEmpty();
    }

    @Test
    void reads_a_single_row_without_a_label_as_the_senders() {
        assertThat(read(Reading.reception("| | 5 | 7 | 98")).rows()).containsExactly("SENDER 662 : 1=5 2=7 3=98");
    }

    @Test
    void reads_a_row_of_figures_that_are_the_numbers_of_the_columns_by_chance() {
        assertThat(read(Reading.selfManagedGroups("| | 1 | 2")).rows()).containsExactly("SENDER 662 : 1=1 2=2");
    }

    @Test
    void takes_the_value_that_was_stored_for_a_formula() {
        assertThat(read(Reading.reception("1 | Văn phòng | =C99+1 -> 17 | =SUM(1,2) -> 4 |"))
                        .rows())
                .containsExactly("OFFICE 662 Văn phòng: 1=17 2=4");
    }

    @Test
    void computes_a_formula_for_which_no_value_was_stored() {
        assertThat(read(Reading.reception("""
                                | Tổng số   | =SUM(C8:C9) | =D8+D9 | =2/3*100
                                1 | Văn phòng | 5 | =C8+2 |
                                2 | Thanh tra | 7 | =IF(C9>5,"12","") |
                                """)).rows())
                .containsExactly(
                        "TOTAL 662 Tổng số: 1=12 2=19 3=66.6666666666667",
                        "OFFICE 662 Văn phòng: 1=5 2=7",
                        "OFFICE 662 Thanh tra: 1=7 2=12");
    }

    @Test
    void reads_old_workbooks_too() {
        Reading reading = Reading.of(folder, "662.xls", TextWorkbook.xls().sheet("Biểu", WHOLE_SHEET));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).isEqualTo(read(WHOLE_SHEET).rows());
        assertThat(reading.submission().ledger())
                .isEqualTo(read(WHOLE_SHEET).submission().ledger());
    }

    @Test
    void reads_every_form_of_a_workbook() {
        Reading reading = Reading.of(
                folder,
                "662.xlsx",
                TextWorkbook.xlsx()
                        .sheet("TCD", WHOLE_SHEET)
                        .sheet("Ủng hộ", Reading.donations("1 | Văn phòng | trên 1,5 tỷ đồng | 3"))
                        .sheet("Sheet3", "")
                        .hiddenSheet(
                                "Năm trước", WHOLE_SHEET.replace("2022", "2021").replace("2023", "2022")));
        assertThat(reading.findings()).containsExactly("hidden-sheet -: Năm trước");
        assertThat(reading.file().submissions())
                .extracting(submission ->
                        submission.sheet() + " " + submission.form().id())
                .containsExactly("TCD 01/TCD", "Ủng hộ 10/VDUH");
    }

    @Test
    void says_that_a_sheet_with_other_text_was_not_read() {
        Reading reading = Reading.of(
                folder,
                "662.xlsx",
                TextWorkbook.xlsx().sheet("TCD", WHOLE_SHEET).sheet("Danh sách", "Nguyễn Văn A | 3"));
        assertThat(reading.file().submissions()).hasSize(1);
        assertThat(reading.findings()).containsExactly("sheet-ignored -: Danh sách");
        assertThat(reading.file().findings())
                .extracting(Finding::place)
                .containsExactly(Place.inCell("662.xlsx", "Danh sách", null));
    }

    @Test
    void places_a_finding_with_unit_form_period_file_sheet_and_cell() {
        assertThat(read(Reading.reception("1 | Văn phòng | mười | |")).file().findings())
                .extracting(Finding::place)
                .containsExactly(new Place("662", "01/TCD", "2023", "662.xlsx", "Biểu", "C7"));
    }

    @Test
    void reads_on_behind_a_finding() {
        Reading reading = read(Reading.reception("""
                1 | Văn phòng | mười | 7 |
                2 | Thanh tra | 5    | x y |
                """));
        assertThat(reading.findings()).containsExactly("not-a-number C7: mười", "not-a-number D8: x y");
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 2=7", "OFFICE 662 Thanh tra: 1=5");
    }

    @Test
    void reads_the_kinds_of_business_of_a_form_of_categories() {
        String sheet = """
                Biểu số II.06 | | Đơn vị báo cáo: UBND huyện Cư Jút
                Kỳ báo cáo: Năm 2023
                (1) | (2) | (3)=(4)+(5) | (4)
                I | Lĩnh vực cấp huyện | '1.673 | 73
                1 | Đất đai | 1600 | 70
                2 | Xã hội | 73 | 3
                """;
        assertThat(read(sheet).rows())
                .containsExactly(
                        "GROUP 662 Lĩnh vực cấp huyện: 3=1673 4=73",
                        "CATEGORY 662 Đất đai: 3=1600 4=70",
                        "CATEGORY 662 Xã hội: 3=73 4=3");
    }

    @Test
    void reads_on_after_an_empty_row() {
        assertThat(read(Reading.reception("""
                                1 | Văn phòng          | 5 | 7 |

                                2 | Thị trấn Ea T'Ling | 3 | 3 |
                                """)).rows()).hasSize(2);
    }

    @Test
    void loses_no_figures_behind_an_empty_row_and_a_unit_without_figures() {
        Reading reading = read(Reading.reception("""
                1 | Văn phòng          | 5 | 7 |

                2 | Thị trấn Ea T'Ling |   |   |
                3 | Xã Đắk Wil         | 9 | 9 |
                """));
        assertThat(reading.rows()).contains("UNIT 24646 Xã Đắk Wil: 1=9 2=9");
    }

    @Test
    void loses_no_unit_with_nothing_to_report_behind_an_empty_row() {
        Reading reading = read(Reading.reception("""
                1 | Văn phòng          | 5   | 7   |

                2 | Thị trấn Ea T'Ling | KPS | KPS |
                """));
        assertThat(reading.rows()).contains("UNIT 24640 Thị trấn Ea T'Ling: 1=0 2=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ghi chú: số đoàn đông người | | 3"})
    void takes_no_note_for_an_office(String note) {
        assertThat(read(Reading.reception("1 | Văn phòng | 5 | 7 |\n\n" + note)).rows())
                .containsExactly("OFFICE 662 Văn phòng: 1=5 2=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tổng số:", "TỔNG CỘNG:", "Tổng số (I+II)", "Tổng  cộng", "TỔNG SỐ"})
    void takes_no_total_for_an_office(String label) {
        assertThat(read(Reading.reception("1 | Văn phòng | 5 | 7 |\n| " + label + " | 5 | 7 |"))
                        .rows())
                .filteredOn(row -> row.startsWith("OFFICE"))
                .containsExactly("OFFICE 662 Văn phòng: 1=5 2=7");
    }

    @Test
    void finds_the_label_of_a_total_in_the_first_column() {
        assertThat(read(Reading.reception("1 | Văn phòng | 5 | 7 |\nTổng số | | 5 | 7 |"))
                        .rows())
                .contains("TOTAL 662 Tổng số: 1=5 2=7");
    }

    @Test
    void asks_who_is_meant_by_figures_without_a_label_beside_labelled_rows() {
        Reading reading = read(Reading.reception("""
                1 | Văn phòng          | 5  | 7  |
                2 | Thị trấn Ea T'Ling | 3  | 3  |
                  |                    | 8  | 10 |
                """));
        assertThat(reading.findings()).isNotEmpty();
    }

    @Test
    void reads_a_sheet_of_many_rows() {
        String rows = IntStream.rangeClosed(1, 500)
                .mapToObj(number -> "%d | Phòng %d | 1 | 2 | 3\n".formatted(number, number))
                .reduce("", String::concat);
        assertThat(read(Reading.reception(rows)).submission().ledger()).isEqualTo(new CellLedger(1500, 0, 0, 1000, 0));
    }

    private Reading read(String sheet) {
        return Reading.of(folder, sheet);
    }
}
