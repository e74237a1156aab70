package tonghop.report.overview;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import tonghop.report.sheet.SheetNames;
import tonghop.spreadsheet.CellAddress;

/**
 * Where a section came to stand; rows and columns are from 0.
 *
 * @param fields the columns of its fields
 * @param repeated the first of its repeated columns; -1 without any
 * @param headingRow the row above, with the headings
 */
record Placed(
        Section section, XSSFSheet sheet, int firstRow, Map<String, Integer> fields, int repeated, int headingRow) {

    int lines() {
        return section.size();
    }

    int lastRow() {
        return firstRow + Math.max(0, section.size() - 1);
    }

    /** Whether a row of a sheet is a line of any section: what stands there was written by others. */
    static boolean isLine(Collection<Placed> placed, XSSFSheet sheet, int row) {
        return placed.stream().anyMatch(place -> place.holds(sheet, row));
    }

    private boolean holds(XSSFSheet other, int row) {
        return other.equals(sheet) && row >= firstRow && row <= lastRow();
    }

    Optional<String> address(String field, int line) {
        return Optional.ofNullable(fields.get(field)).map(column -> CellAddress.text(firstRow + line, column));
    }

    /** With the sheet's name, as another sheet's formula has it. */
    Optional<String> fullAddress(String field, int line) {
        return address(field, line).map(address -> SheetNames.quoted(sheet.getSheetName()) + "!" + address);
    }
}
