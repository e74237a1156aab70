package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tonghop.spreadsheet.text.VietnameseText;

/** Reads one table of an .ods. */
final class OdsTable {

    private static final CellValues VALUES = new CellValues(false);

    private final XmlReader xml;
    private final GridBuilder grid;
    private final OdsStyles styles;
    private final Budget budget;

    private int row;
    private int repeatedRows;
    private int column;
    private int declaredColumns;

    /** The styles of cells without one of their own, by the first of the columns. */
    private final NavigableMap<Integer, String> columnStyles = new TreeMap<>();

    private @Nullable String rowStyle;
    private final List<Found> found = new ArrayList<>();
    private final List<int[]> merges = new ArrayList<>();

    /** A cell with content, at so many columns from one on. */
    private record Found(
            int column,
            int count,
            Grid.Cell cell,
            @Nullable RichText typeset,
            @Nullable Formula formula) {}

    OdsTable(XmlReader xml, GridBuilder grid, OdsStyles styles, Budget budget) {
        this.xml = xml;
        this.grid = grid;
        this.styles = styles;
        this.budget = budget;
    }

    /** Reads to the end of the table just started. */
    void read() throws IOException, UnreadableFileException {
        int outer = xml.depth();
        boolean isHidden = false;
        while (true) {
            XmlReader.Event event = xml.next();
            if (event == XmlReader.Event.END) {
                if (xml.depth() < outer) {
                    return;
                }
                if (xml.name().equals("table-row")) {
                    endRow(isHidden);
                }
            } else if (event == XmlReader.Event.START) {
                switch (xml.name()) {
                    case "table-column" -> readColumn();
                    case "table-row" -> isHidden = startRow();
                    case "table-cell", "covered-table-cell" -> readCell();
                    case "shapes", "table", "desc", "title", "named-expressions" -> xml.skipElement();
                    default -> {
                        // Groups and headings of rows and columns: their content counts.
                    }
                }
            }
        }
    }

    private boolean isHidden(String family) {
        String visibility = xml.attribute(OdsReader.TABLE, "visibility");
        return "collapse".equals(visibility)
                || "filter".equals(visibility)
                || styles.isNone(family, xml.attribute(OdsReader.TABLE, "style-name"));
    }

    private int repeated(String attribute) throws UnreadableFileException {
        String text = xml.attribute(OdsReader.TABLE, attribute);
        int count = text == null ? 1 : XlsxSheet.integer(text, -1);
        if (count < 1) {
            throw UnreadableFileException.damaged(attribute);
        }
        return count;
    }

    private void readColumn() throws UnreadableFileException {
        int count = repeated("number-columns-repeated");
        if (isHidden("table-column")) {
            grid.hideColumns(declaredColumns, declaredColumns + count - 1);
        }
        columnStyles.put(declaredColumns, OdsReader.orEmpty(xml.attribute(OdsReader.TABLE, "default-cell-style-name")));
        declaredColumns = Math.min(declaredColumns, Limits.COLUMNS) + Math.min(count, Limits.COLUMNS);
    }

    private boolean startRow() throws UnreadableFileException {
        repeatedRows = repeated("number-rows-repeated");
        column = 0;
        found.clear();
        merges.clear();
        rowStyle = xml.attribute(OdsReader.TABLE, "default-cell-style-name");
        return isHidden("table-row");
    }

    private void endRow(boolean isHidden) throws UnreadableFileException {
        int copies = found.isEmpty() ? 0 : repeatedRows;
        Budget.check(copies, Limits.ROWS, "dòng");
        for (int copy = 0; copy < copies; copy++) {
            for (Found cell : found) {
                addCell(row + copy, cell);
            }
            if (isHidden) {
                grid.hideRow(row + copy);
            }
        }
        for (int[] merge : merges) {
            grid.addMerge(row, row + merge[1] - 1, merge[0], merge[0] + merge[2] - 1);
        }
        row = Math.min(row, Limits.ROW_ADDRESSES) + Math.min(repeatedRows, Limits.ROW_ADDRESSES);
    }

