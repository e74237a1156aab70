package tonghop.report.samples;

import java.util.List;
import java.util.Locale;

/**
 * A report document in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, as WordprocessingML.
 *
 * <p>Lengths are twentieths of a point (1 cm = 567), font sizes half points.
 */
final class DocumentDrawing {

    private static final int TEXT_WIDTH = 11906 - 1701 - 1134;

    private final StringBuilder xml = new StringBuilder();

    /** How a paragraph stands. */
    enum Style {
        BODY("Normal"),
        PART("Heading1"),
        SECTION("Heading2"),
        POINT("Heading3"),
        NOTE("Note"),
        CENTRED("Centred"),
        CENTRED_BOLD("CentredBold"),
        CENTRED_ITALIC("CentredItalic"),
        CAPTION("Caption1"),
        CELL("Cell"),
        CELL_CENTRED("CellCentred"),
        CELL_HEAD("CellHead"),
        RECIPIENT("Recipient"),
        RECIPIENTS("Recipients");

        private final String id;

        Style(String id) {
            this.id = id;
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    DocumentDrawing paragraph(Style style, String text) {
        return paragraph(style, "", "", text);
    }

    /** A paragraph with more properties of its own, and of its text. */
    DocumentDrawing paragraph(Style style, String more, String ofText, String text) {
        xml.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style.id)
                .append("\"/>")
                .append(more)
                .append("</w:pPr>");
        if (!text.isEmpty()) {
            xml.append("<w:r>").append(ofText.isEmpty() ? "" : "<w:rPr>" + ofText + "</w:rPr>");
            xml.append("<w:t xml:space=\"preserve\">").append(escaped(text)).append("</w:t></w:r>");
        }
        xml.append("</w:p>");
        return this;
    }

    /** A line across the middle of a cell or page. */
    DocumentDrawing line(int widthInCell, int length) {
        int indent = (widthInCell - length) / 2;
        String border = "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
                + "<w:spacing w:before=\"20\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>"
                + "<w:ind w:left=\"%d\" w:right=\"%d\" w:firstLine=\"0\"/>".formatted(indent, indent);
        return paragraph(Style.CENTRED, border, "", "");
    }

    /** Columns side by side without borders; what {@code cells} hold is drawn already. */
    DocumentDrawing columns(List<Integer> widths, List<DocumentDrawing> cells) {
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
                .formatted(widths.stream().mapToInt(Integer::intValue).sum()));
        xml.append("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>")
                .append("<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
        grid(widths);
        xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < widths.size(); i++) {
            cell(widths.get(i), cells.get(i));
        }
        xml.append("</w:tr></w:tbl>");
        return this;
    }

    /** A table with a repeated heading, and one row that the report repeats. */
    DocumentDrawing table(List<Integer> widths, List<String> heads, List<String> row, int firstCentred) {
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>".formatted(TEXT_WIDTH));
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.append("<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>".formatted(side));
        }
        xml.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>")
                .append("<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
        grid(widths);
        xml.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int i = 0; i < heads.size(); i++) {
            cell(widths.get(i), new DocumentDrawing().paragraph(Style.CELL_HEAD, heads.get(i)));
        }
        xml.append("</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < row.size(); i++) {
            Style style = i == 0 || i >= firstCentred ? Style.CELL_CENTRED : Style.CELL;
            boolean isNote = row.get(i).contains("ghi-chu") || row.get(i).contains("cung-ky");
            cell(widths.get(i), new DocumentDrawing().paragraph(isNote ? Style.CELL : style, row.get(i)));
        }
        xml.append("</w:tr></w:tbl>");
        return this;
    }

    private void grid(List<Integer> widths) {
        xml.append("<w:tblGrid>");
        widths.forEach(width -> xml.append("<w:gridCol w:w=\"%d\"/>".formatted(width)));
        xml.append("</w:tblGrid>");
    }

    private void cell(int width, DocumentDrawing content) {
        xml.append("<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>".formatted(width))
                .append(content.xml)
                .append("</w:tc>");
    }

    /** Ends the main document; what follows is an appendix with page numbers of its own. */
    DocumentDrawing endOfMainDocument() {
        xml.append("<w:p><w:pPr><w:pStyle w:val=\"Normal\"/>")
                .append(section("nextPage"))
                .append("</w:pPr></w:p>");
        return this;
    }

    private static String section(String type) {
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>"
                + "<w:headerReference w:type=\"first\" r:id=\"rIdFirst\"/><w:type w:val=\"%s\"/>".formatted(type)
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\""
                + " w:footer=\"567\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>";
    }

    /** The main part of the document. */
    String document() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
                + xml
                + section("nextPage")
                + "</w:body></w:document>";
    }

    /** Adds the paragraphs of a text: '#' headings, '!' notes to the officer, '&gt;' the closing words. */
    DocumentDrawing text(List<String> lines) {
        for (String line : lines) {
            int space = line.indexOf(' ');
            String mark = space < 0 ? "" : line.substring(0, space);
            String rest = line.substring(space + 1);
            switch (mark) {
                case "#" -> paragraph(Style.PART, rest.toUpperCase(Locale.ROOT));
                case "##" -> paragraph(Style.SECTION, rest);
                case "###" -> paragraph(Style.POINT, rest);
                case "!" -> paragraph(Style.NOTE, rest);
                case ">" -> paragraph(Style.BODY, "<w:keepNext/><w:keepLines/>", "", rest);
                default -> paragraph(Style.BODY, line);
            }
        }
        return this;
    }
}
