package tonghop.ingest.recognise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.time.Period;
import tonghop.domain.time.PeriodType;
import tonghop.domain.time.ReportingCalendar;
import tonghop.domain.time.Validity;
import tonghop.ingest.text.PeriodNames;
import tonghop.ingest.text.StatedPeriod;

/**
 * Tells which period a sheet is for.
 *
 * <p>The signs, from the strongest: the dates above the table, the period's name there, the name of the sheet, of the
 * file, of its folders. The strongest counts; a name that says another period is a finding. Dates and a name above the
 * table that contradict each other are a question. Dates that are not exactly a period's stand for the one that the
 * sheet names, if they come near it, else for the one they come nearest to, and are a finding too.
 */
public final class PeriodRecognition {

    private static final String DAY = "(\\d{1,2})\\s*(?:[/.-]|tháng)\\s*(\\d{1,2})\\s*(?:[/.-]|năm)\\s*(\\d{4})";

    private static final Pattern DATES =
            Pattern.compile("từ\\s+(?:ngày\\s+)?" + DAY + "\\s*(?:đến|-|–)\\s*(?:hết\\s+)?(?:ngày\\s+)?" + DAY);

    private static final DateTimeFormatter DAY_WRITTEN = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);

    /** Before a month it is the day that the report was signed. */
    private static final Pattern SIGNED = Pattern.compile(".*ngày.*tháng.*");

    private final ReportingCalendar calendar;
    private final PeriodNames names;

    public PeriodRecognition(ReportingCalendar calendar) {
        this.calendar = calendar;
        this.names = new PeriodNames(calendar);
    }

    /** Something that names a period. */
    private record Sign(StatedPeriod stated, String text, Place place, boolean isName) {

        static Sign of(Period period, String text, Place place, boolean isName) {
            return new Sign(new StatedPeriod(period, Optional.empty()), text, place, isName);
        }

        Period period() {
            return stated.period();
        }

        /** A folder 2023 may hold the quarters of 2023; anything else that names another period speaks against. */
        boolean speaksAgainst(Period other) {
            return !period().equals(other) && !(isName && isYearAround(other));
        }

        /** Whether the sheet itself says two things at once; a year above its table may be that of its quarter. */
        boolean contradicts(Period other) {
            return !isName && !period().equals(other) && !isYearAround(other);
        }

        private boolean isYearAround(Period other) {
            return period().type() == PeriodType.YEAR && period().days().overlaps(other.days());
        }
    }

    /**
     * The period of a sheet.
     *
     * @param findings why there is none, or what speaks against it
     * @param contradiction where the sheet says another period too
     */
    public record Recognised(
            Optional<StatedPeriod> stated, List<Finding> findings, Optional<Contradiction> contradiction) {

        private static Recognised not(Finding finding) {
            return new Recognised(Optional.empty(), List.of(finding), Optional.empty());
        }
    }

    /**
     * Another period that the sheet states, by a name beside its dates.
     *
     * @param question which of the two is meant; this one is the first candidate
     */
    public record Contradiction(StatedPeriod other, Finding question) {}

    /**
     * The period of a table.
     *
     * @param before that of the table above it in the same sheet, which holds on where this one's head is silent
     */
    public Recognised periodOf(Head head, String file, String sheet, Optional<StatedPeriod> before) {
        List<Sign> ofHead = nameInHead(head, file, sheet).stream().toList();
        List<Sign> ofFile = fileNames(file, sheet);
        List<Sign> signs = new ArrayList<>();
        for (Head.Line line : head.lines()) {
            Matcher dates = DATES.matcher(line.text().toLowerCase(Locale.ROOT));
            if (dates.find()) {
                Place place = Place.inCell(file, sheet, line.address());
                Optional<Validity> days = days(dates);
                Optional<Period> period = days.flatMap(stated -> meant(stated, ofHead, ofFile));
                if (period.isEmpty()) {
                    return Recognised.not(outside(dates, place));
                }
                signs.add(new Sign(new StatedPeriod(period.get(), days), dates.group(), place, false));
            }
        }
        signs.addAll(ofHead);
        if (signs.isEmpty() && before.isPresent()) {
            return new Recognised(before, List.of(), Optional.empty());
        }
        signs.addAll(ofFile);
        if (signs.isEmpty()) {
            return Recognised.not(Finding.of(FindingCode.UNKNOWN_PERIOD, Place.inCell(file, sheet, null)));
        }
        Optional<Contradiction> contradiction = contradiction(signs);
        List<Sign> others = signs.stream()
                .filter(sign -> contradiction.isEmpty() || sign.isName() || sign.equals(signs.get(0)))
                .toList();
        return new Recognised(Optional.of(signs.get(0).stated()), doubts(others), contradiction);
    }

    private static Optional<Contradiction> contradiction(List<Sign> signs) {
        Sign first = signs.get(0);
        return signs.stream()
                .filter(sign -> sign.contradicts(first.period()))
                .findFirst()
                .map(sign -> new Contradiction(
                        sign.stated(),
                        Finding.of(
                                FindingCode.PERIOD_CONTRADICTED,
                                sign.place(),
                                Fact.OTHER_SIGN.is(sign.text()),
                                Fact.SIGN.is(first.text()),
                                Fact.CANDIDATES.is(sign.period().label() + ", "
                                        + first.period().label()))));
    }

    /** The period with exactly these days, else the one that is named beside them, else the only one they come near. */
    private Optional<Period> meant(Validity days, List<Sign> ofHead, List<Sign> ofFile) {
        LocalDate from = Objects.requireNonNull(days.from());
        LocalDate to = Objects.requireNonNull(days.to());
        return calendar.between(from, to)
                .or(() -> named(ofHead, period -> calendar.isNear(period, from, to)))
                .or(() -> {
                    List<Period> near = calendar.near(from, to);
                    return near.size() == 1 ? Optional.of(near.get(0)) : named(ofFile, near::contains);
                });
    }

    private static Optional<Period> named(List<Sign> signs, Predicate<Period> fits) {
        return signs.stream().map(Sign::period).filter(fits).findFirst();
    }

    private static List<Finding> doubts(List<Sign> signs) {
        Sign first = signs.get(0);
        String label = first.period().label();
        if (first.isName()) {
            return List.of(Finding.of(
                    FindingCode.PERIOD_OF_NAME, first.place(), Fact.SIGN.is(first.text()), Fact.PERIOD.is(label)));
        }
        Stream<Finding> otherDates = Stream.ofNullable(first.stated().declared())
                .map(days -> Finding.of(
                        FindingCode.OTHER_DATES,
                        first.place(),
                        Fact.DATES.is(first.text()),
                        Fact.PERIOD.is("%s (%s - %s)"
                                .formatted(
                                        label,
                                        DAY_WRITTEN.format(first.period().from()),
                                        DAY_WRITTEN.format(first.period().to())))));
        Stream<Finding> otherSigns = signs.stream()
                .filter(sign -> sign.speaksAgainst(first.period()))
                .limit(1)
                .map(sign -> Finding.of(
                        FindingCode.PERIOD_SIGNS_DISAGREE,
                        sign.place(),
                        Fact.OTHER_SIGN.is(sign.text()),
                        Fact.SIGN.is(first.text()),
                        Fact.OTHER_PERIOD.is(sign.period().label()),
                        Fact.PERIOD.is(label)));
        return Stream.concat(otherDates, otherSigns).toList();
    }

    /** Names in the head, a line 'Kỳ báo cáo' before others; of several only the first that names a period counts. */
    private Optional<Sign> nameInHead(Head head, String file, String sheet) {
        return head.lines().stream()
                .filter(line ->
                        !SIGNED.matcher(line.text().toLowerCase(Locale.ROOT)).matches())
                .sorted(Comparator.comparing((Head.Line line) ->
                        !line.text().toLowerCase(Locale.ROOT).startsWith("kỳ báo cáo")))
                .flatMap(line -> names
                        .inText(line.text())
                        .map(period -> Sign.of(period, line.text(), Place.inCell(file, sheet, line.address()), false))
                        .stream())
                .findFirst();
    }

    private List<Sign> fileNames(String file, String sheet) {
        List<Sign> signs = new ArrayList<>();
        Place place = Place.inCell(file, sheet, null);
        names.inFileName(sheet).ifPresent(period -> signs.add(Sign.of(period, sheet, place, true)));
        String[] path = file.split("/", -1);
        for (int index = path.length - 1; index >= 0; index--) {
            String name = path[index];
            names.inFileName(name).ifPresent(period -> signs.add(Sign.of(period, name, place, true)));
        }
        return signs;
    }

    private Finding outside(Matcher dates, Place place) {
        List<Period> near = days(dates)
                .map(days -> calendar.near(Objects.requireNonNull(days.from()), Objects.requireNonNull(days.to())))
                .orElse(List.of());
        Optional<Period> year = day(dates, 4).flatMap(day -> calendar.find(Integer.toString(day.getYear())));
        String nearest = (near.isEmpty() ? year.stream() : near.stream())
                .map(period -> "%s: %s - %s".formatted(period.code(), period.from(), period.to()))
                .collect(Collectors.joining(", "));
        return Finding.of(
                FindingCode.PERIOD_OUTSIDE_CALENDAR, place, Fact.DATES.is(dates.group()), Fact.NEAREST.is(nearest));
    }

    /** The stated days; empty if they are no days, or in the wrong order. */
    private static Optional<Validity> days(Matcher dates) {
        Optional<LocalDate> from = day(dates, 1);
        Optional<LocalDate> to = day(dates, 4);
        return from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())
                ? Optional.of(new Validity(from.get(), to.get()))
                : Optional.empty();
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
