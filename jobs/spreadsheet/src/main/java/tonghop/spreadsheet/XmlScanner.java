package tonghop.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of workbooks in one pass: elements, attributes and text, with namespaces. Several times faster than the
 * parsers that come with Java, which on small files is most of the work.
 *
 * <p>Not for XML at large: a document type is refused, and with it every entity but the five that XML itself has; so
 * nothing is ever fetched or multiplied. Text that is not well-formed is refused as far as it can do harm.
 */
final class XmlScanner implements Closeable {

    /** What {@link #next} found. */
    enum Event {
        START,
        END,
        TEXT,
        DONE
    }

    private static final boolean[] IN_NAMES = new boolean[0x80];

    static {
        for (char c = 0; c < IN_NAMES.length; c++) {
            IN_NAMES[c] = Character.isLetterOrDigit(c) || ":_-.".indexOf(c) >= 0;
        }
    }

    private final XmlSource in;
    private final XmlNames names = new XmlNames();
    private String prefix = "";
    private String name = "";

    private final String[] open = new String[Limits.XML_DEPTH];
    private int depth;
    private boolean isEmptyElement;
    private boolean hasRoot;

    private final XmlAttributes attributes = new XmlAttributes();
    private final XmlNamespaces namespaces = new XmlNamespaces();

    private final XmlText text = new XmlText();

    XmlScanner(InputStream in, Budget budget) throws IOException, UnreadableFileException {
        this.in = new XmlSource(in, budget);
    }

    /** The next piece; {@code DONE} after the root element, when all bytes have been seen. */
    Event next() throws IOException, UnreadableFileException {
        if (isEmptyElement) {
            isEmptyElement = false;
            return end();
        }
        text.clear();
        while (true) {
            int c = in.read();
            if (c < 0) {
                return done();
            }
            if (c != '<') {
                readText(c);
                if (depth > 0) {
                    return Event.TEXT;
                }
                requireBlank();
                continue;
            }
            c = in.read();
            if (c == '/') {
                return endTag();
            }
            if (c != '!' && c != '?') {
                return startTag(c);
            }
            if (c == '?') {
                in.skipTo("?>");
            } else if (isCdata()) {
                readCdata();
                return Event.TEXT;
            }
        }
    }

    /** The local name of the element of the last START or END. */
    String name() {
        return name;
    }

    /** The namespace of the element of the last START. */
    String namespace() {
        return namespaces.of(prefix);
    }

    /** How many elements are open, that of the last START included. */
    int depth() {
        return depth;
    }

    /** An attribute without a prefix; null if there is none. */
    @Nullable String attribute(String local) {
        int index = attributes.find("", local);
        return index < 0 ? null : attributes.value(index);
    }

    /** An attribute with a prefix that stands for {@code namespace}; null if there is none. */
    @Nullable String attribute(String namespace, String local) {
        for (int index = attributes.find(local, 0); index >= 0; index = attributes.find(local, index + 1)) {
            String of = attributes.prefix(index);
            if (!of.isEmpty() && namespaces.of(of).equals(namespace)) {
                return attributes.value(index);
            }
        }
        return null;
    }

    /** Attributes by position, without making text of them. */
    XmlAttributes attributes() {
        return attributes;
    }

