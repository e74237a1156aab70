package tonghop.report.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tonghop.domain.Completeness;
import tonghop.domain.Figure;
import tonghop.domain.Report;

/** The words of a report that are no figures: unit, period, and how complete it is. */
final class ReportWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

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
            word("ky", report -> report.period().label()),
            word("KY", report -> report.period().label().toUpperCase(Locale.ROOT)),
            word("tu-ngay", report -> day(report.period().from())),
            word("den-ngay", report -> day(report.period().to())),
            word("nam", report -> Integer.toString(report.period().to().getYear())),
            count("bieu-phai-gui", Completeness::expected),
            count("bieu-da-nhan", Completeness::accepted),
            count("bieu-tre-han", Completeness::late),
            count("bieu-tra-lai", Completeness::rejected),
            count("bieu-chua-gui", Completeness::missing),
            Map.entry("chi-tieu-thieu", ReportWords::missing)));

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

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The figures that are owed and were not given, by name. */
    private static Optional<String> missing(Report report) {
        List<String> labels = report.top().figures().stream()
                .filter(figure -> !FigureWords.isGiven(figure))
                .map(Figure::label)
                .distinct()
                .toList();
        return labels.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", labels));
    }

    static List<String> names() {
        return List.copyOf(WORDS.keySet());
    }

    static Optional<String> of(String name, Report report) {
        return Optional.ofNullable(WORDS.get(name)).flatMap(word -> word.apply(report));
    }
}
