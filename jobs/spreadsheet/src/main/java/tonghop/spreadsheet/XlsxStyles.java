package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the styles of an .xlsx say about values: the number format and the font of each cell format. */
final class XlsxStyles {

    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<String> fonts = new ArrayList<>();
    private final List<CellFormat> cellFormats = new ArrayList<>();

    private record CellFormat(NumberFormat number, int font) {}

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
                    case "numFmts", "cellXfs", "fonts" -> {
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
                fonts.add(fontName(xml));
                Budget.check(fonts.size(), Limits.STYLES, "phông chữ");
            }
            case "xf" -> {
                int format = XlsxSheet.integer(xml.attribute("numFmtId"), 0);
                int font = XlsxSheet.integer(xml.attribute("fontId"), 0);
                // numFmts stand before cellXfs.
                NumberFormat number = formats.getOrDefault(format, NumberFormat.builtIn(format));
                cellFormats.add(new CellFormat(number, font));
                Budget.check(cellFormats.size(), Limits.STYLES, "định dạng");
            }
            default -> {
                // Of no consequence for values.
            }
        }
    }

    private static String fontName(XmlReader xml) throws IOException, UnreadableFileException {
        int outer = xml.depth();
        String name = "";
        for (XmlReader.Event event = xml.next(); xml.depth() >= outer; event = xml.next()) {
            if (event == XmlReader.Event.START
                    && xml.depth() == outer + 1
                    && xml.name().equals("name")) {
                String value = xml.attribute("val");
                name = name.isEmpty() && value != null ? value : name;
            }
        }
        return name;
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
        return font < 0 || font >= fonts.size() ? null : fonts.get(font);
    }

    /** All fonts that the workbook knows. */
    List<String> fonts() {
        return fonts;
    }
}
