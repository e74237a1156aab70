package tonghop.spreadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part as text, in which some places are changed and all the rest stays letter for letter.
 *
 * <p>The parser tells where the elements stand; written by an XML library the whole part would be new, with other
 * quotes, prefixes and blanks.
 */
public final class Xml {

    private final String text;
    private final List<Element> elements = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** Which elements are looked at; the cells of a large sheet are not. */
    public interface Wanted {

        /** Whether an element of that name is; the root, which always is, has depth 0. */
        boolean is(String localName, int depth);
    }

    /**
     * An element of the part.
     *
     * @param name with its prefix
     * @param depth 0 for the root
     * @param start of its first tag
     * @param startEnd behind its first tag
     * @param close of its last tag; behind the only one if it is {@code <empty/>}
     * @param end behind all of it
     * @param attributes by their names with prefixes
     */
    public record Element(
            String name,
            String namespace,
            int depth,
            int start,
            int startEnd,
            int close,
            int end,
            Map<String, String> attributes) {

        /** Its name without a prefix. */
        public String localName() {
            return name.substring(name.indexOf(':') + 1);
        }

        /** Such as {@code x:}; mostly empty. */
        public String prefix() {
            return name.substring(0, name.indexOf(':') + 1);
        }

        boolean isSelfClosed() {
            return close == startEnd && end == startEnd;
        }

        /** The value of an attribute; null if there is none. */
        public @Nullable String attribute(String attribute) {
            return attributes.get(attribute);
        }

        /** The {@code r:id}, whatever the prefix is here; null if there is none. */
        public @Nullable String reference() {
            return attributes.entrySet().stream()
                    .filter(attribute -> attribute.getKey().endsWith(":id"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }

    private record Change(int from, int to, String replacement) {}

    private Xml(String text) {
        this.text = text;
    }

    /**
     * Looks through {@code text}.
     *
     * @throws UneditableException if it is not well-formed, or declares a document type
     */
    public static Xml of(String text, Wanted wanted) throws IOException {
        Xml xml = new Xml(text);
        try (XmlReader reader = new XmlReader(new StringReader(text), new Budget())) {
            xml.scan(reader, wanted);
        } catch (UnreadableFileException e) {
            throw new UneditableException("not well-formed", e);
        }
        xml.elements.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return xml;
    }

    private void scan(XmlReader xml, Wanted wanted) throws IOException, UnreadableFileException {
        // The parser counts from behind it.
        int mark = text.startsWith("\ufeff") ? 1 : 0;
        Deque<Element> open = new ArrayDeque<>();
        for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
            if (event == XmlReader.Event.START) {
                int depth = open.size();
                boolean isWanted = depth == 0 || wanted.is(xml.name(), depth);
                int end = mark + xml.tagEnd();
                open.push(new Element(
                        xml.qualifiedName(),
                        xml.namespace(),
                        depth,
                        mark + xml.tagStart(),
                        end,
                        end,
                        end,
                        isWanted ? xml.attributes() : Map.of()));
            } else if (event == XmlReader.Event.END) {
                Element element = open.pop();
                if (element.depth() == 0 || wanted.is(xml.name(), element.depth())) {
                    elements.add(ended(element, mark + xml.tagStart(), mark + xml.tagEnd()));
                }
            }
        }
    }

    private static Element ended(Element element, int close, int end) {
        return close == element.start()
                ? element
                : new Element(
                        element.name(),
                        element.namespace(),
                        element.depth(),
                        element.start(),
                        element.startEnd(),
                        close,
                        end,
                        element.attributes());
    }

    /** The element around all others. */
    public Element root() {
        return elements.get(0);
    }

    /** Those that were wanted, in the order of the text. */
    public List<Element> elements(String localName) {
        return elements.stream()
                .filter(element -> element.localName().equals(localName))
                .toList();
    }

    /** The elements directly below the root. */
    public List<Element> top() {
        return elements.stream().filter(element -> element.depth() == 1).toList();
    }

    /** The first element of that name directly below the root. */
    public @Nullable Element top(String localName) {
        return top().stream()
                .filter(element -> element.localName().equals(localName))
                .findFirst()
                .orElse(null);
    }

    /** How many elements of that name stand directly in {@code parent}. */
    public int count(Element parent, String localName) {
        return (int) elements.stream()
                .filter(element -> element.depth() == parent.depth() + 1
                        && element.start() > parent.start()
                        && element.end() <= parent.close()
                        && element.localName().equals(localName))
                .count();
    }

    /** The text between the tags of {@code element} as written, entities and all. */
    public String inside(Element element) {
        return text.substring(element.startEnd(), element.close());
    }

    private Matcher attributeOf(Element element, String name) {
        Pattern pattern = Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL);
        return pattern.matcher(text.substring(element.start(), element.startEnd()));
    }

    /** Gives an attribute a value, which has no entities. */
    public void setAttribute(Element element, String name, String value) {
        Matcher found = attributeOf(element, name);
        if (found.find()) {
            changes.add(new Change(element.start() + found.start(2), element.start() + found.end(2), value));
        } else {
            insert(element.start() + 1 + element.name().length(), " %s=\"%s\"".formatted(name, value));
        }
    }

    void insert(int at, String added) {
        changes.add(new Change(at, at, added));
    }

    /** Leaves out an element with all that is in it. */
    public void remove(Element element) {
        changes.add(new Change(element.start(), element.end(), ""));
    }

    /** Puts {@code added} behind all that is in {@code element}; at most once for each element. */
    public void append(Element element, String added) {
        if (element.isSelfClosed()) {
            changes.add(
                    new Change(element.startEnd() - 2, element.startEnd(), ">" + added + "</" + element.name() + ">"));
        } else {
            insert(element.close(), added);
        }
    }

    /** Puts {@code added} before all that is in {@code element}. */
    public void prepend(Element element, String added) {
        if (element.isSelfClosed()) {
            append(element, added);
        } else {
            insert(element.startEnd(), added);
        }
    }

    /** The text with its changes. */
    public String changed() {
        List<Change> inOrder = new ArrayList<>(changes);
        inOrder.sort((one, other) -> Integer.compare(one.from(), other.from()));
        StringBuilder result = new StringBuilder(text.length());
        int done = 0;
        for (Change change : inOrder) {
            result.append(text, done, change.from()).append(change.replacement());
            done = change.to();
        }
        return result.append(text, done, text.length()).toString();
    }
}
