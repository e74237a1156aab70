package tonghop.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which days a period covers.
 *
 * <p>State reports close on the 14th: a month runs from the 15th of the month before to the 14th, a year from 15
 * December to 14 December (Nghị định 09/2019/NĐ-CP, Điều 12). The days from 15 to 31 December belong to the next year.
 */
public final class ReportingCalendar {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})(?:-(?:Q(?<quarter>[1-4])|H(?<half>[12])|(?<nine>9M)|(?<month>0[1-9]|1[0-2])))?");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int YEAR_DIGITS = 4;

    private final int closingDay;
    private final List<Period> terms;
    private final Map<String, Validity> overrides;
    private final List<LocalDate> unitChanges;

    /** Makes a calendar in which units never change within a period. */
    public ReportingCalendar(int closingDay, List<Period> terms, Map<String, Validity> overrides) {
        this(closingDay, terms, overrides, List.of());
    }

    /**
     * Makes a calendar.
     *
     * @param closingDay the last day of a month's period, 1 to 28
     * @param terms stretches of years with dates of their own
     * @param overrides other dates for a period code, such as {@code 2020-Q1}
     * @param unitChanges the days from which other units report, such as 1 July 2025
     */
    public ReportingCalendar(
            int closingDay, List<Period> terms, Map<String, Validity> overrides, List<LocalDate> unitChanges) {
        Require.that(1 <= closingDay && closingDay <= 28, "closing day must be 1 to 28: %d", closingDay);
        this.closingDay = closingDay;
        this.terms = List.copyOf(terms);
        this.overrides = Map.copyOf(overrides);
        this.unitChanges = unitChanges.stream().sorted().toList();
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
        return candidates(to).stream()
                .filter(period -> period.from().equals(from) && period.to().equals(to))
                .findFirst();
    }

    /** The longer periods that {@code period} lies in, terms first. */
    public List<Period> around(Period period) {
        return candidates(period.to()).stream()
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

    private List<Period> candidates(LocalDate to) {
        List<Period> candidates = new ArrayList<>(terms);
        overrides.keySet().stream().sorted().forEach(code -> find(code).ifPresent(candidates::add));
        for (int year = to.getYear(); year <= to.getYear() + 1; year++) {
            List<String> codes = new ArrayList<>(List.of("", "-9M", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"));
            for (int month = 1; month <= 12; month++) {
                codes.add("-%02d".formatted(month));
            }
            for (String code : codes) {
                find("%04d%s".formatted(year, code)).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    private Period period(String code, int year, Matcher written) {
        String quarter = written.group("quarter");
        String half = written.group("half");
        String month = written.group("month");
        if (quarter != null) {
            int number = Integer.parseInt(quarter);
            String label =
                    "Quý %s năm %d".formatted(List.of("I", "II", "III", "IV").get(number - 1), year);
            return months(code, PeriodType.QUARTER, year, number * 3 - 2, number * 3, label);
        }
        if (half != null) {
            boolean first = half.equals("1");
            String label = "6 tháng %s năm %d".formatted(first ? "đầu" : "cuối", year);
            return months(code, PeriodType.HALF, year, first ? 1 : 7, first ? 6 : 12, label);
        }
        if (written.group("nine") != null) {
            return months(code, PeriodType.NINE_MONTHS, year, 1, 9, "9 tháng năm " + year);
        }
        if (month != null) {
            int number = Integer.parseInt(month);
            return months(code, PeriodType.MONTH, year, number, number, "Tháng %d năm %d".formatted(number, year));
        }
        return months(code, PeriodType.YEAR, year, 1, 12, "Năm " + year);
    }

    private Period months(String code, PeriodType type, int year, int first, int last, String label) {
        LocalDate from =
                YearMonth.of(year, first).minusMonths(1).atDay(closingDay).plusDays(1);
        LocalDate to = YearMonth.of(year, last).atDay(closingDay);
        Validity dates = overrides.getOrDefault(code, Validity.ALWAYS);
        return new Period(
                code, type, dates.from() == null ? from : dates.from(), dates.to() == null ? to : dates.to(), label);
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
