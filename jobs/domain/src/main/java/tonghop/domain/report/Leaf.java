package tonghop.domain.report;

import tonghop.domain.form.Amount;
import tonghop.domain.form.NilReturn;
import tonghop.domain.form.Observation;

/**
 * An observation that counts, with its source: what figures stand on.
 *
 * @param period the code of the period that it was sent for
 * @param submission the sheet, by its number in the store
 * @param unit the code of the unit that it is about
 * @param sender the code of the unit that sent the sheet
 * @param rowNumber the row's number in the sheet, from 1
 * @param ordinal its place among the observations of the sheet
 * @param scope how much of the unit it speaks of
 * @param cell where it stands; several joined with {@code +} or {@code -} for a measure that is a sum of columns
 * @param raw the text in the cell; empty for a sum of columns
 */
public record Leaf(
        String period,
        long submission,
        String unit,
        String sender,
        String form,
        String measure,
        String row,
        int rowNumber,
        int ordinal,
        Amount amount,
        Observation.Scope scope,
        String file,
        String sha256,
        String sheet,
        String cell,
        String raw) {

    /** Whether it was written as a word for nothing, such as 'không phát sinh'. */
    public boolean isNil() {
        return NilReturn.isNil(raw);
    }

    /** The same under the code that the unit has elsewhere. */
    public Leaf ofUnit(String other) {
        return new Leaf(
                period,
                submission,
                other,
                sender,
                form,
                measure,
                row,
                rowNumber,
                ordinal,
                amount,
                scope,
                file,
                sha256,
                sheet,
                cell,
                raw);
    }
}
