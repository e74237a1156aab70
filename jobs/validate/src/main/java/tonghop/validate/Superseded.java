package tonghop.validate;

import java.util.List;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.report.PeriodView;

/** One sheet speaks for a form, unit and period: those that a later one replaced are told. */
final class Superseded implements Rule<PeriodView> {

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.SUPERSEDED);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        return view.replaced().stream()
                .map(sheet -> Finding.of(FindingCode.SUPERSEDED, sheet.place(), Fact.FILE.is(sheet.by())))
                .toList();
    }
}
