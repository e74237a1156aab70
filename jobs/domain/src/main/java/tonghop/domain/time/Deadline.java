package tonghop.domain.time;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Require;
import tonghop.domain.UnitLevel;

/**
 * By when units of one level have to send what they owe for some kinds of period.
 *
 * @param periods the kinds of period
 * @param validity the periods that it is for, by their last day
 * @param workingDays so many working days after the period's last day; absent where there is a {@code dayOfMonth}
 * @param dayOfMonth the first such day after the period's last; if offices do not work on it, the next one on which
 *     they do (Bộ luật Dân sự 2015, Điều 148)
 */
public record Deadline(
        UnitLevel level,
        Set<PeriodType> periods,
        Validity validity,
        @Nullable Integer workingDays,
        @Nullable Integer dayOfMonth) {

    private static final int LAST_DAY_OF_ALL_MONTHS = 28;

    public Deadline {
        periods = Set.copyOf(periods);
        Require.that((workingDays == null) != (dayOfMonth == null), "working days, or a day of the month");
        // Nghị định 09/2019/NĐ-CP, Điều 8(5): between the close and the sending lies at least one working day.
        Require.that(workingDays == null || workingDays >= 1, "at least one working day: %s", workingDays);
        Require.that(
                dayOfMonth == null || (1 <= dayOfMonth && dayOfMonth <= LAST_DAY_OF_ALL_MONTHS),
                "a day from 1 to 28: %s",
                dayOfMonth);
    }

    /** Whether it says by when units of {@code level} send what they owe for {@code period}. */
    public boolean isFor(UnitLevel level, Period period) {
        return this.level == level && periods.contains(period.type()) && validity.holdsOn(period.to());
    }

    /** The last day on which what comes in for {@code period} is on time. */
    public LocalDate lastDay(Period period, WorkingDays days) {
        LocalDate earliest = days.after(period.to(), 1);
        if (workingDays != null) {
            return days.after(period.to(), workingDays);
        }
        LocalDate day = period.to().plusDays(1);
        while (dayOfMonth != null && day.getDayOfMonth() != dayOfMonth) {
            day = day.plusDays(1);
        }
        LocalDate worked = days.after(day, 0);
        return worked.isBefore(earliest) ? earliest : worked;
    }
}
