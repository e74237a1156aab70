package tonghop.launch.job;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import tonghop.catalogue.FindingTexts;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.unit.Unit;
import tonghop.rollup.report.Reports;
import tonghop.validate.Rules;

/** Reports with what the rules say of them, in both languages, and what changed since their period was closed. */
record CompleteReports(Rules rules, Closings closings, FindingTexts vietnamese, FindingTexts english) {

    CompleteReports(Rules rules, Closings closings) {
        this(rules, closings, FindingTexts.vietnamese(), FindingTexts.english());
    }

    Report of(Unit unit, Reports reports) throws IOException {
        return closings.since(reports.of(unit, this::findings));
    }

    /** The same as of a moment in the past, of which {@code reports} are. */
    Report of(Unit unit, Reports reports, Instant asOf) throws IOException {
        return closings.since(reports.of(unit, this::findings), asOf);
    }

    private List<LocatedFinding> findings(PeriodView view) {
        return rules.check(view).stream()
                .map(weighed -> new LocatedFinding(
                        weighed.finding(),
                        vietnamese.of(weighed.finding()),
                        english.of(weighed.finding()),
                        weighed.impact()))
                .toList();
    }
}
