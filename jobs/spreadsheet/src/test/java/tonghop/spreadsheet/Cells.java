package tonghop.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** Sheets as a line of text, for comparing: {@code A1 NUMBER 5, B1 TEXT Văn phòng}. */
final class Cells {

    private Cells() {}

    static String of(Path file) throws IOException, UnreadableFileException {
        return of(Grids.read(file));
    }

    static String of(List<Grid> grids) {
        StringJoiner all = new StringJoiner(", ");
        for (Grid grid : grids) {
            grid.rows()
                    .forEach((row, cells) -> cells.forEach((column, cell) -> all.add(CellAddress.text(row, column) + " "
                            + cell.kind() + " " + cell.text()
                            + (cell.isPercent() ? " PERCENT" : "")
                            + (cell.origin() == Grid.Origin.STORED ? "" : " " + cell.origin()))));
        }
        return all.toString();
    }

    /** The finding that a file ends in; {@code read} if it is read. */
    static String finding(Path file) throws IOException {
        try {
            Grids.read(file);
            return "read";
        } catch (UnreadableFileException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