    /** The text of the last TEXT. */
    String text() {
        return text.toString();
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

    private Event done() throws UnreadableFileException {
        if (depth > 0 || !hasRoot) {
            throw XmlSource.damaged();
        }
        return Event.DONE;
    }

    private Event end() {
        name = open[--depth];
        namespaces.close(depth);
        return Event.END;
    }

    private Event endTag() throws IOException, UnreadableFileException {
        int after = readName(in.read());
        after = in.afterBlanks(after);
        if (after != '>' || depth == 0 || !name.equals(open[depth - 1])) {
            throw XmlSource.damaged();
        }
        return end();
    }

    private Event startTag(int first) throws IOException, UnreadableFileException {
        if (depth == 0 && hasRoot) {
            throw XmlSource.damaged();
        }
        int c = readName(first);
        String elementPrefix = prefix;
        String elementName = name;
        attributes.clear();
        c = in.afterBlanks(c);
        while (c != '>' && c != '/') {
            c = readAttribute(c);
        }
        if (c == '/') {
            if (in.read() != '>') {
                throw XmlSource.damaged();
            }
            isEmptyElement = true;
        }
        if (depth == Limits.XML_DEPTH) {
            throw XmlSource.damaged();
        }
        hasRoot = true;
        prefix = elementPrefix;
        name = elementName;
        open[depth++] = elementName;
        return Event.START;
    }

    private int readAttribute(int first) throws IOException, UnreadableFileException {
        int c = readName(first);
        String attributePrefix = prefix;
        String attributeName = name;
        c = in.afterBlanks(c);
        if (c != '=') {
            throw XmlSource.damaged();
        }
        int quote = in.read();
        quote = in.afterBlanks(quote);
        if (quote != '"' && quote != '\'') {
            throw XmlSource.damaged();
        }
        attributes.begin(attributePrefix, attributeName);
        for (c = in.read(); c != quote; c = in.read()) {
            if (c < 0 || c == '<') {
                throw XmlSource.damaged();
            }
            int shown = c == '&' ? in.entity() : XmlSource.isBlank(c) ? ' ' : c;
            if (Character.isSupplementaryCodePoint(shown)) {
                attributes.add(Character.highSurrogate(shown));
                attributes.add(Character.lowSurrogate(shown));
            } else {
                attributes.add((char) shown);
            }
        }
        if (attributes.end() > Limits.XML_ATTRIBUTES) {
            throw XmlSource.damaged();
        }
        declare(attributePrefix, attributeName);
        c = in.read();
        c = in.afterBlanks(c);
        return c;
    }

    private void declare(String attributePrefix, String attributeName) throws UnreadableFileException {
        boolean isDefault = attributePrefix.isEmpty() && attributeName.equals("xmlns");
        if (isDefault || attributePrefix.equals("xmlns")) {
            namespaces.declare(isDefault ? "" : attributeName, attributes.lastValue(), depth);
        }
    }

    /** Reads a name, its first character given, into {@link #prefix} and {@link #name}; returns what follows it. */
    private int readName(int first) throws IOException, UnreadableFileException {
        int c = first;
        names.clear();
        while (isNameCharacter(c)) {
            names.add(c);
            c = in.read();
        }
        if (!names.isName()) {
            throw XmlSource.damaged();
        }
        prefix = names.prefix();
        name = names.local();
        return c;
    }

    private static boolean isNameCharacter(int c) {
        return c >= 0x80 || (c >= 0 && IN_NAMES[c]);
    }

    private void readText(int first) throws IOException, UnreadableFileException {
        int c = first;
        while (c >= 0) {
            if (c == '<') {
                in.back();
                return;
            }
            text.add(c == '&' ? in.entity() : c == '\r' ? in.lineEnd() : c);
            c = in.read();
        }
    }

    private void requireBlank() throws UnreadableFileException {
        if (!text.isBlank()) {
            throw XmlSource.damaged();
        }
        text.clear();
    }

    /** After {@code <!}: whether character data follows; passes a comment, refuses a document type. */
    private boolean isCdata() throws IOException, UnreadableFileException {
        int c = in.read();
        if (c == '-' && in.read() == '-') {
            in.skipTo("-->");
            return false;
        }
        if (c == '[' && depth > 0) {
            for (char expected : "CDATA[".toCharArray()) {
                if (in.read() != expected) {
                    throw XmlSource.damaged();
                }
            }
            return true;
        }
        throw XmlSource.damaged();
    }

    private void readCdata() throws IOException, UnreadableFileException {
        int brackets = 0;
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw XmlSource.damaged();
            }
            if (c == '>' && brackets >= 2) {
                text.dropTwo();
                return;
            }
            brackets = c == ']' ? brackets + 1 : 0;
            text.add(c);
        }
    }
}
