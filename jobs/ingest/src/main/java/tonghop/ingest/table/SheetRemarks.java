package tonghop.ingest.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.ingest.text.NumberCell;
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
    static List<Finding> on(Grid grid, List<Integer> rows, Collection<Integer> columns, int labelColumn, Place sheet) {
        SheetRemarks remarks = new SheetRemarks(grid, sheet);
        for (int row : rows) {
            for (int column : columns) {
                Grid.Cell cell = grid.cell(row, column);
                if (cell != null) {
                    remarks.consider(cell, row, column);
                }
            }
        }
        remarks.considerMerges(rows, columns, labelColumn);
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
        Grid.Shown shown = cell.shown();
        if (shown != null && shown.manner() == Grid.Manner.HIDDEN && NumberCell.isFigure(cell)) {
            firstHidden = hidden.isEmpty() ? address : firstHidden;
            hidden.add(address);
        }
        BigDecimal fresh = cell.result() == null ? null : cell.result().fresh();
        if (fresh != null) {
            findings.add(Finding.of(
                    FindingCode.STALE_FORMULA,
                    sheet.withCell(address),
                    Fact.STATED.is(cell.text()),
                    Fact.COMPUTED.is(fresh)));
        }
        if (cell.origin() == Grid.Origin.COMPUTED) {
            computed.add(address);
        } else if (cell.origin() == Grid.Origin.LINKED) {
            findings.add(Finding.of(FindingCode.LINKED_VALUE, sheet.withCell(address), Fact.TEXT.is(cell.text())));
        }
    }

    /** A number over several rows or columns of figures says of none what it is; what lies under it nobody sees. */
    private void considerMerges(List<Integer> rows, Collection<Integer> columns, int labelColumn) {
        for (Grid.Merge merge : grid.merges()) {
            Place place = sheet.withCell(CellAddress.text(merge.firstRow(), merge.firstColumn()));
            long labels = rows.stream()
                    .filter(row -> merge.holds(row, merge.firstColumn()))
                    .filter(row -> !grid.text(row, labelColumn).isBlank())
                    .count();
            long figures = columns.stream()
                    .filter(column -> merge.holds(merge.firstRow(), column))
                    .count();
            Grid.Cell cell = grid.cell(merge.firstRow(), merge.firstColumn());
            boolean isOfTable = labels > 0 && columns.contains(merge.firstColumn());
            if (isOfTable && (labels > 1 || figures > 1) && cell != null && NumberCell.isFigure(cell)) {
                findings.add(Finding.of(
                        FindingCode.MERGED_FIGURES, place, Fact.TEXT.is(cell.text()), Fact.CELLS.is(range(merge))));
            }
        }
        grid.covered().keySet().stream().sorted().forEach(address -> {
            Grid.Cell cell = grid.covered().get(address);
            boolean isFigure = cell != null && NumberCell.isFigure(cell);
            if (cell != null && isFigure && rows.contains(address.row()) && columns.contains(address.column())) {
                String over = grid.merges().stream()
                        .filter(merge -> merge.holds(address.row(), address.column()))
                        .map(SheetRemarks::range)
                        .findFirst()
                        .orElse("");
                findings.add(Finding.of(
                        FindingCode.UNDER_MERGE,
                        sheet.withCell(address.toString()),
                        Fact.TEXT.is(cell.text()),
                        Fact.CELLS.is(over)));
            }
        });
    }

    private static String range(Grid.Merge merge) {
        return CellAddress.text(merge.firstRow(), merge.firstColumn()) + ":"
                + CellAddress.text(merge.lastRow(), merge.lastColumn());
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
