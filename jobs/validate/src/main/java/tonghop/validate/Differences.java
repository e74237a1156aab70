package tonghop.validate;

import java.util.List;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.PeriodView.Difference;

/** What was sent agrees with what counts: between units, and between a period and the finer ones in it. */
final class Differences implements Rule<PeriodView> {

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.PARENT_ROW_DIFFERS, FindingCode.OWN_TOTAL_DIFFERS, FindingCode.PERIODS_DIFFER);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        return view.differences().stream().map(Differences::finding).toList();
    }

    private static Finding finding(Difference difference) {
        Finding finding = switch (difference.source()) {
            case UNIT_ITSELF -> betweenUnits(FindingCode.PARENT_ROW_DIFFERS, difference);
            case UNITS_BELOW -> betweenUnits(FindingCode.OWN_TOTAL_DIFFERS, difference);
            case FINER_PERIODS -> betweenPeriods(difference);
        };
        return finding.about(difference.measure());
    }

    private static Finding betweenUnits(FindingCode code, Difference difference) {
        return Finding.of(
                code,
                difference.place(),
                Fact.STATED.is(difference.stated()),
                Fact.COUNTED.is(difference.other()),
                Fact.MEASURE.is(difference.measure()));
    }

    private static Finding betweenPeriods(Difference difference) {
        return Finding.of(
                FindingCode.PERIODS_DIFFER,
                difference.place(),
                Fact.STATED.is(difference.stated()),
                Fact.COMPUTED.is(difference.other()),
                Fact.MEASURE.is(difference.measure()),
                Fact.PERIODS.is(String.join(" + ", difference.periods())));
    }
}
