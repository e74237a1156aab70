package tonghop.domain.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tonghop.domain.Require;

/**
 * Which days a period covers.
 *
 * <p>State reports close on the 14th: a month runs from the 15th of the month before to the 14th, a year from 15
 * December to 14 December (Nghị định 09/2019/NĐ-CP, Điều 12). The days from 15 to 31 December belong to the next year.
 */
public final class ReportingCalendar {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})(?:-(?:Q(?<quarter>[1-4])|H(?<half>[12])|(?<nine>9M)|(?<month>0[1-9]|1[0-2])))?");
    /** What may follow the year; nothing, first, is the year itself. */
    private static final List<String> CODES = Stream.concat(
                    Stream.of("", "-9M", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"),
                    IntStream.rangeClosed(1, 12).mapToObj("-%02d"::formatted))
            .toList();

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int YEAR_DIGITS = 4;

    private final int closingDay;
    private final List<Period> terms;
    private final Map<String, Validity> overrides;
    private final List<LocalDate> unitChanges;
    private final Deadlines deadlines;

    /** Makes a calendar in which units never change within a period. */
    public ReportingCalendar(int closingDay, List<Period> terms, Map<String, Validity> overrides) {
        this(closingDay, terms, overrides, List.of());
    }

    /**
     * Makes a calendar without deadlines.
     *
     * @param closingDay the last day of a month's period, 1 to 28
     * @param terms stretches of years with dates of their own
     * @param overrides other dates for a period code, such as {@code 2020-Q1}
     * @param unitChanges the days from which other units report, such as 1 July 2025
     */
    public ReportingCalendar(
            int closingDay, List<Period> terms, Map<String, Validity> overrides, List<LocalDate> unitChanges) {
        this(closingDay, terms, overrides, unitChanges, Deadlines.NONE);
    }

    private ReportingCalendar(
            int closingDay,
            List<Period> terms,
            Map<String, Validity> overrides,
            List<LocalDate> unitChanges,
            Deadlines deadlines) {
        Require.that(1 <= closingDay && closingDay <= 28, "closing day must be 1 to 28: %d", closingDay);
        this.closingDay = closingDay;
        this.terms = List.copyOf(terms);
        this.overrides = Map.copyOf(overrides);
        this.unitChanges = unitChanges.stream().sorted().toList();
        this.deadlines = deadlines;
    }

    /** The same calendar, with {@code others} for its deadlines. */
    public ReportingCalendar withDeadlines(Deadlines others) {
        return new ReportingCalendar(closingDay, terms, overrides, unitChanges, others);
    }

    /** Who has to send by when. */
    public Deadlines deadlines() {
        return deadlines;
    }

    /**
     * Reads a period's code, such as {@code 2023}, {@code 2023-H1}, {@code 2018-9M}, {@code 2023-Q4}, {@code 2023-07}.
     */
    public Optional<Period> find(String code) {
        Optional<Period> term =
                terms.stream().filter(period -> period.code().equals(code)).findFirst();
        if (term.isPresent()) {
            return term;
        }
        Matcher written = WRITTEN.matcher(code);
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(period(code, year, written));
    }

    /** The period that covers exactly these days; terms first, then the shortest name. */
    public Optional<Period> between(LocalDate from, LocalDate to) {
        return candidates(to)
                .filter(period -> period.from().equals(from) && period.to().equals(to))
                .findFirst();
    }

    /** The longer periods that {@code period} lies in, terms first. */
    public List<Period> around(Period period) {
        return candidates(period.to())
                .filter(longer -> !longer.equals(period)
                        && !longer.from().isAfter(period.from())
                        && !longer.to().isBefore(period.to()))
                .distinct()
                .toList();
    }

    /** The stretches of years that the catalogue names. */
    public List<Period> terms() {
        return terms;
    }

    /**
     * The days from which other units report, in order: in a period with such a day inside, those before and those
     * after report, each for its part.
     */
    public List<LocalDate> unitChanges() {
        return unitChanges;
    }

    /** The periods whose last day lies behind {@code from} and before {@code to}. */
    public List<Period> endedBetween(LocalDate from, LocalDate to) {
        return Stream.of(from, to)
                .flatMap(this::candidates)
                .distinct()
                .filter(period -> period.to().isAfter(from) && period.to().isBefore(to))
                .toList();
    }

    /** The day that it is in Việt Nam by {@code clock}, wherever the server stands. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), HANOI);
    }

    /**
     * The periods in which {@code day} lies: its month, quarter, half-year, nine months and year, then terms. There are
     * fewer where none contains it, as the last months of a year lie in no nine months.
     */
    public List<Period> containing(LocalDate day) {
        return candidates(day)
                .filter(period -> period.days().holdsOn(day))
                .sorted(Comparator.comparing(Period::type))
                .toList();
    }

    /**
     * Whether the days {@code from} to {@code to} may be those of a report for {@code period}: they are nearly its own,
     * or those of one of its parts before and after a change of units, or of the calendar months of its name.
     */
    public boolean isNear(Period period, LocalDate from, LocalDate to) {
        Validity days = new Validity(from, to);
        return civilDays(period).equals(Optional.of(days))
                || Stream.concat(Stream.of(period.days()), partsOf(period).stream())
                        .anyMatch(part -> StatedDays.likeness(part, days) >= StatedDays.NEAR);
    }

    /**
     * The periods that the days {@code from} to {@code to} may stand for, though they are exactly the days of none; the
     * likeliest first. Several where that cannot be told apart, none where no period comes near.
     */
    public List<Period> near(LocalDate from, LocalDate to) {
        Validity days = new Validity(from, to);
        Stream<Period> candidates =
                Stream.of(from, to).flatMap(this::candidates).distinct();
        return StatedDays.likeliest(candidates.toList(), period -> likeness(period, days));
    }

    private double likeness(Period period, Validity days) {
        boolean isExact =
                civilDays(period).equals(Optional.of(days)) || partsOf(period).contains(days);
        return isExact ? 1 : StatedDays.likeness(period.days(), days);
    }

    /** The stretches of a period before and after a change of units; none if units stay the same. */
    private List<Validity> partsOf(Period period) {
        List<Validity> parts = new ArrayList<>();
        LocalDate from = period.from();
        for (LocalDate change : unitChanges) {
            if (change.isAfter(from) && !change.isAfter(period.to())) {
                parts.add(new Validity(from, change.minusDays(1)));
                from = change;
            }
        }
        if (!parts.isEmpty()) {
            parts.add(new Validity(from, period.to()));
        }
        return parts;
    }

    /** The calendar months of a period's name, as systems count that know no closing day. */
    private static Optional<Validity> civilDays(Period period) {
        Matcher written = WRITTEN.matcher(period.code());
        if (period.type() == PeriodType.TERM || !written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        Months months = Months.of(written, year);
        return Optional.of(new Validity(
                YearMonth.of(year, months.first()).atDay(1),
                YearMonth.of(year, months.last()).atEndOfMonth()));
    }

    /** Every period that {@code day} may lie in or end, and some more. */
    private Stream<Period> candidates(LocalDate day) {
        Stream<String> overridden = overrides.keySet().stream().sorted();
        Stream<String> usual = IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
                .boxed()
                .flatMap(year -> CODES.stream().map(code -> "%04d".formatted(year) + code));
        return Stream.concat(terms.stream(), Stream.concat(overridden, usual).flatMap(code -> find(code).stream()))
                .distinct();
    }

    private Period period(String code, int year, Matcher written) {
        Months months = Months.of(written, year);
        LocalDate from = YearMonth.of(year, months.first())
                .minusMonths(1)
                .atDay(closingDay)
                .plusDays(1);
        LocalDate to = YearMonth.of(year, months.last()).atDay(closingDay);
        Validity dates = overrides.getOrDefault(code, Validity.ALWAYS);
        return new Period(
                code,
                months.type(),
                dates.from() == null ? from : dates.from(),
                dates.to() == null ? to : dates.to(),
                months.label());
    }

    /** The months of a year that a period is named for, the first and the last included. */
    private record Months(PeriodType type, int first, int last, String label) {

        static Months of(Matcher written, int year) {
            String quarter = written.group("quarter");
            String half = written.group("half");
            String month = written.group("month");
            if (quarter != null) {
                int number = Integer.parseInt(quarter);
                String label = "Quý %s năm %d"
                        .formatted(List.of("I", "II", "III", "IV").get(number - 1), year);
                return new Months(PeriodType.QUARTER, number * 3 - 2, number * 3, label);
            }
            if (half != null) {
                boolean first = half.equals("1");
                String label = "6 tháng %s năm %d".formatted(first ? "đầu" : "cuối", year);
                return new Months(PeriodType.HALF, first ? 1 : 7, first ? 6 : 12, label);
            }
            if (written.group("nine") != null) {
                return new Months(PeriodType.NINE_MONTHS, 1, 9, "9 tháng năm " + year);
            }
            if (month != null) {
                int number = Integer.parseInt(month);
                return new Months(PeriodType.MONTH, number, number, "Tháng %d năm %d".formatted(number, year));
            }
            return new Months(PeriodType.YEAR, 1, 12, "Năm " + year);
        }
    }

    /**
     * The {@code most} periods of the same type that come before {@code period}, newest first; fewer at the beginning
     * of the calendar, and before a term only the terms that the catalogue names.
     */
    public List<Period> before(Period period, int most) {
        if (period.type() == PeriodType.TERM) {
            return terms.stream()
                    .filter(term -> term.to().isBefore(period.from()))
                    .sorted(Comparator.comparing(Period::to).reversed())
                    .limit(most)
                    .toList();
        }
        List<String> names = seasons(period.type());
        int year = Integer.parseInt(period.code().substring(0, YEAR_DIGITS));
        int season = season(period);
        List<Period> before = new ArrayList<>();
        for (int back = 1; back <= most; back++) {
            int index = year * names.size() + season - back;
            String name = names.get(index % names.size());
            find("%04d%s".formatted(index / names.size(), name)).ifPresent(before::add);
        }
        return before;
    }

    /** The same period one year earlier; empty for a term, and at the beginning of the calendar. */
    public Optional<Period> yearBefore(Period period) {
        if (period.type() == PeriodType.TERM) {
            return Optional.empty();
        }
        int year = Integer.parseInt(period.code().substring(0, YEAR_DIGITS));
        return find("%04d%s".formatted(year - 1, period.code().substring(YEAR_DIGITS)));
    }

    /** Which part of its year a period is, from 0: 1 for the second quarter or half-year; 0 for whatever comes once. */
    public int season(Period period) {
        return period.type() == PeriodType.TERM
                ? 0
                : seasons(period.type()).indexOf(period.code().substring(YEAR_DIGITS));
    }

    private static List<String> seasons(PeriodType type) {
        return switch (type) {
            case MONTH -> List.of("-01", "-02", "-03", "-04", "-05", "-06", "-07", "-08", "-09", "-10", "-11", "-12");
            case QUARTER -> List.of("-Q1", "-Q2", "-Q3", "-Q4");
            case HALF -> List.of("-H1", "-H2");
            case NINE_MONTHS -> List.of("-9M");
            case YEAR, TERM -> List.of("");
        };
    }
}
