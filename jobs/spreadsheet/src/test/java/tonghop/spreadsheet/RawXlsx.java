package tonghop.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx written by hand, for what POI does not write. */
final class RawXlsx {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String CONTENT_TYPES =
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + override("workbook", "sheet.main") + override("worksheets/sheet1", "worksheet")
                    + override("styles", "styles") + override("sharedStrings", "sharedStrings") + "</Types>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private RawXlsx(String workbook, String sheet) {
        with("[Content_Types].xml", CONTENT_TYPES);
        with("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        with("xl/workbook.xml", workbook);
        with(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "sharedStrings",
                        "sharedStrings.xml",
                        "styles",
                        "/xl/styles.xml"));
        with("xl/worksheets/sheet1.xml", sheet);
        with("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'/>");
        formats();
    }

    private static String override(String part, String type) {
        return "<Override PartName='/xl/" + part + ".xml' ContentType='application/vnd.openxmlformats-officedocument"
                + ".spreadsheetml." + type + "+xml'/>";
    }

    /** A workbook with one sheet whose {@code sheetData} has these rows. */
    static RawXlsx of(String rows) {
        return of(rows, "");
    }

    static RawXlsx of(String rows, String workbookProperties) {
        return new RawXlsx(
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'>" + workbookProperties
                        + "<sheets><sheet name='TCD' sheetId='1' r:id='rId0'/></sheets></workbook>",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    RawXlsx with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    RawXlsx with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    /** The cell formats of the workbook, by their codes; the first is 1. */
    RawXlsx formats(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId='0'/>");
        for (int index = 0; index < codes.length; index++) {
            formats.append("<numFmt numFmtId='").append(170 + index).append("' formatCode='");
            formats.append(codes[index].replace("&", "&amp;").replace("'", "&apos;"))
                    .append("'/>");
            cells.append("<xf numFmtId='").append(170 + index).append("'/>");
        }
        return with(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><numFmts>" + formats + "</numFmts><fonts><font/></fonts><cellXfs>"
                        + cells + "</cellXfs></styleSheet>");
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return file;
    }

    private static String relations(String... typesAndTargets) {
        StringBuilder all = new StringBuilder(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
        for (int index = 0; index < typesAndTargets.length; index += 2) {
            all.append("<Relationship Id='rId")
                    .append(index / 2)
                    .append("' Type='")
                    .append(RELATIONS)
                    .append('/');
            all.append(typesAndTargets[index])
                    .append("' Target='")
                    .append(typesAndTargets[index + 1])
                    .append("'/>");
        }
        return all.append("</Relationships>").toString();
    }
}
