package tonghop.report.returned;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tonghop.report.sheet.SheetNames;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Edition;
import tonghop.spreadsheet.XmlText;

/**
 * A workbook with values alone, for what came in another format or cannot be opened; it is then marked as any other.
 */
final class PlainWorkbook {

    private static final LocalDateTime EVERY_PART = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final int LONGEST_NAME = 31;

    /** The formats of a plain number, of per cent and of a date, in this order. */
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font><sz val=\"11\"/>"
            + "<name val=\"Times New Roman\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/>"
            + "</fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/>"
            + "<right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf xfId=\"0\"/><xf numFmtId=\"10\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"14\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>" + Edition.USUAL_STYLE
            + "</styleSheet>";

    private PlainWorkbook() {}

    /** Writes {@code sheets} into {@code file}; their names are as Excel wants them, see {@link #named}. */
    static void write(List<CopiedSheet> sheets, Path file) throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        Map<String, String> parts = new LinkedHashMap<>();
        for (int index = 0; index < sheets.size(); index++) {
            int number = index + 1;
            String part = "xl/worksheets/sheet" + number + ".xml";
            types.append("<Override PartName=\"/%s\" ContentType=\"%sworksheet+xml\"/>".formatted(part, TYPE));
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                    .formatted(XmlText.of(sheets.get(index).name()), number, number));
            relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(number, RELATIONS, number));
            parts.put(part, sheet(sheets.get(index)));
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", contentTypes(types.toString()));
            put(
                    zip,
                    "_rels/.rels",
                    relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                            .formatted(MAIN, RELATIONS, list));
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relations + "<Relationship Id=\"rIdStyles\" Type=\"" + RELATIONS
                            + "/styles\" Target=\"styles.xml\"/>"));
            put(zip, "xl/styles.xml", STYLES);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
    }

    private static String contentTypes(String sheets) {
        return "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>" + sheets
                + "</Types>";
    }

    private static String relations(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EVERY_PART);
        zip.putNextEntry(entry);
        zip.write((Book.DECLARED + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sheet(CopiedSheet sheet) {
        StringBuilder rows = new StringBuilder();
        int open = -1;
        List<CopiedSheet.Cell> cells = new ArrayList<>(sheet.cells());
        cells.sort(Comparator.comparingInt(CopiedSheet.Cell::row).thenComparingInt(CopiedSheet.Cell::column));
        for (CopiedSheet.Cell cell : cells) {
            if (cell.row() != open) {
                rows.append(open < 0 ? "" : "</row>")
                        .append("<row r=\"")
                        .append(cell.row() + 1)
                        .append("\">");
                open = cell.row();
            }
            rows.append(cell(cell));
        }
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + (open < 0 ? "" : "</row>")
                + "</sheetData></worksheet>";
    }

    private static String cell(CopiedSheet.Cell cell) {
        String address = new CellAddress(cell.row(), cell.column()).toString();
        return cell.number() == null
                ? "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                        .formatted(address, XmlText.ofCell(cell.text()))
                : "<c r=\"%s\" s=\"%d\"><v>%s</v></c>"
                        .formatted(
                                address,
                                List.of(CopiedSheet.Shown.values()).indexOf(cell.shown()),
                                cell.number().toPlainString());
    }

    /** A name that Excel accepts for a sheet and that {@code taken} does not hold yet, in small letters. */
    static String named(String wished, Set<String> taken) {
        String clean = wished.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", "_").replaceAll("^'|'$", "_");
        String name = clean.isBlank() ? "Trang" : clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
        return SheetNames.free(name, free -> taken.contains(free.toLowerCase(Locale.ROOT)));
    }
}
