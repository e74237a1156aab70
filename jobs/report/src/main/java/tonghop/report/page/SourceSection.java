package tonghop.report.page;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report;

/** The sheets that were taken in. */
record SourceSection(Html html, Report report, FigureIndex index) {

    private static final Set<SubmissionState> STATES =
            EnumSet.range(SubmissionState.ACCEPTED, SubmissionState.REJECTED);
    private static final int DIGITS = 12;

    void write() {
        html.section("sources");
        html.open("details")
                .open("summary")
                .say("sources.summary", report.submissions().size())
                .close();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "sources-title");
        html.open("table").said("caption", "sources.caption").open("thead").open("tr");
        Stream.of("sources.file", "sources.sheet", "complete.form", "units.unit", "series.period", "sources.state")
                .forEach(heading -> html.said("th", heading, "scope", "col"));
        html.element("th", "SHA-256", "scope", "col");
        html.close().close().open("tbody");
        report.submissions().forEach(this::writeSheet);
        html.close().close().close().close().close();
    }

    private void writeSheet(Report.SentSheet sheet) {
        html.open("tr")
                .element("th", sheet.file(), "scope", "row")
                .element("td", sheet.sheet())
                .element("td", sheet.form())
                .element("td", index.name(sheet.unit()))
                .element("td", sheet.period())
                .said(
                        "td",
                        "sources."
                                + (STATES.contains(sheet.state())
                                        ? sheet.state().code()
                                        : "other"));
        html.open("td")
                .element(
                        "code",
                        sheet.sha256()
                                .substring(0, Math.min(DIGITS, sheet.sha256().length())),
                        "title",
                        sheet.sha256())
                .close()
                .close();
    }
}
