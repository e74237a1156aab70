package tonghop.report.blank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Form;
import tonghop.domain.form.Qualifier;
import tonghop.domain.report.Report;

/** What stands in the total row of a column. */
final class TotalRow {

    private final FormWorkbook.Sheet sheet;

    TotalRow(FormWorkbook.Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * The total of one column.
     *
     * @param isSum whether it is the plain sum of the rows, so that a formula can give it
     */
    record Total(Report.Value value, boolean isSum) {}

    /** Empty where nothing was stated: a column without figures has no total, least of all nought. */
    Optional<Total> of(Form.Column column) {
        if (column.measure() == null || !column.measure().addsOverUnits()) {
            return stated(column);
        }
        List<Report.Value> values = sheet.lines().stream()
                .map(line -> line.values().get(column.no()))
                .filter(Objects::nonNull)
                .toList();
        if (values.isEmpty()) {
            return stated(column);
        }
        BigDecimal sum = values.stream().map(Report.Value::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        Qualifier qualifier = combined(values);
        return Optional.of(new Total(new Report.Value(sum, qualifier), qualifier == null));
    }

    private Optional<Total> stated(Form.Column column) {
        Report.Line total = sheet.total();
        return Optional.ofNullable(total)
                .map(line -> line.values().get(column.no()))
                .map(value -> new Total(value, false));
    }

    static @Nullable Qualifier combined(List<Report.Value> values) {
        Qualifier mark = null;
        for (Report.Value value : values) {
            mark = Qualifier.combine(mark, value.qualifier());
        }
        return mark;
    }
}
