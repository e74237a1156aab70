package tonghop.spreadsheet;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.Fact;
import tonghop.domain.FindingCode;

/** What stands where in an .xlsx or .xlsm: its sheets in order, its strings and its styles. */
final class XlsxPackage {

    /** The main namespace, as Office writes it and in the strict variant of the standard. */
    private static final List<String> MAIN = List.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main");

    private static final List<String> RELATIONS = List.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private final ZipParts parts;
    private final String workbook;
    private final Map<String, Relation> relations;
    private final List<SheetPart> sheets = new ArrayList<>();
    private boolean isFrom1904;

    /** A sheet of cells; charts and dialogues are left out. */
    record SheetPart(String name, boolean isHidden, String part) {}

    private record Relation(String type, String part) {}

    private XlsxPackage(ZipParts parts, String workbook, Map<String, Relation> relations) {
        this.parts = parts;
        this.workbook = workbook;
        this.relations = relations;
    }

    static XlsxPackage open(ZipParts parts) throws IOException, UnreadableFileException {
        String workbook = "xl/workbook.xml";
        if (parts.has("_rels/.rels")) {
            for (Relation relation : relations(parts, "").values()) {
                workbook = relation.type().equals("officeDocument") ? relation.part() : workbook;
            }
        }
        XlsxPackage opened = new XlsxPackage(parts, workbook, relations(parts, workbook));
        opened.readWorkbook();
        return opened;
    }

    static boolean isMain(XmlReader xml) {
        return MAIN.contains(xml.namespace());
    }

    List<SheetPart> sheets() {
        return sheets;
    }

    boolean isFrom1904() {
        return isFrom1904;
    }

    /** The part with the shared strings, or that with the styles; null if the workbook has none. */
    @Nullable String only(String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::part)
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
        for (String namespace : RELATIONS) {
            id = id == null ? xml.attribute(namespace, "id") : id;
        }
        String name = xml.attribute("name");
        Relation relation = relations.get(id == null ? "" : id);
        if (name == null || relation == null) {
            throw UnreadableFileException.damaged(workbook);
        }
        if (relation.type().equals("worksheet")) {
            String state = xml.attribute("state");
            sheets.add(new SheetPart(name, state != null && !state.equals("visible"), relation.part()));
            Budget.check(sheets.size(), Limits.SHEETS, "trang");
        }
    }

    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true"));
    }

    private static Map<String, Relation> relations(ZipParts parts, String of)
            throws IOException, UnreadableFileException {
        Map<String, Relation> relations = new HashMap<>();
        int name = of.lastIndexOf('/') + 1;
        String part = of.substring(0, name) + "_rels/" + of.substring(name) + ".rels";
        try (XmlReader xml = parts.xml(part)) {
            for (XmlReader.Event event = xml.next(); event != XmlReader.Event.DONE; event = xml.next()) {
                if (event == XmlReader.Event.START
                        && xml.name().equals("Relationship")
                        && !"External".equals(xml.attribute("TargetMode"))) {
                    String type = xml.attribute("Type");
                    String target = xml.attribute("Target");
                    String id = xml.attribute("Id");
                    if (type == null || target == null || id == null) {
                        throw UnreadableFileException.damaged(part);
                    }
                    String kind = type.substring(type.lastIndexOf('/') + 1);
                    relations.put(id, new Relation(kind, resolve(of, target)));
                    Budget.check(relations.size(), Limits.ZIP_ENTRIES, "tệp con");
                }
            }
        }
        return relations;
    }

    private static String resolve(String base, String target) throws UnreadableFileException {
        try {
            String resolved = URI.create("/" + base)
                    .resolve(target.replace('\\', '/').replace(" ", "%20"))
                    .getPath();
            return resolved == null || resolved.isEmpty() ? target : resolved.substring(1);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(FindingCode.UNREADABLE_FILE, Fact.PART.is(target));
        }
    }
}
