package tonghop.report.returned;

import java.util.ArrayList;
import java.util.List;
import tonghop.report.returned.Looks.Look;
import tonghop.report.sheet.SheetNames;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.XmlText;

/** The rows of a sheet of ours as they are written down one below the other. */
final class SheetRows {

    private static final int POINTS_OF_LINE = 15;
    private static final int MOST_LINES = 20;

    private final Looks looks;
    private final int[] widths;
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder cells = new StringBuilder();
    private final List<String> merged = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> choices = new ArrayList<>();
    private int row;
    private int lines = 1;
    private boolean isOpen;

    /**
     * Begins a sheet.
     *
     * @param widths of its columns, in letters
     */
    SheetRows(Looks looks, int[] widths) {
        this.looks = looks;
        this.widths = widths.clone();
    }

    /** Begins the next row. */
    void next() {
        close();
        isOpen = true;
    }

    private void close() {
        if (isOpen) {
            // Not every program makes a row as high as its text needs.
            String height = lines > 1 ? " ht=\"%d\" customHeight=\"1\"".formatted(lines * POINTS_OF_LINE) : "";
            rows.append("<row r=\"%d\"%s>".formatted(row + 1, height))
                    .append(cells)
                    .append("</row>");
            cells.setLength(0);
            lines = 1;
            row++;
            isOpen = false;
        }
    }

    void skip() {
        close();
        row++;
    }

    /** Always text, whatever it begins with: there is no formula in a sheet of ours. Columns from left to right. */
    void text(int column, String text, Look look) {
        int width = column < widths.length ? widths[column] : Integer.MAX_VALUE;
        lines = Math.min(MOST_LINES, Math.max(lines, 1 + text.length() / width));
        String start = "<c r=\"%s\" s=\"%d\"".formatted(new CellAddress(row, column), looks.of(look));
        if (text.isEmpty()) {
            cells.append(start).append("/>");
        } else {
            cells.append(start)
                    .append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(XmlText.ofCell(text))
                    .append("</t></is></c>");
        }
    }

    void number(int column, long number, Look look) {
        cells.append(
                "<c r=\"%s\" s=\"%d\"><v>%d</v></c>".formatted(new CellAddress(row, column), looks.of(look), number));
    }

    /** One text across the columns from 0 to {@code last}. */
    void across(int last, String text, Look look) {
        next();
        text(0, text, look);
        lines = look == Look.TITLE ? 2 : 1;
        merged.add(new CellAddress(row, 0) + ":" + new CellAddress(row, last));
    }

    /** Makes a cell of this row lead to a cell of another sheet. */
    void link(int column, String sheet, CellAddress target) {
        String place = SheetNames.quoted(sheet) + "!" + target;
        links.add("<hyperlink ref=\"%s\" location=\"%s\" display=\"%s\"/>"
                .formatted(new CellAddress(row, column), XmlText.of(place), target));
    }

    /** Makes a cell of this row take one of the texts in {@code range}; {@code isOpen}: or any other. */
    void choice(int column, String range, boolean isOpenToOthers) {
        choices.add(("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"%d\" sqref=\"%s\">"
                        + "<formula1>%s</formula1></dataValidation>")
                .formatted(isOpenToOthers ? 0 : 1, new CellAddress(row, column), range));
    }

    /** The number of the row that is being written, from 0. */
    int row() {
        return row;
    }

    String sheetData() {
        close();
        return "<sheetData>" + rows + "</sheetData>";
    }

    String mergeCells() {
        return list(
                "mergeCells",
                merged.stream()
                        .map(range -> "<mergeCell ref=\"" + range + "\"/>")
                        .toList());
    }

    String dataValidations() {
        return list("dataValidations", choices);
    }

    String hyperlinks() {
        return links.isEmpty() ? "" : "<hyperlinks>" + String.join("", links) + "</hyperlinks>";
    }

    private static String list(String name, List<String> elements) {
        return elements.isEmpty()
                ? ""
                : "<%s count=\"%d\">%s</%s>".formatted(name, elements.size(), String.join("", elements), name);
    }
}
