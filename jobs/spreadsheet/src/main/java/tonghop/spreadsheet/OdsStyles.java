package tonghop.spreadsheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.spreadsheet.text.LegacyEncoding;

/** What the styles of an .ods say about values: how cells, parts of texts, rows and columns look. */
final class OdsStyles {

    private static final String FORMATTING = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static final int MOST_PARENTS = 20;
    private static final String WHITE = "#ffffff";

    private final Map<String, Style> styles = new HashMap<>();
    private final OdsNumberFormats formats = new OdsNumberFormats();
    private Style current = new Style();
    private boolean hasLegacyFonts;

    /** What one style says; null for what it leaves to its parent. */
    private static final class Style {
        private @Nullable String parent;
        private @Nullable String format;
        private @Nullable String legacyFont;
        private @Nullable Boolean isStruck;
        private @Nullable Boolean isRaised;
        private @Nullable String colour;
        private @Nullable String ground;
        private boolean isNone;
    }

    /** Takes the element just started, if it is of a style. */
    void take(XmlReader xml) throws IOException, UnreadableFileException {
        if (xml.namespace().equals(OdsNumberFormats.NUMBER) || xml.name().equals("map")) {
            formats.take(xml);
            return;
        }
        switch (xml.name()) {
            case "style", "default-style" -> begin(xml);
            case "text-properties" -> takeText(xml);
            case "table-cell-properties" -> current.ground = xml.attribute(FORMATTING, "background-color");
            case "table-row-properties" -> current.isNone = isNone(xml.attribute(OdsReader.STYLE, "row-height"));
            case "table-column-properties" -> current.isNone = isNone(xml.attribute(OdsReader.STYLE, "column-width"));
            default -> {
                // Of no consequence for values.
            }
        }
    }

    private void begin(XmlReader xml) throws UnreadableFileException {
        current = new Style();
        String family = OdsReader.orEmpty(xml.attribute(OdsReader.STYLE, "family"));
        String parent = xml.attribute(OdsReader.STYLE, "parent-style-name");
        current.parent = parent == null ? null : family + "/" + parent;
        current.format = xml.attribute(OdsReader.STYLE, "data-style-name");
        styles.put(family + "/" + OdsReader.orEmpty(xml.attribute(OdsReader.STYLE, "name")), current);
        Budget.check(styles.size(), Limits.STYLES, "định dạng");
    }

    private void takeText(XmlReader xml) {
        String font = xml.attribute(OdsReader.STYLE, "font-name");
        if (font != null && LegacyEncoding.ofFont(font).isPresent()) {
            current.legacyFont = font;
            hasLegacyFonts = true;
        }
        String line = xml.attribute(OdsReader.STYLE, "text-line-through-style");
        String type = line == null ? xml.attribute(OdsReader.STYLE, "text-line-through-type") : line;
        current.isStruck = type == null ? null : !type.equals("none");
        String position = xml.attribute(OdsReader.STYLE, "text-position");
        current.isRaised = position == null ? null : !position.matches("0(?:\\.0*)?%.*");
        current.colour = xml.attribute(FORMATTING, "color");
    }

    /** Whether a length such as {@code 0cm} is nought. */
    private static boolean isNone(@Nullable String length) {
        return length != null && length.matches("0+(?:\\.0*)?[a-z]*");
    }

    boolean hasLegacyFonts() {
        return hasLegacyFonts;
    }

    /** Whether a row or column of this style has no height or width. */
    boolean isNone(String family, @Nullable String name) {
        Style style = styles.get(family + "/" + name);
        return style != null && style.isNone;
    }

    NumberFormat numberFormat(@Nullable String cell) {
        Style style = resolved("table-cell", cell);
        return style.format == null ? NumberFormat.PLAIN : formats.get(style.format);
    }

    /** What a reader sees of a whole cell of this style that is struck out, or in the colour of its ground. */
    Grid.@Nullable Shown shown(@Nullable String cell) {
        Style style = resolved("table-cell", cell);
        if (Boolean.TRUE.equals(style.isStruck)) {
            return new Grid.Shown(Grid.Manner.STRUCK, "");
        }
        String ground = style.ground == null || style.ground.equals("transparent") ? WHITE : style.ground;
        boolean isSeen =
                style.colour == null || !style.colour.toLowerCase(Locale.ROOT).equals(ground);
        return isSeen ? null : new Grid.Shown(Grid.Manner.HIDDEN, "");
    }

    /** A part of a cell's text, in the font and look of its own style where it has one, and of the cell otherwise. */
    RichText.Run run(String text, @Nullable String span, @Nullable String cell) {
        Style own = resolved("text", span);
        Style around = resolved("table-cell", cell);
        boolean isStruck = own.isStruck == null ? Boolean.TRUE.equals(around.isStruck) : own.isStruck;
        boolean isRaised = own.isRaised == null ? Boolean.TRUE.equals(around.isRaised) : own.isRaised;
        String font = own.legacyFont == null ? around.legacyFont : own.legacyFont;
        return new RichText.Run(text, font, RichText.Look.of(isStruck, isRaised));
    }

    /** A style with what its parents say where it says nothing. */
    private Style resolved(String family, @Nullable String name) {
        Style whole = new Style();
        String next = family + "/" + name;
        for (int generation = 0; generation < MOST_PARENTS && next != null; generation++) {
            Style style = styles.get(next);
            if (style == null) {
                return whole;
            }
            whole.format = whole.format == null ? style.format : whole.format;
            whole.legacyFont = whole.legacyFont == null ? style.legacyFont : whole.legacyFont;
            whole.isStruck = whole.isStruck == null ? style.isStruck : whole.isStruck;
            whole.isRaised = whole.isRaised == null ? style.isRaised : whole.isRaised;
            whole.colour = whole.colour == null ? style.colour : whole.colour;
            whole.ground = whole.ground == null ? style.ground : whole.ground;
            next = style.parent;
        }
        return whole;
    }
}
