package tonghop.report.returned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks that make it hard to change nothing. */
final class Nasty {

    static final String QUOTED_NAME = "Bà Rịa's & \"Đất Đỏ\"";

    private Nasty() {}

    /** With notes, conditional formats, names local to a sheet, a protected structure, and a name that wants quotes. */
    static byte[] full() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet first = workbook.createSheet(QUOTED_NAME);
            first.createRow(3).createCell(3).setCellValue(12);
            first.createRow(4).createCell(0).setCellFormula("SUM(D4:D4)");
            first.addMergedRegion(new CellRangeAddress(6, 7, 0, 3));
            note(first, 3, 3, "Ghi chú của đơn vị");
            ConditionalFormattingRule rule =
                    first.getSheetConditionalFormatting().createConditionalFormattingRule("$D$4>5");
            rule.createFontFormatting().setFontStyle(true, true);
            first.getSheetConditionalFormatting()
                    .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("A1:D4")}, rule);
            XSSFSheet second = workbook.createSheet("Hai");
            second.createRow(0).createCell(0).setCellValue("có");
            XSSFName name = workbook.createName();
            name.setNameName("Vung");
            name.setSheetIndex(1);
            name.setRefersToFormula("Hai!$A$1");
            workbook.setPrintArea(0, "$A$1:$D$9");
            workbook.lockStructure();
            first.protectSheet("");
            workbook.setActiveSheet(1);
            return bytes(workbook);
        }
    }

    /** Every element of the sheets and the workbook with a prefix. */
    static byte[] prefixed() throws IOException {
        UnaryOperator<String> prefix = xml -> xml.replaceAll("<(/?)([A-Za-z])", "<$1x:$2")
                .replace(
                        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml",
                        "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml")
                .replace("<x:xml", "<xml");
        return changed(
                full(),
                Map.of(
                        "xl/workbook.xml",
                        prefix,
                        "xl/worksheets/sheet1.xml",
                        prefix,
                        "xl/worksheets/sheet2.xml",
                        prefix,
                        "xl/styles.xml",
                        prefix));
    }

    /** ISO 29500 Strict: other namespaces. */
    static byte[] strict() throws IOException {
        Map<String, UnaryOperator<String>> changes = new TreeMap<>();
        for (String part : Unmarked.parts(full()).keySet()) {
            changes.put(
                    part,
                    xml -> xml.replace(
                                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                    "http://purl.oclc.org/ooxml/spreadsheetml/main")
                            .replace(
                                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                    "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        }
        return changed(full(), changes);
    }

    /** Single quotes, comments, a processing instruction and an extension that nobody knows. */
    static byte[] oddlyWritten() throws IOException {
        return changed(
                full(),
                Map.of(
                        "xl/worksheets/sheet2.xml",
                        xml -> xml.replace("tabSelected=\"true\"", "tabSelected = 'true'")
                                .replace(
                                        "</worksheet>",
                                        "<!-- <mergeCells> --><?odd <a ?><extLst><ext uri='{1}'><y:odd "
                                                + "xmlns:y='urn:y' a='>'><![CDATA[</worksheet>]]></y:odd></ext></extLst></worksheet>"),
                        "xl/styles.xml",
                        xml -> xml.replaceFirst("<dxfs.*</dxfs>|<dxfs[^>]*/>", "")));
    }

    /** Parts that are whole, but whose references and numbers are none. */
    static byte[] withoutSense() throws IOException {
        return changed(
                full(),
                Map.of(
                        "xl/workbook.xml",
                        xml -> xml.replaceAll("sheetId=\"\\d+\"", "sheetId=\"one\""),
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replace(" r=\"D4\"", " r=\"=\"")));
    }

    private static void note(XSSFSheet sheet, int row, int column, String text) {
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setRow1(row);
        anchor.setCol1(column + 1);
        anchor.setRow2(row + 3);
        anchor.setCol2(column + 3);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
        sheet.getRow(row).getCell(column).setCellComment(comment);
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private static byte[] changed(byte[] zip, Map<String, UnaryOperator<String>> changes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                byte[] bytes = archive.readAllBytes();
                UnaryOperator<String> change = changes.get(part.getName());
                parts.put(
                        part.getName(),
                        change == null
                                ? bytes
                                : change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                archive.putNextEntry(new ZipEntry(part.getKey()));
                archive.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
