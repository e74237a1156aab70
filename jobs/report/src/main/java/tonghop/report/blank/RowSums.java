package tonghop.report.blank;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.Form;
import tonghop.domain.form.FormRule;
import tonghop.domain.form.FormRule.Relation;
import tonghop.domain.report.Report;

/**
 * Which numbers of a row are printed sums of other columns of it, and so can be live formulas.
 *
 * <p>Only where the parts are given and come to the number: a formula must never change what was stated.
 */
final class RowSums {

    private final Map<Integer, ColumnSum> sums = new TreeMap<>();

    private RowSums() {}

    /** The sums that hold in {@code line}, by column. */
    static Map<Integer, ColumnSum> of(Form form, Report.Line line) {
        Map<Integer, BigDecimal> exact = new HashMap<>();
        line.values().forEach((column, value) -> {
            if (value.qualifier() == null) {
                exact.put(column, value.value());
            }
        });
        RowSums found = new RowSums();
        for (FormRule rule : form.rules()) {
            found.consider(rule, exact, line);
        }
        return found.sums;
    }

    private void consider(FormRule rule, Map<Integer, BigDecimal> exact, Report.Line line) {
        List<ColumnSum.Term> left = rule.left().terms();
        boolean isSum = rule.relation() == Relation.EQUAL
                && left.size() == 1
                && left.get(0).factor() == 1;
        if (!isSum) {
            return;
        }
        int column = left.get(0).column();
        ColumnSum parts = rule.right();
        BigDecimal stated = exact.get(column);
        boolean holds = stated != null
                && parts.isStatedIn(exact)
                && parts.columns().stream().allMatch(part -> isExactOrBlank(part, exact, line))
                && parts.of(exact).compareTo(stated) == 0;
        if (holds && !sums.containsKey(column) && !dependsOn(parts, column)) {
            sums.put(column, parts);
        }
    }

    private static boolean isExactOrBlank(int column, Map<Integer, BigDecimal> exact, Report.Line line) {
        return exact.containsKey(column) || !line.values().containsKey(column);
    }

    /** Whether a formula over {@code parts} would come back to {@code column}. */
    private boolean dependsOn(ColumnSum parts, int column) {
        return parts.columns().stream().anyMatch(part -> {
            ColumnSum further = sums.get(part);
            return part == column || (further != null && dependsOn(further, column));
        });
    }
}
