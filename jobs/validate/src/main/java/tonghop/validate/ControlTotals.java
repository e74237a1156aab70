package tonghop.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.LikelyCause;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Entry;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.domain.form.RowSums;
import tonghop.domain.form.Submission;
import tonghop.domain.form.TableRow;
import tonghop.domain.form.TableRow.Kind;
import tonghop.validate.SumCauses.Part;

/**
 * Total rows are the sum of all rows, subtotals that of the rows up to the next subtotal.
 *
 * <p>A subtotal stands over its rows or under them, and may hold other subtotals. Where no row gives the measure, a
 * total stands for itself and there is nothing to compare.
 */
final class ControlTotals implements Rule<Submission> {

    @Override
    public List<FindingCode> codes() {
        return List.of(FindingCode.TOTAL_DIFFERS);
    }

    @Override
    public List<Finding> check(Submission submission) {
        List<Finding> findings = new ArrayList<>();
        List<TableRow> rows = submission.rows();
        for (int index = 0; index < rows.size(); index++) {
            Kind kind = rows.get(index).kind();
            if (kind == Kind.TOTAL) {
                compare(submission, rows.get(index), rows, findings);
            } else if (kind == Kind.GROUP && !isProven(submission.form(), rows, index)) {
                compare(submission, rows.get(index), group(rows, index), findings);
            }
        }
        return findings;
    }

    private static List<TableRow> group(List<TableRow> rows, int heading) {
        int end = heading + 1;
        while (end < rows.size() && !rows.get(end).kind().isControl()) {
            end++;
        }
        List<TableRow> after = rows.subList(heading + 1, end);
        return after.isEmpty() ? RowSums.runBefore(rows, heading) : after;
    }

    /** A group may hold groups, or stand under its rows: where nothing else follows, or where all do. */
    private static boolean isProven(Form form, List<TableRow> rows, int index) {
        RowSums sums = RowSums.in(form);
        boolean isHead = index + 1 < rows.size() && !rows.get(index + 1).kind().isControl();
        return RowSums.runsAfter(rows, index).stream().anyMatch(run -> sums.isSum(rows.get(index), run))
                || (isUnder(sums, rows, index) && (!isHead || areUnder(sums, rows)));
    }

    private static boolean isUnder(RowSums sums, List<TableRow> rows, int index) {
        return sums.isSum(rows.get(index), RowSums.runBefore(rows, index));
    }

    private static boolean areUnder(RowSums sums, List<TableRow> rows) {
        return IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).kind() == Kind.GROUP)
                .allMatch(index -> isUnder(sums, rows, index));
    }

    private static void compare(Submission submission, TableRow control, List<TableRow> rows, List<Finding> findings) {
        for (Form.Column column : submission.form().columns()) {
            Measure measure = column.measure();
            Entry stated = control.entries().get(column.no());
            List<Part> parts = parts(rows, column, Kind::isLeaf);
            if (measure != null && measure.addsOverUnits() && stated != null && !parts.isEmpty()) {
                BigDecimal sum = SumCauses.sum(parts);
                BigDecimal noise = SumCauses.noise(parts).add(stated.noise());
                if (!Amount.agree(sum, stated.value(), noise)) {
                    findings.add(Finding.of(
                                    FindingCode.TOTAL_DIFFERS,
                                    submission.at(stated.cell()),
                                    Fact.STATED.is(stated.value()),
                                    Fact.COMPUTED.is(sum),
                                    Fact.ROW.is(control.label()))
                            .about(measure.id())
                            .likely(cause(submission, control, rows, column, stated)
                                    .orElse(null)));
                }
            }
        }
    }

    private static Optional<LikelyCause> cause(
            Submission submission, TableRow control, List<TableRow> rows, Form.Column column, Entry stated) {
        List<Part> parts = parts(rows, column, Kind::isLeaf);
        return SumCauses.of(stated.value(), parts, parts(rows, column, kind -> kind == Kind.GROUP))
                .or(() -> otherColumn(submission.form(), rows, column, stated.value()))
                .or(() -> otherGroup(submission.rows(), control, column, stated.value()));
    }

    /** Where a total was written into the next column, it is the sum of that one. */
    private static Optional<LikelyCause> otherColumn(
            Form form, List<TableRow> rows, Form.Column column, BigDecimal stated) {
        return form.columns().stream()
                .filter(other -> Math.abs(other.no() - column.no()) == 1 && stated.compareTo(BigDecimal.TEN) >= 0)
                .filter(other -> SumCauses.sum(parts(rows, other, Kind::isLeaf)).compareTo(stated) == 0)
                .findFirst()
                .map(other -> LikelyCause.Kind.OTHER_COLUMN.of(other.label()));
    }

    /** Where subtotals were swapped or slipped by a row, one is the sum of another's rows. */
    private static Optional<LikelyCause> otherGroup(
            List<TableRow> rows, TableRow control, Form.Column column, BigDecimal stated) {
        if (control.kind() != Kind.GROUP || stated.signum() == 0) {
            return Optional.empty();
        }
        return IntStream.range(0, rows.size())
                .filter(index ->
                        rows.get(index).kind() == Kind.GROUP && !rows.get(index).equals(control))
                .filter(index -> SumCauses.sum(parts(group(rows, index), column, Kind::isLeaf))
                                .compareTo(stated)
                        == 0)
                .mapToObj(index -> LikelyCause.Kind.OTHER_ROW.of(rows.get(index).label()))
                .findFirst();
    }

    private static List<Part> parts(List<TableRow> rows, Form.Column column, Predicate<Kind> kinds) {
        List<Part> parts = new ArrayList<>();
        for (TableRow row : rows) {
            Entry entry = row.entries().get(column.no());
            if (kinds.test(row.kind()) && entry != null) {
                parts.add(new Part(row.label(), entry.value(), entry.noise()));
            }
        }
        return parts;
    }
}
