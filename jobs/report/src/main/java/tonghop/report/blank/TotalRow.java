package tonghop.report.blank;

import java.util.Optional;
import java.util.stream.Stream;
import tonghop.domain.form.Amount;
import tonghop.domain.form.Form;
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
    record Total(Amount value, boolean isSum) {}

    /**
     * Empty where nothing was stated or it is left blank: a column without figures has no total, least of all nought.
     */
    Optional<Total> of(Form.Column column) {
        if (sheet.blankTotals().contains(column.no())) {
            return Optional.empty();
        }
        if (column.measure() == null || !column.measure().addsOverUnits()) {
            return stated(column);
        }
        return Amount.sum(sheet.lines().stream()
                        .flatMap(line -> Stream.ofNullable(line.values().get(column.no()))))
                .map(sum -> new Total(sum, sum.qualifier() == null))
                .or(() -> stated(column));
    }

    private Optional<Total> stated(Form.Column column) {
        Report.Line total = sheet.total();
        return Optional.ofNullable(total)
                .map(line -> line.values().get(column.no()))
                .map(value -> new Total(value, false));
    }
}
