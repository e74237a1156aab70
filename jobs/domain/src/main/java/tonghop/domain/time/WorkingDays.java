package tonghop.domain.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which days offices work: not on Saturdays, Sundays and holidays.
 *
 * <p>A yearly holiday that falls on a Saturday or Sunday is made good on the next working day (Bộ luật Lao động 2019,
 * Điều 111). Other days off stand as they were announced, what makes them good included.
 *
 * @param everyYear holidays of the solar calendar
 * @param daysOff holidays of the lunar calendar and other days off, by date
 * @param workedDays Saturdays and Sundays that are worked in exchange for another day
 */
public record WorkingDays(Set<MonthDay> everyYear, Set<LocalDate> daysOff, Set<LocalDate> workedDays) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** No holidays at all. */
    public static final WorkingDays WEEKDAYS = new WorkingDays(Set.of(), Set.of(), Set.of());

    public WorkingDays {
        everyYear = Set.copyOf(everyYear);
        daysOff = Set.copyOf(daysOff);
        workedDays = Set.copyOf(workedDays);
    }

    /** Whether offices work on {@code day}. */
    public boolean isWorkingDay(LocalDate day) {
        return workedDays.contains(day)
                || !(isWeekend(day) || isHoliday(day) || madeGood(day.getYear()).contains(day));
    }

    /** The working day that is {@code count} working days after {@code day}; with 0, the first one from it on. */
    public LocalDate after(LocalDate day, int count) {
        LocalDate found = count == 0 ? day : day.plusDays(1);
        int left = Math.max(0, count - 1);
        while (!isWorkingDay(found) || left > 0) {
            left -= isWorkingDay(found) ? 1 : 0;
            found = found.plusDays(1);
        }
        return found;
    }

    private static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }

    private boolean isHoliday(LocalDate day) {
        return daysOff.contains(day) || everyYear.contains(MonthDay.from(day));
    }

    private Set<LocalDate> madeGood(int year) {
        Set<LocalDate> instead = new HashSet<>();
        for (MonthDay holiday : new TreeSet<>(everyYear)) {
            LocalDate day = holiday.atYear(year);
            if (isWeekend(day)) {
                while (isWeekend(day) || isHoliday(day) || instead.contains(day)) {
                    day = day.plusDays(1);
                }
                instead.add(day);
            }
        }
        return instead;
    }
}
