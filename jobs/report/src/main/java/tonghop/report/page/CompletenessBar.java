package tonghop.report.page;

import java.util.List;
import java.util.Map;
import tonghop.domain.report.Report.Coverage;

/** One bar of what came in on time, late, was rejected or is missing; each kind has a colour and a sign. */
final class CompletenessBar {

    private static final List<String> STATES = List.of("on-time", "late", "rejected", "missing");
    private static final Map<String, String> SIGNS =
            Map.of("on-time", "●", "late", "◐", "rejected", "✕", "missing", "○");

    private final Html html;

    CompletenessBar(Html html) {
        this.html = html;
    }

    /** The numbers also stand as text beside the bar. */
    void write(int... counts) {
        int all = 0;
        for (int count : counts) {
            all += count;
        }
        html.open("svg", "class", "bar stacked", "aria-hidden", "true");
        int before = 0;
        for (int index = 0; index < counts.length && all > 0; index++) {
            if (counts[index] > 0) {
                html.open(
                                "rect",
                                "class",
                                STATES.get(index),
                                "x",
                                Html.percent(100.0 * before / all),
                                "width",
                                Html.percent(100.0 * counts[index] / all),
                                "height",
                                "100%")
                        .close();
            }
            before += counts[index];
        }
        html.close();
    }

    /** The state of a form of a unit. */
    static String stateOf(Coverage pair) {
        return switch (pair.state()) {
            case ACCEPTED -> pair.isLate() ? "late" : "on-time";
            case REJECTED -> "rejected";
            case MISSING -> "missing";
        };
    }

    /** Its sign, which a screen reader leaves out. */
    static void sign(Html html, String state) {
        html.element("span", SIGNS.getOrDefault(state, ""), "class", "sign " + state, "aria-hidden", "true");
    }
}
