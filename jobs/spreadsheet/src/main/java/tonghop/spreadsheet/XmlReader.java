package tonghop.spreadsheet;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of workbooks in one pass: elements, attributes and text, with namespaces.
 *
 * <p>A document type is refused, and with it every entity but the five that XML itself has; so nothing is ever fetched
 * or multiplied. What is not well-formed is refused.
 */
final class XmlReader implements Closeable {

    /** What {@link #next} found. */
    enum Event {
        START,
        END,
        TEXT,
        DONE
    }

    private static final XMLInputFactory PARSERS = parsers();

    private final XmlCharacters in;
    private final XMLStreamReader2 xml;
    private String name = "";
    private int depth;

    XmlReader(Reader in, Budget budget) throws IOException, UnreadableFileException {
        this.in = new XmlCharacters(in, budget);
        try {
            this.xml = (XMLStreamReader2) PARSERS.createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = new WstxInputFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, false);
        // What is wrong with a text is told when it is reached, and not by another exception when it is asked for.
        parsers.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        parsers.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Limits.XML_DEPTH);
        parsers.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Limits.XML_ATTRIBUTES);
        parsers.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Limits.CELL_CHARACTERS);
        return parsers;
    }

    /** The next piece; {@code DONE} after the root element, when all bytes have been seen. */
    Event next() throws IOException, UnreadableFileException {
        in.beginPiece();
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        name = xml.getLocalName();
                        depth++;
                        return Event.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        name = xml.getLocalName();
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Event.TEXT;
                    }
                    case XMLStreamConstants.DTD -> throw UnreadableFileException.damaged("XML");
                    default -> {
                        // Comments and instructions say nothing about cells.
                    }
                }
            }
            return Event.DONE;
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    private static UnreadableFileException refused(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof XmlCharacters.RefusedException refused) {
            return refused.reason();
        }
        if (e.getNestedException() instanceof IOException io) {
            throw io;
        }
        return UnreadableFileException.damaged("XML");
    }

    /** The local name of the element of the last START or END. */
    String name() {
        return name;
    }

    /** The namespace of the element of the last START. */
    String namespace() {
        return Objects.requireNonNullElse(xml.getNamespaceURI(), "");
    }

    /** The same with the prefix that it has here. */
    String qualifiedName() {
        return xml.getPrefixedName();
    }

    /** How many characters stand before the tag of the last START or END; a byte order mark is none. */
    int tagStart() {
        return (int) xml.getLocationInfo().getStartingCharOffset();
    }

    /** How many stand before the end of it; an empty element has one tag for both. */
    int tagEnd() throws IOException, UnreadableFileException {
        try {
            return (int) xml.getLocationInfo().getEndingCharOffset();
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    /** How many elements are open, that of the last START included. */
    int depth() {
        return depth;
    }

    /** An attribute without a prefix of the element of the last START; null if there is none. */
    @Nullable String attribute(String local) {
        return attribute("", local);
    }

    /** An attribute of a namespace; null if there is none. */
    @Nullable String attribute(String namespace, String local) {
        return xml.getAttributeValue(namespace, local);
    }

    /** All attributes of the element of the last START, by their names with prefixes. */
    Map<String, String> attributes() {
        Map<String, String> all = new LinkedHashMap<>();
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            String prefix = Objects.requireNonNullElse(xml.getAttributePrefix(index), "");
            String local = xml.getAttributeLocalName(index);
            all.put(prefix.isEmpty() ? local : prefix + ":" + local, xml.getAttributeValue(index));
        }
        return all;
    }

    /** The text of the last TEXT. */
    String text() {
        return xml.getText();
    }

    /** All text up to the end of the element just started, which is then passed. */
    String elementText() throws IOException, UnreadableFileException {
        int outer = depth;
        String all = "";
        while (true) {
            Event event = next();
            if (event == Event.TEXT) {
                all = all.isEmpty() ? text() : all + text();
                Budget.check(all.length(), Limits.CELL_CHARACTERS, "ký tự");
            } else if (event == Event.END && depth < outer) {
                return all;
            }
        }
    }

    /** Passes the element just started. */
    void skipElement() throws IOException, UnreadableFileException {
        int outer = depth;
        while (depth >= outer) {
            next();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
