package tonghop.validate;

import java.util.ArrayList;
import java.util.List;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.report.Figure;
import tonghop.domain.report.PeriodView;
import tonghop.domain.report.UnitReport;

/**
 * Neighbouring figures of a unit that differ in one digit alone: 2.107 visits of 3.107 people may be a slip of the pen.
 *
 * <p>Small numbers look alike by chance; only those of four digits and more are told.
 */
final class LookAlikes implements Rule<PeriodView> {

    private static final int FEWEST_DIGITS = 4;

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.LOOK_ALIKE);
    }

    @Override
    public List<Finding> check(PeriodView view) {
        UnitReport report = view.report();
        List<Finding> findings = new ArrayList<>();
        List<Figure> counted = report.figures().stream()
                .filter(figure -> figure.status() == Figure.Status.REPORTED
                        && !figure.id().contains("["))
                .toList();
        for (int index = 1; index < counted.size(); index++) {
            Figure one = counted.get(index - 1);
            Figure other = counted.get(index);
            if (lookAlike(digits(one), digits(other))) {
                findings.add(Finding.of(
                        FindingCode.LOOK_ALIKE,
                        Place.ofForm(report.unit().code(), null, view.period().code()),
                        Fact.STATED.is(digits(one)),
                        Fact.COMPARED.is(digits(other)),
                        Fact.MEASURE.is(one.id()),
                        Fact.OTHER_MEASURE.is(other.id())));
            }
        }
        return findings;
    }

    private static String digits(Figure figure) {
        return figure.value() == null ? "" : figure.value().toPlainString();
    }

    private static boolean lookAlike(String one, String other) {
        if (one.length() != other.length() || one.length() < FEWEST_DIGITS) {
            return false;
        }
        int differences = 0;
        for (int index = 0; index < one.length(); index++) {
            differences += one.charAt(index) == other.charAt(index) ? 0 : 1;
        }
        return differences == 1;
    }
}
