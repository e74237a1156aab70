package tonghop.report.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tonghop.domain.report.Completeness;
import tonghop.domain.report.Report;
import tonghop.domain.report.ReportChange;
import tonghop.report.words.Words;

/** What stands above and below the sections: unit, period, how much has come in, the way to the parts and files. */
record PageHead(Html html, Report report, List<String> files) {

    /** The sections: the id and the key of the title. */
    private static final List<String> SECTIONS =
            List.of("headline", "units", "figures", "complete", "findings", "sources");

    void writeTop() {
        html.said("a", "page.skip", "class", "skip", "href", "#main");
        html.open("header", "class", "top");
        writeLanguage();
        html.said("p", "page.kind", "class", "kicker");
        html.element("h1", report.top().unit().name());
        html.open("p", "class", "period")
                .element("strong", report.period().label())
                .text(" ")
                .open("span", "class", "note")
                .say(
                        "page.days",
                        Words.day(report.period().from()),
                        Words.day(report.period().to()))
                .close()
                .close();
        writeCoverage(report.top().completeness());
        Report.SinceClosing since = report.sinceClosing();
        if (since != null) {
            writeSince(since);
        }
        html.close();
        html.open("nav", "aria-labelledby", "nav-title").said("h2", "page.nav", "id", "nav-title", "class", "hidden");
        html.open("ul");
        for (String section : SECTIONS) {
            html.open("li")
                    .open("a", "href", "#" + section)
                    .say(section + ".title")
                    .close()
                    .close();
        }
        html.close().close();
        html.open("noscript").said("p", "page.noscript", "class", "notice").close();
        html.open("main", "id", "main", "tabindex", "-1");
    }

    private void writeSince(Report.SinceClosing since) {
        ReportChange change = since.change();
        if (change == null) {
            html.open("p", "class", "notice")
                    .say("page.since-without", Words.day(since.closedOn()))
                    .close();
        } else if (!change.isEmpty()) {
            html.open("p", "class", "notice")
                    .say(
                            "page.since",
                            Words.day(since.closedOn()),
                            change.figures().size())
                    .close();
        }
    }

    private void writeLanguage() {
        html.open("div", "class", "language script", "role", "group", "aria-labelledby", "language-title");
        html.said("span", "page.language", "id", "language-title", "class", "hidden");
        html.element("button", "Tiếng Việt", "type", "button", "data-language", "vi", "aria-pressed", "true");
        html.element(
                "button", "English", "type", "button", "data-language", "en", "aria-pressed", "false", "lang", "en");
        html.close();
    }

    private void writeCoverage(Completeness complete) {
        if (complete.expected() == 0) {
            html.said("p", "complete.none");
            return;
        }
        html.open("div", "class", "coverage");
        html.open("p")
                .say("coverage.chart", complete.accepted(), complete.expected())
                .close();
        int onTime = complete.accepted() - complete.late();
        new CompletenessBar(html).write(onTime, complete.late(), complete.rejected(), complete.missing());
        html.open("ul", "class", "legend");
        legend("on-time", onTime);
        legend("late", complete.late());
        legend("rejected", complete.rejected());
        legend("missing", complete.missing());
        html.close().close();
    }

    private void legend(String state, int count) {
        html.open("li");
        CompletenessBar.sign(html, state);
        html.text(" ").say("state." + state).text(": ").element("strong", Integer.toString(count));
        html.close();
    }

    void writeEnd() {
        html.close();
        html.open("footer");
        if (!files.isEmpty()) {
            html.said("h2", "page.files").open("ul", "class", "files");
            for (String file : files) {
                html.open("li").element("a", file, "href", address(file)).close();
            }
            html.close();
        }
        html.said("p", "page.source", "class", "note").close();
    }

    private static String address(String file) {
        return URLEncoder.encode(file, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
