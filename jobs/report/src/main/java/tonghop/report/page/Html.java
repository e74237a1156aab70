package tonghop.report.page;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes HTML; every text and attribute is escaped, and every element is closed in its turn. */
final class Html {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values by turns; one whose value is null is left out
     */
    Html open(String tag, @Nullable String... attributes) {
        begin(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        if (open.size() <= 2) {
            out.append('\n');
        }
        return this;
    }

    /** An element that holds nothing and has no end. */
    Html single(String tag, @Nullable String... attributes) {
        begin(tag, attributes);
        return this;
    }

    private void begin(String tag, @Nullable String... attributes) {
        out.append('<').append(tag);
        for (int index = 0; index < attributes.length; index += 2) {
            String value = attributes[index + 1];
            if (value != null) {
                out.append(' ').append(attributes[index]).append("=\"");
                escape(value);
                out.append('"');
            }
        }
        out.append('>');
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** A whole element with a text in it. */
    Html element(String tag, String text, @Nullable String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A whole element with words of the page in it. */
    Html said(String tag, String key, @Nullable String... attributes) {
        return open(tag, attributes).say(key).close();
    }

    /** Begins a part of the page under its title. */
    Html section(String id) {
        return open("section", "id", id, "aria-labelledby", id + "-title")
                .said("h2", id + ".title", "id", id + "-title");
    }

    /** A field to search with, shown where there is a script. */
    Html search(String id, String key) {
        return open("label")
                .said("span", key)
                .single("input", "id", id, "type", "search", "autocomplete", "off")
                .close();
    }

    /** Words of the page in both languages, of which the style shows one. */
    Html say(String key, Object... told) {
        return both(Bundle.vietnamese(key, told), Bundle.english(key, told));
    }

    /** A number in both languages. */
    Html number(BigDecimal value) {
        return both(Bundle.number(value, true), Bundle.number(value, false));
    }

    /** The same in both languages. */
    Html both(String vietnamese, String english) {
        if (vietnamese.equals(english)) {
            return text(vietnamese);
        }
        element("span", vietnamese, "class", "vi");
        return element("span", english, "class", "en", "lang", "en");
    }

    /** A bar that takes {@code percent} of its width; what it shows also stands beside it as text. */
    Html bar(double percent) {
        return open("svg", "class", "bar", "aria-hidden", "true")
                .open("rect", "width", percent(percent), "height", "100%")
                .close()
                .close();
    }

    static String percent(double percent) {
        return BigDecimal.valueOf(Math.round(Math.max(0, Math.min(100, percent)) * 100), 2)
                        .toPlainString() + "%";
    }

    private void escape(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(Character.isISOControl(letter) && letter != '\n' ? ' ' : letter);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
