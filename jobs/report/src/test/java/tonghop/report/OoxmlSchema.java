package tonghop.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The schema of the standard (ISO 29500, transitional): what breaks it other programs refuse or ask to repair. */
public final class OoxmlSchema {

    private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static final SchemaTypeLoader TYPES = WorksheetDocument.type.getTypeSystem();

    /** Parts of the package itself and old drawings of notes, which have schemas of their own. */
    private static final Set<String> OTHER_ROOTS = Set.of("Types", "Relationships", "coreProperties", "xml");

    private OoxmlSchema() {}

    /** What is wrong with each part of a workbook or document, a problem a line; empty if it is valid. */
    public static List<String> problems(Path file) throws IOException {
        return problems(Files.readAllBytes(file));
    }

    /** The same of its bytes. */
    public static List<String> problems(byte[] file) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : xmlParts(file).entrySet()) {
            for (XmlError error : errors(part.getValue())) {
                problems.add(part.getKey() + ": " + error.getMessage());
            }
        }
        return problems;
    }

    private static Map<String, byte[]> xmlParts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().matches(".*\\.(xml|rels|vml)")) {
                    parts.put(part.getName(), zip.readAllBytes());
                }
            }
        }
        return parts;
    }

    private static List<XmlError> errors(byte[] part) throws IOException {
        List<XmlError> errors = new ArrayList<>();
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            Document document = parsers.newDocumentBuilder().parse(new ByteArrayInputStream(transitional(part)));
            Element root = document.getDocumentElement();
            if (!OTHER_ROOTS.contains(root.getLocalName())) {
                // xml:space may stand anywhere; the schema does not say so of the texts of workbooks.
                removeExtensions(root, new TreeSet<>(Set.of(COMPATIBILITY, XMLConstants.XML_NS_URI)));
                XmlObject typed = TYPES.parse(document, null, new XmlOptions());
                if (typed.schemaType().isNoType()) {
                    errors.add(XmlError.forMessage("no schema for " + root.getNodeName()));
                } else {
                    typed.validate(new XmlOptions().setErrorListener(errors));
                }
            }
        } catch (SAXException | XmlException | ParserConfigurationException e) {
            errors.add(XmlError.forMessage(String.valueOf(e.getMessage())));
        }
        return errors;
    }

    /** The strict edition has other names for the same things. */
    private static byte[] transitional(byte[] part) {
        String text = new String(part, StandardCharsets.ISO_8859_1);
        return text.replace(
                        "http://purl.oclc.org/ooxml/spreadsheetml/main",
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
                .replace(
                        "http://purl.oclc.org/ooxml/officeDocument/relationships",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Takes out what {@code mc:Ignorable} names and what stands as an alternative: readers of the standard skip it. */
    private static void removeExtensions(Element element, Set<String> above) {
        Set<String> ignorable = new TreeSet<>(above);
        for (String prefix :
                element.getAttributeNS(COMPATIBILITY, "Ignorable").strip().split("\\s+", -1)) {
            String namespace = prefix.isEmpty() ? null : element.lookupNamespaceURI(prefix);
            if (namespace != null) {
                ignorable.add(namespace);
            }
        }
        for (int index = element.getAttributes().getLength() - 1; index >= 0; index--) {
            Attr attribute = (Attr) element.getAttributes().item(index);
            if (attribute.getNamespaceURI() != null && ignorable.contains(attribute.getNamespaceURI())) {
                element.removeAttributeNode(attribute);
            }
        }
        for (Node child = element.getFirstChild(), next; child != null; child = next) {
            next = child.getNextSibling();
            if (child instanceof Element inside) {
                if (ignorable.contains(String.valueOf(inside.getNamespaceURI()))) {
                    element.removeChild(inside);
                } else {
                    removeExtensions(inside, ignorable);
                }
            }
        }
    }
}
