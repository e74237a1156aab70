package tonghop.report.returned;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Takes our marks out of a returned copy again, by an XML library and by what the marks look like from outside, without
 * any class that set them.
 */
final class Unmarked {

    private Unmarked() {}

    static Map<String, byte[]> parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                parts.put(part.getName(), archive.readAllBytes());
            }
        }
        return parts;
    }

    /** What is different between the sender's workbook and a returned copy from which our marks are taken. */
    static List<String> differences(byte[] original, byte[] returned) throws Exception {
        Map<String, byte[]> before = parts(original);
        Map<String, byte[]> after = parts(returned);
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : before.entrySet()) {
            byte[] now = after.get(part.getKey());
            if (now == null) {
                differences.add("gone: " + part.getKey());
            } else if (!java.util.Arrays.equals(now, part.getValue())
                    && !text(part.getValue(), false).equals(text(now, true))) {
                differences.add("changed: " + part.getKey());
            }
        }
        after.keySet().removeAll(before.keySet());
        after.keySet().stream()
                .filter(part -> !part.contains("tonghop") && !part.contains("ket-qua-kiem-tra"))
                .filter(part -> !part.endsWith(".rels"))
                .forEach(part -> differences.add("added: " + part));
        return differences;
    }

    private static String text(byte[] xml, boolean isMarked) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        unmark(document, isMarked);
        StringWriter text = new StringWriter();
        document.normalize();
        TransformerFactory.newInstance()
                .newTransformer()
                .transform(new DOMSource(document.getDocumentElement()), new StreamResult(text));
        // An empty element that had something of ours in it may be written in two ways.
        return text.toString().replaceAll("<([\\w:]+)([^<>]*)></\\1>", "<$1$2/>");
    }

    private static void unmark(Document document, boolean isMarked) {
        if (isMarked) {
            removeIf(document, "Override", "PartName", "tonghop", "ket-qua-kiem-tra");
            removeIf(document, "Relationship", "Id", "rIdTonghop");
            removeIf(document, "sheet", "name", "Kết quả kiểm tra");
            removeIf(document, "legacyDrawing", "id", "rIdTonghop");
            removeByText(document, "conditionalFormatting", "N(\"tonghop:");
            removeNotes(document);
            all(document, "definedName").forEach(name -> addTo(name, "localSheetId", -1));
        }
        if (document.getDocumentElement().getLocalName().equals("styleSheet")) {
            removeLast(document, "fonts", isMarked ? 5 : 0);
            removeLast(document, "fills", isMarked ? 5 : 0);
            removeLast(document, "borders", isMarked ? 2 : 0);
            removeLast(document, "cellXfs", isMarked ? 12 : 0);
            removeLast(document, "dxfs", isMarked ? 2 : 0);
        }
        // Which sheet is shown first is all that changes in the views.
        for (String view : List.of("sheetView", "workbookView")) {
            for (Element element : all(document, view)) {
                List.of("tabSelected", "activeTab", "firstSheet").forEach(element::removeAttribute);
            }
        }
    }

    private static List<Element> all(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }

    private static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    private static void removeIf(Document document, String element, String attribute, String... ours) {
        for (Element found : all(document, element)) {
            for (int index = found.getAttributes().getLength() - 1; index >= 0; index--) {
                Node value = found.getAttributes().item(index);
                boolean isIt = attribute.equals(value.getLocalName())
                        && List.of(ours).stream().anyMatch(value.getNodeValue()::contains);
                if (isIt && found.getParentNode() != null) {
                    remove(found);
                }
            }
        }
    }

    private static void removeByText(Document document, String element, String ours) {
        all(document, element).stream()
                .filter(found -> found.getTextContent().contains(ours))
                .forEach(Unmarked::remove);
    }

    /** Our author is the last one; the shapes of our notes have our look. */
    private static void removeNotes(Document document) {
        List<Element> authors = all(document, "author");
        for (int index = 0; index < authors.size(); index++) {
            if (authors.get(index).getTextContent().equals("Tonghop")) {
                String number = Integer.toString(index);
                all(document, "comment").stream()
                        .filter(comment -> comment.getAttribute("authorId").equals(number))
                        .forEach(Unmarked::remove);
                remove(authors.get(index));
            }
        }
        all(document, "shape").stream()
                .filter(shape -> shape.hasAttributeNS("http://www.w3.org/2000/xmlns/", "v"))
                .filter(shape -> shape != document.getDocumentElement())
                .forEach(Unmarked::remove);
    }

    private static void addTo(Element element, String attribute, int number) {
        if (element.hasAttribute(attribute)) {
            element.setAttribute(
                    attribute, Integer.toString(Integer.parseInt(element.getAttribute(attribute)) + number));
        }
    }

    /** Also what says how many there are, and a list that was not there before. */
    private static void removeLast(Document document, String list, int number) {
        for (Element element : all(document, list)) {
            for (int removed = 0; removed < number; removed++) {
                remove(element.getLastChild());
            }
            element.removeAttribute("count");
            if (!element.hasChildNodes()) {
                remove(element);
            }
        }
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
