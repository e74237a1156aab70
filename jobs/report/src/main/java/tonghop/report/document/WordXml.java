package tonghop.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds its way about the XML of a Word document, whichever of its two namespaces it is written in. */
final class WordXml {

    static final String PARAGRAPH = "p";
    static final String TABLE = "tbl";
    static final String ROW = "tr";

    private WordXml() {}

    static boolean is(@Nullable Node node, String name) {
        return node instanceof Element && name.equals(node.getLocalName()) && isOfWord(node);
    }

    private static boolean isOfWord(Node node) {
        String namespace = String.valueOf(node.getNamespaceURI());
        return namespace.endsWith("/wordprocessingml/2006/main") || namespace.endsWith("/wordprocessingml/main");
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).findFirst();
    }

    /** The value of {@code <w:name w:val="…"/>} in {@code parent}. */
    static Optional<String> value(Element parent, String name) {
        return child(parent, name).map(child -> child.getAttributeNS(child.getNamespaceURI(), "val"));
    }

    /** Every element of a name below {@code root}, in document order, without looking into those that {@code stop}. */
    static List<Element> all(Element root, String name, Predicate<Element> stop) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(root)) {
            if (is(child, name)) {
                found.add(child);
            }
            if (!stop.test(child)) {
                found.addAll(all(child, name, stop));
            }
        }
        return found;
    }

    static List<Element> all(Element root, String name) {
        return all(root, name, element -> false);
    }

    static void remove(Element element) {
        Node parent = element.getParentNode();
        if (parent != null) {
            parent.removeChild(element);
        }
    }
}
