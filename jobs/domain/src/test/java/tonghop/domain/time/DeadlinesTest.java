package tonghop.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tonghop.domain.UnitLevel;

class DeadlinesTest {

    private static final ReportingCalendar CALENDAR = new ReportingCalendar(14, List.of(), Map.of());

    /** Tết of 2024 was from 8 to 14 February, the closing day of the month; Giỗ Tổ on 18 April. */
    private static final WorkingDays DAYS = new WorkingDays(
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2)),
            Set.copyOf(List.of(
                    day("2024-02-08"),
                    day("2024-02-09"),
                    day("2024-02-12"),
                    day("2024-02-13"),
                    day("2024-02-14"),
                    day("2024-04-18"),
                    day("2023-05-03"))),
            Set.of(day("2024-05-04")));

    @ParameterizedTest
    @CsvSource({"2024-05-03, true", "2024-05-04, true", "2024-05-05, false", "2024-05-11, false"})
    @CsvSource({"2024-04-30, false", "2024-02-14, false", "2024-02-15, true"})
    void offices_work_on_weekdays_that_are_no_holidays_and_where_a_day_was_exchanged(LocalDate day, boolean isWorked) {
        assertThat(DAYS.isWorkingDay(day)).isEqualTo(isWorked);
    }

    @ParameterizedTest
    @CsvSource({
        // 30 April on a Saturday, 1 May on a Sunday: Monday and Tuesday instead.
        "2022-05-02, false",
        "2022-05-03, false",
        "2022-05-04, true",
        // Giỗ Tổ on the Saturday before.
        "2023-05-01, false",
        "2023-05-02, false",
        "2023-05-03, false",
        "2023-05-04, true",
        "2023-01-02, false",
        "2023-09-04, false",
        "2024-09-02, false",
        "2024-09-03, true"
    })
    void a_yearly_holiday_on_a_weekend_is_made_good_on_the_next_working_day(LocalDate day, boolean isWorked) {
        assertThat(DAYS.isWorkingDay(day)).isEqualTo(isWorked);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-Q4, 1, 2023-12-15",
        "2023-Q4, 2, 2023-12-18",
        "2024-02, 1, 2024-02-15",
        "2024-04, 4, 2024-04-19",
        "2024, 1, 2024-12-16",
        "2024-H1, 2, 2024-06-18"
    })
    void working_days_are_counted_from_the_day_after_the_close(String period, int count, LocalDate last) {
        assertThat(deadlines(count, null).lastDay(UnitLevel.DISTRICT, period(period)))
                .contains(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06, 25, 2024-06-25",
        // 25 February 2024 was a Sunday.
        "2024-02, 25, 2024-02-26",
        "2024-03, 10, 2024-04-10",
        // The day after the close is no working day; the first one after is the earliest.
        "2024-09, 15, 2024-09-16",
    })
    void a_day_of_the_month_is_the_next_one_after_the_close_on_which_offices_work(
            String period, int day, LocalDate last) {
        assertThat(deadlines(null, day).lastDay(UnitLevel.DISTRICT, period(period)))
                .contains(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-18T23:59:59.999+07:00, false",
        "2023-12-19T00:00:00+07:00, true",
        "2023-12-18T16:59:59Z, false",
        "2023-12-18T17:00:00Z, true",
        "2023-12-01T00:00:00Z, false"
    })
    void a_day_ends_at_midnight_in_viet_nam(OffsetDateTime received, boolean isLate) {
        assertThat(deadlines(2, null).isLate(UnitLevel.DISTRICT, period("2023-Q4"), received.toInstant()))
                .isEqualTo(isLate);
    }

    @Test
    void nobody_is_late_where_nothing_is_laid_down() {
        Deadlines only = deadlines(1, null);
        assertThat(only.lastDay(UnitLevel.COMMUNE, period("2023"))).isEmpty();
        assertThat(only.lastDay(UnitLevel.DISTRICT, period("2022"))).isEmpty();
        assertThat(only.lastDay(UnitLevel.DISTRICT, period("2023-9M"))).isEmpty();
        assertThat(only.isLate(UnitLevel.DISTRICT, period("2022"), Instant.MAX.minusSeconds(1_000_000_000)))
                .isFalse();
    }

    @Test
    void the_first_line_that_fits_counts() {
        Deadline months = new Deadline(UnitLevel.DISTRICT, EnumSet.of(PeriodType.MONTH), Validity.ALWAYS, 3, null);
        Deadline all = new Deadline(UnitLevel.DISTRICT, EnumSet.allOf(PeriodType.class), Validity.ALWAYS, 1, null);
        Deadlines both = new Deadlines(List.of(months, all), DAYS);
        assertThat(both.lastDay(UnitLevel.DISTRICT, period("2024-06"))).contains(day("2024-06-19"));
        assertThat(both.lastDay(UnitLevel.DISTRICT, period("2024-Q2"))).contains(day("2024-06-17"));
    }

    @Test
    void a_deadline_leaves_at_least_one_working_day() {
        assertThatThrownBy(() -> deadlines(0, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadlines(1, 25)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadlines(null, 31)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Deadlines deadlines(@Nullable Integer workingDays, @Nullable Integer dayOfMonth) {
        return new Deadlines(
                List.of(new Deadline(
                        UnitLevel.DISTRICT,
                        EnumSet.complementOf(EnumSet.of(PeriodType.NINE_MONTHS)),
                        new Validity(day("2023-01-01"), null),
                        workingDays,
                        dayOfMonth)),
                DAYS);
    }

    private static Period period(String code) {
        return CALENDAR.find(code).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
