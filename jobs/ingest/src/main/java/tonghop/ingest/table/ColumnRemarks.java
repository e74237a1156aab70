package tonghop.ingest.table;

import java.util.ArrayList;
import java.util.List;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.Form;
import tonghop.spreadsheet.CellAddress;

/** What is wrong, or odd, about the columns of a table: those that are missing, and headings of others. */
final class ColumnRemarks {

    private ColumnRemarks() {}

    /** The remarks on the columns under {@code heading}. */
    static List<Finding> on(Form form, TableHeading heading, Place sheet) {
        Place label = at(sheet, heading, heading.labelColumn());
        List<Finding> findings = new ArrayList<>();
        for (Form.Column column : form.columns()) {
            if (!heading.columns().containsKey(column.no())) {
                findings.add(Finding.of(
                        FindingCode.COLUMN_MISSING, label, Fact.COLUMN.is(column.no()), Fact.LABEL.is(column.label())));
            }
        }
        if (!heading.hasNumbers()) {
            findings.add(Finding.of(FindingCode.COLUMNS_BY_HEADING, label));
        }
        heading.doubts().forEach(doubt -> findings.add(doubted(form, heading, sheet, doubt)));
        return findings;
    }

    private static Finding doubted(Form form, TableHeading heading, Place sheet, TableHeading.Doubt doubt) {
        Place place = at(sheet, heading, doubt.column());
        String number = Integer.toString(doubt.number());
        String label = form.column(doubt.number()).map(Form.Column::label).orElse("");
        return doubt.other() == 0
                ? Finding.of(
                        FindingCode.HEADING_UNKNOWN,
                        place,
                        Fact.COLUMN.is(number),
                        Fact.LABEL.is(label),
                        Fact.HEADING.is(doubt.heading()))
                : Finding.of(
                        FindingCode.HEADING_DIFFERS,
                        place,
                        Fact.COLUMN.is(number),
                        Fact.OTHER_COLUMN.is(doubt.other()),
                        Fact.HEADING.is(doubt.heading()));
    }

    private static Place at(Place sheet, TableHeading heading, int column) {
        return sheet.withCell(CellAddress.text(heading.row(), column));
    }
}
