package tonghop.report.overview;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Severity;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.report.words.Words;

/** The words and numbers about a report as a whole that a layout can name. */
final class LayoutWords {

    private static final Map<String, Function<Report, Content>> WORDS = Map.ofEntries(
            text("unit", report -> report.top().unit().name()),
            text("unit-upper", report -> report.top().unit().name().toUpperCase(Locale.ROOT)),
            text("unit-code", report -> report.top().unit().code()),
            text("period", report -> report.period().label()),
            text("period-code", report -> report.period().code()),
            text("from", report -> Words.day(report.period().from())),
            text("to", report -> Words.day(report.period().to())),
            text("before", report -> label(report.past().before(), "Kỳ trước")),
            text("year-ago", report -> label(report.past().lastYear(), "Cùng kỳ năm trước")),
            number("expected", report -> report.top().completeness().expected()),
            number("accepted", report -> report.top().completeness().accepted()),
            number("late", report -> report.top().completeness().late()),
            number("rejected", report -> report.top().completeness().rejected()),
            number("missing", report -> report.top().completeness().missing()),
            number("errors", report -> count(report, Severity.ERROR)),
            number("warnings", report -> count(report, Severity.WARNING)),
            number("notes", report -> count(report, Severity.INFO)),
            text("closed", LayoutWords::closed));

    private LayoutWords() {}

    private static Map.Entry<String, Function<Report, Content>> text(String name, Function<Report, String> word) {
        return Map.entry(name, word.andThen(Content::text));
    }

    private static Map.Entry<String, Function<Report, Content>> number(String name, Function<Report, Integer> count) {
        return Map.entry(name, count.andThen(Content::whole));
    }

    static Set<String> names() {
        return WORDS.keySet();
    }

    static Map<String, Content> of(Report report) {
        Map<String, Content> words = new HashMap<>();
        WORDS.forEach((name, word) -> words.put(name, word.apply(report)));
        return words;
    }

    private static String label(@Nullable PastPeriod past, String without) {
        return past == null ? without : past.period().label();
    }

    private static String closed(Report report) {
        return report.sinceClosing() == null
                ? "chưa chốt lần nào"
                : Words.day(report.sinceClosing().closedOn());
    }

    private static int count(Report report, Severity severity) {
        return (int) report.findings().stream()
                .filter(located -> located.finding().severity() == severity)
                .count();
    }
}
