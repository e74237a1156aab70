package tonghop.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Grid;

/** What is odd about how the cells of a table came to be, or to be seen. */
final class SheetRemarks {

    private static final int MOST_NAMED = 5;

    private final Grid grid;
    private final Place sheet;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> hidden = new TreeSet<>();
    private final List<String> computed = new ArrayList<>();
    private String firstHidden = "";

    private SheetRemarks(Grid grid, Place sheet) {
        this.grid = grid;
        this.sheet = sheet;
    }

    /** The remarks on the cells in {@code rows} and {@code columns}. */
    static List<Finding> on(Grid grid, List<Integer> rows, Iterable<Integer> columns, Place sheet) {
        SheetRemarks remarks = new SheetRemarks(grid, sheet);
        for (int row : rows) {
            for (int column : columns) {
                Grid.Cell cell = grid.cell(row, column);
                if (cell != null) {
                    remarks.consider(cell, row, column);
                }
            }
        }
        remarks.conclude();
        return remarks.findings;
    }

    private void consider(Grid.Cell cell, int row, int column) {
        String address = CellAddress.text(row, column);
        if (grid.hiddenRows().contains(row) || grid.hiddenColumns().contains(column)) {
            firstHidden = hidden.isEmpty() ? address : firstHidden;
            hidden.add(grid.hiddenRows().contains(row) ? Integer.toString(row + 1) : address.replaceAll("\\d", ""));
        }
        if (cell.kind() == Grid.Kind.ERROR) {
            return;
        }
        if (cell.origin() == Grid.Origin.COMPUTED) {
            computed.add(address);
        } else if (cell.origin() == Grid.Origin.LINKED) {
            findings.add(Finding.of(FindingCode.LINKED_VALUE, sheet.withCell(address), Fact.TEXT.is(cell.text())));
        }
    }

    private void conclude() {
        if (!hidden.isEmpty()) {
            String named = String.join(", ", hidden.stream().limit(MOST_NAMED).toList());
            String rest = hidden.size() > MOST_NAMED ? ", …" : "";
            findings.add(
                    Finding.of(FindingCode.HIDDEN_CELLS, sheet.withCell(firstHidden), Fact.CELLS.is(named + rest)));
        }
        if (!computed.isEmpty()) {
            findings.add(Finding.of(
                    FindingCode.FORMULA_COMPUTED, sheet.withCell(computed.get(0)), Fact.COUNT.is(computed.size())));
        }
        grid.rows()
                .forEach((row, cells) -> cells.forEach((column, cell) -> {
                    if (cell.origin() == Grid.Origin.CONVERTED
                            && findings.stream().noneMatch(finding -> finding.code() == FindingCode.TEXT_CONVERTED)) {
                        findings.add(Finding.of(
                                FindingCode.TEXT_CONVERTED,
                                sheet.withCell(CellAddress.text(row, column)),
                                Fact.TEXT.is(cell.text())));
                    }
                }));
    }
}
