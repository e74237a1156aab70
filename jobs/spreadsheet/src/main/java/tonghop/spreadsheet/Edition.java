package tonghop.spreadsheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which edition of the standard a workbook follows: its namespaces, and the order of the elements in its parts. */
public enum Edition {
    TRANSITIONAL(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    STRICT("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /** What stands in a sheet, in this order (CT_Worksheet). */
    public static final List<String> SHEET = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "protectedRanges",
            "scenarios",
            "autoFilter",
            "sortState",
            "dataConsolidate",
            "customSheetViews",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "customProperties",
            "cellWatches",
            "ignoredErrors",
            "smartTags",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    /** What stands among the styles, in this order (CT_Stylesheet). */
    public static final List<String> STYLES = List.of(
            "numFmts",
            "fonts",
            "fills",
            "borders",
            "cellStyleXfs",
            "cellXfs",
            "cellStyles",
            "dxfs",
            "tableStyles",
            "colors",
            "extLst");

    /** The names of a workbook's styles: that of the usual one. */
    public static final String USUAL_STYLE =
            "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>" + "</cellStyles>";

    private final String main;
    private final String relations;

    Edition(String main, String relations) {
        this.main = main;
        this.relations = relations;
    }

    /** The edition whose namespace of workbooks and sheets {@code namespace} is. */
    public static Optional<Edition> of(String namespace) {
        return Arrays.stream(values())
                .filter(edition -> edition.main.equals(namespace))
                .findFirst();
    }

    /** The namespace of workbooks and sheets. */
    public String main() {
        return main;
    }

    /** The namespace of references; with a kind behind it, the type of a relation. */
    public String relations() {
        return relations;
    }

    /** The type of a relation of a kind, such as {@code comments}. */
    public String relation(String kind) {
        return relations + "/" + kind;
    }

    /**
     * Writes elements with the prefix that their part uses.
     *
     * @param template with {@code ~} before the name of each element
     */
    public static String write(String template, String prefix) {
        return template.replace("~", prefix);
    }

    /** Adds an element directly below the root, where the standard wants it, behind others of its name. */
    public static void place(Xml xml, List<String> order, String name, String template) throws UneditableException {
        Xml.Element root = xml.root();
        if (root.isSelfClosed()) {
            throw new UneditableException("an empty part");
        }
        int at = root.startEnd();
        for (Xml.Element element : xml.top()) {
            int rank = order.indexOf(element.localName());
            if (rank >= 0 && rank <= order.indexOf(name)) {
                at = element.end();
            }
        }
        xml.insert(at, write(template, root.prefix()));
    }

    /**
     * Adds elements to a counted list below the root, such as {@code fonts}, which is made if it is not there.
     *
     * @return the place of the first one added, from 0
     */
    public static int extend(Xml xml, String list, String child, List<String> templates) throws UneditableException {
        String added = String.join("", templates);
        Xml.@Nullable Element element = xml.top(list);
        if (element == null) {
            place(xml, STYLES, list, "<~%s count=\"%d\">%s</~%s>".formatted(list, templates.size(), added, list));
            return 0;
        }
        int before = xml.count(element, child);
        if (element.attribute("count") != null) {
            xml.setAttribute(element, "count", Integer.toString(before + templates.size()));
        }
        xml.append(element, write(added, xml.root().prefix()));
        return before;
    }
}
