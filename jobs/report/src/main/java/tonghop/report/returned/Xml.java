package tonghop.report.returned;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part as text, in which some places are changed and all the rest stays letter for letter.
 *
 * <p>An XML library would write the whole part anew, with other quotes, prefixes and blanks.
 */
final class Xml {

    private static final Pattern REFERENCE = Pattern.compile("\\s[\\w.-]+:id\\s*=\\s*([\"'])(.*?)\\1");

    private final String text;
    private final List<Element> elements = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** Which elements are looked at; the cells of a large sheet are not. */
    interface Wanted {
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
     */
    record Element(String name, int depth, int start, int startEnd, int close, int end) {

        String localName() {
            return name.substring(name.indexOf(':') + 1);
        }

        /** Such as {@code x:}; mostly empty. */
        String prefix() {
            return name.substring(0, name.indexOf(':') + 1);
        }

        boolean isSelfClosed() {
            return close == startEnd && end == startEnd;
        }
    }

    private record Change(int from, int to, String replacement) {}

    private Xml(String text) {
        this.text = text;
    }

    /**
     * Looks through {@code text}.
     *
     * @throws UnmarkableException if its tags do not match, or it declares a document type
     */
    static Xml of(String text, Wanted wanted) throws UnmarkableException {
        Xml xml = new Xml(text);
        xml.scan(wanted);
        xml.elements.sort((one, other) -> Integer.compare(one.start(), other.start()));
        if (xml.elements.isEmpty() || xml.elements.get(0).depth() != 0) {
            throw new UnmarkableException("no root element");
        }
        return xml;
    }

    private void scan(Wanted wanted) throws UnmarkableException {
        Deque<Element> open = new ArrayDeque<>();
        int at = text.indexOf('<');
        while (at >= 0) {
            if (text.startsWith("<!--", at)) {
                at = after("-->", at);
            } else if (text.startsWith("<![CDATA[", at)) {
                at = after("]]>", at);
            } else if (text.startsWith("<?", at)) {
                at = after("?>", at);
            } else if (text.startsWith("<!", at)) {
                throw new UnmarkableException("a document type is declared");
            } else if (text.startsWith("</", at)) {
                at = close(open, at, wanted);
            } else {
                at = open(open, at, wanted);
            }
            at = text.indexOf('<', at);
        }
        if (!open.isEmpty()) {
            throw new UnmarkableException("not closed: " + open.peek().name());
        }
    }

    private int open(Deque<Element> open, int at, Wanted wanted) throws UnmarkableException {
        int end = endOfTag(at);
        boolean isSelfClosed = text.charAt(end - 2) == '/';
        Element element = new Element(nameAt(at + 1), open.size(), at, end, end, end);
        if (!isSelfClosed) {
            open.push(element);
        } else if (element.depth() == 0 || wanted.is(element.localName(), element.depth())) {
            elements.add(element);
        }
        return end;
    }

    private int close(Deque<Element> open, int at, Wanted wanted) throws UnmarkableException {
        int end = after(">", at);
        Element element = open.poll();
        if (element == null || !element.name().equals(nameAt(at + 2))) {
            throw new UnmarkableException("tags do not match at " + at);
        }
        if (element.depth() == 0 || wanted.is(element.localName(), element.depth())) {
            elements.add(new Element(element.name(), element.depth(), element.start(), element.startEnd(), at, end));
        }
        return end;
    }

    private String nameAt(int start) {
        int end = start;
        while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    private int endOfTag(int at) throws UnmarkableException {
        char quote = 0;
        for (int index = at + 1; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                return index + 1;
            }
        }
        throw new UnmarkableException("a tag does not end at " + at);
    }

    private int after(String mark, int at) throws UnmarkableException {
        int found = text.indexOf(mark, at);
        if (found < 0) {
            throw new UnmarkableException("no " + mark + " after " + at);
        }
        return found + mark.length();
    }

    Element root() {
        return elements.get(0);
    }

    /** Those that were wanted, in the order of the text. */
    List<Element> elements(String localName) {
        return elements.stream()
                .filter(element -> element.localName().equals(localName))
                .toList();
    }

    /** The elements directly below the root. */
    List<Element> top() {
        return elements.stream().filter(element -> element.depth() == 1).toList();
    }

    /** The first element of that name directly below the root. */
    @Nullable Element top(String localName) {
        return top().stream()
                .filter(element -> element.localName().equals(localName))
                .findFirst()
                .orElse(null);
    }

    /** How many elements of that name stand directly in {@code parent}. */
    int count(Element parent, String localName) {
        return (int) elements.stream()
                .filter(element -> element.depth() == parent.depth() + 1
                        && element.start() > parent.start()
                        && element.end() <= parent.close()
                        && element.localName().equals(localName))
                .count();
    }

    /** The text between the tags of {@code element}, entities and all. */
    String inside(Element element) {
        return text.substring(element.startEnd(), element.close());
    }

    /** The value of an attribute as written, entities and all; absent if there is none. */
    @Nullable String attribute(Element element, String name) {
        Matcher found = attributeOf(element, name);
        return found.find() ? found.group(2) : null;
    }

    /** The {@code r:id} of an element, whatever the prefix is here. */
    @Nullable String reference(Element element) {
        Matcher found = REFERENCE.matcher(text.substring(element.start(), element.startEnd()));
        return found.find() ? found.group(2) : null;
    }

    private Matcher attributeOf(Element element, String name) {
        Pattern pattern = Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL);
        return pattern.matcher(text.substring(element.start(), element.startEnd()));
    }

    void setAttribute(Element element, String name, String value) {
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

    void remove(Element element) {
        changes.add(new Change(element.start(), element.end(), ""));
    }

    /** Puts {@code added} behind all that is in {@code element}; at most once for each element. */
    void append(Element element, String added) {
        if (element.isSelfClosed()) {
            changes.add(
                    new Change(element.startEnd() - 2, element.startEnd(), ">" + added + "</" + element.name() + ">"));
        } else {
            insert(element.close(), added);
        }
    }

    /** Puts {@code added} before all that is in {@code element}. */
    void prepend(Element element, String added) {
        if (element.isSelfClosed()) {
            append(element, added);
        } else {
            insert(element.startEnd(), added);
        }
    }

    /** The text with its changes. */
    String changed() {
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
