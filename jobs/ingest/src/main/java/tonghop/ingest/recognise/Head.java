package tonghop.ingest.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * The texts above a table, line by line, each with the cell it stands in.
 *
 * @param lines left to right and top to bottom; a cell with line breaks is several lines
 */
public record Head(List<Line> lines) {

    private static final int MOST_ROWS = 30;

    /** A line of text. */
    public record Line(int row, int column, String text) {

        public String address() {
            return CellAddress.text(row, column);
        }
    }

    /** What stands above {@code firstTableRow}, at most thirty rows. */
    public static Head of(Grid grid, int firstTableRow) {
        List<Line> lines = new ArrayList<>();
        int first = grid.isEmpty() ? 0 : grid.rows().firstKey();
        grid.rows().headMap(Math.min(firstTableRow, first + MOST_ROWS), false).forEach((row, cells) -> {
            for (Map.Entry<Integer, Grid.Cell> cell : cells.entrySet()) {
                Arrays.stream(cell.getValue().text().split("\\R", -1))
                        .map(VietnameseText::tidy)
                        .filter(text -> !text.isEmpty())
                        .forEach(text -> lines.add(new Line(row, cell.getKey(), text)));
            }
        });
        return new Head(List.copyOf(lines));
    }
}
