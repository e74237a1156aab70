package tonghop.spreadsheet;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.spreadsheet.text.LegacyEncoding;

/** Which styles of an .ods are in a font with an encoding of its own. */
final class OdsFonts {

    private final Map<String, String> legacy = new HashMap<>();

    /** Takes the font from the text properties just started, which belong to {@code style}. */
    void add(String style, XmlReader xml) {
        String font = xml.attribute(OdsReader.STYLE, "font-name");
        if (LegacyEncoding.ofFont(font).isPresent() && font != null) {
            legacy.put(style, font);
        }
    }

    boolean isEmpty() {
        return legacy.isEmpty();
    }

    /** The legacy font of a style; null if it has none. */
    @Nullable String of(@Nullable String style) {
        return style == null ? null : legacy.get(style);
    }
}
