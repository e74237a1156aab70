package tonghop.validate;

import java.util.ArrayList;
import java.util.List;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;

/** Numbers beyond any size that their measure can have, as where đồng were written in a column of tỷ đồng. */
final class ImplausibleSizes implements Rule<Submission> {

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.IMPLAUSIBLE_SIZE);
    }

    @Override
    public List<Finding> check(Submission submission) {
        List<Finding> findings = new ArrayList<>();
        for (TableRow row : submission.rows()) {
            if (row.kind().isLeaf()) {
                submission.form().columns().forEach(column -> check(submission, row, column, findings));
            }
        }
        return findings;
    }

    private static void check(Submission submission, TableRow row, Form.Column column, List<Finding> findings) {
        Entry entry = row.entries().get(column.no());
        Measure measure = column.measure();
        if (entry != null && measure != null) {
            measure.mostPlausible()
                    .filter(most -> entry.value().compareTo(most) > 0)
                    .ifPresent(most -> findings.add(Finding.of(
                                    FindingCode.IMPLAUSIBLE_SIZE,
                                    submission.at(entry.cell()),
                                    Fact.STATED.is(entry.value()),
                                    Fact.LIMIT.is(most),
                                    Fact.LABEL.is(column.label()),
                                    Fact.UNIT_OF_COUNT.is(measure.unitOfCount()))
                            .about(measure.id())));
        }
    }
}
