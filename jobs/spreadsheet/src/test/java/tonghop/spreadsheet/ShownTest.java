package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.fixtures.LibreOffice;

/** What a reader sees in a cell where it is not just the value, in every format. */
class ShownTest {

    private static final String SHOWN = "A1 RAISED 2, A2 STRUCK 60, A3 STRUCK, A4 SCALED 250, A5 HIDDEN,"
            + " A6 WORDS trên 710, A7 HIDDEN, A8 SCALED 12000, covered B2 19, hidden rows [8], hidden columns [3]";

    @TempDir
    private Path folder;

    @Test
    void is_told_of_an_xlsx() throws Exception {
        assertThat(shown(write(new XSSFWorkbook(), folder.resolve("a.xlsx")))).isEqualTo(SHOWN + ", C1 stale 7");
    }

    @Test
    void is_told_of_an_xls() throws Exception {
        assertThat(shown(write(new HSSFWorkbook(), folder.resolve("a.xls")))).isEqualTo(SHOWN + ", C1 stale 7");
    }

    @Test
    void is_told_of_an_ods() throws Exception {
        LibreOffice office = LibreOffice.in(folder);
        Path from = Files.createDirectories(folder.resolve("from"));
        write(new XSSFWorkbook(), from.resolve("a.xlsx"));
        office.convert(from, folder, "ods");
        // LibreOffice gives rows and columns without height or width the usual one.
        assertThat(shown(folder.resolve("a.ods")))
                .isEqualTo(SHOWN.replace("hidden rows [8], hidden columns [3]", "hidden rows [], hidden columns []")
                        + ", C1 stale 7");
    }

    @Test
    void is_told_of_rows_columns_and_formulas_of_an_ods() throws Exception {
        Path file = folder.resolve("a.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(("<o:document-content xmlns:o='" + OdsReader.OFFICE + "' xmlns:t='" + OdsReader.TABLE
                            + "' xmlns:style='"
                            + OdsReader.STYLE + "'><o:automatic-styles><style:style style:name='ro0'"
                            + " style:family='table-row'><style:table-row-properties style:row-height='0cm'/></style:style>"
                            + "<style:style style:name='co0' style:family='table-column'>"
                            + "<style:table-column-properties style:column-width='0in'/></style:style></o:automatic-styles>"
                            + "<o:body><o:spreadsheet><t:table t:name='S'><t:table-column/><t:table-column t:style-name='co0'/>"
                            + "<t:table-row><t:table-cell t:formula='of:=[.A2]+1' o:value-type='float' o:value='9'/>"
                            + "<t:table-cell o:value-type='float' o:value='1'/></t:table-row>"
                            + "<t:table-row t:style-name='ro0'><t:table-cell o:value-type='float' o:value='2'/></t:table-row>"
                            + "</t:table></o:spreadsheet></o:body></o:document-content>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(shown(file)).isEqualTo("hidden rows [1], hidden columns [1], A1 stale 3");
    }

    private static String shown(Path file) throws IOException, UnreadableFileException {
        Grid grid = Grids.read(file).get(0);
        StringJoiner told = new StringJoiner(", ");
        grid.rows()
                .forEach((row, cells) -> cells.forEach((column, cell) -> {
                    if (cell.shown() != null) {
                        told.add((CellAddress.text(row, column) + " "
                                        + cell.shown().manner() + " "
                                        + cell.shown().text())
                                .strip());
                    }
                }));
        grid.covered().forEach((address, cell) -> told.add("covered " + address + " " + cell.text()));
        told.add("hidden rows " + grid.hiddenRows());
        told.add("hidden columns " + grid.hiddenColumns());
        grid.rows()
                .forEach((row, cells) -> cells.forEach((column, cell) -> {
                    if (cell.result() != null && cell.result().fresh() != null) {
                        told.add(CellAddress.text(row, column) + " stale "
                                + cell.result().fresh());
                    }
                }));
        return told.toString();
    }

    private static Path write(Workbook workbook, Path file) throws IOException {
        Sheet sheet = workbook.createSheet("Biểu");
        Font raised = workbook.createFont();
        raised.setTypeOffset(Font.SS_SUPER);
        Font struck = workbook.createFont();
        struck.setStrikeout(true);
        Font white = workbook.createFont();
        white.setColor(IndexedColors.WHITE.getIndex());
        RichTextString marked = workbook.getCreationHelper().createRichTextString("21");
        marked.applyFont(1, 2, raised);
        cell(sheet, 0, 0).setCellValue(marked);
        RichTextString mended = workbook.getCreationHelper().createRichTextString("5560");
        mended.applyFont(0, 2, struck);
        cell(sheet, 1, 0).setCellValue(mended);
        number(sheet, 2, 55, "General", struck);
        number(sheet, 3, 250_000_000, "#,##0,,", null);
        number(sheet, 4, 7, "General", white);
        number(sheet, 5, 710, "\"trên \"#,##0", null);
        number(sheet, 6, 5, ";;;", null);
        number(sheet, 7, 12, "0\"000\"", null);
        number(sheet, 8, 3, "#,##0", null);
        sheet.getRow(8).setHeight((short) 0);
        cell(sheet, 0, 1).setCellValue(21);
        cell(sheet, 1, 1).setCellValue(19);
        sheet.addMergedRegion(new CellRangeAddress(0, 1, 1, 1));
        cell(sheet, 2, 2).setCellValue(2);
        cell(sheet, 0, 2).setCellFormula("C3+5");
        cell(sheet, 0, 2).setCellValue(6);
        cell(sheet, 0, 3).setCellValue(1);
        sheet.setColumnWidth(3, 0);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static void number(Sheet sheet, int row, double value, String format, @Nullable Font font) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        if (font != null) {
            style.setFont(font);
        }
        Cell cell = cell(sheet, row, 0);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    private static Cell cell(Sheet sheet, int row, int column) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }
}
