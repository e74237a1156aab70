package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.spreadsheet.text.VietnameseText;

/** Reads one sheet of an .xlsx in one pass. */
final class XlsxSheet {

    /** {@code [1]Sheet!A1}: the first of the workbooks that this one reads. */
    private static final Pattern LINK = Pattern.compile("\\[\\d+][^!\\[\\]]*!");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final XmlReader xml;
    private final XlsxWorkbook workbook;
    private final GridBuilder grid;
    private final List<Uncomputed> uncomputed = new ArrayList<>();
    private final Map<String, Written> shared = new HashMap<>();
    private boolean areRowsHidden;

    private int row = -1;
    private int column = -1;
    private boolean isRowHidden;
    private int cells;

    /** A formula for which the file holds no value. */
    record Uncomputed(int row, int column, NumberFormat format, Formula formula) {}

    /** A formula that cells share, and where it was written. */
    private record Written(String text, int row, int column) {}

    XlsxSheet(XmlReader xml, XlsxWorkbook workbook, GridBuilder grid) {
        this.xml = xml;
        this.workbook = workbook;
        this.grid = grid;
    }

    /** Formulas without a value, in the order of the sheet. */
    List<Uncomputed> uncomputed() {
        return uncomputed;
    }

    /** Cells, empty ones included. */
    int cells() {
        return cells;
    }

