package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;
import tonghop.domain.time.Period;
import tonghop.domain.time.ReportingCalendar;

/**
 * What a unit reported for earlier periods of the same type: what its figures are compared with.
 *
 * @param periods those in which it reported anything, the oldest first
 * @param before the period right before the report's; absent if nothing was reported then
 * @param lastYear the same period one year earlier ('cùng kỳ năm trước'); of a year the same as {@code before}
 */
public record PastFigures(
        List<PastPeriod> periods,
        @Nullable PastPeriod before,
        @Nullable PastPeriod lastYear) {

    /** Of a unit that has not reported before. */
    public static final PastFigures NONE = new PastFigures(List.of(), null, null);

    public PastFigures {
        periods = List.copyOf(periods);
    }

    /**
     * The past of a unit's figures.
     *
     * @param periods those in which it reported anything
     * @param of the period of the report
     * @param calendar which says what comes before what
     */
    public static PastFigures of(List<PastPeriod> periods, Period of, ReportingCalendar calendar) {
        Optional<Period> before = calendar.before(of, 1).stream().findFirst();
        List<PastPeriod> oldestFirst = periods.stream()
                .sorted((one, other) ->
                        one.period().from().compareTo(other.period().from()))
                .toList();
        return new PastFigures(
                oldestFirst,
                before.flatMap(period -> find(period, periods)).orElse(null),
                calendar.yearBefore(of).flatMap(period -> find(period, periods)).orElse(null));
    }

    private static Optional<PastPeriod> find(Period period, List<PastPeriod> periods) {
        return periods.stream().filter(past -> past.period().equals(period)).findFirst();
    }

    /**
     * An earlier period.
     *
     * @param figures by id, in the order of the report's figures; those that were not reported are absent
     */
    public record PastPeriod(Period period, Map<String, PastFigure> figures) {

        public PastPeriod {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }

        public Optional<PastFigure> find(String id) {
            return Optional.ofNullable(figures.get(id));
        }
    }

    /**
     * A figure of an earlier period.
     *
     * @param value exact for a measure, in per cent and unrounded for a rate
     * @param numerator of a rate
     * @param denominator of a rate
     * @param qualifier 'at least', 'about' or the like; absent for an exact one
     * @param isComparable whether the same units stand behind it as behind the figure of now
     */
    public record PastFigure(
            BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Qualifier qualifier,
            boolean isComparable) {}
}
