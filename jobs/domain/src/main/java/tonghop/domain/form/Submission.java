package tonghop.domain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Place;
import tonghop.domain.time.Period;
import tonghop.domain.time.Validity;

/**
 * What one sheet says for one form, sending unit and period ('báo cáo nộp'), rows for units and offices below included.
 *
 * @param file the path inside its inbox, with forward slashes
 * @param sha256 of the file's bytes, in lower-case hexadecimal
 * @param unit the code of the sender
 * @param declared the days that the sheet states, where they are not exactly those of {@code period}
 * @param isOpen of a list: whether it was left open ('…'), so that its counts are lower bounds
 */
public record Submission(
        String file,
        String sha256,
        String sheet,
        Form form,
        String unit,
        Period period,
        @Nullable Validity declared,
        List<TableRow> rows,
        boolean isOpen,
        CellLedger ledger) {

    public Submission {
        rows = List.copyOf(rows);
    }

    /** Where {@code cell} of its sheet is. */
    public Place at(@Nullable String cell) {
        return new Place(unit, form.id(), period.code(), file, sheet, cell);
    }
}
