package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.FindingCode;

/** Reads .ods in one pass over its content. Rows and cells that are repeated without content cost nothing. */
final class OdsReader {

    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private final XmlReader xml;
    private final Budget budget;
    private final OdsStyles styles;
    private final Set<String> hiddenTables = new HashSet<>();
    private final List<GridBuilder> grids = new ArrayList<>();

    private OdsReader(XmlReader xml, OdsStyles styles, Budget budget) {
        this.xml = xml;
        this.styles = styles;
        this.budget = budget;
    }

    static List<GridBuilder> read(ZipParts parts, Budget budget) throws IOException, UnreadableFileException {
        if (parts.has("META-INF/manifest.xml")) {
            requireOpen(parts);
        }
        OdsStyles styles = new OdsStyles();
        if (parts.has("styles.xml")) {
            try (XmlReader xml = parts.xml("styles.xml")) {
                readStyles(xml, styles);
            }
        }
        try (XmlReader xml = parts.xml("content.xml")) {
            OdsReader reader = new OdsReader(xml, styles, budget);
            reader.read();
            return reader.grids;
        }
    }

    private static void requireOpen(ZipParts parts) throws IOException, UnreadableFileException {
        try (XmlReader xml = parts.xml("META-INF/manifest.xml")) {
            for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
                if (event == XmlReader.Event.START && xml.name().equals("encryption-data")) {
                    throw new UnreadableFileException(FindingCode.PASSWORD_PROTECTED);
                }
            }
        }
    }

    /** The styles that all parts share. */
    private static void readStyles(XmlReader xml, OdsStyles styles) throws IOException, UnreadableFileException {
        for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
            if (event == XmlReader.Event.START) {
                styles.take(xml);
            }
        }
    }

    private void read() throws IOException, UnreadableFileException {
        String style = "";
        boolean isSpreadsheet = false;
        for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
            if (event == XmlReader.Event.START) {
                styles.take(xml);
                switch (xml.name()) {
                    case "spreadsheet" -> isSpreadsheet = true;
                    case "style" -> style = orEmpty(xml.attribute(STYLE, "name"));
                    case "table-properties" -> hideTable(style);
                    case "tracked-changes", "dde-links" -> xml.skipElement();
                    case "table" -> readTable();
                    default -> {
                        // What surrounds the tables.
                    }
                }
            }
        }
        if (!isSpreadsheet) {
            throw UnreadableFileException.damaged("content.xml");
        }
    }

    private void hideTable(String style) {
        if ("false".equals(xml.attribute(TABLE, "display"))) {
            hiddenTables.add(style);
        }
    }

    private void readTable() throws IOException, UnreadableFileException {
        Budget.check(grids.size() + 1L, Limits.SHEETS, "trang");
        boolean isHidden = hiddenTables.contains(orEmpty(xml.attribute(TABLE, "style-name")));
        GridBuilder grid = new GridBuilder(orEmpty(xml.attribute(TABLE, "name")), isHidden, budget);
        grids.add(grid);
        new OdsTable(xml, grid, styles, budget).read();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
