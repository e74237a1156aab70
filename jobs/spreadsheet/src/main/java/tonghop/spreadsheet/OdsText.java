package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that a cell of an .ods shows, in its paragraphs; notes and drawings at the cell are left out. */
final class OdsText {

    private final XmlReader xml;
    private final OdsStyles styles;
    private final @Nullable String cellStyle;
    private final List<RichText.Run> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private @Nullable String span;
    private int length;

    OdsText(XmlReader xml, OdsStyles styles, @Nullable String cellStyle) {
        this.xml = xml;
        this.styles = styles;
        this.cellStyle = cellStyle;
    }

    String plain() {
        return typeset().plain();
    }

    RichText typeset() {
        return new RichText(runs.isEmpty() ? List.of(new RichText.Run("", null)) : runs);
    }

    /** Reads to the end of the cell just started. */
    void read() throws IOException, UnreadableFileException {
        int outer = xml.depth();
        boolean isParagraph = false;
        int paragraphs = 0;
        while (true) {
            XmlReader.Event event = xml.next();
            if (event == XmlReader.Event.TEXT && isParagraph) {
                add(xml.text());
            } else if (event == XmlReader.Event.END) {
                if (xml.depth() < outer) {
                    endRun();
                    return;
                }
                isParagraph &= !xml.name().equals("p");
                if (xml.name().equals("span")) {
                    endRun();
                    span = null;
                }
            } else if (event == XmlReader.Event.START) {
                if (xml.namespace().equals(OdsReader.TEXT)) {
                    if (xml.name().equals("p")) {
                        isParagraph = true;
                        add(paragraphs++ > 0 ? "\n" : "");
                    }
                    start();
                } else {
                    xml.skipElement();
                }
            }
        }
    }

    private void start() throws UnreadableFileException {
        switch (xml.name()) {
            case "s" -> add(" ".repeat(Math.min(XlsxSheet.integer(xml.attribute(OdsReader.TEXT, "c"), 1), 1000)));
            case "tab" -> add("\t");
            case "line-break" -> add("\n");
            case "span" -> {
                endRun();
                span = xml.attribute(OdsReader.TEXT, "style-name");
            }
            default -> {
                // Links and the like: their text counts.
            }
        }
    }

    private void add(String text) throws UnreadableFileException {
        run.append(text);
        length += text.length();
        Budget.check(length, Limits.CELL_CHARACTERS, "ký tự");
    }

    private void endRun() {
        if (!run.isEmpty()) {
            runs.add(styles.run(run.toString(), span, cellStyle));
            run.setLength(0);
        }
    }
}
