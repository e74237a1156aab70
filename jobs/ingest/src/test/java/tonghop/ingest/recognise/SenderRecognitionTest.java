package tonghop.ingest.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Finding;
import tonghop.domain.unit.Unit;
import tonghop.ingest.SmallProvince;

class SenderRecognitionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UBND HUYỆN CƯ JÚT                                             | 662
                    ỦY BAN NHÂN DÂN HUYỆN CƯ JÚT                                  | 662
                    UBND TỈNH ĐẮK NÔNG; UBND HUYỆN CƯ JÚT                         | 662
                    UBND TỈNH ĐẮK NÔNG; SỞ NỘI VỤ                                 | 67
                    UBND HUYỆN CƯ JÚT; UBND THỊ TRẤN EA T'LING                    | 24640
                    UBND HUYỆN CƯ JÚT; THANH TRA                                  | 662
                    Đơn vị báo cáo: UBND huyện Cư Jút                             | 662
                    Đơn vị báo cáo: UBND huyện Cư Jút; UBND tỉnh Đắk Nông         | 662
                    UBND tỉnh Đắk Nông; Đơn vị báo cáo: Huyện Cư Jút              | 662
                    Đơn vị nhận báo cáo: UBND tỉnh Đắk Nông; UBND HUYỆN CƯ JÚT    | 662
                    UBND HUYỆN CƯ JÚT; CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM         | 662
                    """)
    void is_the_last_unit_within_those_before(String head, String code) {
        assertThat(sender("bao-cao.xlsx", head)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"dak-nong/2023/662.xlsx, 662", "662 lần 2.xlsx, 662", "TCD_24640_ban sua.xlsx, 24640"})
    void is_told_by_the_code_in_the_file_name_where_the_sheet_names_none(String file, String code) {
        assertThat(sender(file, "TỔNG HỢP KẾT QUẢ")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bao-cao.xlsx", "999.xlsx", "2023.xlsx", "quý 3.xlsx"})
    void is_unknown_where_nothing_tells(String file) {
        assertThat(sender(file, "TỔNG HỢP KẾT QUẢ")).isEqualTo("unknown-unit null ");
    }

    /** 31 is the code of Hải Phòng, and the last day of the year. */
    @ParameterizedTest
    @ValueSource(strings = {"bao-cao-31-12-2023.xlsx", "31.12.2023.xlsx", "Bao cao thang 12 (31).xlsx"})
    void is_not_told_by_a_day_in_the_file_name(String file) {
        assertThat(sender(file, "TỔNG HỢP KẾT QUẢ")).startsWith("unknown-unit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UBND HUYỆN LẠ",
                "ỦY BAN NHÂN DÂN HUYỆN LẠ",
                "UBND TỈNH ĐẮK NÔNG; UBND HUYỆN LẠ",
                "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG; ỦY BAN NHÂN DÂN HUYỆN LẠ",
                "UBND TỈNH ĐẮK NÔNG; UBND HUYỆN LẠ; UBND TỈNH ĐẮK NÔNG"
            })
    void is_unknown_where_the_committee_is(String head) {
        assertThat(sender("bao-cao.xlsx", head)).startsWith("unknown-unit A").contains("HUYỆN LẠ");
    }

    @Test
    void is_unknown_even_where_the_file_name_has_a_code() {
        assertThat(sender("662.xlsx", "UBND HUYỆN LẠ")).isEqualTo("unknown-unit A1 UBND HUYỆN LẠ");
    }

    @Test
    void is_asked_for_where_two_units_are_named_side_by_side() {
        assertThat(sender("bao-cao.xlsx", "UBND HUYỆN CƯ JÚT; Đơn vị báo cáo: UBND huyện Đắk Mil"))
                .startsWith("ambiguous-unit");
    }

    @Test
    void may_be_another_than_the_file_name_says() {
        SenderRecognition.Recognised recognised = recognise("663.xlsx", "UBND HUYỆN CƯ JÚT");
        assertThat(recognised.unit()).map(Unit::code).contains("662");
        assertThat(recognised.findings())
                .extracting(finding -> finding.code().code() + " " + finding.value() + " " + finding.expected())
                .containsExactly("unit-signs-disagree 663 662");
    }

    @ParameterizedTest
    @ValueSource(strings = {"662.xlsx", "bao-cao.xlsx", "2023.xlsx", "bao-cao-31-12-2023.xlsx"})
    void is_not_doubted_because_of_other_numbers_in_the_file_name(String file) {
        assertThat(recognise(file, "UBND HUYỆN CƯ JÚT").findings()).isEmpty();
    }

    private static String sender(String file, String head) {
        SenderRecognition.Recognised recognised = recognise(file, head);
        return recognised
                .unit()
                .map(Unit::code)
                .orElseGet(() -> asText(recognised.findings().get(0)));
    }

    private static String asText(Finding finding) {
        return "%s %s %s".formatted(finding.code().code(), finding.place().cell(), finding.value());
    }

    private static SenderRecognition.Recognised recognise(String file, String head) {
        List<Head.Line> lines = new ArrayList<>();
        for (String line : head.split("; ", -1)) {
            lines.add(new Head.Line(lines.size(), 0, line));
        }
        return SenderRecognition.senderOf(
                new Head(lines), SmallProvince.on("2023-12-14"), SmallProvince.names("2023-12-14"), file, "TCD");
    }
}
