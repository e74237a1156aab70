package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that a cell of an .ods shows, in its paragraphs; notes and drawings at the cell are left out. */
final class OdsText {

    private final XmlReader xml;
    private final OdsFonts fonts;
    private final @Nullable String cellFont;
    private final List<RichText.Run> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private @Nullable String font;
    private int length;

    OdsText(XmlReader xml, OdsFonts fonts, @Nullable String cellFont) {
        this.xml = xml;
        this.fonts = fonts;
        this.cellFont = cellFont;
        this.font = cellFont;
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
                    font = cellFont;
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
                String own = fonts.of(xml.attribute(OdsReader.TEXT, "style-name"));
                font = own == null ? cellFont : own;
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
            runs.add(new RichText.Run(run.toString(), font));
            run.setLength(0);
        }
    }
}
