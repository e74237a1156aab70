package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Finding;
import tonghop.domain.form.Submission;

/** Who is meant in a sheet of 2025, when a name or code may be that of a unit before or after 1 July. */
class StraddlingNamesTest {

    private static final String WHOLE_YEAR = "15/12/2024 đến ngày 14/12/2025";
    private static final String UNTIL_JUNE = "15/12/2024 đến ngày 30/6/2025";
    private static final String FROM_JULY = "01/07/2025 đến ngày 14/12/2025";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UBND THÀNH PHỐ ĐÀ NẴNG                      | 15/12/2024 đến ngày 14/12/2025 | 48
                    UBND THÀNH PHỐ ĐÀ NẴNG                      | 15/12/2024 đến ngày 30/6/2025  | 48@2025-06-30
                    UBND THÀNH PHỐ ĐÀ NẴNG                      | 01/07/2025 đến ngày 14/12/2025 | 48
                    UBND THÀNH PHỐ ĐÀ NẴNG (cũ)                 | 15/12/2024 đến ngày 14/12/2025 | 48@2025-06-30
                    UBND THÀNH PHỐ ĐÀ NẴNG (ĐẾN 30/6/2025)      | 15/12/2024 đến ngày 14/12/2025 | 48@2025-06-30
                    UBND THÀNH PHỐ ĐÀ NẴNG (mới)                | 15/12/2024 đến ngày 14/12/2025 | 48
                    UBND PHƯỜNG HẢI CHÂU                        | 15/12/2024 đến ngày 30/6/2025  | 20197@2025-06-30
                    UBND PHƯỜNG HẢI CHÂU                        | 15/12/2024 đến ngày 14/12/2025 | 20197
                    UBND QUẬN LIÊN CHIỂU                        | 15/12/2024 đến ngày 14/12/2025 | 490
                    UBND HUYỆN THĂNG BÌNH                       | 15/12/2024 đến ngày 30/6/2025  | 513
                    UBND XÃ THĂNG BÌNH                          | 15/12/2024 đến ngày 14/12/2025 | 20791
                    UBND THỊ TRẤN HÀ LAM                        | 15/12/2024 đến ngày 30/6/2025  | 20791@2025-06-30
                    """)
    void is_the_sender_that_existed_on_the_last_day_stated(String committee, String days, String unit) {
        assertThat(read("bao-cao.xlsx", committee, "từ ngày " + days, "Phòng Nội vụ")
                        .file()
                        .submissions())
                .extracting(Submission::unit)
                .containsExactly(unit);
    }

    @Test
    void is_asked_for_where_no_days_are_stated() {
        Reading reading = read("bao-cao.xlsx", "UBND THÀNH PHỐ ĐÀ NẴNG", "", "Phòng Nội vụ");
        assertThat(reading.findings()).containsExactly("ambiguous-unit A1: UBND THÀNH PHỐ ĐÀ NẴNG");
        assertThat(reading.file().findings())
                .extracting(Finding::expected)
                .containsExactly("48@2025-06-30 Thành phố Đà Nẵng (đến 30/6/2025), 48 Thành phố Đà Nẵng");
    }

    @ParameterizedTest
    @CsvSource({"20791.xlsx, 20791, " + WHOLE_YEAR, "20791.xlsx, 20791@2025-06-30, " + UNTIL_JUNE})
    @CsvSource({"20791@2025-06-30.xlsx, 20791@2025-06-30, " + WHOLE_YEAR, "513.xlsx, 513, " + UNTIL_JUNE})
    void is_told_by_the_code_of_the_file_and_the_days(String file, String unit, String days) {
        assertThat(read(file, "", "từ ngày " + days, "Phòng Nội vụ").file().submissions())
                .extracting(Submission::unit)
                .containsExactly(unit);
    }

    @Test
    void is_asked_for_where_the_code_of_the_file_is_of_two_units() {
        Reading reading = read("20791.xlsx", "", "", "Phòng Nội vụ");
        assertThat(reading.findings()).containsExactly("ambiguous-unit -: 20791");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20791.xlsx", "20791@2025-06-30.xlsx"})
    void is_not_doubted_where_the_code_of_the_file_fits(String file) {
        assertThat(read(file, "UBND THỊ TRẤN HÀ LAM", "", "Phòng Nội vụ").findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UBND QUẬN LIÊN CHIỂU       | Phường Hải Châu                     | UNIT 20197@2025-06-30
                    UBND QUẬN LIÊN CHIỂU       | Phường Hòa Khánh Bắc                | UNIT 20194
                    UBND HUYỆN THĂNG BÌNH      | Thị trấn Hà Lam                     | UNIT 20791@2025-06-30
                    UBND THÀNH PHỐ ĐÀ NẴNG     | Xã Thăng Bình                       | UNIT 20791
                    UBND THÀNH PHỐ ĐÀ NẴNG     | Huyện Thăng Bình                    | UNIT 513
                    UBND THÀNH PHỐ ĐÀ NẴNG     | Tỉnh Quảng Nam                      | UNIT 49
                    UBND THÀNH PHỐ ĐÀ NẴNG     | UBND thành phố Đà Nẵng              | SENDER 48
                    UBND THÀNH PHỐ ĐÀ NẴNG     | Thành phố Đà Nẵng (cũ)              | UNIT 48@2025-06-30
                    UBND THÀNH PHỐ ĐÀ NẴNG     | Thành phố Đà Nẵng (đến 30/6/2025)   | UNIT 48@2025-06-30
                    UBND THÀNH PHỐ ĐÀ NẴNG     | Thành phố Đà Nẵng (mới)             | SENDER 48
                    UBND THÀNH PHỐ ĐÀ NẴNG     | Phường Hải Châu (cũ)                | UNIT 20197@2025-06-30
                    UBND THÀNH PHỐ ĐÀ NẴNG     | Phường Hải Châu (mới)               | UNIT 20197
                    """)
    void is_the_row_that_the_sender_or_a_mark_tells(String committee, String label, String meaning) {
        Reading reading = read("bao-cao.xlsx", committee, "từ ngày " + WHOLE_YEAR, label);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly(meaning + " " + label + ": 1=5 2=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phường Hải Châu", "Thành phố Đà Nẵng", "Thăng Bình", "Hải Châu"})
    void is_asked_for_where_a_row_may_be_of_either_time(String label) {
        assertThat(read("bao-cao.xlsx", "UBND THÀNH PHỐ ĐÀ NẴNG", "từ ngày " + WHOLE_YEAR, label)
                        .findings())
                .containsExactly("ambiguous-unit B7: " + label);
    }

    @Test
    void is_the_row_of_the_days_that_the_sheet_states() {
        assertThat(read("48.xlsx", "UBND THÀNH PHỐ ĐÀ NẴNG", "từ ngày " + FROM_JULY, "Phường Hải Châu")
                        .rows())
                .containsExactly("UNIT 20197 Phường Hải Châu: 1=5 2=7");
    }

    @Test
    void keeps_the_days_that_an_old_district_states() {
        Reading reading = read("513.xlsx", "UBND HUYỆN THĂNG BÌNH", "từ ngày " + UNTIL_JUNE, "Thị trấn Hà Lam");
        assertThat(reading.findings()).containsExactly("other-dates B4: từ ngày " + UNTIL_JUNE);
        assertThat(reading.file().submissions()).singleElement().satisfies(submission -> {
            assertThat(submission.period().code()).isEqualTo("2025");
            assertThat(submission.declared()).hasToString("Validity[from=2024-12-15, to=2025-06-30]");
        });
    }

    /** A sheet for the year 2025 with one row. */
    private Reading read(String file, String committee, String dates, String label) {
        String sheet = """
                %s | | | Biểu số: 01/TCD
                | TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN
                | Kỳ báo cáo: Năm 2025
                | %s
                TT | Đơn vị | Cột | Cột | Cột | Cột
                A | B | 1 | 2 | 3
                1 | %s | 5 | 7 |
                """.formatted(committee, dates, label);
        return Reading.of(folder, file, TextWorkbook.xlsx().sheet("Biểu", sheet));
    }
}
