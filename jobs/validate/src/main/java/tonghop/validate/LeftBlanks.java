package tonghop.validate;

import java.util.List;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.Report.LeftBlank;

/** The printed formulas hold in what was put together, so that no total had to be left blank in a form. */
final class LeftBlanks implements Rule<PeriodView> {

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.LEFT_BLANK);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        String unit = view.report().unit().code();
        return view.leftBlank().stream()
                .map(blank ->
                        finding(new Place(unit, blank.form(), view.period().code(), null, null, null), blank))
                .toList();
    }

    private static Finding finding(Place place, LeftBlank blank) {
        return Finding.of(
                FindingCode.LEFT_BLANK,
                place,
                Fact.LEFT.is(blank.left()),
                Fact.RIGHT.is(blank.right()),
                Fact.RULE.is(blank.rule().toString()),
                Fact.ROW.is(blank.label()));
    }
}
