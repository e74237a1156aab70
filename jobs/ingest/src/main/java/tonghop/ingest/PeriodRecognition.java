package tonghop.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Period;
import tonghop.domain.Place;
import tonghop.domain.ReportingCalendar;

/** Tells which period a sheet is for: by its dates, else by the period's name. */
final class PeriodRecognition {

    private static final String DAY = "(\\d{1,2})\\s*(?:[/.-]|tháng)\\s*(\\d{1,2})\\s*(?:[/.-]|năm)\\s*(\\d{4})";

    private static final Pattern DATES =
            Pattern.compile("từ\\s+(?:ngày\\s+)?" + DAY + "\\s*(?:đến|-|–)\\s*(?:hết\\s+)?(?:ngày\\s+)?" + DAY);

    /** How periods are called, the narrower first: a line that names a quarter also names its year. */
    private static final List<Name> NAMES = List.of(
            new Name("Q", Pattern.compile("quý\\s+(iv|iii|ii|i|[1-4])\\s*(?:năm|/)\\s*(\\d{4})")),
            new Name("H", Pattern.compile("(?:6|sáu)\\s+tháng\\s+(đầu|cuối)\\s+năm\\s+(\\d{4})")),
            new Name("9M", Pattern.compile("(9|chín)\\s+tháng(?:\\s+đầu)?\\s+năm\\s+(\\d{4})")),
            new Name("M", Pattern.compile("(?<!\\d )tháng\\s+(\\d{1,2})\\s*(?:năm|/)\\s*(\\d{4})")),
            new Name("", Pattern.compile("^(?:kỳ báo cáo:?\\s*)?(năm)\\s+(\\d{4})")));

    /** Before a month it is the day that the report was signed. */
    private static final Pattern SIGNED = Pattern.compile(".*ngày.*tháng.*");

    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv");

    private final ReportingCalendar calendar;

    PeriodRecognition(ReportingCalendar calendar) {
        this.calendar = calendar;
    }

    private record Name(String kind, Pattern written) {}

    /**
     * The period of a sheet, or why it has none.
     *
     * @param findings one, where the period is empty
     */
    record Recognised(Optional<Period> period, List<Finding> findings) {

        private static Recognised as(Period period) {
            return new Recognised(Optional.of(period), List.of());
        }

        private static Recognised not(Finding finding) {
            return new Recognised(Optional.empty(), List.of(finding));
        }
    }

    Recognised periodOf(Head head, String file, String sheet) {
        for (Head.Line line : head.lines()) {
            Matcher dates = DATES.matcher(line.text().toLowerCase(Locale.ROOT));
            if (dates.find()) {
                Place place = Place.inCell(file, sheet, line.address());
                return between(dates, place);
            }
        }
        return head.lines().stream()
                .map(line -> line.text().toLowerCase(Locale.ROOT))
                .filter(text -> !SIGNED.matcher(text).matches())
                .sorted(Comparator.comparing((String text) -> !text.startsWith("kỳ báo cáo")))
                .flatMap(text -> named(text).stream())
                .findFirst()
                .map(Recognised::as)
                .orElseGet(() -> Recognised.not(
                        Finding.of(FindingCode.UNKNOWN_PERIOD, Place.inCell(file, sheet, null), "", "")));
    }

    private Recognised between(Matcher dates, Place place) {
        Optional<LocalDate> from = day(dates, 1);
        Optional<LocalDate> to = day(dates, 4);
        if (from.isPresent() && to.isPresent()) {
            Optional<Period> period = calendar.between(from.get(), to.get());
            if (period.isPresent()) {
                return Recognised.as(period.get());
            }
        }
        String nearest = to.flatMap(day -> calendar.find(Integer.toString(day.getYear())))
                .map(year -> "%s: %s - %s".formatted(year.code(), year.from(), year.to()))
                .orElse("");
        return Recognised.not(Finding.of(FindingCode.PERIOD_OUTSIDE_CALENDAR, place, dates.group(), nearest));
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

    private Optional<Period> named(String text) {
        for (Name name : NAMES) {
            Matcher found = name.written().matcher(text);
            if (found.find()) {
                return calendar.find(found.group(2) + code(name.kind(), found.group(1)));
            }
        }
        return Optional.empty();
    }

    private static String code(String kind, String which) {
        return switch (kind) {
            case "Q" -> "-Q" + (ROMAN.contains(which) ? ROMAN.indexOf(which) + 1 : Integer.parseInt(which));
            case "H" -> which.equals("đầu") ? "-H1" : "-H2";
            case "M" -> "-%02d".formatted(Integer.parseInt(which));
            case "9M" -> "-9M";
            default -> "";
        };
    }
}
