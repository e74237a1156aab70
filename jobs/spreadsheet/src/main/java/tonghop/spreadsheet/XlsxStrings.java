package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The strings that the sheets of an .xlsx share. */
final class XlsxStrings {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<RichText> strings = new ArrayList<>();

    /** Reads the part; null stands for a workbook without shared strings. */
    static XlsxStrings read(ZipParts parts, @Nullable String part, Budget budget)
            throws IOException, UnreadableFileException {
        XlsxStrings read = new XlsxStrings();
        if (part == null) {
            return read;
        }
        try (XmlReader xml = parts.xml(part)) {
            for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
                if (event == XmlReader.Event.START && xml.name().equals("si") && xml.depth() == 2) {
                    RichText string = item(xml);
                    read.strings.add(string);
                    Budget.check(read.strings.size(), Limits.SHARED_STRINGS, "chuỗi ký tự");
                    budget.addText(string.plain().length());
                }
            }
        }
        return read;
    }

    /** The string of that number. */
    RichText get(int index) throws UnreadableFileException {
        if (index < 0 || index >= strings.size()) {
            throw UnreadableFileException.damaged("sharedStrings " + index);
        }
        return strings.get(index);
    }

    int size() {
        return strings.size();
    }

    /** Reads {@code si} or {@code is}, just started: text, or runs of text with fonts; phonetic hints are left out. */
    static RichText item(XmlReader xml) throws IOException, UnreadableFileException {
        int outer = xml.depth();
        List<RichText.Run> runs = new ArrayList<>();
        String font = null;
        boolean isStruck = false;
        boolean isRaised = false;
        while (true) {
            XmlReader.Event event = xml.next();
            if (event == XmlReader.Event.END) {
                if (xml.depth() < outer) {
                    return new RichText(runs.isEmpty() ? List.of(new RichText.Run("", null)) : runs);
                }
            } else if (event == XmlReader.Event.START) {
                switch (xml.name()) {
                    case "r" -> {
                        font = null;
                        isStruck = false;
                        isRaised = false;
                    }
                    case "rFont" -> font = xml.attribute("val");
                    case "strike" -> isStruck = XlsxStyles.isOn(xml);
                    case "vertAlign" -> isRaised = XlsxStyles.isRaised(xml);
                    case "t" ->
                        runs.add(new RichText.Run(
                                unescape(xml.elementText()), font, RichText.Look.of(isStruck, isRaised)));
                    case "rPh", "phoneticPr", "extLst" -> xml.skipElement();
                    default -> {
                        // Bold, colour and the like say nothing about the text.
                    }
                }
                Budget.check(runs.size(), Limits.CELL_CHARACTERS, "đoạn chữ");
            }
        }
    }

    /** {@code _x000A_} stands for a character that XML has no place for (ECMA-376 part 1, 22.9.2.19). */
    static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16))));
    }
}
