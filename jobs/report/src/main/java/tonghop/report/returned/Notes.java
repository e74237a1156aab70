package tonghop.report.returned;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Edition;
import tonghop.spreadsheet.Relations;
import tonghop.spreadsheet.UneditableException;
import tonghop.spreadsheet.Xml;
import tonghop.spreadsheet.XmlText;

/**
 * Notes at cells, beside those that the sender's workbook has. A cell with a note of the sender's keeps that one: it
 * can have only one, and what we say of it stands in our first sheet.
 */
final class Notes {

    private static final String AUTHOR = "Tonghop";
    private static final Pattern SHAPE = Pattern.compile("_x0000_s([0-9]{1,9})\\b");
    private static final int FIRST_SHAPE = 1025;
    private static final int LETTERS_IN_LINE = 34;
    private static final int LONGEST = 2_000;
    private static final String NAMESPACES = "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
            + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
    private static final String SHAPE_TYPE = "<v:shapetype " + NAMESPACES + " id=\"_x0000_t202\" "
            + "coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
            + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

    private final Book book;
    private final Relations relations;
    private final String comments;
    private final String drawing;

    /**
     * Prepares the notes of a sheet.
     *
     * @param sheet its part
     * @param drawing the part with the shapes of its notes; empty if it has none
     */
    Notes(Book book, String sheet, String drawing) throws IOException {
        this.book = book;
        this.relations = new Relations(book.parts(), sheet);
        this.comments = relations.byKind("comments");
        this.drawing = drawing;
    }

    /**
     * Adds the notes.
     *
     * @return the id under which the sheet has to refer to their shapes; empty if it does so already
     */
    String write(Map<CellAddress, String> texts) throws IOException {
        Map<CellAddress, String> added = new TreeMap<>(texts);
        if (!comments.isEmpty()) {
            addTo(comments, added);
        } else if (!added.isEmpty()) {
            String part = book.parts().freeName("xl/comments-tonghop", ".xml");
            book.addComments(part, newComments(added));
            relations.add(book.edition().relation("comments"), part);
        }
        if (added.isEmpty()) {
            return "";
        }
        if (!drawing.isEmpty()) {
            addShapes(added);
            return "";
        }
        String part = book.parts().freeName("xl/drawings/ghi-chu-tonghop", ".vml");
        book.addDrawing(part, "<xml " + NAMESPACES + ">" + SHAPE_TYPE + shapes(added, FIRST_SHAPE) + "</xml>");
        return relations.add(book.edition().relation("vmlDrawing"), part);
    }

    private String newComments(Map<CellAddress, String> added) {
        return "<comments xmlns=\"%s\"><authors><author>%s</author></authors><commentList>%s</commentList></comments>"
                .formatted(book.edition().main(), AUTHOR, Edition.write(list(added, 0), ""));
    }

    /** Adds to the sender's notes, and leaves in {@code added} only what was added. */
    private void addTo(String part, Map<CellAddress, String> added) throws IOException {
        Xml xml = Xml.of(book.parts().text(part), (name, depth) -> depth <= 2 && !name.equals("text"));
        Set<CellAddress> taken = new TreeSet<>();
        for (Xml.Element comment : xml.elements("comment")) {
            CellAddress.of(String.valueOf(comment.attribute("ref"))).ifPresent(taken::add);
        }
        added.keySet().removeAll(taken);
        Xml.Element authors = xml.top("authors");
        Xml.Element list = xml.top("commentList");
        if (authors == null || list == null) {
            throw new UneditableException("no list of notes");
        }
        if (!added.isEmpty()) {
            String prefix = xml.root().prefix();
            xml.append(authors, Edition.write("<~author>" + AUTHOR + "</~author>", prefix));
            xml.append(list, Edition.write(list(added, xml.count(authors, "author")), prefix));
            book.parts().change(part, xml.changed());
        }
    }

    private static String list(Map<CellAddress, String> texts, int author) {
        StringBuilder list = new StringBuilder();
        texts.forEach((cell, text) -> list.append(
                "<~comment ref=\"%s\" authorId=\"%d\"><~text><~t xml:space=\"preserve\">%s</~t></~text></~comment>"
                        .formatted(cell, author, XmlText.ofCell(shortened(text)))));
        return list.toString();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** These drawings are not always well-formed XML; what is ours goes before their last tag. */
    private void addShapes(Map<CellAddress, String> added) throws IOException {
        String old = book.parts().text(drawing);
        int end = old.lastIndexOf("</");
        if (end < 0) {
            throw new UneditableException("no drawing of notes: " + drawing);
        }
        int next = FIRST_SHAPE;
        Matcher shape = SHAPE.matcher(old);
        while (shape.find()) {
            next = Math.max(next, 1 + Integer.parseInt(shape.group(1)));
        }
        String type = old.contains("_x0000_t202\"") ? "" : SHAPE_TYPE;
        book.parts().change(drawing, old.substring(0, end) + type + shapes(added, next) + old.substring(end));
    }

    private static String shapes(Map<CellAddress, String> added, int first) {
        StringBuilder shapes = new StringBuilder();
        int number = first;
        for (Map.Entry<CellAddress, String> note : added.entrySet()) {
            shapes.append(shape(number++, note.getKey(), note.getValue()));
        }
        return shapes.toString();
    }

    private static String shape(int number, CellAddress cell, String text) {
        int top = Math.max(0, cell.row() - 1);
        int lines = 2 + shortened(text).length() / LETTERS_IN_LINE;
        return ("<v:shape " + NAMESPACES + " id=\"_x0000_s%d\" type=\"#_x0000_t202\" "
                        + "style=\"position:absolute;margin-left:80pt;margin-top:5pt;width:220pt;height:%dpt;z-index:1;"
                        + "visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
                        + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
                        + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
                        + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
                        + "<x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
                        + "<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>")
                .formatted(
                        number,
                        lines * 15,
                        cell.column() + 1,
                        top,
                        cell.column() + 5,
                        top + lines,
                        cell.row(),
                        cell.column());
    }
}
