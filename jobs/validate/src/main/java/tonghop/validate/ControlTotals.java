package tonghop.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tonghop.domain.Entry;
import tonghop.domain.Finding;
import tonghop.domain.FindingCode;
import tonghop.domain.Form;
import tonghop.domain.Measure;
import tonghop.domain.Submission;
import tonghop.domain.TableRow;
import tonghop.domain.TableRow.Kind;

/**
 * Total rows are the sum of all rows, subtotals that of the rows up to the next subtotal.
 *
 * <p>Where no row gives the measure, a total stands for itself and there is nothing to compare.
 */
final class ControlTotals implements Rule {

    @Override
    public List<Finding> check(Submission submission) {
        List<Finding> findings = new ArrayList<>();
        List<TableRow> rows = submission.rows();
        for (int index = 0; index < rows.size(); index++) {
            Kind kind = rows.get(index).kind();
            if (kind == Kind.TOTAL) {
                compare(submission, rows.get(index), rows, findings);
            } else if (kind == Kind.GROUP) {
                compare(submission, rows.get(index), group(rows, index), findings);
            }
        }
        return findings;
    }

    private static List<TableRow> group(List<TableRow> rows, int heading) {
        int end = heading + 1;
        while (end < rows.size() && rows.get(end).kind().isLeaf()) {
            end++;
        }
        return rows.subList(heading + 1, end);
    }

    private static void compare(Submission submission, TableRow control, List<TableRow> rows, List<Finding> findings) {
        for (Form.Column column : submission.form().columns()) {
            Measure measure = column.measure();
            Entry stated = control.entries().get(column.no());
            List<BigDecimal> parts = rows.stream()
                    .filter(row -> row.kind().isLeaf())
                    .map(TableRow::entries)
                    .filter(entries -> entries.containsKey(column.no()))
                    .map(entries -> valueOf(entries, column.no()))
                    .toList();
            if (measure != null && measure.addsOverUnits() && stated != null && !parts.isEmpty()) {
                BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                if (sum.compareTo(stated.value()) != 0) {
                    findings.add(Finding.of(
                            FindingCode.TOTAL_DIFFERS,
                            submission.at(stated.cell()),
                            stated.value().toPlainString(),
                            sum.toPlainString(),
                            control.label()));
                }
            }
        }
    }

    private static BigDecimal valueOf(Map<Integer, Entry> entries, int column) {
        Entry entry = entries.get(column);
        return entry == null ? BigDecimal.ZERO : entry.value();
    }
}
