package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the styles of an .xlsx say about values: the number format and the font of each cell format. */
final class XlsxStyles {

    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<Font> fonts = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<CellFormat> cellFormats = new ArrayList<>();

    private record CellFormat(NumberFormat number, int font, int fill) {}

    /** @param colour as {@link #colour} has it; empty for the usual one */
    private record Font(String name, boolean isStruck, String colour) {}

    private static final String WHITE = "FFFFFF";

    /** Reads the part; null stands for a workbook without styles. */
    static XlsxStyles read(ZipParts parts, @Nullable String part) throws IOException, UnreadableFileException {
        XlsxStyles styles = new XlsxStyles();
        if (part != null) {
            try (XmlReader xml = parts.xml(part)) {
                styles.read(xml);
            }
        }
        return styles;
    }

    private void read(XmlReader xml) throws IOException, UnreadableFileException {
        for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
            if (event == XmlReader.Event.START && xml.depth() == 2) {
                switch (xml.name()) {
                    case "numFmts", "cellXfs", "fonts", "fills" -> {
                        // Their children are what is read.
                    }
                    default -> xml.skipElement();
                }
            } else if (event == XmlReader.Event.START && xml.depth() == 3) {
                readStyle(xml);
            }
        }
    }

    private void readStyle(XmlReader xml) throws IOException, UnreadableFileException {
        switch (xml.name()) {
            case "numFmt" -> {
                String code = xml.attribute("formatCode");
                formats.put(
                        XlsxSheet.integer(xml.attribute("numFmtId"), -1), NumberFormat.of(code == null ? "" : code));
                Budget.check(formats.size(), Limits.STYLES, "định dạng");
            }
            case "font" -> {
                fonts.add(font(xml));
                Budget.check(fonts.size(), Limits.STYLES, "phông chữ");
            }
            case "fill" -> {
                fills.add(fill(xml));
                Budget.check(fills.size(), Limits.STYLES, "màu nền");
            }
            case "xf" -> {
                int format = XlsxSheet.integer(xml.attribute("numFmtId"), 0);
                int font = XlsxSheet.integer(xml.attribute("fontId"), 0);
                // numFmts stand before cellXfs.
                NumberFormat number = formats.getOrDefault(format, NumberFormat.builtIn(format));
                int fill = XlsxSheet.integer(xml.attribute("fillId"), 0);
                cellFormats.add(new CellFormat(number, font, fill));
                Budget.check(cellFormats.size(), Limits.STYLES, "định dạng");
            }
            default -> {
                // Of no consequence for values.
            }
        }
    }

    private static Font font(XmlReader xml) throws IOException, UnreadableFileException {
        int outer = xml.depth();
        String name = "";
        boolean isStruck = false;
        String colour = "";
        for (XmlReader.Event event = xml.next(); xml.depth() >= outer; event = xml.next()) {
            if (event == XmlReader.Event.START && xml.depth() == outer + 1) {
                switch (xml.name()) {
                    case "name" -> name = name.isEmpty() ? OdsReader.orEmpty(xml.attribute("val")) : name;
                    case "strike" -> isStruck = isOn(xml);
                    case "color" -> colour = colour(xml);
                    default -> {
                        // Size, weight and the like say nothing about the value.
                    }
                }
            }
        }
        return new Font(name, isStruck, colour);
    }

    /** The colour of a fill; white for none. */
    private static String fill(XmlReader xml) throws IOException, UnreadableFileException {
        int outer = xml.depth();
        String colour = WHITE;
        boolean isSolid = false;
        for (XmlReader.Event event = xml.next(); xml.depth() >= outer; event = xml.next()) {
            if (event == XmlReader.Event.START) {
                switch (xml.name()) {
                    case "patternFill" -> {
                        isSolid = "solid".equals(xml.attribute("patternType"));
                        colour = isSolid ? "" : WHITE;
                    }
                    case "gradientFill" -> colour = "";
                    case "fgColor" -> colour = isSolid ? colour(xml) : colour;
                    default -> {
                        // Of no consequence for a single colour.
                    }
                }
            }
        }
        return colour;
    }

    /** A colour as six hexadecimal digits, white also where a palette or theme says so; empty for any other. */
    private static String colour(XmlReader xml) {
        String rgb = xml.attribute("rgb");
        if (rgb != null) {
            return rgb.length() == 8 ? rgb.substring(2).toUpperCase(Locale.ROOT) : rgb.toUpperCase(Locale.ROOT);
        }
        boolean isWhite = "0".equals(xml.attribute("theme")) && xml.attribute("tint") == null;
        String indexed = xml.attribute("indexed");
        return isWhite || "1".equals(indexed) || "9".equals(indexed) ? WHITE : "";
    }

    /** Whether a property that needs no value, such as {@code <strike/>}, is on. */
    static boolean isOn(XmlReader xml) {
        String value = xml.attribute("val");
        return value == null || XlsxPackage.isTrue(value);
    }

    /** Whether {@code vertAlign} moves characters out of the line. */
    static boolean isRaised(XmlReader xml) {
        String value = xml.attribute("val");
        return "superscript".equals(value) || "subscript".equals(value);
    }

    /** What a reader sees of a whole cell in this format that is struck out, or in the colour of its ground. */
    Grid.@Nullable Shown shown(int style) {
        if (style < 0 || style >= cellFormats.size()) {
            return null;
        }
        CellFormat format = cellFormats.get(style);
        if (format.font() < 0 || format.font() >= fonts.size()) {
            return null;
        }
        Font font = fonts.get(format.font());
        if (font.isStruck()) {
            return new Grid.Shown(Grid.Manner.STRUCK, "");
        }
        String ground = format.fill() >= 0 && format.fill() < fills.size() ? fills.get(format.fill()) : WHITE;
        boolean isSeen = font.colour().isEmpty() || !font.colour().equals(ground);
        return isSeen ? null : new Grid.Shown(Grid.Manner.HIDDEN, "");
    }

    /** How numbers with this cell format are shown. */
    NumberFormat numberFormat(int style) {
        return style >= 0 && style < cellFormats.size() ? cellFormats.get(style).number() : NumberFormat.PLAIN;
    }

    /** The font of this cell format; null if it is not known. */
    @Nullable String font(int style) {
        int cellFormat = style < 0 ? 0 : style;
        if (cellFormat >= cellFormats.size()) {
            return null;
        }
        int font = cellFormats.get(cellFormat).font();
        return font < 0 || font >= fonts.size() ? null : fonts.get(font).name();
    }

    /** All fonts that the workbook knows. */
    List<String> fonts() {
        return fonts.stream().map(Font::name).toList();
    }
}
