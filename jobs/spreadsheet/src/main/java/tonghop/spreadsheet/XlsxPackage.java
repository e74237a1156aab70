package tonghop.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands where in an .xlsx or .xlsm: its sheets in order, its strings and its styles. */
final class XlsxPackage {

    private final ZipParts parts;
    private final String workbook;
    private final Map<String, Relations.Relation> relations;
    private final List<SheetPart> sheets = new ArrayList<>();
    private boolean isFrom1904;
    private boolean isPrecisionAsShown;

    /** A sheet of cells; charts and dialogues are left out. */
    record SheetPart(String name, boolean isHidden, String part) {}

    private XlsxPackage(ZipParts parts, String workbook, Map<String, Relations.Relation> relations) {
        this.parts = parts;
        this.workbook = workbook;
        this.relations = relations;
    }

    static XlsxPackage open(ZipParts parts) throws IOException, UnreadableFileException {
        String workbook = "xl/workbook.xml";
        if (parts.has("_rels/.rels")) {
            for (Relations.Relation relation : relations(parts, "").values()) {
                workbook = relation.kind().equals("officeDocument") ? relation.target() : workbook;
            }
        }
        XlsxPackage opened = new XlsxPackage(parts, workbook, relations(parts, workbook));
        opened.readWorkbook();
        return opened;
    }

    static boolean isMain(XmlReader xml) {
        return Edition.of(xml.namespace()).isPresent();
    }

    List<SheetPart> sheets() {
        return sheets;
    }

    boolean isFrom1904() {
        return isFrom1904;
    }

    /** Whether numbers are computed as they are shown, rounded. */
    boolean isPrecisionAsShown() {
        return isPrecisionAsShown;
    }

    /** The part with the shared strings, or that with the styles; null if the workbook has none. */
    @Nullable String only(String type) {
        return relations.values().stream()
                .filter(relation -> relation.kind().equals(type))
                .map(Relations.Relation::target)
                .filter(parts::has)
                .findFirst()
                .orElse(null);
    }

    private void readWorkbook() throws IOException, UnreadableFileException {
        try (XmlReader xml = parts.xml(workbook)) {
            for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
                if (event == XmlReader.Event.START && isMain(xml)) {
                    if (xml.name().equals("workbookPr")) {
                        isFrom1904 = isTrue(xml.attribute("date1904"));
                    } else if (xml.name().equals("calcPr")) {
                        String precision = xml.attribute("fullPrecision");
                        isPrecisionAsShown = precision != null && !isTrue(precision);
                    } else if (xml.name().equals("sheet") && xml.depth() == 3) {
                        addSheet(xml);
                    }
                }
            }
        }
        if (sheets.isEmpty()) {
            throw UnreadableFileException.damaged(workbook);
        }
    }

    private void addSheet(XmlReader xml) throws UnreadableFileException {
        String id = null;
        for (Edition edition : Edition.values()) {
            id = id == null ? xml.attribute(edition.relations(), "id") : id;
        }
        if (id != null && id.isEmpty()) {
            // A module of macros is listed among the sheets and has no part.
            return;
        }
        String name = xml.attribute("name");
        Relations.Relation relation = relations.get(id == null ? "" : id);
        if (name == null || relation == null) {
            throw UnreadableFileException.damaged(workbook);
        }
        if (relation.kind().equals("worksheet")) {
            String state = xml.attribute("state");
            sheets.add(new SheetPart(name, state != null && !state.equals("visible"), relation.target()));
            Budget.check(sheets.size(), Limits.SHEETS, "trang");
        }
    }

    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true"));
    }

    private static Map<String, Relations.Relation> relations(ZipParts parts, String of)
            throws IOException, UnreadableFileException {
        try (XmlReader xml = parts.xml(Relations.partOf(of))) {
            Map<String, Relations.Relation> relations = new LinkedHashMap<>();
            Relations.read(xml, of, parts::has).forEach(relation -> relations.put(relation.id(), relation));
            return relations;
        }
    }
}