    void read() throws IOException, UnreadableFileException {
        boolean isData = false;
        for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
            if (event == XmlReader.Event.END) {
                isData &= !xml.name().equals("sheetData");
                endRow();
            } else if (event == XmlReader.Event.START) {
                requireWorksheet();
                switch (xml.name()) {
                    case "sheetData" -> isData = true;
                    case "row" -> startRow(isData);
                    case "c" -> readCell(isData);
                    case "sheetFormatPr" -> readDefaults();
                    case "col" -> readColumns();
                    case "mergeCell" -> readMerge();
                    case "extLst", "conditionalFormatting", "dataValidations" -> xml.skipElement();
                    default -> {
                        // How the sheet looks and is printed.
                    }
                }
            }
        }
    }

    private void requireWorksheet() throws UnreadableFileException {
        boolean isRoot = xml.depth() == 1;
        if (isRoot && !(xml.name().equals("worksheet") && XlsxPackage.isMain(xml))) {
            throw UnreadableFileException.damaged(grid.sheet());
        }
    }

    private void startRow(boolean isData) throws UnreadableFileException {
        if (isData) {
            String number = xml.attribute("r");
            row = number == null ? row + 1 : integer(number, 0) - 1;
            column = -1;
            if (row < 0 || row >= Limits.ROW_ADDRESSES) {
                throw UnreadableFileException.damaged(grid.sheet());
            }
            String height = xml.attribute("ht");
            isRowHidden =
                    XlsxPackage.isTrue(xml.attribute("hidden")) || (height == null ? areRowsHidden : isNone(height));
        }
    }

    private void endRow() {
        if (isRowHidden && xml.name().equals("row")) {
            grid.hideRow(row);
            isRowHidden = false;
        }
    }

    /** {@code zeroHeight}: rows that have no height of their own are not shown. */
    private void readDefaults() {
        areRowsHidden = XlsxPackage.isTrue(xml.attribute("zeroHeight"));
    }

    private void readColumns() {
        if (XlsxPackage.isTrue(xml.attribute("hidden")) || isNone(xml.attribute("width"))) {
            grid.hideColumns(integer(xml.attribute("min"), 1) - 1, integer(xml.attribute("max"), 1) - 1);
        }
    }

    /** Whether a height or width is nought. */
    private static boolean isNone(@Nullable String size) {
        return size != null && size.matches("0*(?:\\.0*)?") && !size.isEmpty();
    }

    private void readMerge() throws UnreadableFileException {
        String reference = xml.attribute("ref");
        String[] corners = reference == null ? new String[0] : reference.split(":", -1);
        // Whole columns or rows, such as 'A:A', say how the sheet looks and cover no values.
        if (corners.length == 2 && hasBounds(corners[0]) && hasBounds(corners[1])) {
            CellAddress first = address(corners[0]);
            CellAddress last = address(corners[1]);
            grid.addMerge(
                    Math.min(first.row(), last.row()),
                    Math.max(first.row(), last.row()),
                    Math.min(first.column(), last.column()),
                    Math.max(first.column(), last.column()));
        }
    }

    private static boolean hasBounds(String corner) {
        return !corner.matches("\\$?(?:[A-Za-z]+|\\d+)");
    }

    private void readCell(boolean isData) throws IOException, UnreadableFileException {
        if (!isData || row < 0) {
            xml.skipElement();
            return;
        }
        cells++;
        placeCell();
        int style = integer(xml.attribute("s"), -1);
        String type = xml.attribute("t");
        int outer = xml.depth();
        String value = null;
        RichText inline = null;
        OfCell formula = null;
        while (true) {
            XmlReader.Event event = xml.next();
            if (event == XmlReader.Event.END && xml.depth() < outer) {
                break;
            }
            if (event == XmlReader.Event.START) {
                switch (xml.name()) {
                    case "v" -> value = xml.elementText();
                    case "f" -> formula = readFormula();
                    case "is" -> inline = XlsxStrings.item(xml);
                    default -> xml.skipElement();
                }
            }
        }
        if (value != null || inline != null || formula != null) {
            addCell(style, type == null ? "n" : type, value, inline, formula);
        }
    }

    private void placeCell() throws UnreadableFileException {
        String reference = xml.attribute("r");
        if (reference == null || reference.matches("\\d*")) {
            column++;
        } else {
            CellAddress address = address(reference);
            if (address.row() != row) {
                throw UnreadableFileException.damaged(grid.sheet());
            }
            column = address.column();
        }
    }

    /** @param text null where cells share one that is not known, or have one for all together */
    private record OfCell(String stored, @Nullable Formula text, boolean isLink) {}

    private OfCell readFormula() throws IOException, UnreadableFileException {
        String type = xml.attribute("t");
        String index = "shared".equals(type) ? OdsReader.orEmpty(xml.attribute("si")) : "";
        String text = xml.elementText();
        if (!index.isEmpty() && !text.isEmpty()) {
            shared.put(index, new Written(text, row, column));
        }
        Written written = index.isEmpty() ? new Written(text, row, column) : shared.get(index);
        boolean isOfOwn = type == null || type.equals("normal") || type.equals("shared");
        if (written == null || written.text().isEmpty() || !isOfOwn) {
            return new OfCell(text, null, isLink(text));
        }
        Formula formula = new Formula(written.text(), row - written.row(), column - written.column());
        return new OfCell(text, formula, isLink(written.text()));
    }

    private static boolean isLink(String text) {
        return text.indexOf('[') >= 0
                && LINK.matcher(QUOTED.matcher(text).replaceAll("")).find();
    }

    private void addCell(
            int style, String type, @Nullable String value, @Nullable RichText inline, @Nullable OfCell formula)
            throws UnreadableFileException {
        NumberFormat format = workbook.styles().numberFormat(style);
        boolean isValueless = value == null || (value.isEmpty() && !type.equals("str"));
        if (formula != null && formula.text() != null && workbook.isComputable()) {
            grid.addFormula(row, column, formula.text());
        }
        if (formula != null && isValueless && inline == null) {
            Formula text = formula.text() == null ? new Formula(formula.stored(), 0, 0) : formula.text();
            uncomputed.add(new Uncomputed(row, column, format, text));
            grid.add(row, column, CellValues.error("=" + formula.stored()));
            return;
        }
        if (inline != null && type.equals("inlineStr")) {
            workbook.budget().addText(inline.plain().length());
            addText(inline, style, null);
            return;
        }
        if (isValueless || value == null) {
            return;
        }
        switch (type) {
            case "s" -> addText(workbook.strings().get(integer(value.strip(), -1)), style, null);
            case "str", "inlineStr" -> {
                workbook.budget().addText(value.length());
                addText(new RichText(List.of(new RichText.Run(XlsxStrings.unescape(value), null))), style, formula);
            }
            case "b" -> add(CellValues.logical(XlsxPackage.isTrue(value.strip())), style, formula);
            case "e" -> add(CellValues.error(value.strip()), style, null);
            case "d" -> add(workbook.values().isoDate(value.strip()), style, formula);
            case "n" -> add(workbook.values().number(value.strip(), format), style, formula);
            default -> throw UnreadableFileException.damaged(CellAddress.text(row, column));
        }
    }

    private void add(Grid.Cell cell, int style, @Nullable OfCell formula) throws UnreadableFileException {
        boolean isLinked = formula != null && formula.isLink();
        Grid.Cell shown = cell.shown(workbook.styles().shown(style));
        grid.add(row, column, isLinked ? shown.from(Grid.Origin.LINKED) : shown);
    }

    private void addText(RichText text, int style, @Nullable OfCell formula) throws UnreadableFileException {
        String plain = text.plain();
        if (!VietnameseText.isBlank(plain)) {
            if (workbook.hasLegacyFonts() && formula == null) {
                grid.addTypeset(row, column, text.in(workbook.styles().font(style)));
            } else {
                add(CellValues.text(plain).shown(text.shown()), style, formula);
            }
        }
    }

    private static CellAddress address(String reference) throws UnreadableFileException {
        return CellAddress.of(reference).orElseThrow(() -> UnreadableFileException.damaged(reference));
    }

    /** A whole number as XML has it; {@code otherwise} for anything else. */
    static int integer(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return otherwise;
        }
        int number = 0;
        for (int index = 0; index < text.length(); index++) {
            int digit = text.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
