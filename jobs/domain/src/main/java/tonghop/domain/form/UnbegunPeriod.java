package tonghop.domain.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.time.Period;

/** Nothing can have happened yet in a period that begins later: only plans can be sent for it. */
public final class UnbegunPeriod {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private UnbegunPeriod() {}

    /** What is wrong today with a sheet at {@code place}; it depends on the clock, and so is never kept. */
    public static Optional<Finding> check(Form form, Period period, Place place, LocalDate today) {
        boolean isOfPlans = form.columns().stream()
                .flatMap(column -> Optional.ofNullable(column.measure()).stream())
                .allMatch(measure -> measure.nature() == Nature.PLAN);
        return isOfPlans || !period.from().isAfter(today)
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingCode.PERIOD_NOT_BEGUN,
                        place,
                        Fact.PERIOD.is(period.label()),
                        Fact.DATES.is(period.from().format(DAY))));
    }
}
