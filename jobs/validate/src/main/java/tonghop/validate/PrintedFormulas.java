package tonghop.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.LikelyCause;
import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.Measure;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;
import tonghop.validate.SumCauses.Part;

/**
 * The formulas that the form prints in its row of column numbers, and its parts 'trong đó', row by row.
 *
 * <p>A blank total or a sum whose parts are all blank says nothing: units often know the one and not the other. A blank
 * total is told, since it is no figure then. Where a part is given, a blank part counts as nothing.
 */
final class PrintedFormulas implements Rule<Submission> {

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.RULE_BROKEN, FindingCode.TOTAL_BLANK);
    }

    @Override
    public List<Finding> check(Submission submission) {
        List<Finding> findings = new ArrayList<>();
        for (FormRule rule : submission.form().rules()) {
            List<Finding> ofRows = new ArrayList<>();
            List<Finding> ofTotals = new ArrayList<>();
            for (TableRow row : submission.rows()) {
                if (row.kind().isLeaf()) {
                    check(submission, row, rule, ofRows);
                } else if (row.kind().isControl()) {
                    check(submission, row, rule, ofTotals);
                }
            }
            // What is wrong in a row is wrong in the totals over it, and mended there too.
            findings.addAll(ofRows.isEmpty() ? ofTotals : ofRows);
        }
        return findings;
    }

    private static void check(Submission submission, TableRow row, FormRule rule, List<Finding> findings) {
        Map<Integer, BigDecimal> values = row.values();
        if (rule.lacksTotal(values)) {
            findings.add(Finding.of(
                            FindingCode.TOTAL_BLANK,
                            submission.at(cellOf(row, rule)),
                            Fact.COMPUTED.is(rule.right().of(values)),
                            Fact.RULE.is(rule.toString()),
                            Fact.ROW.is(row.label()))
                    .about(firstMeasure(submission.form(), rule)));
        }
        if (!rule.isComparable(values)) {
            return;
        }
        BigDecimal left = rule.left().of(values);
        BigDecimal right = rule.right().of(values);
        if (!rule.holds(row)) {
            findings.add(Finding.of(
                            FindingCode.RULE_BROKEN,
                            submission.at(cellOf(row, rule)),
                            Fact.LEFT.is(left),
                            Fact.RIGHT.is(right),
                            Fact.RULE.is(rule.toString()),
                            Fact.ROW.is(row.label()))
                    .as(rule.severity())
                    .about(firstMeasure(submission.form(), rule))
                    .likely(cause(submission.form(), rule, values).orElse(null)));
        }
    }

    /** What a formula compares: its first column. */
    private static @Nullable String firstMeasure(Form form, FormRule rule) {
        return rule.left().columns().stream()
                .limit(1)
                .flatMap(column -> form.column(column).stream())
                .flatMap(column -> Stream.ofNullable(column.measure()))
                .map(Measure::id)
                .findFirst()
                .orElse(null);
    }

    /** Of an equation: the side that is one number is the stated one, the other side its parts. */
    private static Optional<LikelyCause> cause(Form form, FormRule rule, Map<Integer, BigDecimal> values) {
        if (rule.relation() != FormRule.Relation.EQUAL) {
            return Optional.empty();
        }
        boolean isLeftStated = rule.left().terms().size() == 1;
        ColumnSum parts = isLeftStated ? rule.right() : rule.left();
        BigDecimal stated = (isLeftStated ? rule.left() : rule.right()).of(values);
        return SumCauses.of(stated, parts(form, parts, values), List.of());
    }

    private static List<Part> parts(Form form, ColumnSum sum, Map<Integer, BigDecimal> values) {
        List<Part> parts = new ArrayList<>();
        for (ColumnSum.Term term : sum.terms()) {
            BigDecimal value = values.get(term.column());
            if (value != null) {
                String label =
                        form.column(term.column()).map(Form.Column::label).orElse("");
                parts.add(new Part(label, value.multiply(BigDecimal.valueOf(term.factor())), BigDecimal.ZERO));
            }
        }
        return parts;
    }

    /** The first cell that the formula speaks of and that is not blank. */
    private static String cellOf(TableRow row, FormRule rule) {
        return rule.columns().stream()
                .map(row.entries()::get)
                .filter(Objects::nonNull)
                .map(Entry::cell)
                .findFirst()
                .orElse(row.labelCell());
    }
}
