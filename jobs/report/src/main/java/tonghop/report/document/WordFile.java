package tonghop.report.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tonghop.report.sheet.ReproducibleZip;

/**
 * A Word document opened to be filled: the parts with text as XML, everything else as it is.
 *
 * <p>The text is changed as XML, and not through POI's user model, so that what that model does not know stays.
 */
final class WordFile implements AutoCloseable {

    private static final String CREATOR = "Tonghop";

    private final OPCPackage archive;
    private final Map<PackagePart, Document> texts;
    private final @Nullable Element styles;

    private WordFile(OPCPackage archive, Map<PackagePart, Document> texts, @Nullable Element styles) {
        this.archive = archive;
        this.texts = texts;
        this.styles = styles;
    }

    /**
     * Opens a document.
     *
     * @throws IOException if {@code bytes} are none
     */
    static WordFile open(byte[] bytes) throws IOException {
        try {
            OPCPackage archive = OPCPackage.open(new ByteArrayInputStream(bytes));
            PackagePart main = mainOf(archive);
            Map<PackagePart, Document> texts = new LinkedHashMap<>();
            texts.put(main, read(main));
            for (PackagePart part : related(main, "/header", "/footer", "/footnotes", "/endnotes")) {
                texts.put(part, read(part));
            }
            List<PackagePart> styles = related(main, "/styles");
            return new WordFile(
                    archive,
                    texts,
                    styles.isEmpty() ? null : read(styles.get(0)).getDocumentElement());
        } catch (OpenXML4JException | OpenXML4JRuntimeException | UnsupportedFileFormatException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static PackagePart mainOf(OPCPackage archive) throws IOException, InvalidFormatException {
        for (PackageRelationship relationship : archive.getRelationships()) {
            if (relationship.getRelationshipType().endsWith("/officeDocument")) {
                PackagePart part = archive.getPart(relationship);
                if (part != null && part.getContentType().contains("wordprocessingml.")) {
                    return part;
                }
            }
        }
        throw new IOException("not a Word document (.docx)");
    }

    private static List<PackagePart> related(PackagePart main, String... kinds) throws InvalidFormatException {
        List<PackagePart> parts = new ArrayList<>();
        for (String kind : kinds) {
            for (PackageRelationship relationship : main.getRelationships()) {
                if (relationship.getRelationshipType().endsWith(kind)) {
                    parts.add(main.getRelatedPart(relationship));
                }
            }
        }
        return parts;
    }

    private static Document read(PackagePart part) throws IOException, SAXException {
        try (InputStream xml = part.getInputStream()) {
            return XMLHelper.newDocumentBuilder().parse(xml);
        }
    }

    /** The roots of the body, the headers, the footers and the notes. */
    List<Element> texts() {
        return texts.values().stream().map(Document::getDocumentElement).toList();
    }

    /** Takes out footnotes and endnotes, and the marks that lead to them. */
    void takeOut(List<Element> notes) {
        for (Element note : notes) {
            String id = id(note);
            for (Element text : texts()) {
                WordXml.all(text, note.getLocalName() + "Reference").stream()
                        .filter(mark -> id(mark).equals(id))
                        .forEach(WordXml::remove);
            }
            WordXml.remove(note);
        }
    }

    private static String id(Element element) {
        return element.getAttributeNS(element.getNamespaceURI(), "id");
    }

    Headings headings() {
        return new Headings(styles);
    }

    /**
     * Writes the document; the same content gives the same bytes.
     *
     * @param created what the document says of when it was made and last changed
     * @param out left open
     */
    void write(Instant created, OutputStream out) throws IOException {
        for (Map.Entry<PackagePart, Document> text : texts.entrySet()) {
            text.getKey().clear();
            try (OutputStream part = text.getKey().getOutputStream()) {
                write(text.getValue(), part);
            }
        }
        try {
            date(archive.getPackageProperties(), created);
        } catch (OpenXML4JException e) {
            throw new IOException(e.getMessage(), e);
        }
        ReproducibleZip.write(archive::save, out);
    }

    private static void date(PackageProperties properties, Instant created) throws InvalidFormatException {
        Optional<Date> day = Optional.of(Date.from(created));
        properties.setCreatorProperty(CREATOR);
        properties.setLastModifiedByProperty(CREATOR);
        properties.setCreatedProperty(day);
        properties.setModifiedProperty(day);
        properties.setRevisionProperty("1");
    }

    private static void write(Document document, OutputStream out) throws IOException {
        try {
            document.setXmlStandalone(true);
            Transformer transformer = XMLHelper.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.INDENT, "no");
            transformer.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Forgets the document without writing it anywhere. */
    @Override
    public void close() {
        archive.revert();
    }
}
