package tonghop.spreadsheet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tonghop.spreadsheet.text.LegacyEncoding;
import tonghop.spreadsheet.text.LegacyText;

/** Turns legacy Vietnamese text of a whole file into Unicode: by font where one says so, else by weighing all texts. */
final class TextConversion {

    private TextConversion() {}

    static void apply(List<GridBuilder> grids) {
        if (isHonest(grids)) {
            grids.forEach(TextConversion::convertTypeset);
        }
        LegacyText scales = new LegacyText();
        grids.forEach(grid -> grid.forEachText(cell -> {
            if (cell.origin() != Grid.Origin.CONVERTED) {
                scales.add(cell.text());
            }
        }));
        scales.verdict()
                .ifPresent(verdict -> grids.forEach(grid -> grid.convertTexts(cell -> {
                    String unicode = cell.origin() == Grid.Origin.CONVERTED ? null : verdict.convert(cell.text());
                    return unicode == null ? cell : cell.converted(unicode);
                })));
    }

    /**
     * Whether the text under legacy fonts is legacy text. Unicode text pasted into a cell keeps the cell's font, and
     * programs then quietly show it in another.
     */
    private static boolean isHonest(List<GridBuilder> grids) {
        StringBuilder stored = new StringBuilder();
        StringBuilder decoded = new StringBuilder();
        for (GridBuilder grid : grids) {
            for (GridBuilder.Typeset cell : grid.typeset()) {
                if (stored.length() < 100_000) {
                    stored.append(cell.text().plain()).append('\n');
                    decoded.append(unicode(cell.text()).orElse(cell.text().plain()))
                            .append('\n');
                }
            }
        }
        return LegacyText.plausibility(decoded.toString()) >= LegacyText.plausibility(stored.toString());
    }

    private static void convertTypeset(GridBuilder grid) {
        Set<String> done = new HashSet<>();
        for (GridBuilder.Typeset cell : grid.typeset()) {
            String plain = cell.text().plain();
            Optional<String> unicode = unicode(cell.text());
            if (unicode.isPresent() && !unicode.get().equals(plain) && done.add(cell.row() + "/" + cell.column())) {
                grid.replace(cell.row(), cell.column(), CellValues.text(plain).converted(unicode.get()));
            }
        }
    }

    /** All runs in Unicode; empty if a run is not what its font says. */
    private static Optional<String> unicode(RichText text) {
        StringBuilder unicode = new StringBuilder();
        for (RichText.Run run : text.runs()) {
            Optional<LegacyEncoding> encoding = LegacyEncoding.ofFont(run.font());
            Optional<String> decoded = encoding.isEmpty()
                    ? Optional.of(run.text())
                    : encoding.get().decode(run.text());
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            unicode.append(decoded.get());
        }
        return Optional.of(unicode.toString());
    }
}
