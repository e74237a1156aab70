package tonghop.launch;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Rows, columns and headings inserted, moved, merged, hidden or lost. */
final class StructureDamages {

    private StructureDamages() {}

    static List<Damage> ofStructure() {
        return List.of(
                Damage.of("with a row inserted above", table -> insertRow(table, 0)),
                Damage.of(
                        "with a row inserted above the heading",
                        table -> insertRow(
                                table,
                                table.headingRows().isEmpty()
                                        ? table.numberRow()
                                        : table.headingRows().first())),
                Damage.of("with an empty row among the data", table -> insertRow(table, table.lastRow())),
                Damage.of("with an empty row under the numbers", table -> insertRow(table, table.firstRow())),
                Damage.of("with a column inserted at the left", table -> insertColumn(table, 0)),
                Damage.of(
                        "with a column inserted after the labels",
                        table -> !table.columns().isEmpty()
                                && insertColumn(
                                        table, table.columns().firstEntry().getValue())),
                Damage.of(
                        "with a column inserted among the figures",
                        table -> table.columns().size() > 1
                                && insertColumn(
                                        table, table.columns().lastEntry().getValue())),
                Damage.of("with its last column moved before the first", StructureDamages::moveColumn),
                Damage.of("with two headings exchanged", StructureDamages::exchangeHeadings),
                Damage.of("with two columns exchanged but for their numbers", StructureDamages::exchangeBelowNumbers),
                Damage.of("without its row of numbers", table -> {
                    table.sheet().removeRow(table.sheet().getRow(table.numberRow()));
                    return true;
                }),
                Damage.of("with one column number missing", table -> setNumber(table, "")),
                Damage.of("with one column number misspelt", table -> setNumber(table, "x")),
                Damage.of("with one column number repeated", StructureDamages::repeatNumber),
                Damage.of("with hidden rows", table -> {
                    table.sheet().getRow(table.lastRow()).setZeroHeight(true);
                    return true;
                }),
                Damage.of("with a hidden column", table -> {
                    table.columns().values().stream()
                            .limit(1)
                            .forEach(column -> table.sheet().setColumnHidden(column, true));
                    return !table.columns().isEmpty();
                }),
                Damage.of("with its merged cells taken apart", table -> {
                    List<Integer> all = new ArrayList<>();
                    for (int index = 0; index < table.sheet().getNumMergedRegions(); index++) {
                        all.add(index);
                    }
                    table.sheet().removeMergedRegions(all);
                    return !all.isEmpty();
                }),
                Damage.of("with its heading repeated after a page break", StructureDamages::repeatHeading));
    }

    private static boolean insertRow(SampleTable table, int at) {
        XSSFSheet sheet = table.sheet();
        if (at > sheet.getLastRowNum()) {
            return false;
        }
        sheet.shiftRows(at, sheet.getLastRowNum(), 1);
        return true;
    }

    private static boolean insertColumn(SampleTable table, int at) {
        int last = table.cells().stream().mapToInt(Cell::getColumnIndex).max().orElse(0);
        table.sheet().shiftColumns(at, last, 1);
        return true;
    }

    /** Cut and inserted: what stood between moves to the right. */
    private static boolean moveColumn(SampleTable table) {
        if (table.isList() || table.columns().size() < 3) {
            return false;
        }
        List<Integer> merged = new ArrayList<>();
        for (int index = 0; index < table.sheet().getNumMergedRegions(); index++) {
            merged.add(index);
        }
        int first = table.columns().firstEntry().getValue();
        int last = table.columns().lastEntry().getValue();
        spread(table);
        table.sheet().removeMergedRegions(merged);
        for (int row = table.headingTop(); row <= table.lastRow(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = first; column <= last; column++) {
                cells.add(table.cell(row, column));
            }
            List<Object> values = cells.stream().map(SampleTable::valueOf).toList();
            for (int index = 0; index < cells.size(); index++) {
                SampleTable.put(cells.get(index), values.get((index + cells.size() - 1) % cells.size()));
            }
        }
        return true;
    }

    /** The text of merged headings into each of their cells, so that they keep it when taken apart. */
    private static void spread(SampleTable table) {
        for (CellRangeAddress range : table.sheet().getMergedRegions()) {
            boolean isHeading = range.getFirstRow() >= table.headingTop() && range.getLastRow() < table.numberRow();
            if (isHeading) {
                Object value = SampleTable.valueOf(table.cell(range.getFirstRow(), range.getFirstColumn()));
                range.forEach(at -> SampleTable.put(table.cell(at.getRow(), at.getColumn()), value));
            }
        }
    }

    private static boolean exchangeHeadings(SampleTable table) {
        int row = table.numberRow() - 1;
        List<Cell> headings = table.columns().values().stream()
                .map(column -> table.cell(row, column))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .toList();
        if (headings.size() < 2) {
            return false;
        }
        Object first = SampleTable.valueOf(headings.get(0));
        Object last = SampleTable.valueOf(headings.get(headings.size() - 1));
        if (first.equals(last)) {
            return false;
        }
        SampleTable.put(headings.get(0), last);
        SampleTable.put(headings.get(headings.size() - 1), first);
        return true;
    }

    private static boolean exchangeBelowNumbers(SampleTable table) {
        if (!exchangeHeadings(table)) {
            return false;
        }
        int row = table.numberRow() - 1;
        List<Integer> columns = table.columns().values().stream()
                .filter(column -> table.cell(row, column).getCellType() == CellType.STRING)
                .toList();
        int first = columns.get(0);
        int last = columns.get(columns.size() - 1);
        for (int data = table.firstRow(); data <= table.lastRow(); data++) {
            Object value = SampleTable.valueOf(table.cell(data, first));
            SampleTable.put(table.cell(data, first), SampleTable.valueOf(table.cell(data, last)));
            SampleTable.put(table.cell(data, last), value);
        }
        return true;
    }

    private static boolean setNumber(SampleTable table, String text) {
        if (table.columns().size() < 3) {
            return false;
        }
        int column = table.columns().values().stream().skip(1).findFirst().orElseThrow();
        SampleTable.put(table.cell(table.numberRow(), column), text);
        return true;
    }

    private static boolean repeatNumber(SampleTable table) {
        if (table.columns().size() < 3) {
            return false;
        }
        int column = table.columns().values().stream().skip(1).findFirst().orElseThrow();
        SampleTable.put(
                table.cell(table.numberRow(), column),
                table.columns().firstKey().toString());
        return true;
    }

    private static boolean repeatHeading(SampleTable table) {
        int at = table.lastRow();
        if (table.headingRows().isEmpty() || at <= table.firstRow()) {
            return false;
        }
        int top = table.headingRows().first();
        int count = table.firstRow() - top;
        table.sheet().shiftRows(at, table.sheet().getLastRowNum(), count);
        for (int row = 0; row < count; row++) {
            for (Cell cell : table.sheet().getRow(top + row)) {
                SampleTable.put(table.cell(at + row, cell.getColumnIndex()), SampleTable.valueOf(cell));
            }
        }
        return true;
    }
}
