package tonghop.report.blank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.ColumnSum;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.form.Indicator;
import tonghop.domain.form.Measure;

/**
 * A rate that the sender states, against the counts of the same row, at the number of decimals that was written:
 * rounded or cut off agrees, anything else is worth a look.
 */
final class RateFormula {

    private static final int MOST_DECIMALS = 8;

    private final EntryTable table;
    private final CheckFormulas formulas;
    private final Map<String, ColumnSum> counts = new HashMap<>();

    RateFormula(EntryTable table, CheckFormulas formulas) {
        this.table = table;
        this.formulas = formulas;
        for (Form.Column column : table.form().columns()) {
            if (column.measure() != null) {
                counts.put(column.measure().id(), new ColumnSum(List.of(new ColumnSum.Term(1, column.no()))));
            }
        }
        table.form().derived().forEach(derived -> counts.put(derived.measure().id(), derived.sum()));
    }

    /** How the message about the rate in a column begins. */
    static String marker(int column) {
        return "Tỷ lệ cột %d ".formatted(column);
    }

    /** The indicator that the column states and that the form's own counts give. */
    Optional<Indicator> indicatorOf(Form.Column column, Definitions definitions) {
        Measure measure = column.measure();
        return measure == null
                ? Optional.empty()
                : definitions
                        .indicator(measure.id())
                        .filter(Indicator::isComputed)
                        .filter(indicator -> counts.keySet().containsAll(indicator.numerator()))
                        .filter(indicator -> counts.keySet().containsAll(indicator.denominator()));
    }

    /** The check of one row. */
    String of(Form.Column column, Indicator indicator, int row) {
        String stated = formulas.cell(column.no(), row);
        String numerator = sum(indicator.numerator(), row);
        String denominator = sum(indicator.denominator(), row);
        String rate = "100*(%s)/(%s)".formatted(numerator, denominator);
        String decimals = decimals(stated);
        String agrees = "OR(ROUND(%s,%s)=%s,TRUNC(%s,%s)=%s)".formatted(rate, decimals, stated, rate, decimals, stated);
        String given = "AND(ISNUMBER(%s),%s,%s,(%s)<>0)"
                .formatted(
                        stated,
                        isStated(indicator.numerator(), row),
                        isStated(indicator.denominator(), row),
                        denominator);
        String message = "\"%s%sghi \"&%s&\", tính từ số liệu là \"&ROUND(%s,%d)&\"; \""
                .formatted(
                        CheckFormulas.prefix(Severity.WARNING),
                        marker(column.no()),
                        stated,
                        rate,
                        indicator.decimals());
        String compared = CheckFormulas.choice(agrees, "\"\"", message);
        return CheckFormulas.choice(given, compared, "\"\"");
    }

    private String sum(List<String> ids, int row) {
        return ids.stream().map(id -> formulas.sum(countOf(id), row)).collect(Collectors.joining("+"));
    }

    private String isStated(List<String> ids, int row) {
        return ids.stream().map(id -> formulas.isStated(countOf(id), row)).collect(Collectors.joining(","));
    }

    private ColumnSum countOf(String id) {
        ColumnSum sum = counts.get(id);
        if (sum == null) {
            throw new IllegalArgumentException(table.form().id() + " has no count " + id);
        }
        return sum;
    }

    /** As many as were written. */
    private static String decimals(String cell) {
        String decimals = Integer.toString(MOST_DECIMALS);
        for (int fewer = MOST_DECIMALS - 1; fewer >= 0; fewer--) {
            decimals = "IF(ROUND(%s,%d)=%s,%d,%s)".formatted(cell, fewer, cell, fewer, decimals);
        }
        return decimals;
    }
}
