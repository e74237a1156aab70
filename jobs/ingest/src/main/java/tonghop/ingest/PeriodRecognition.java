package tonghop.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Period;
import tonghop.domain.PeriodType;
import tonghop.domain.Place;
import tonghop.domain.ReportingCalendar;

/**
 * Tells which period a sheet is for.
 *
 * <p>The signs, from the strongest: the dates above the table, the period's name there, the name of the sheet, of the
 * file, of its folders. The strongest counts; another that names another period is a finding.
 */
final class PeriodRecognition {

    private static final String DAY = "(\\d{1,2})\\s*(?:[/.-]|tháng)\\s*(\\d{1,2})\\s*(?:[/.-]|năm)\\s*(\\d{4})";

    private static final Pattern DATES =
            Pattern.compile("từ\\s+(?:ngày\\s+)?" + DAY + "\\s*(?:đến|-|–)\\s*(?:hết\\s+)?(?:ngày\\s+)?" + DAY);

    /** Before a month it is the day that the report was signed. */
    private static final Pattern SIGNED = Pattern.compile(".*ngày.*tháng.*");

    private final ReportingCalendar calendar;
    private final PeriodNames names;

    PeriodRecognition(ReportingCalendar calendar) {
        this.calendar = calendar;
        this.names = new PeriodNames(calendar);
    }

    /** Something that names a period. */
    private record Sign(Period period, String text, Place place, boolean isName) {

        /** A folder 2023 may hold the quarters of 2023; anything else that names another period speaks against. */
        boolean speaksAgainst(Period other) {
            boolean isYearAround = isName
                    && period.type() == PeriodType.YEAR
                    && !period.from().isAfter(other.to())
                    && !other.from().isAfter(period.to());
            return !period.equals(other) && !isYearAround;
        }
    }

    /**
     * The period of a sheet.
     *
     * @param findings why there is none, or what speaks against it
     */
    record Recognised(Optional<Period> period, List<Finding> findings) {

        private static Recognised not(Finding finding) {
            return new Recognised(Optional.empty(), List.of(finding));
        }
    }

    /**
     * The period of a table.
     *
     * @param before that of the table above it in the same sheet, which holds on where this one's head is silent
     */
    Recognised periodOf(Head head, String file, String sheet, Optional<Period> before) {
        List<Sign> signs = new ArrayList<>();
        for (Head.Line line : head.lines()) {
            Matcher dates = DATES.matcher(line.text().toLowerCase(Locale.ROOT));
            if (dates.find()) {
                Place place = Place.inCell(file, sheet, line.address());
                Optional<Period> period = between(dates);
                if (period.isEmpty()) {
                    return Recognised.not(outside(dates, place));
                }
                signs.add(new Sign(period.get(), dates.group(), place, false));
            }
        }
        addNames(head, file, sheet, signs);
        if (signs.isEmpty() && before.isPresent()) {
            return new Recognised(before, List.of());
        }
        addFileNames(file, sheet, signs);
        if (signs.isEmpty()) {
            return Recognised.not(Finding.of(FindingCode.UNKNOWN_PERIOD, Place.inCell(file, sheet, null), "", ""));
        }
        Sign first = signs.get(0);
        if (first.isName()) {
            return new Recognised(
                    Optional.of(first.period()),
                    List.of(Finding.of(
                            FindingCode.PERIOD_OF_NAME,
                            first.place(),
                            first.text(),
                            first.period().label())));
        }
        return new Recognised(
                Optional.of(first.period()),
                signs.stream()
                        .filter(sign -> sign.speaksAgainst(first.period()))
                        .limit(1)
                        .map(sign -> Finding.of(
                                FindingCode.PERIOD_SIGNS_DISAGREE,
                                sign.place(),
                                sign.text(),
                                first.text(),
                                sign.period().label(),
                                first.period().label()))
                        .toList());
    }

    /** Names in the head, a line 'Kỳ báo cáo' before others; of several only the first that names a period counts. */
    private void addNames(Head head, String file, String sheet, List<Sign> signs) {
        head.lines().stream()
                .filter(line ->
                        !SIGNED.matcher(line.text().toLowerCase(Locale.ROOT)).matches())
                .sorted(Comparator.comparing((Head.Line line) ->
                        !line.text().toLowerCase(Locale.ROOT).startsWith("kỳ báo cáo")))
                .flatMap(line -> names
                        .inText(line.text())
                        .map(period -> new Sign(period, line.text(), Place.inCell(file, sheet, line.address()), false))
                        .stream())
                .findFirst()
                .ifPresent(signs::add);
    }

    private void addFileNames(String file, String sheet, List<Sign> signs) {
        Place place = Place.inCell(file, sheet, null);
        names.inFileName(sheet).ifPresent(period -> signs.add(new Sign(period, sheet, place, true)));
        String[] path = file.split("/", -1);
        for (int index = path.length - 1; index >= 0; index--) {
            String name = path[index];
            names.inFileName(name).ifPresent(period -> signs.add(new Sign(period, name, place, true)));
        }
    }

    private Finding outside(Matcher dates, Place place) {
        String nearest = day(dates, 4)
                .flatMap(day -> calendar.find(Integer.toString(day.getYear())))
                .map(year -> "%s: %s - %s".formatted(year.code(), year.from(), year.to()))
                .orElse("");
        return Finding.of(FindingCode.PERIOD_OUTSIDE_CALENDAR, place, dates.group(), nearest);
    }

    private Optional<Period> between(Matcher dates) {
        Optional<LocalDate> from = day(dates, 1);
        Optional<LocalDate> to = day(dates, 4);
        return from.isPresent() && to.isPresent() ? calendar.between(from.get(), to.get()) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher dates, int group) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(dates.group(group + 2)),
                    Integer.parseInt(dates.group(group + 1)),
                    Integer.parseInt(dates.group(group))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
