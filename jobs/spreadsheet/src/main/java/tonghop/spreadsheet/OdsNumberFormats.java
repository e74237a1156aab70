package tonghop.spreadsheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number formats of an .ods, put into the codes that other formats have for them. */
final class OdsNumberFormats {

    static final String NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";

    private static final int MOST_PLACES = 30;

    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, NumberFormat> formats = new HashMap<>();
    private Code current = new Code(false);

    /** A format while it is read: its sections by condition, and what it is for all other numbers. */
    private static final class Code {
        private final boolean isPercent;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, String> conditions = new LinkedHashMap<>();
        private int whole;

        Code(boolean isPercent) {
            this.isPercent = isPercent;
        }
    }

    /** Takes an element of a number format, just started. */
    void take(XmlReader xml) throws IOException, UnreadableFileException {
        switch (xml.name()) {
            case "number-style", "currency-style", "percentage-style", "text-style" -> {
                current = new Code(xml.name().equals("percentage-style"));
                codes.put(OdsReader.orEmpty(xml.attribute(OdsReader.STYLE, "name")), current);
                Budget.check(codes.size(), Limits.STYLES, "định dạng");
            }
            case "date-style", "time-style", "boolean-style" -> current = new Code(false);
            case "number" -> takeNumber(xml);
            case "scientific-number" -> current.text.append("0E+0");
            case "fraction" -> current.text.append("# ?/?");
            case "text-content" -> current.text.append('@');
            case "text" -> write(xml.elementText());
            case "embedded-text" -> embed(xml);
            case "map" -> takeCondition(xml);
            default -> {
                // Signs of money, what fills a cell, parts of dates.
            }
        }
    }

    private void write(String text) {
        if (current.isPercent && text.strip().equals("%")) {
            current.text.append('%');
            return;
        }
        for (int index = 0; index < text.length(); index++) {
            current.text.append('\\').append(text.charAt(index));
        }
    }

    private void takeNumber(XmlReader xml) {
        String decimals = xml.attribute(NUMBER, "decimal-places");
        String factor = OdsReader.orEmpty(xml.attribute(NUMBER, "display-factor"));
        int zeros = factor.matches("10*") ? factor.length() - 1 : 0;
        int places = Math.min(MOST_PLACES, XlsxSheet.integer(decimals, 0));
        current.whole = current.text.length();
        if (decimals == null && zeros == 0) {
            current.text.append("General");
        } else {
            current.text.append('0').append(places == 0 ? "" : "." + "0".repeat(places));
            current.text.append(",".repeat(zeros / 3));
        }
    }

    /** Text between digits: so many places from the right, within the number just taken. */
    private void embed(XmlReader xml) throws IOException, UnreadableFileException {
        int places = Math.min(MOST_PLACES, XlsxSheet.integer(xml.attribute(NUMBER, "position"), 0));
        String text = xml.elementText();
        StringBuilder before = new StringBuilder("#");
        for (int index = 0; index < text.length(); index++) {
            before.append('\\').append(text.charAt(index));
        }
        before.append("#".repeat(Math.max(0, places - 1)));
        if (current.text.indexOf("General", current.whole) == current.whole) {
            current.text.replace(current.whole, current.whole + "General".length(), "0");
        }
        current.text.insert(current.whole, before);
    }

    private void takeCondition(XmlReader xml) {
        String condition = OdsReader.orEmpty(xml.attribute(OdsReader.STYLE, "condition"));
        String other = OdsReader.orEmpty(xml.attribute(OdsReader.STYLE, "apply-style-name"));
        if (condition.startsWith("value()") && !other.isEmpty()) {
            current.conditions.put(condition.substring("value()".length()), other);
        }
    }

    /** The format of that name; plain for one of dates, or that is not known. */
    NumberFormat get(String name) {
        return formats.computeIfAbsent(name, none -> read(codes.get(none)));
    }

    private NumberFormat read(@Nullable Code code) {
        if (code == null) {
            return NumberFormat.PLAIN;
        }
        StringBuilder all = new StringBuilder();
        code.conditions.forEach((condition, other) -> {
            Code section = codes.get(other);
            all.append('[').append(condition.replace("!=", "<>")).append(']');
            all.append(section == null ? "General" : section.text).append(';');
        });
        // An empty code would be the usual format; a format without anything in it shows nothing.
        return NumberFormat.of(
                all.append(code.text.isEmpty() ? "\"\"" : code.text).toString());
    }
}
