package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.fixtures.LibreOffice;

class OtherFormatsTest {

    @TempDir
    private Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.xlsx"), bytes);
    }

    private String cellsOf(String text, String charset) throws Exception {
        return Cells.of(write(text.getBytes(charset)));
    }

    // .xls

    private static HSSFWorkbook oldWorkbook() {
        HSSFWorkbook workbook = new HSSFWorkbook();
        Sheet sheet = workbook.createSheet("Biểu 1");
        CellStyle percent = workbook.createCellStyle();
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("\"Ngày\" dd \"tháng\" mm \"năm\" yyyy"));
        Row row = sheet.createRow(0);
        row.createCell(0).setCellValue("Đơn vị");
        row.createCell(1).setCellValue(12);
        Cell rate = row.createCell(2);
        rate.setCellValue(0.9855);
        rate.setCellStyle(percent);
        Cell day = row.createCell(3);
        day.setCellValue(44941);
        day.setCellStyle(date);
        Cell sum = row.createCell(4);
        sum.setCellFormula("B1*2");
        Cell text = row.createCell(5);
        text.setCellFormula("A1&\"!\"");
        Cell broken = row.createCell(6);
        broken.setCellFormula("1/0");
        row.createCell(7).setCellValue(true);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        sheet.addMergedRegion(CellRangeAddress.valueOf("A2:C3"));
        sheet.createRow(4).createCell(1).setCellValue(1);
        sheet.getRow(4).setZeroHeight(true);
        sheet.setColumnHidden(7, true);
        workbook.createSheet("Ẩn").createRow(0).createCell(0).setCellValue(3.5);
        workbook.setSheetHidden(1, true);
        return workbook;
    }

    private static byte[] bytes(HSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(out);
        }
        return out.toByteArray();
    }

    @Test
    void an_old_workbook_is_read() throws Exception {
        List<Grid> grids = Grids.read(write(bytes(oldWorkbook())));
        assertThat(Cells.of(grids))
                .isEqualTo("A1 TEXT Đơn vị, B1 NUMBER 12, C1 NUMBER 0.9855 PERCENT, D1 DATE 2023-01-15, E1 NUMBER 24,"
                        + " F1 TEXT Đơn vị!, G1 ERROR #DIV/0!, H1 LOGICAL TRUE, B5 NUMBER 1, A1 NUMBER 3.5");
        assertThat(grids).extracting(Grid::sheet).containsExactly("Biểu 1", "Ẩn");
        assertThat(grids).extracting(Grid::isHidden).containsExactly(false, true);
        assertThat(grids.get(0).merges()).containsExactly(new Grid.Merge(1, 2, 0, 2));
        assertThat(grids.get(0).hiddenRows()).containsExactly(4);
        assertThat(grids.get(0).hiddenColumns()).containsExactly(7);
    }

    /** As the statistics office's own lists: POI's model says 'Found EOFRecord before WindowTwoRecord'. */
    @Test
    void an_old_workbook_without_the_record_of_its_window_is_read() throws Exception {
        byte[] whole = bytes(oldWorkbook());
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (POIFSFileSystem compound = new POIFSFileSystem(new ByteArrayInputStream(whole))) {
            byte[] stream = compound.createDocumentInputStream("Workbook").readAllBytes();
            byte[] shorter = new byte[stream.length];
            int length = 0;
            int first = 0;
            for (int at = 0; at + 4 <= stream.length; ) {
                int id = (stream[at] & 0xff) | (stream[at + 1] & 0xff) << 8;
                int size = 4 + ((stream[at + 2] & 0xff) | (stream[at + 3] & 0xff) << 8);
                boolean isWindow = id == 0x23e;
                if (!isWindow) {
                    System.arraycopy(stream, at, shorter, length, size);
                    length += size;
                } else {
                    first = first == 0 ? size : first;
                }
                at += size;
            }
            assertThat(first).isPositive();
            compound.getRoot().getEntry("Workbook").delete();
            compound.createDocument(new ByteArrayInputStream(Arrays.copyOf(shorter, length)), "Workbook");
            compound.writeFilesystem(kept);
        }
        Path file = write(kept.toByteArray());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> PoiGrids.read(file))
                .isInstanceOf(UnreadableFileException.class);
        assertThat(Cells.of(file)).startsWith("A1 TEXT Đơn vị, B1 NUMBER 12,").endsWith("A1 NUMBER 3.5");
    }

    @Test
    void an_old_workbook_with_a_password_asks_for_its_removal() throws Exception {
        Biff8EncryptionKey.setCurrentUserPassword("Mat-khau");
        try {
            write(bytes(oldWorkbook()));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(Cells.finding(folder.resolve("a.xlsx"))).isEqualTo("password-protected");
    }

    @Test
    void a_workbook_of_excel_95_asks_to_be_saved_anew() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem compound = new POIFSFileSystem()) {
            compound.createDocument(new ByteArrayInputStream(new byte[] {9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0}), "Book");
            compound.writeFilesystem(out);
        }
        assertThat(Cells.finding(write(out.toByteArray()))).isEqualTo("old-workbook");
    }

    // what is no spreadsheet

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, not-a-spreadsheet: PDF",
        "GIF89a, not-a-spreadsheet: GIF",
        "Rar!, not-a-spreadsheet: RAR",
        "{\\rtf1, not-a-spreadsheet: RTF",
        "<html><body><table/></body></html>, web-page",
        "'<?xml version=\"1.0\"?><a/>', not-a-spreadsheet: XML",
        "một dòng chữ, not-a-spreadsheet: TXT",
        "'[]', not-a-spreadsheet: JSON"
    })
    void what_is_no_spreadsheet_says_what_it_is(String content, String finding) throws Exception {
        assertThat(Cells.finding(write(content.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(finding);
    }

    @Test
    void bytes_that_are_no_text_are_no_spreadsheet() throws Exception {
        byte[] noise = new byte[3000];
        new java.util.Random(1).nextBytes(noise);
        assertThat(Cells.finding(write(noise))).isEqualTo("not-a-spreadsheet: binary");
    }

    // .csv

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1258"})
    void text_is_read_in_its_encoding(String charset) throws Exception {
        // Windows-1258 has the marks on their own, as the Vietnamese keyboard of Windows writes them.
        String text = "Ðơn vị;Tổng số\nHuyện Cư Jút;1.673\n".replace('Ð', 'Đ');
        String written = charset.equals("windows-1258")
                ? text.replace("ị", "i\u0323")
                        .replace("ổ", "ô\u0309")
                        .replace("ố", "ô\u0301")
                        .replace("ệ", "ê\u0323")
                        .replace("ú", "u\u0301")
                : text;
        assertThat(cellsOf(written, charset))
                .isEqualTo("A1 TEXT Đơn vị, B1 TEXT Tổng số, A2 TEXT Huyện Cư Jút, B2 TEXT 1.673");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_cell() throws Exception {
        assertThat(cellsOf("\ufeffĐơn vị,Số\r\nA,1", "UTF-8"))
                .isEqualTo("A1 TEXT Đơn vị, B1 TEXT Số, A2 TEXT A, B2 TEXT 1");
    }

    @ParameterizedTest
    @CsvSource({"'§¬n vÞ;Tæng sè;HuyÖn C­ Jót'", "'Ñôn vò;Toång soá;Huyeän Cö Juùt'"})
    void text_in_a_legacy_encoding_is_converted(String line) throws Exception {
        assertThat(cellsOf(line + "\n1;2;3", "windows-1252"))
                .startsWith("A1 TEXT Đơn vị CONVERTED, B1 TEXT Tổng số CONVERTED, C1 TEXT Huyện Cư Jút CONVERTED");
    }

    @Test
    void text_that_was_decoded_wrongly_is_repaired() throws Exception {
        String wrong =
                new String("Tổng số,Huyện Cư Jút,đơn vị\n1,2,3".getBytes(StandardCharsets.UTF_8), "windows-1252");
        assertThat(cellsOf(wrong, "UTF-8"))
                .startsWith("A1 TEXT Tổng số CONVERTED, B1 TEXT Huyện Cư Jút CONVERTED, C1 TEXT đơn vị CONVERTED");
    }

    @Test
    void text_in_an_encoding_that_nobody_can_tell_is_refused() throws Exception {
        byte[] cyrillic = "Отчёт;Район;Всего\nСумма;1;2".getBytes(Charset.forName("windows-1251"));
        assertThat(Cells.finding(write(cyrillic))).isEqualTo("unknown-encoding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Đơn vị;Tỷ lệ\nA;98,55\nB;1,5'|A1 TEXT Đơn vị, B1 TEXT Tỷ lệ, A2 TEXT A, B2 TEXT 98,55, A3 TEXT B, B3 TEXT 1,5",
                "'Đơn vị\tTỷ lệ\nA; B\t98,55'|A1 TEXT Đơn vị, B1 TEXT Tỷ lệ, A2 TEXT A; B, B2 TEXT 98,55",
                "'Đơn vị,Tỷ lệ\n\"A, B; C\",5'|A1 TEXT Đơn vị, B1 TEXT Tỷ lệ, A2 TEXT A, B; C, B2 TEXT 5",
                "'sep=;\na;b,c'|A1 TEXT a, B1 TEXT b,c",
                "'a,b,c\n1,2\n1,2,3,4'|A1 TEXT a, B1 TEXT b, C1 TEXT c, A2 TEXT 1, B2 TEXT 2, A3 TEXT 1, B3 TEXT 2, C3 TEXT 3, D3 TEXT 4",
                "'a,b\nC:\\data\\new,\"x\"\"y\"'|A1 TEXT a, B1 TEXT b, A2 TEXT C:\\data\\new, B2 TEXT x\"y"
            })
    void delimiters_are_found_and_decimal_commas_do_not_split(String text, String cells) throws Exception {
        assertThat(cellsOf(text, "UTF-8")).isEqualTo(cells);
    }

    @Test
    void what_was_to_be_kept_as_text_is_read_without_the_sign_for_it() throws Exception {
        assertThat(Cells.of(write("=\"05\";'12;'a\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("A1 TEXT 05, B1 TEXT 12, C1 TEXT 'a");
    }

    @Test
    void an_unclosed_quote_names_its_line() throws Exception {
        String text = "a,b\n1,2\n3,\"bốn\n" + "5,6\n".repeat(100_000);
        assertThat(Cells.finding(write(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo("unclosed-quote: 3");
        assertThat(Cells.finding(write("a,b\n1,\"2\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("unclosed-quote: 2");
    }

    // .ods

    private Path ods(String tables, String manifest) throws IOException {
        Path file = folder.resolve("a.ods");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] part : new String[][] {
                {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                {"META-INF/manifest.xml", "<m:manifest xmlns:m='urn:m'>" + manifest + "</m:manifest>"},
                {
                    "content.xml",
                    "<o:document-content xmlns:o='" + OdsReader.OFFICE + "' xmlns:table='" + OdsReader.TABLE
                            + "' xmlns:text='" + OdsReader.TEXT + "' xmlns:style='" + OdsReader.STYLE
                            + "'><o:body><o:spreadsheet>"
                            + tables + "</o:spreadsheet></o:body></o:document-content>"
                }
            }) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void an_open_document_is_read_and_a_million_repeated_rows_cost_nothing() throws Exception {
        Path file = ods(
                "<table:table table:name='S'><table:table-column table:number-columns-repeated='1024'/>"
                        + "<table:table-row table:number-rows-repeated='2'><table:table-cell o:value-type='percentage' o:value='0.5'"
                        + " table:number-columns-repeated='2'><text:p>50%</text:p></table:table-cell></table:table-row>"
                        + "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='1024'/>"
                        + "</table:table-row><table:table-row><table:table-cell o:value-type='date' o:value='2023-12-14'"
                        + " o:date-value='2023-12-14'/><table:table-cell o:value-type='string' table:number-columns-spanned='2'>"
                        + "<text:p>a<text:s text:c='2'/>b</text:p><o:annotation><text:p>ghi chú</text:p></o:annotation>"
                        + "<text:p>c</text:p></table:table-cell><table:covered-table-cell/>"
                        + "<table:table-cell table:formula='of:=SUM([.A1])'/></table:table-row></table:table>",
                "");
        assertThat(Cells.of(file))
                .isEqualTo("A1 NUMBER 0.5 PERCENT, B1 NUMBER 0.5 PERCENT, A2 NUMBER 0.5 PERCENT, B2 NUMBER 0.5 PERCENT,"
                        + " A1000003 DATE 2023-12-14, B1000003 TEXT a  b\nc, D1000003 ERROR =SUM([.A1])");
        assertThat(Grids.read(file).get(0).merges()).containsExactly(new Grid.Merge(1000002, 1000002, 1, 2));
    }

    @Test
    void a_repeated_cell_with_content_is_bounded() throws Exception {
        Path file = ods(
                "<table:table table:name='S'><table:table-row table:number-rows-repeated='1000000'>"
                        + "<table:table-cell o:value-type='float' o:value='1' table:number-columns-repeated='1000'/>"
                        + "</table:table-row></table:table>",
                "");
        assertThat(Cells.finding(file)).startsWith("too-large");
    }

    @Test
    void an_open_document_with_a_password_asks_for_its_removal() throws Exception {
        assertThat(Cells.finding(ods("", "<m:encryption-data/>"))).isEqualTo("password-protected");
    }

    // the same workbook in other formats

    @ParameterizedTest
    @ValueSource(strings = {"xls", "ods"})
    void what_libreoffice_converts_reads_the_same(String format) throws Exception {
        LibreOffice office = LibreOffice.in(folder);
        Path samples = Files.createDirectories(folder.resolve("samples"));
        for (String sample : List.of("dak-nong/2023/660.xlsx", "hai-phong/2018-9M/305.xlsx", "lap-vo/2022/875.xlsx")) {
            Path workbook = Path.of("../../input-samples", sample);
            Files.copy(workbook, samples.resolve(workbook.getFileName()));
        }
        office.convert(samples, folder, format);
        try (Stream<Path> workbooks = Files.list(samples)) {
            for (Path workbook : workbooks.toList()) {
                String name = String.valueOf(workbook.getFileName());
                assertThat(Cells.of(folder.resolve(name.replace("xlsx", format))))
                        .as(name)
                        .isEqualTo(Cells.of(workbook));
            }
        }
    }
}
