package tonghop.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingCalendarTest {

    private static final Period TERM =
            new Period("2015-2020", PeriodType.TERM, day("2015-07-14"), day("2020-07-14"), "Giai đoạn 2015 - 2020");

    private static final ReportingCalendar STRADDLED =
            new ReportingCalendar(14, List.of(TERM), Map.of(), List.of(day("2025-07-01")));

    private static final ReportingCalendar CALENDAR = new ReportingCalendar(14, List.of(TERM), Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2023-01   | month       | 2022-12-15 | 2023-01-14 | Tháng 1 năm 2023
                    2023-03   | month       | 2023-02-15 | 2023-03-14 | Tháng 3 năm 2023
                    2023-12   | month       | 2023-11-15 | 2023-12-14 | Tháng 12 năm 2023
                    2023-Q1   | quarter     | 2022-12-15 | 2023-03-14 | Quý I năm 2023
                    2023-Q2   | quarter     | 2023-03-15 | 2023-06-14 | Quý II năm 2023
                    2023-Q3   | quarter     | 2023-06-15 | 2023-09-14 | Quý III năm 2023
                    2023-Q4   | quarter     | 2023-09-15 | 2023-12-14 | Quý IV năm 2023
                    2023-H1   | half        | 2022-12-15 | 2023-06-14 | 6 tháng đầu năm 2023
                    2023-H2   | half        | 2023-06-15 | 2023-12-14 | 6 tháng cuối năm 2023
                    2018-9M   | nine-months | 2017-12-15 | 2018-09-14 | 9 tháng năm 2018
                    2023      | year        | 2022-12-15 | 2023-12-14 | Năm 2023
                    2015-2020 | term        | 2015-07-14 | 2020-07-14 | Giai đoạn 2015 - 2020
                    """)
    void closes_every_kind_of_period_on_the_fourteenth(
            String code, String type, LocalDate from, LocalDate to, String label) {
        assertThat(CALENDAR.find(code))
                .get()
                .isEqualTo(new Period(
                        code, PeriodType.valueOf(type.replace('-', '_').toUpperCase(Locale.ROOT)), from, to, label));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-Q2, '2023-Q1 2022-Q4 2022-Q3 2022-Q2 2022-Q1'",
        "2023-02, '2023-01 2022-12 2022-11 2022-10 2022-09'",
        "2023-H1, '2022-H2 2022-H1 2021-H2 2021-H1 2020-H2'",
        "2018-9M, '2017-9M 2016-9M 2015-9M 2014-9M 2013-9M'",
        "1992, '1991 1990'",
        "2015-2020, ''"
    })
    void names_the_periods_of_the_same_type_before(String code, String before) {
        assertThat(CALENDAR.before(CALENDAR.find(code).orElseThrow(), 5).stream()
                        .map(Period::code)
                        .toList())
                .isEqualTo(before.isEmpty() ? List.of() : List.of(before.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-12-15", "2022-12-24", "2022-12-31"})
    void counts_the_second_half_of_december_to_the_next_year(LocalDate day) {
        assertThat(daysOf("2022").holdsOn(day)).isFalse();
        assertThat(daysOf("2023").holdsOn(day)).isTrue();
        assertThat(daysOf("2023-Q1").holdsOn(day)).isTrue();
        assertThat(daysOf("2023-01").holdsOn(day)).isTrue();
    }

    @Test
    void leaves_no_day_between_one_month_and_the_next_and_counts_none_twice() {
        LocalDate next = day("2019-12-15");
        for (int month = 1; month <= 12; month++) {
            Period period = find("2020-%02d".formatted(month));
            assertThat(period.from()).isEqualTo(next);
            next = period.to().plusDays(1);
        }
        assertThat(next).isEqualTo(find("2021").from());
    }

    @ParameterizedTest
    @MethodSource("manyCodes")
    void finds_by_its_days_what_it_finds_by_its_code(String code) {
        Period period = find(code);
        assertThat(CALENDAR.between(period.from(), period.to())).contains(period);
    }

    static Stream<String> manyCodes() {
        Random random = new Random(14);
        String[] kinds = {"", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "-9M", "-%02d"};
        return Stream.generate(() -> (1990 + random.nextInt(111))
                        + kinds[random.nextInt(kinds.length)].formatted(1 + random.nextInt(12)))
                .limit(200);
    }

    @Test
    void finds_a_term_by_its_days() {
        assertThat(CALENDAR.between(day("2015-07-14"), day("2020-07-14"))).contains(TERM);
    }

    @ParameterizedTest
    @CsvSource({"2023-01-01, 2023-12-31", "2022-12-15, 2023-12-15", "2022-12-14, 2023-12-14", "2023-12-14, 2022-12-15"})
    void finds_no_period_for_other_days(LocalDate from, LocalDate to) {
        assertThat(CALENDAR.between(from, to)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "23",
                "2023-Q5",
                "2023-Q0",
                "2023-Q",
                "2023-H3",
                "2023-13",
                "2023-00",
                "2023-1",
                "2023-6M",
                "2023-q1",
                "2023-9m",
                "2023 ",
                "2023-12-14",
                "1989",
                "2101",
                "2015-2021",
                "Quý I",
                "٢٠٢٣"
            })
    void knows_no_other_codes(String code) {
        assertThat(CALENDAR.find(code)).isEmpty();
    }

    @Test
    void lets_a_province_lay_down_other_days() {
        ReportingCalendar calendar = withOverride("2020-Q1", "2019-12-01", "2020-02-29");
        Period quarter = calendar.find("2020-Q1").orElseThrow();
        assertThat(quarter.from()).isEqualTo(day("2019-12-01"));
        assertThat(quarter.to()).isEqualTo(day("2020-02-29"));
        assertThat(calendar.between(day("2019-12-01"), day("2020-02-29"))).contains(quarter);
        assertThat(calendar.between(day("2019-12-15"), day("2020-03-14"))).isEmpty();
        assertThat(calendar.find("2020-Q2")).isEqualTo(CALENDAR.find("2020-Q2"));
    }

    @Test
    void finds_a_year_by_its_days_that_was_laid_down_to_end_in_the_next() {
        ReportingCalendar calendar = withOverride("2020", "2020-02-01", "2021-01-31");
        assertThat(calendar.between(day("2020-02-01"), day("2021-01-31")))
                .map(Period::code)
                .contains("2020");
    }

    @Test
    void keeps_the_usual_day_where_an_override_names_only_the_other() {
        ReportingCalendar calendar =
                new ReportingCalendar(14, List.of(), Map.of("2020", new Validity(day("2019-12-01"), null)));
        assertThat(calendar.find("2020"))
                .get()
                .extracting(Period::from, Period::to)
                .containsExactly(day("2019-12-01"), day("2020-12-14"));
    }

    @Test
    void closes_on_another_day_where_the_catalogue_says_so() {
        ReportingCalendar calendar = new ReportingCalendar(28, List.of(), Map.of());
        assertThat(calendar.find("2024-03"))
                .get()
                .extracting(Period::from, Period::to)
                .containsExactly(day("2024-02-29"), day("2024-03-28"));
        assertThat(calendar.find("2023-03")).get().extracting(Period::from).isEqualTo(day("2023-03-01"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 29, 31, -1})
    void refuses_a_closing_day_that_some_month_lacks(int day) {
        assertThatThrownBy(() -> new ReportingCalendar(day, List.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2023-12-14T23:59:59+07:00 | 2023-12-14 | 2023-12 2023-Q4 2023-H2 2023
                    2023-12-15T00:00:00+07:00 | 2023-12-15 | 2024-01 2024-Q1 2024-H1 2024-9M 2024
                    2023-12-14T16:59:59Z      | 2023-12-14 | 2023-12 2023-Q4 2023-H2 2023
                    2023-12-14T17:00:00Z      | 2023-12-15 | 2024-01 2024-Q1 2024-H1 2024-9M 2024
                    2023-12-14T11:59:00-05:00 | 2023-12-14 | 2023-12 2023-Q4 2023-H2 2023
                    2023-12-14T12:00:00-05:00 | 2023-12-15 | 2024-01 2024-Q1 2024-H1 2024-9M 2024
                    2023-12-13T13:30:00-03:30 | 2023-12-14 | 2023-12 2023-Q4 2023-H2 2023
                    2023-12-31T23:59:59+07:00 | 2023-12-31 | 2024-01 2024-Q1 2024-H1 2024-9M 2024
                    2024-01-01T00:00:00+07:00 | 2024-01-01 | 2024-01 2024-Q1 2024-H1 2024-9M 2024
                    2023-12-31T17:00:00Z      | 2024-01-01 | 2024-01 2024-Q1 2024-H1 2024-9M 2024
                    2024-01-14T23:59:59+07:00 | 2024-01-14 | 2024-01 2024-Q1 2024-H1 2024-9M 2024
                    2024-01-15T00:00:00+07:00 | 2024-01-15 | 2024-02 2024-Q1 2024-H1 2024-9M 2024
                    2024-02-28T23:59:59+07:00 | 2024-02-28 | 2024-03 2024-Q1 2024-H1 2024-9M 2024
                    2024-02-29T12:00:00+07:00 | 2024-02-29 | 2024-03 2024-Q1 2024-H1 2024-9M 2024
                    2024-02-28T17:00:00Z      | 2024-02-29 | 2024-03 2024-Q1 2024-H1 2024-9M 2024
                    2023-02-28T17:00:00Z      | 2023-03-01 | 2023-03 2023-Q1 2023-H1 2023-9M 2023
                    2024-03-14T23:59:59+07:00 | 2024-03-14 | 2024-03 2024-Q1 2024-H1 2024-9M 2024
                    2024-03-15T00:00:00+07:00 | 2024-03-15 | 2024-04 2024-Q2 2024-H1 2024-9M 2024
                    2024-06-14T23:59:59+07:00 | 2024-06-14 | 2024-06 2024-Q2 2024-H1 2024-9M 2024
                    2024-06-15T00:00:00+07:00 | 2024-06-15 | 2024-07 2024-Q3 2024-H2 2024-9M 2024
                    2024-09-14T23:59:59+07:00 | 2024-09-14 | 2024-09 2024-Q3 2024-H2 2024-9M 2024
                    2024-09-15T00:00:00+07:00 | 2024-09-15 | 2024-10 2024-Q4 2024-H2 2024
                    2020-07-14T23:59:59+07:00 | 2020-07-14 | 2020-07 2020-Q3 2020-H2 2020-9M 2020 2015-2020
                    """)
    void counts_a_moment_to_the_periods_of_its_day_in_viet_nam(OffsetDateTime moment, LocalDate day, String periods) {
        for (String server : List.of("UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati")) {
            Clock clock = Clock.fixed(moment.toInstant(), ZoneId.of(server));
            assertThat(ReportingCalendar.today(clock)).isEqualTo(day);
            assertThat(CALENDAR.containing(ReportingCalendar.today(clock)).stream()
                            .map(Period::code)
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(periods);
        }
    }

    @Test
    void counts_each_day_of_forty_years_to_one_month_one_quarter_and_one_year() {
        for (LocalDate day = day("1995-01-01"); day.getYear() < 2035; day = day.plusDays(1)) {
            assertThat(CALENDAR.containing(day).stream().map(Period::type).filter(type -> type != PeriodType.TERM))
                    .as(day.toString())
                    .hasSize(
                            day.isAfter(day.withMonth(9).withDayOfMonth(14))
                                            && !day.isAfter(day.withMonth(12).withDayOfMonth(14))
                                    ? 4
                                    : 5)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2023-01-01 | 2023-12-31 | 2023
                    2022-12-15 | 2023-12-15 | 2023
                    2022-12-15 | 2023-12-31 | 2023
                    2023-01-01 | 2023-12-14 | 2023
                    2019-12-01 | 2020-02-29 | 2020-Q1
                    2023-07-01 | 2023-07-31 | 2023-07
                    2024-02-01 | 2024-02-29 | 2024-02
                    2023-02-01 | 2023-02-28 | 2023-02
                    2023-07-01 | 2023-09-30 | 2023-Q3
                    2023-01-01 | 2023-06-30 | 2023-H1
                    2025-01-01 | 2025-06-30 | 2025-H1
                    2025-07-01 | 2025-09-30 | 2025-Q3
                    2018-01-01 | 2018-09-30 | 2018-9M
                    2017-12-15 | 2018-09-20 | 2018-9M
                    2015-08-01 | 2020-07-31 | 2015-2020
                    2024-12-15 | 2025-06-20 | 2025-H1
                    2023-12-31 | 2023-12-31 | none
                    2024-01-22 | 2024-01-22 | none
                    2020-12-15 | 2022-12-14 | none
                    2018-01-01 | 2020-12-31 | none
                    2025-06-15 | 2025-06-30 | 2025-H2 2025-Q3 2025-07
                    """)
    void knows_which_period_other_days_come_near(LocalDate from, LocalDate to, String codes) {
        String near = STRADDLED.near(from, to).stream().map(Period::code).collect(Collectors.joining(" "));
        assertThat(near.isEmpty() ? "none" : near).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-15, 2025-06-30", "2025-07-01, 2025-09-14", "2025-07-01, 2025-12-14"})
    void cannot_tell_which_period_the_days_of_old_or_new_units_stand_for(LocalDate from, LocalDate to) {
        assertThat(STRADDLED.near(from, to)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025    | 2024-12-15 | 2025-06-30 | true
                    2025    | 2025-01-01 | 2025-06-30 | true
                    2025    | 2025-07-01 | 2025-12-14 | true
                    2025    | 2025-07-01 | 2025-12-31 | true
                    2025    | 2025-01-01 | 2025-12-31 | true
                    2025    | 2025-03-15 | 2025-06-14 | false
                    2025-Q3 | 2025-06-15 | 2025-06-30 | true
                    2025-Q3 | 2025-07-01 | 2025-09-14 | true
                    2025-Q3 | 2025-06-15 | 2025-06-20 | false
                    2024    | 2023-12-15 | 2024-06-30 | false
                    2024    | 2024-07-01 | 2024-12-14 | false
                    2023-07 | 2023-07-01 | 2023-07-31 | true
                    2023-07 | 2023-08-01 | 2023-08-31 | false
                    """)
    void knows_whether_other_days_may_be_those_of_a_named_period(
            String code, LocalDate from, LocalDate to, boolean is) {
        assertThat(STRADDLED.isNear(STRADDLED.find(code).orElseThrow(), from, to))
                .isEqualTo(is);
    }

    private static ReportingCalendar withOverride(String code, String from, String to) {
        return new ReportingCalendar(14, List.of(), Map.of(code, new Validity(day(from), day(to))));
    }

    private static Period find(String code) {
        return CALENDAR.find(code).orElseThrow();
    }

    private static Validity daysOf(String code) {
        return new Validity(find(code).from(), find(code).to());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
