package tonghop.report.overview;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tonghop.domain.finding.Severity;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.PastFigures.PastPeriod;
import tonghop.domain.report.Report;
import tonghop.report.words.Words;

/** The words and numbers about a report as a whole that a layout can name. */
final class LayoutWords {

    private LayoutWords() {}

    static Map<String, Content> of(Report report) {
        Map<String, Content> words = new HashMap<>();
        String name = report.top().unit().name();
        words.put("unit", Content.text(name));
        words.put("unit-upper", Content.text(name.toUpperCase(Locale.ROOT)));
        words.put("unit-code", Content.text(report.top().unit().code()));
        words.put("period", Content.text(report.period().label()));
        words.put("period-code", Content.text(report.period().code()));
        words.put("from", day(report.period().from()));
        words.put("to", day(report.period().to()));
        PastPeriod before = report.past().before();
        PastPeriod yearAgo = report.past().lastYear();
        words.put(
                "before",
                Content.text(before == null ? "Kỳ trước" : before.period().label()));
        words.put(
                "year-ago",
                Content.text(
                        yearAgo == null ? "Cùng kỳ năm trước" : yearAgo.period().label()));
        Completeness completeness = report.top().completeness();
        words.put("expected", Content.whole(completeness.expected()));
        words.put("accepted", Content.whole(completeness.accepted()));
        words.put("late", Content.whole(completeness.late()));
        words.put("rejected", Content.whole(completeness.rejected()));
        words.put("missing", Content.whole(completeness.missing()));
        words.put("errors", count(report, Severity.ERROR));
        words.put("warnings", count(report, Severity.WARNING));
        words.put("notes", count(report, Severity.INFO));
        words.put(
                "closed",
                report.sinceClosing() == null
                        ? Content.text("chưa chốt lần nào")
                        : day(report.sinceClosing().closedOn()));
        return words;
    }

    private static Content day(LocalDate day) {
        return Content.text(Words.day(day));
    }

    private static Content count(Report report, Severity severity) {
        return Content.whole((int) report.findings().stream()
                .filter(located -> located.finding().severity() == severity)
                .count());
    }
}
