package tonghop.ingest.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.time.Validity;
import tonghop.ingest.SmallProvince;
import tonghop.spreadsheet.text.VietnameseText;

class PeriodRecognitionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Số liệu tính từ ngày 15/12/2022 đến ngày 14/12/2023                  | 2023
                    SỐ LIỆU TÍNH TỪ NGÀY 15/12/2022 ĐẾN NGÀY 14/12/2023                  | 2023
                    Kỳ báo cáo: Năm 2023 (Từ ngày 15/12/2022 đến ngày 14/12/2023)        | 2023
                    từ 15/12/2017 đến 14/9/2018                                          | 2018-9M
                    (từ ngày 15/12/2017 đến hết ngày 14/9/2018)                          | 2018-9M
                    Từ ngày 15 tháng 12 năm 2022 đến ngày 14 tháng 3 năm 2023            | 2023-Q1
                    từ ngày 15.12.2022 đến ngày 14.6.2023                                | 2023-H1
                    từ ngày 15-06-2023 - 14-12-2023                                      | 2023-H2
                    từ 15/06/2023 – 14/07/2023                                           | 2023-07
                    Từ ngày 14/7/2015 đến ngày 14/7/2020                                 | 2015-2020
                    """)
    void is_told_by_the_dates(String text, String code) {
        assertThat(codeOf(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Quý I năm 2023                    | 2023-Q1
                    Quý II năm 2023                   | 2023-Q2
                    QUÝ III NĂM 2023                  | 2023-Q3
                    Quý IV/2023                       | 2023-Q4
                    Quý 4/2023                        | 2023-Q4
                    Kỳ báo cáo: Quý III năm 2023      | 2023-Q3
                    6 tháng đầu năm 2023              | 2023-H1
                    6 THÁNG CUỐI NĂM 2023             | 2023-H2
                    Kết quả sáu tháng đầu năm 2023    | 2023-H1
                    9 tháng năm 2018                  | 2018-9M
                    9 tháng đầu năm 2018              | 2018-9M
                    Chín tháng năm 2018               | 2018-9M
                    Tháng 7 năm 2023                  | 2023-07
                    tháng 07/2023                     | 2023-07
                    Tháng 12/2023                     | 2023-12
                    Năm 2023                          | 2023
                    Kỳ báo cáo: năm 2023              | 2023
                    """)
    void is_told_by_its_name_where_there_are_no_dates(String text, String code) {
        assertThat(codeOf(text)).isEqualTo(code);
    }

    @Test
    void is_told_by_the_dates_before_any_name() {
        assertThat(codeOf("Quý III năm 2023", "Số liệu tính từ ngày 15/12/2022 đến ngày 14/12/2023"))
                .isEqualTo("2023");
    }

    /** Copied from an older sheet together with its dates. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Kỳ báo cáo: Quý IV năm 2023; từ ngày 15/09/2022 đến ngày 14/12/2022 | Quý IV năm 2023, Quý IV năm 2022
                    Quý III năm 2024; từ ngày 15/3/2024 đến ngày 14/6/2024              | Quý III năm 2024, Quý II năm 2024
                    Quý IV năm 2024; từ ngày 15/12/2023 đến ngày 14/12/2024             | Quý IV năm 2024, Năm 2024
                    Năm 2023; từ ngày 15/12/2021 đến ngày 14/12/2022                    | Năm 2023, Năm 2022
                    """)
    void is_asked_for_where_the_sheet_states_two(String head, String candidates) {
        assertThat(recognise(head.split("; ", -1)).contradiction())
                .get()
                .extracting(contradiction -> contradiction.question().fact(Fact.CANDIDATES))
                .isEqualTo(candidates);
    }

    @Test
    void may_be_a_quarter_of_the_year_that_is_named_above_it() {
        assertThat(recognise("Năm 2023", "từ ngày 15/06/2023 đến ngày 14/09/2023")
                        .contradiction())
                .isEmpty();
    }

    @Test
    void is_told_from_decomposed_text() {
        String text = Normalizer.normalize("Số liệu tính từ ngày 15/12/2022 đến ngày 14/12/2023", Normalizer.Form.NFD);
        assertThat(codeOf(VietnameseText.tidy(text))).isEqualTo("2023");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Số liệu tính từ ngày 01/01/2023 đến ngày 31/12/2023                         | 2023
                    từ ngày 15/12/2022 đến ngày 15/12/2023                                      | 2023
                    từ ngày 1/12/2019 đến ngày 29/2/2020                                        | 2020-Q1
                    từ ngày 01/07/2023 đến ngày 31/07/2023                                      | 2023-07
                    Năm 2025; Số liệu tính từ ngày 15/12/2024 đến ngày 30/6/2025                | 2025
                    Kỳ báo cáo: 9 tháng năm 2025; từ ngày 15/12/2024 đến ngày 30/6/2025         | 2025-9M
                    Kỳ báo cáo: Quý III năm 2025; từ ngày 01/07/2025 đến ngày 14/09/2025        | 2025-Q3
                    """)
    void is_the_one_that_other_dates_come_near(String head, String code) {
        PeriodRecognition.Recognised recognised = recognise(head.split("; ", -1));
        assertThat(recognised.stated())
                .get()
                .extracting(stated -> stated.period().code())
                .isEqualTo(code);
        assertThat(recognised.findings()).extracting(Finding::code).containsExactly(FindingCode.OTHER_DATES);
    }

    @Test
    void keeps_the_other_dates_and_names_both() {
        PeriodRecognition.Recognised recognised = recognise("từ ngày 01/01/2023 đến ngày 31/12/2023");
        assertThat(recognised.stated().orElseThrow().declared())
                .isEqualTo(new Validity(LocalDate.parse("2023-01-01"), LocalDate.parse("2023-12-31")));
        assertThat(recognised.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.value()).isEqualTo("từ ngày 01/01/2023 đến ngày 31/12/2023");
            assertThat(finding.expected()).isEqualTo("Năm 2023 (15/12/2022 - 14/12/2023)");
        });
    }

    @Test
    void keeps_no_other_dates_where_they_are_the_periods() {
        assertThat(recognise("từ ngày 15/12/2022 đến ngày 14/12/2023")
                        .stated()
                        .orElseThrow()
                        .declared())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"2025/513.xlsx, 2025", "bao-cao-nam-2025.xlsx, 2025", "9 tháng 2025/513.xlsx, 2025-9M"})
    void is_told_by_the_folder_where_the_days_are_those_of_old_units_in_several(String file, String code) {
        List<Head.Line> lines = List.of(new Head.Line(2, 0, "từ ngày 15/12/2024 đến ngày 30/6/2025"));
        assertThat(new PeriodRecognition(SmallProvince.CALENDAR)
                        .periodOf(new Head(lines), file, "TCD", Optional.empty())
                        .stated())
                .get()
                .extracting(stated -> stated.period().code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "từ ngày 15/12/2021 đến ngày 14/12/2023",
                "từ ngày 22/01/2024 đến ngày 22/01/2024",
                "từ ngày 31/02/2023 đến ngày 14/12/2023",
                "từ ngày 15/13/2022 đến ngày 14/14/2023",
                "từ ngày 31/12/2023 đến ngày 01/01/2023"
            })
    void lies_outside_the_calendar_where_the_dates_come_near_none(String text) {
        assertThat(finding(text)).startsWith("period-outside-calendar A3: từ ngày ");
    }

    @Test
    void lies_outside_the_calendar_with_the_year_as_a_hint() {
        assertThat(finding("từ ngày 01/01/2023 đến ngày 05/01/2023"))
                .isEqualTo("period-outside-calendar A3: từ ngày 01/01/2023 đến ngày 05/01/2023,"
                        + " expected 2023: 2022-12-15 - 2023-12-14");
    }

    @Test
    void lies_outside_the_calendar_where_the_dates_come_near_several() {
        assertThat(finding("từ ngày 01/07/2025 đến ngày 14/12/2025"))
                .isEqualTo("period-outside-calendar A3: từ ngày 01/07/2025 đến ngày 14/12/2025,"
                        + " expected 2025: 2024-12-15 - 2025-12-14, 2025-H2: 2025-06-15 - 2025-12-14");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN",
                "Số liệu tính từ ngày … đến ngày …",
                "SO_LIEU_TINH_TU_NGAY_DEN_NGAY",
                "(Ban hành kèm theo Thông tư số 02/2021/TT-TTCP ngày 22 tháng 3 năm 2021)",
                "Cư Jút, ngày 20 tháng 12 năm 2023",
                "Quý V năm 2023",
                "Tháng 13 năm 2023"
            })
    void is_unknown_where_nothing_states_it(String text) {
        assertThat(finding(text)).startsWith("unknown-period null");
    }

    /** The line for place and date, the day still to be filled in by hand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cư Jút, ngày tháng 12 năm 2023",
                "Cư Jút, ngày … tháng 12 năm 2023",
                "Cư Jút, ngày ... tháng 12 năm 2023"
            })
    void is_not_the_month_in_which_the_sheet_is_signed(String text) {
        assertThat(codeOf(text, "Kỳ báo cáo: Năm 2023")).isEqualTo("2023");
    }

    private static String codeOf(String... lines) {
        return recognise(lines).stated().map(stated -> stated.period().code()).orElse("none");
    }

    private static String finding(String line) {
        PeriodRecognition.Recognised recognised = recognise(line);
        assertThat(recognised.stated()).isEmpty();
        assertThat(recognised.findings()).hasSize(1);
        var finding = recognised.findings().get(0);
        return "%s %s: %s, expected %s"
                .formatted(finding.code().code(), finding.place().cell(), finding.value(), finding.expected());
    }

    private static PeriodRecognition.Recognised recognise(String... texts) {
        List<Head.Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Head.Line(2 + lines.size(), 0, text));
        }
        return new PeriodRecognition(SmallProvince.CALENDAR)
                .periodOf(new Head(lines), "662.xlsx", "TCD", Optional.empty());
    }
}
