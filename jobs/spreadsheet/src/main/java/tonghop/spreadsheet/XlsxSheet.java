package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final Set<String> sharedLinks = new HashSet<>();

    private int row = -1;
    private int column = -1;
    private boolean isRowHidden;
    private int cells;

    /** A formula for which the file holds no value. */
    record Uncomputed(int row, int column, NumberFormat format, String formula) {}

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
            isRowHidden = XlsxPackage.isTrue(xml.attribute("hidden"));
        }
    }

    private void endRow() {
        if (isRowHidden && xml.name().equals("row")) {
            grid.hideRow(row);
            isRowHidden = false;
        }
    }

    private void readColumns() {
        if (XlsxPackage.isTrue(xml.attribute("hidden"))) {
            grid.hideColumns(integer(xml.attribute("min"), 1) - 1, integer(xml.attribute("max"), 1) - 1);
        }
    }

    private void readMerge() throws UnreadableFileException {
        String reference = xml.attribute("ref");
        String[] corners = reference == null ? new String[0] : reference.split(":", -1);
        if (corners.length == 2) {
            CellAddress first = address(corners[0]);
            CellAddress last = address(corners[1]);
            grid.addMerge(
                    Math.min(first.row(), last.row()),
                    Math.max(first.row(), last.row()),
                    Math.min(first.column(), last.column()),
                    Math.max(first.column(), last.column()));
        }
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
        Formula formula = null;
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
        if (reference == null) {
            column++;
        } else {
            CellAddress address = address(reference);
            if (address.row() != row) {
                throw UnreadableFileException.damaged(grid.sheet());
            }
            column = address.column();
        }
    }

    private record Formula(String text, boolean isLink) {}

    private Formula readFormula() throws IOException, UnreadableFileException {
        String shared = "shared".equals(xml.attribute("t")) ? xml.attribute("si") : null;
        String text = xml.elementText();
        boolean isLink = text.isEmpty()
                ? shared != null && sharedLinks.contains(shared)
                : text.indexOf('[') >= 0
                        && LINK.matcher(QUOTED.matcher(text).replaceAll("")).find();
        if (isLink && shared != null) {
            sharedLinks.add(shared);
        }
        return new Formula(text, isLink);
    }

    private void addCell(
            int style, String type, @Nullable String value, @Nullable RichText inline, @Nullable Formula formula)
            throws UnreadableFileException {
        NumberFormat format = workbook.styles().numberFormat(style);
        boolean isValueless = value == null || (value.isEmpty() && !type.equals("str"));
        if (formula != null && isValueless && inline == null) {
            uncomputed.add(new Uncomputed(row, column, format, formula.text()));
            grid.add(row, column, CellValues.error("=" + formula.text()));
            return;
        }
        if (inline != null && type.equals("inlineStr")) {
            workbook.budget().addText(inline.plain().length());
            addText(inline, style);
            return;
        }
        if (isValueless || value == null) {
            return;
        }
        switch (type) {
            case "s" -> addText(workbook.strings().get(integer(value.strip(), -1)), style);
            case "str", "inlineStr" -> {
                workbook.budget().addText(value.length());
                addText(new RichText(List.of(new RichText.Run(XlsxStrings.unescape(value), null))), style, formula);
            }
            case "b" -> add(CellValues.logical(XlsxPackage.isTrue(value.strip())), formula);
            case "e" -> add(CellValues.error(value.strip()), null);
            case "d" -> add(workbook.values().isoDate(value.strip()), formula);
            case "n" -> add(workbook.values().number(value.strip(), format), formula);
            default -> throw UnreadableFileException.damaged(CellAddress.text(row, column));
        }
    }

    private void add(Grid.Cell cell, @Nullable Formula formula) throws UnreadableFileException {
        boolean isLinked = formula != null && formula.isLink();
        grid.add(row, column, isLinked ? cell.from(Grid.Origin.LINKED) : cell);
    }

    private void addText(RichText text, int style) throws UnreadableFileException {
        addText(text, style, null);
    }

    private void addText(RichText text, int style, @Nullable Formula formula) throws UnreadableFileException {
        String plain = text.plain();
        if (!VietnameseText.isBlank(plain)) {
            if (workbook.hasLegacyFonts() && formula == null) {
                grid.addTypeset(row, column, text.in(workbook.styles().font(style)));
            } else {
                add(CellValues.text(plain), formula);
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
