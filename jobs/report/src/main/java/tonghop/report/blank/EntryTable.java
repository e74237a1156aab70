package tonghop.report.blank;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;

/**
 * The table of a blank form with its rows prepared for entry; all rows and columns are from 0.
 *
 * @param numberRow the row of column numbers; entry begins under it
 * @param labels of the rows for entry, from the top; empty where the sender writes the label
 * @param totalRow the row of sums, under the rows for entry
 * @param lastColumn the last one that the form itself uses
 */
record EntryTable(
        Form form,
        XSSFSheet sheet,
        int numberRow,
        List<String> labels,
        NavigableMap<Integer, Integer> columns,
        int labelColumn,
        OptionalInt noteColumn,
        OptionalInt totalRow,
        int lastColumn) {

    EntryTable {
        labels = List.copyOf(labels);
    }

    /**
     * The table after its rows were made.
     *
     * @param before the layout of the blank, with its one row for entry
     */
    static EntryTable of(XSSFSheet sheet, Form form, FormLayout before, List<String> labels) {
        int added = labels.size() - 1;
        OptionalInt total = before.totalRow().isPresent()
                ? OptionalInt.of(before.totalRow().getAsInt() + added)
                : OptionalInt.empty();
        int last = IntStream.rangeClosed(0, before.numberRow())
                .mapToObj(sheet::getRow)
                .filter(row -> row != null)
                .mapToInt(XSSFRow::getLastCellNum)
                .max()
                .orElse(1);
        int merged = sheet.getMergedRegions().stream()
                .mapToInt(CellRangeAddress::getLastColumn)
                .max()
                .orElse(0);
        return new EntryTable(
                form,
                sheet,
                before.numberRow(),
                labels,
                before.columns(),
                before.labelColumn(),
                before.noteColumn(),
                total,
                Math.max(last - 1, merged));
    }

    /** The first column of entries. */
    int firstColumn() {
        return Collections.min(columns.values());
    }

    int lastEntryColumn() {
        return Collections.max(columns.values());
    }

    int firstRow() {
        return numberRow + 1;
    }

    int lastRow() {
        return numberRow + labels.size();
    }

    boolean isList() {
        return form.rows() == Form.Rows.LIST;
    }

    /** Where the messages stand, with a gap to the table. */
    int margin() {
        return lastColumn + 2;
    }

    /** The rows for entry and the total row. */
    IntStream rows() {
        return IntStream.concat(IntStream.rangeClosed(firstRow(), lastRow()), totalRow.stream());
    }

    boolean isTotal(int row) {
        return totalRow.isPresent() && totalRow.getAsInt() == row;
    }

    /** Whether the label of {@code row} is left to the sender. */
    boolean isLabelOpen(int row) {
        return !isTotal(row) && labels.get(row - firstRow()).isEmpty();
    }

    /** Whether the sender writes into the column's cell of {@code row}, rather than a sum stands there. */
    boolean isEntered(Form.Column column, int row) {
        Measure measure = column.measure();
        return !isTotal(row) || (measure != null && measure.staysWhereStated());
    }

    int columnOf(int number) {
        Integer column = columns.get(number);
        if (column == null) {
            throw new IllegalArgumentException("no column " + number);
        }
        return column;
    }

    /** The heading over the labels, down to the row of numbers. */
    CellRangeAddress corner() {
        int first = sheet.getMergedRegions().stream()
                .filter(region -> region.isInRange(numberRow - 1, labelColumn))
                .mapToInt(CellRangeAddress::getFirstRow)
                .findFirst()
                .orElse(numberRow - 1);
        return new CellRangeAddress(first, numberRow, labelColumn, labelColumn);
    }

    /** The cells of one column, from the first row for entry to the last row of the table. */
    CellRangeAddress wholeColumn(int column) {
        return new CellRangeAddress(firstRow(), totalRow.orElse(lastRow()), column, column);
    }

    /** The cells of the columns with {@code numbers} in all rows, for a conditional format. */
    CellRangeAddress[] cellsOf(Stream<Integer> numbers) {
        return numbers.distinct()
                .sorted()
                .map(number -> wholeColumn(columnOf(number)))
                .toArray(CellRangeAddress[]::new);
    }
}
