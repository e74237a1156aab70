package tonghop.spreadsheet;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a part refers to: its {@code _rels/….rels}. */
public final class Relations {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"" + NAMESPACE + "\"></Relationships>";

    private final Parts parts;
    private final String source;
    private final String part;

    /**
     * The references of {@code source}.
     *
     * @param source the name of a part; empty for the whole package
     */
    public Relations(Parts parts, String source) {
        this.parts = parts;
        this.source = source;
        this.part = partOf(source);
    }

    /**
     * A reference to another part.
     *
     * @param kind the last word of its type, such as {@code worksheet}, whatever edition of the standard names it
     * @param target the name of the part
     */
    record Relation(String id, String kind, String target) {}

    /** The part that is referred to as {@code id}; empty without such a reference, or where the part is not there. */
    public String byId(@Nullable String id) throws IOException {
        return target(id).filter(parts::has).orElse("");
    }

    /**
     * The first part of a kind, such as {@code comments}, whatever edition of the standard names it; as {@link #byId}.
     */
    public String byKind(String kind) throws IOException {
        return find(relation -> relation.kind().equals(kind)).filter(parts::has).orElse("");
    }

    private Optional<String> target(@Nullable String id) throws IOException {
        return find(relation -> relation.id().equals(id));
    }

    private Optional<String> find(Predicate<Relation> wanted) throws IOException {
        if (!parts.has(part)) {
            return Optional.empty();
        }
        try (XmlReader xml = parts.xml(part)) {
            return read(xml, source, parts::has).stream()
                    .filter(wanted)
                    .map(Relation::target)
                    .findFirst();
        } catch (UnreadableFileException e) {
            throw new UneditableException("no references: " + part, e);
        }
    }

    /** The part in which the references of {@code source} stand. */
    static String partOf(String source) {
        int name = source.lastIndexOf('/') + 1;
        return source.substring(0, name) + "_rels/" + source.substring(name) + ".rels";
    }

    /**
     * Reads the references to other parts; those to what lies outside are left out.
     *
     * @param source the part whose references they are; empty for the whole package
     * @param exists whether there is a part of a name
     */
    static List<Relation> read(XmlReader xml, String source, Predicate<String> exists)
            throws IOException, UnreadableFileException {
        List<Relation> relations = new ArrayList<>();
        for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
            if (event == XmlReader.Event.START
                    && xml.name().equals("Relationship")
                    && !"External".equals(xml.attribute("TargetMode"))) {
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                String id = xml.attribute("Id");
                if (type == null || target == null || id == null) {
                    throw UnreadableFileException.damaged(partOf(source));
                }
                String kind = type.substring(type.lastIndexOf('/') + 1);
                relations.add(new Relation(id, kind, resolved(source, target, exists)));
                Budget.check(relations.size(), Limits.ZIP_ENTRIES, "tệp con");
            }
        }
        return relations;
    }

    private static String resolved(String source, String target, Predicate<String> exists) {
        Deque<String> path = new ArrayDeque<>();
        String plain = target.replace('\\', '/');
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        for (String step : (plain.startsWith("/") ? plain : folder + plain).split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        String name = String.join("/", path);
        return exists.test(name) ? name : decoded(name);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A per cent sign that stands for itself.
            return name;
        }
    }

    /** Refers no longer to a part, and leaves that part out of the workbook. */
    public void remove(String id) throws IOException {
        String target = target(id).orElse("");
        Xml xml = Xml.of(parts.text(part), (name, depth) -> true);
        xml.elements("Relationship").stream()
                .filter(relation -> id.equals(relation.attribute("Id")))
                .forEach(xml::remove);
        parts.change(part, xml.changed());
        Xml types = Xml.of(parts.text(Parts.CONTENT_TYPES), (name, depth) -> true);
        types.elements("Override").stream()
                .filter(type -> ("/" + target).equals(type.attribute("PartName")))
                .forEach(types::remove);
        parts.change(Parts.CONTENT_TYPES, types.changed());
        parts.remove(target);
        parts.remove(new Relations(parts, target).part);
    }

    /**
     * Refers to a part of ours.
     *
     * @return the id of the reference
     */
    public String add(String type, String target) throws IOException {
        if (!parts.has(part)) {
            parts.add(part, EMPTY);
        }
        Xml xml = Xml.of(parts.text(part), (name, depth) -> true);
        String id = "rIdTonghop1";
        for (int number = 2; target(id).isPresent(); number++) {
            id = "rIdTonghop" + number;
        }
        xml.append(
                xml.root(),
                "<%sRelationship Id=\"%s\" Type=\"%s\" Target=\"/%s\"/>"
                        .formatted(xml.root().prefix(), id, type, XmlText.of(target)));
        parts.change(part, xml.changed());
        return id;
    }
}
