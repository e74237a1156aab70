package tonghop.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the cells of a sheet while a reader passes over it. Only what has content takes memory. */
final class GridBuilder {

    private final String sheet;
    private final boolean isHidden;
    private final Budget budget;
    private final NavigableMap<Integer, NavigableMap<Integer, Grid.Cell>> rows = new TreeMap<>();
    private final List<Grid.Merge> merges = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final List<int[]> hiddenColumns = new ArrayList<>();
    private final List<Typeset> typeset = new ArrayList<>();
    private final Map<CellAddress, Formula> formulas = new LinkedHashMap<>();
    private int lastRow = -1;
    private NavigableMap<Integer, Grid.Cell> lastCells = new TreeMap<>();

    GridBuilder(String sheet, boolean isHidden, Budget budget) {
        this.sheet = sheet;
        this.isHidden = isHidden;
        this.budget = budget;
    }

    String sheet() {
        return sheet;
    }

    /**
     * Another cell; nothing for null.
     *
     * @throws UnreadableFileException if the address is none, if the cell was there already, which leaves open what the
     *     sender saw, or if a limit is reached
     */
    void add(int row, int column, Grid.@Nullable Cell cell) throws UnreadableFileException {
        if (cell == null) {
            return;
        }
        checkAddress(row, column);
        if (row != lastRow) {
            lastRow = row;
            lastCells = rows.computeIfAbsent(row, none -> new TreeMap<>());
            Budget.check(rows.size(), Limits.ROWS, "dòng");
        }
        budget.addCell();
        if (lastCells.put(column, cell) != null) {
            throw UnreadableFileException.damaged(CellAddress.text(row, column));
        }
    }

    /** Text in a cell whose font, or that of a part of it, is one of those with an encoding of their own. */
    void addTypeset(int row, int column, RichText text) throws UnreadableFileException {
        add(row, column, CellValues.text(text.plain()).shown(text.shown()));
        typeset.add(new Typeset(row, column, text));
    }

    /** The formula of a cell, as long as there are not too many to compute again. */
    void addFormula(int row, int column, Formula formula) {
        if (formulas.size() < Limits.COMPUTED_CELLS) {
            formulas.put(new CellAddress(row, column), formula);
        }
    }

    Map<CellAddress, Formula> formulas() {
        return formulas;
    }

    Grid.@Nullable Cell cell(CellAddress address) {
        NavigableMap<Integer, Grid.Cell> cells = rows.get(address.row());
        return cells == null ? null : cells.get(address.column());
    }

    /** The cells of an area that are not empty, by row and column. */
    List<Placed> within(Formula.Area area) {
        List<Placed> placed = new ArrayList<>();
        rows.subMap(area.first().row(), true, area.last().row(), true)
                .forEach((row, cells) -> cells.subMap(
                                area.first().column(), true, area.last().column(), true)
                        .forEach((column, cell) -> placed.add(new Placed(new CellAddress(row, column), cell))));
        return placed;
    }

    /** A range that is shown as one; of whole rows or columns so much as there can be. */
    void addMerge(int firstRow, int lastRow, int firstColumn, int lastColumn) throws UnreadableFileException {
        checkAddress(firstRow, firstColumn);
        checkAddress(lastRow, lastColumn);
        budget.addMerge();
        merges.add(new Grid.Merge(firstRow, lastRow, firstColumn, lastColumn));
    }

    void hideRow(int row) {
        if (rows.containsKey(row)) {
            hiddenRows.add(row);
        }
    }

    void hideColumns(int first, int last) {
        if (hiddenColumns.size() < Limits.COLUMNS) {
            hiddenColumns.add(new int[] {first, last});
        }
    }

    /** Puts another cell in the place of one; null takes it away. */
    void replace(int row, int column, Grid.@Nullable Cell cell) {
        NavigableMap<Integer, Grid.Cell> cells = rows.get(row);
        if (cell != null) {
            (cells == null ? rows.computeIfAbsent(row, none -> new TreeMap<>()) : cells).put(column, cell);
        } else if (cells != null) {
            cells.remove(column);
            if (cells.isEmpty()) {
                rows.remove(row);
            }
        }
    }

    /** The texts whose fonts have an encoding of their own. */
    List<Typeset> typeset() {
        return typeset;
    }

    /** Every text cell once. */
    void forEachText(Consumer<Grid.Cell> action) {
        rows.values()
                .forEach(cells -> cells.values().stream()
                        .filter(cell -> cell.kind() == Grid.Kind.TEXT)
                        .forEach(action));
    }

    /** Replaces the text cells as they stand. */
    void convertTexts(UnaryOperator<Grid.Cell> conversion) {
        rows.values()
                .forEach(cells -> cells.replaceAll(
                        (column, cell) -> cell.kind() == Grid.Kind.TEXT ? conversion.apply(cell) : cell));
    }

    Grid build() {
        Map<CellAddress, Grid.Cell> covered = uncover();
        NavigableMap<Integer, NavigableMap<Integer, Grid.Cell>> fixed = new TreeMap<>();
        rows.forEach((row, cells) -> fixed.put(row, Collections.unmodifiableNavigableMap(cells)));
        hiddenRows.retainAll(rows.keySet());
        return new Grid(
                sheet,
                isHidden,
                Collections.unmodifiableNavigableMap(fixed),
                merges,
                covered,
                hiddenRows,
                hiddenWithContent());
    }

    /** Takes away the values under ranges that are shown as one cell; the first cell of each stays. */
    private Map<CellAddress, Grid.Cell> uncover() {
        Map<CellAddress, Grid.Cell> covered = new HashMap<>();
        for (Grid.Merge merge : merges) {
            CellAddress first = new CellAddress(merge.firstRow(), merge.firstColumn());
            CellAddress last = new CellAddress(merge.lastRow(), merge.lastColumn());
            for (Placed placed : within(new Formula.Area("", first, last, true))) {
                if (!placed.address().equals(first)) {
                    covered.put(placed.address(), placed.cell());
                    replace(placed.address().row(), placed.address().column(), null);
                }
            }
        }
        return covered;
    }

    private Set<Integer> hiddenWithContent() {
        Set<Integer> hidden = new HashSet<>();
        if (!hiddenColumns.isEmpty()) {
            rows.values().forEach(cells -> hidden.addAll(cells.keySet()));
            hidden.removeIf(
                    column -> hiddenColumns.stream().noneMatch(range -> column >= range[0] && column <= range[1]));
        }
        return hidden;
    }

    private static void checkAddress(int row, int column) throws UnreadableFileException {
        if (row < 0 || row >= Limits.ROW_ADDRESSES || column < 0 || column >= Limits.COLUMNS) {
            throw UnreadableFileException.damaged(row + "/" + column);
        }
    }

    /** A cell and where it stands. */
    record Placed(CellAddress address, Grid.Cell cell) {}

    /** A text that a font with an encoding of its own shows. */
    record Typeset(int row, int column, RichText text) {}
}
