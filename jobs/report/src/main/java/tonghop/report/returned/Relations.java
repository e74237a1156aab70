package tonghop.report.returned;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a part refers to: its {@code _rels/….rels}. */
final class Relations {

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
    Relations(Parts parts, String source) {
        this.parts = parts;
        this.source = source;
        int name = source.lastIndexOf('/') + 1;
        this.part = source.substring(0, name) + "_rels/" + source.substring(name) + ".rels";
    }

    /** The part that is referred to as {@code id}. */
    Optional<String> byId(String id) throws IOException {
        return find("Id", id);
    }

    /** The first part of a kind, such as {@code comments}, whatever edition of the standard names it. */
    Optional<String> byKind(String kind) throws IOException {
        return find(null, kind);
    }

    private Optional<String> find(@Nullable String attribute, String wanted) throws IOException {
        if (!parts.has(part)) {
            return Optional.empty();
        }
        Xml xml = Xml.of(parts.text(part), (name, depth) -> true);
        for (Xml.Element relation : xml.elements("Relationship")) {
            String value = String.valueOf(xml.attribute(relation, attribute == null ? "Type" : attribute));
            boolean isIt = attribute == null ? value.endsWith("/" + wanted) : value.equals(wanted);
            String target = xml.attribute(relation, "Target");
            if (isIt && target != null && !"External".equals(xml.attribute(relation, "TargetMode"))) {
                return Optional.of(resolved(XmlText.plain(target)));
            }
        }
        return Optional.empty();
    }

    private String resolved(String target) {
        Deque<String> path = new ArrayDeque<>();
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        String whole = target.startsWith("/") ? target : folder + target;
        for (String step : whole.split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        String name = String.join("/", path);
        return parts.has(name) ? name : URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Refers no longer to a part, and leaves that part out of the workbook. */
    void remove(String id) throws IOException {
        String target = byId(id).orElse("");
        Xml xml = Xml.of(parts.text(part), (name, depth) -> true);
        xml.elements("Relationship").stream()
                .filter(relation -> id.equals(xml.attribute(relation, "Id")))
                .forEach(xml::remove);
        parts.change(part, xml.changed());
        Xml types = Xml.of(parts.text(Book.CONTENT_TYPES), (name, depth) -> true);
        types.elements("Override").stream()
                .filter(type -> ("/" + target).equals(types.attribute(type, "PartName")))
                .forEach(types::remove);
        parts.change(Book.CONTENT_TYPES, types.changed());
        parts.remove(target);
        parts.remove(new Relations(parts, target).part);
    }

    /**
     * Refers to a part of ours.
     *
     * @return the id of the reference
     */
    String add(String type, String target) throws IOException {
        if (!parts.has(part)) {
            parts.add(part, EMPTY);
        }
        Xml xml = Xml.of(parts.text(part), (name, depth) -> true);
        String id = "rIdTonghop1";
        for (int number = 2; byId(id).isPresent(); number++) {
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
