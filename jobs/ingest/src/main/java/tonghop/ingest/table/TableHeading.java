package tonghop.ingest.table;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import tonghop.spreadsheet.ColumnMark;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * Where a form's columns stand in a sheet; {@link HeadingSearch} finds it.
 *
 * @param row the last row of the heading: that of the column numbers, if there is one
 * @param hasNumbers whether there is a row of numbers
 * @param columns where each numbered column of the form stands in the sheet
 * @param ofRow everything that is numbered in the row, whether the form has it or not
 * @param labelColumn where the rows say what they are about
 * @param doubts columns whose heading speaks against their number
 */
public record TableHeading(
        int row,
        boolean hasNumbers,
        NavigableMap<Integer, Integer> columns,
        NavigableMap<Integer, Integer> ofRow,
        int labelColumn,
        List<Doubt> doubts) {

    /**
     * A column whose number and heading do not agree.
     *
     * @param heading what stands above it
     * @param other the number of the column that the heading belongs to; 0 if to none
     */
    record Doubt(int number, int column, String heading, int other) {}

    /** The leftmost column of figures. */
    int firstColumn() {
        return columns.values().stream().min(Integer::compare).orElse(0);
    }

    /** The headings above the columns, that of the labels included. */
    public HeadingPaths paths(Grid grid) {
        Set<Integer> all = new TreeSet<>(columns.values());
        all.add(labelColumn);
        return HeadingPaths.above(grid, hasNumbers ? row : row + 1, all, labelColumn);
    }

    /**
     * Whether the heading stands in row {@code other} again, as after a page break: its numbers, or a line of its
     * words.
     *
     * @param paths of this heading
     */
    boolean isRepeatedIn(Grid grid, int other, HeadingPaths paths) {
        return (hasNumbers && repeatsNumbers(grid, other)) || repeatsWords(grid, other, paths);
    }

    private boolean repeatsNumbers(Grid grid, int other) {
        return ofRow.entrySet().stream()
                        .allMatch(numbered ->
                                numbered.getKey().equals(ColumnMark.number(grid.text(other, numbered.getValue()))))
                && !mark(grid, row).isEmpty()
                && mark(grid, row).equals(mark(grid, other));
    }

    /** What stands before the first number: a letter, 'MS' or an ordinal, which a row of data has not. */
    private String mark(Grid grid, int inRow) {
        int first = firstColumn();
        return first == 0 ? "" : grid.text(inRow, first - 1);
    }

    private boolean repeatsWords(Grid grid, int other, HeadingPaths paths) {
        List<Integer> filled = grid.row(other).keySet().stream()
                .filter(column -> columns.containsValue(column) || column == labelColumn)
                .toList();
        boolean isData = filled.stream()
                .noneMatch(column ->
                        columns.containsValue(column) && !paths.of(column).isEmpty());
        return !isData
                && filled.stream().allMatch(column -> {
                    String text = grid.text(other, column);
                    return paths.of(column).stream()
                            .anyMatch(heading -> heading.text().equals(text)
                                    || (heading.text().length()
                                                    == VietnameseText.tidy(text).length()
                                            && heading.key().equals(VietnameseText.key(text))));
                });
    }
}
