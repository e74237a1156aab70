package tonghop.report.document;

import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import tonghop.report.sheet.CellWriter;

/**
 * The text of a paragraph, which Word keeps in pieces: it begins a new one wherever the format, the language or the
 * verdict of the spelling check changes, in the middle of a word too.
 */
final class ParagraphText {

    private final List<Element> pieces;

    ParagraphText(Element paragraph) {
        this.pieces = WordXml.all(paragraph, "t", element -> WordXml.is(element, WordXml.PARAGRAPH));
    }

    String whole() {
        StringBuilder whole = new StringBuilder();
        pieces.forEach(piece -> whole.append(piece.getTextContent()));
        return whole.toString();
    }

    /** Puts what was written in place of the template's text; a value gets the format of its first brace. */
    void replaceBy(Written written) {
        if (pieces.isEmpty()) {
            return;
        }
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (Element piece : pieces) {
            end += piece.getTextContent().length();
            ends.add(end);
        }
        List<String> texts = written.split(ends);
        for (int i = 0; i < texts.size(); i++) {
            set(pieces.get(i), texts.get(i));
        }
    }

    void clear() {
        pieces.forEach(piece -> set(piece, ""));
    }

    private static void set(Element piece, String text) {
        piece.setTextContent(CellWriter.writable(text.replaceAll("\\s", " ")));
        piece.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
    }
}
