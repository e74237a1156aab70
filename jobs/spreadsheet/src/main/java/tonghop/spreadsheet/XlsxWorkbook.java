package tonghop.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tonghop.spreadsheet.text.LegacyText;

/** Reads .xlsx and .xlsm in one pass over their parts. Macros are data that nobody looks at. */
final class XlsxWorkbook {

    private final ZipParts parts;
    private final Budget budget;
    private final XlsxPackage contents;
    private final XlsxStyles styles;
    private final XlsxStrings strings;
    private final CellValues values;
    private final boolean hasLegacyFonts;

    private XlsxWorkbook(ZipParts parts, Budget budget) throws IOException, UnreadableFileException {
        this.parts = parts;
        this.budget = budget;
        this.contents = XlsxPackage.open(parts);
        this.styles = XlsxStyles.read(parts, contents.only("styles"));
        this.strings = XlsxStrings.read(parts, contents.only("sharedStrings"), budget);
        this.values = new CellValues(contents.isFrom1904());
        this.hasLegacyFonts = LegacyText.isAnyLegacy(styles.fonts());
    }

    /** The sheets of a workbook, in its order. */
    static List<GridBuilder> read(Path file, ZipParts parts, Budget budget)
            throws IOException, UnreadableFileException {
        return new XlsxWorkbook(parts, budget).sheets(file);
    }

    private List<GridBuilder> sheets(Path file) throws IOException, UnreadableFileException {
        List<GridBuilder> grids = new ArrayList<>();
        Map<GridBuilder, List<XlsxSheet.Uncomputed>> uncomputed = new LinkedHashMap<>();
        long cells = 0;
        for (XlsxPackage.SheetPart sheet : contents.sheets()) {
            GridBuilder grid = new GridBuilder(sheet.name(), sheet.isHidden(), budget);
            try (XmlReader xml = parts.xml(sheet.part())) {
                XlsxSheet read = new XlsxSheet(xml, this, grid);
                read.read();
                cells += read.cells();
                if (!read.uncomputed().isEmpty()) {
                    uncomputed.put(grid, read.uncomputed());
                }
            }
            grids.add(grid);
        }
        boolean isSmall = cells <= Limits.COMPUTED_CELLS && parts.declaredBytes() <= Limits.COMPUTED_BYTES;
        if (!uncomputed.isEmpty() && isSmall) {
            XlsxFormulas.compute(file, parts, uncomputed, values, budget);
        }
        return grids;
    }

    Budget budget() {
        return budget;
    }

    XlsxStyles styles() {
        return styles;
    }

    XlsxStrings strings() {
        return strings;
    }

    CellValues values() {
        return values;
    }

    /** Whether formulas can be computed again: not where the program rounds each number to what it shows. */
    boolean isComputable() {
        return !contents.isPrecisionAsShown();
    }

    /** Whether a font of the workbook has an encoding of its own, so that fonts matter. */
    boolean hasLegacyFonts() {
        return hasLegacyFonts;
    }
}