    private void addCell(int at, Found cell) throws UnreadableFileException {
        for (int index = cell.column(); index < cell.column() + cell.count(); index++) {
            budget.addText(cell.cell().text().length());
            if (cell.formula() != null) {
                grid.addFormula(at, index, cell.formula());
            }
            if (cell.typeset() == null) {
                grid.add(at, index, cell.cell());
            } else {
                grid.addTypeset(at, index, cell.typeset());
            }
        }
    }

    private void readCell() throws IOException, UnreadableFileException {
        int count = repeated("number-columns-repeated");
        int rows = repeated("number-rows-spanned");
        int columns = repeated("number-columns-spanned");
        String type = xml.attribute(OdsReader.OFFICE, "value-type");
        String calculated =
                xml.attribute("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "value-type");
        String formula = xml.attribute(OdsReader.TABLE, "formula");
        String style = style();
        String value = xml.attribute(OdsReader.OFFICE, type == null ? "value" : valueName(type));
        OdsText text = new OdsText(xml, styles, style);
        text.read();
        Grid.Cell plain = cell("error".equals(calculated) ? "error" : type, value, formula, text, style);
        if (plain != null) {
            Grid.Cell cell =
                    plain.shown(plain.kind() == Grid.Kind.TEXT ? text.typeset().shown() : styles.shown(style));
            Budget.check(count, Limits.COLUMNS, "cột");
            boolean isTypeset = cell.kind() == Grid.Kind.TEXT && styles.hasLegacyFonts() && formula == null;
            boolean isOne = count == 1 && repeatedRows == 1;
            found.add(new Found(
                    column,
                    count,
                    cell,
                    isTypeset ? text.typeset() : null,
                    formula != null && isOne ? Formula.ofOpenDocument(formula) : null));
        }
        if (rows > 1 || columns > 1) {
            merges.add(new int[] {column, Math.min(rows, Limits.ROW_ADDRESSES), Math.min(columns, Limits.COLUMNS)});
        }
        column = Math.min(column, Limits.COLUMNS) + Math.min(count, Limits.COLUMNS);
    }

    /** The style of the cell just started: its own, its row's or its column's. */
    private @Nullable String style() {
        String own = xml.attribute(OdsReader.TABLE, "style-name");
        Map.Entry<Integer, String> ofColumn = columnStyles.floorEntry(column);
        return own != null ? own : rowStyle != null ? rowStyle : ofColumn == null ? null : ofColumn.getValue();
    }

    private static String valueName(String type) {
        return switch (type) {
            case "date" -> "date-value";
            case "time" -> "time-value";
            case "boolean" -> "boolean-value";
            case "string" -> "string-value";
            default -> "value";
        };
    }

    private Grid.@Nullable Cell cell(
            @Nullable String type,
            @Nullable String value,
            @Nullable String formula,
            OdsText shown,
            @Nullable String style) {
        Grid.Cell cell = value(type, value, shown.plain(), styles.numberFormat(style));
        if (formula == null) {
            return cell;
        }
        if (type == null && shown.plain().isEmpty()) {
            return CellValues.error("=" + formula.replaceFirst("^(of|oooc|msoxl):=", ""));
        }
        boolean isLinked = formula.contains("'file:") || formula.contains("'http");
        return cell != null && isLinked && cell.kind() != Grid.Kind.ERROR ? cell.from(Grid.Origin.LINKED) : cell;
    }

    private static Grid.@Nullable Cell value(
            @Nullable String type, @Nullable String value, String shown, NumberFormat format) {
        if (type == null || type.equals("string") || value == null) {
            String text = shown.isEmpty() && value != null ? value : shown;
            return VietnameseText.isBlank(text)
                    ? null
                    : "error".equals(type) ? CellValues.error(text) : CellValues.text(text);
        }
        return switch (type) {
            case "error" -> CellValues.error(shown.isEmpty() ? value : shown);
            case "percentage" -> VALUES.number(value, format.isPercent() ? format : NumberFormat.PERCENT);
            case "boolean" -> CellValues.logical(XlsxPackage.isTrue(value));
            case "date" -> VALUES.isoDate(value);
            case "time" -> Grid.Cell.stored(Grid.Kind.DATE, shown.isEmpty() ? value : shown, null, false);
            default -> VALUES.number(value, format);
        };
    }
}
