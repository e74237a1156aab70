package tonghop.launch.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.ChangeCause;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PublishedReport.Source;
import tonghop.domain.report.ReportChange;
import tonghop.domain.report.ReportChange.FigureChange;
import tonghop.domain.time.Deadlines;
import tonghop.launch.console.TextTable;
import tonghop.rollup.record.Publications.Run;

/** What changed between two runs, as people read it in a terminal: the figures of the reports' own units. */
final class DiffText {

    private static final int LONGEST_LABEL = 48;
    private static final Map<ChangeCause, String> CAUSES = Map.of(
            ChangeCause.NEW, "báo cáo mới / new",
            ChangeCause.LATE, "báo cáo muộn / late",
            ChangeCause.CORRECTION, "đính chính / correction",
            ChangeCause.WITHDRAWAL, "rút lại / withdrawal",
            ChangeCause.UNIT, "thay đổi đơn vị / unit",
            ChangeCause.RULE, "thay đổi biểu, quy tắc / rule",
            ChangeCause.LAYOUT, "thay đổi mẫu báo cáo / layout",
            ChangeCause.VERSION, "phiên bản Tonghop / version",
            ChangeCause.OTHER, "khác / other");

    private DiffText() {}

    static List<String> lines(Run before, Run after, List<ReportChange> changes) {
        List<String> lines = new ArrayList<>();
        lines.add("%s (%s) → %s (%s)".formatted(before.code(), time(before), after.code(), time(after)));
        if (changes.isEmpty()) {
            lines.add("Không có gì thay đổi. / Nothing changed.");
        }
        for (ReportChange change : changes) {
            lines.add("");
            lines.add(change.unit() + " · " + change.period());
            TextTable events = new TextTable("tttt");
            change.events()
                    .forEach(event -> events.row(
                            cause(event.cause()), unit(event), form(event), file(event.before(), event.after())));
            lines.addAll(events.lines("  "));
            lines.addAll(figures(change).lines("  "));
        }
        return lines;
    }

    private static String time(Run run) {
        return run.recordedAt().atZone(Deadlines.ZONE).format(StatusText.TIME);
    }

    private static String cause(ChangeCause cause) {
        return CAUSES.getOrDefault(cause, cause.code());
    }

    private static String unit(ReportChange.Event event) {
        Source source = event.after() == null ? event.before() : event.after();
        return source == null ? "" : source.unit();
    }

    private static String form(ReportChange.Event event) {
        Source source = event.after() == null ? event.before() : event.after();
        return source == null ? "" : source.form();
    }

    private static String file(@Nullable Source before, @Nullable Source after) {
        String then = before == null ? "" : before.file();
        String now = after == null ? "–" : after.file();
        if (before == null && after == null) {
            return "";
        }
        return then.isEmpty() || then.equals(now) ? now : then + " → " + now;
    }

    private static TextTable figures(ReportChange change) {
        TextTable table = new TextTable("tnntnt");
        table.row("Chỉ tiêu / figure", "trước", "sau", "", "chênh", "do / because of");
        for (FigureChange figure : change.figures()) {
            if (figure.unit().equals(change.unit())) {
                table.row(
                        shortened(figure.label()),
                        number(figure.before()),
                        number(figure.after()),
                        figure.kind() == Figure.Kind.INDICATOR ? "%" : "",
                        signed(figure.difference()),
                        because(figure));
            }
        }
        return table;
    }

    private static String because(FigureChange figure) {
        if (figure.kind() == Figure.Kind.MEASURE) {
            return causes(figure.value());
        }
        String numerator = causes(figure.numerator());
        String denominator = causes(figure.denominator());
        return (numerator.isEmpty() ? "" : "tử số " + numerator)
                + (numerator.isEmpty() || denominator.isEmpty() ? "" : "; ")
                + (denominator.isEmpty() ? "" : "mẫu số " + denominator);
    }

    private static String causes(Map<ChangeCause, BigDecimal> causes) {
        return causes.entrySet().stream()
                .map(part -> signed(part.getValue()) + " " + cause(part.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "–" : plain(value);
    }

    private static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + plain(value);
    }

    /** Points group thousands, a comma begins the decimals, as in the reports. */
    private static String plain(BigDecimal value) {
        String plain = value.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".");
        return point < 0 ? grouped : grouped + "," + plain.substring(point + 1);
    }
}
