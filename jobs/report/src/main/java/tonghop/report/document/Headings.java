package tonghop.report.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Which paragraphs of a document are headings, and of which level: what Word calls the outline level. */
final class Headings {

    /** The level of what is no heading. */
    static final int BODY = 9;

    private final Map<String, Element> styles = new HashMap<>();

    /** The headings of a document with these styles; absent: a document without a style sheet. */
    Headings(@Nullable Element sheet) {
        if (sheet != null) {
            WordXml.all(sheet, "style")
                    .forEach(style -> styles.put(style.getAttributeNS(style.getNamespaceURI(), "styleId"), style));
        }
    }

    /** 0 for the highest level, {@link #BODY} for what is no heading. */
    int level(Element paragraph) {
        Optional<Element> properties = WordXml.child(paragraph, "pPr");
        return properties
                .flatMap(own -> WordXml.value(own, "outlineLvl"))
                .or(() ->
                        properties.flatMap(own -> WordXml.value(own, "pStyle")).flatMap(style -> ofStyle(style, 0)))
                .map(Integer::parseInt)
                .orElse(BODY);
    }

    private Optional<String> ofStyle(String id, int depth) {
        Element style = styles.get(id);
        if (style == null || depth > styles.size()) {
            return Optional.empty();
        }
        return WordXml.child(style, "pPr")
                .flatMap(properties -> WordXml.value(properties, "outlineLvl"))
                .or(() -> WordXml.value(style, "basedOn").flatMap(base -> ofStyle(base, depth + 1)));
    }
}
