package tonghop.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.Coverage;
import tonghop.report.words.UnitWords;

/** The words of a report that are no figures: unit, period, and how complete it is. */
final class ReportWords {

    private static final Map<String, Function<Report, Optional<String>>> WORDS = new TreeMap<>(Map.ofEntries(
            word("don-vi", report -> UnitWords.within(report.top().unit())),
            word("DON-VI", report -> UnitWords.capitals(report.top().unit())),
            word("ubnd", report -> UnitWords.committee(report.top().unit())),
            word("cap-uy", report -> UnitWords.partyCommittee(report.top().unit())),
            word(
                    "CAP-UY",
                    report -> UnitWords.partyCommittee(report.top().unit()).toUpperCase(Locale.ROOT)),
            word("ky-hieu-cap-uy", report -> UnitWords.partySymbol(report.top().unit())),
            word("dia-danh", report -> UnitWords.place(report.top().unit())),
            word("ky", report -> report.period().labelInSentence()),
            word("KY", report -> report.period().label().toUpperCase(Locale.ROOT)),
            word("tu-ngay", report -> day(report.period().from())),
            word("den-ngay", report -> day(report.period().to())),
            word("nam", report -> Integer.toString(report.period().to().getYear())),
            count("bieu-phai-gui", Completeness::expected),
            count("bieu-da-nhan", Completeness::accepted),
            count("bieu-tre-han", Completeness::late),
            count("bieu-tra-lai", Completeness::rejected),
            count("bieu-chua-gui", Completeness::missing),
            Map.entry("bieu-thieu", ReportWords::formsThatNobodySent)));

    private ReportWords() {}

    private static Map.Entry<String, Function<Report, Optional<String>>> word(
            String name, Function<Report, String> word) {
        return Map.entry(name, word.andThen(Optional::of));
    }

    /** How many, unless there are none. */
    private static Map.Entry<String, Function<Report, Optional<String>>> count(
            String name, Function<Completeness, Integer> count) {
        return Map.entry(
                name,
                report -> Optional.of(count.apply(report.top().completeness()))
                        .filter(many -> many > 0)
                        .map(FigureWords::count));
    }

    /** Nghị định 30/2020: days below ten and the months 1 and 2 have a leading zero, other months have none. */
    private static String day(LocalDate day) {
        String month = day.getMonthValue() <= 2 ? "0" + day.getMonthValue() : Integer.toString(day.getMonthValue());
        return "%02d/%s/%d".formatted(day.getDayOfMonth(), month, day.getYear());
    }

    private static Optional<String> formsThatNobodySent(Report report) {
        Set<String> forms = new TreeSet<>();
        report.coverage().forEach(pair -> forms.add(pair.form()));
        report.coverage().stream()
                .filter(pair -> pair.state() == Coverage.State.ACCEPTED)
                .forEach(pair -> forms.remove(pair.form()));
        return forms.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", forms));
    }

    static List<String> names() {
        return List.copyOf(WORDS.keySet());
    }

    static Optional<String> of(String name, Report report) {
        return Optional.ofNullable(WORDS.get(name)).flatMap(word -> word.apply(report));
    }
}
