package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with oddities that Office does not mind are read; what cannot be read says what it is. */
class FineFilesTest {

    private static final String ROW = "<row r='1'><c r='A1'><v>5</v></c><c r='B1'><v>6</v></c></row>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"A:A", "1:1", "$C:$D"})
    void a_merge_of_whole_columns_covers_nothing(String range) throws Exception {
        Path file = RawXlsx.of(ROW)
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns='" + RawXlsx.MAIN + "'><sheetData>" + ROW
                                + "</sheetData><mergeCells><mergeCell ref='" + range + "'/></mergeCells></worksheet>")
                .write(folder.resolve("a.xlsx"));
        assertThat(Cells.of(file)).isEqualTo("A1 NUMBER 5, B1 NUMBER 6");
    }

    @Test
    void a_cell_whose_address_has_no_letters_follows_the_one_before() throws Exception {
        Path file = RawXlsx.of("<row r='1'><c r='A1'><v>5</v></c><c r='1'><v>6</v></c><c r=''><v>7</v></c></row>")
                .write(folder.resolve("a.xlsx"));
        assertThat(Cells.of(file)).isEqualTo("A1 NUMBER 5, B1 NUMBER 6, C1 NUMBER 7");
    }

    @Test
    void a_module_of_macros_among_the_sheets_is_left_out() throws Exception {
        Path file = RawXlsx.of(ROW)
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns='" + RawXlsx.MAIN
                                + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument"
                                + "/2006/relationships'><sheets><sheet name='Module1' sheetId='2' r:id=''/>"
                                + "<sheet name='TCD' sheetId='1' r:id='rId0'/></sheets></workbook>")
                .write(folder.resolve("a.xlsx"));
        assertThat(Grids.read(file)).extracting(Grid::sheet).containsExactly("TCD");
    }

    @Test
    void a_workbook_that_is_encrypted_with_the_password_of_every_program_is_read() throws Exception {
        assertThat(Cells.of(encrypted(Decryptor.DEFAULT_PASSWORD))).isEqualTo("A1 NUMBER 5, B1 NUMBER 6");
        assertThat(Cells.finding(encrypted("bí mật"))).isEqualTo("password-protected");
    }

    private Path encrypted(String password) throws Exception {
        Path plain = RawXlsx.of(ROW).write(folder.resolve("plain.xlsx"));
        Path file = folder.resolve("a.xlsx");
        try (POIFSFileSystem compound = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(compound)) {
                Files.copy(plain, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                compound.writeFilesystem(out);
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOK", "Book", "workbook"})
    void an_xls_may_spell_its_stream_in_any_way(String name) throws Exception {
        assertThat(Cells.of(xls(name, records()))).isEqualTo("A1 NUMBER 5");
    }

    @Test
    void the_numbers_of_a_chart_that_is_a_sheet_of_its_own_are_no_cells() throws Exception {
        byte[] records = records();
        int sheet = lastStart(records);
        records[sheet + 6] = 0x20;
        assertThat(Grids.read(xls("Workbook", records))).isEmpty();
    }

    private static byte[] records() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("TCD").createRow(0).createCell(0).setCellValue(5);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            try (POIFSFileSystem compound = new POIFSFileSystem(new ByteArrayInputStream(bytes.toByteArray()));
                    InputStream stream = compound.createDocumentInputStream("Workbook")) {
                return stream.readAllBytes();
            }
        }
    }

    /** Where the last substream begins. */
    private static int lastStart(byte[] records) {
        int start = 0;
        for (int at = 0;
                at + 4 <= records.length;
                at += 4 + (records[at + 2] & 0xff) + ((records[at + 3] & 0xff) << 8)) {
            start = records[at] == 9 && records[at + 1] == 8 ? at : start;
        }
        return start;
    }

    private Path xls(String name, byte[] records) throws IOException {
        Path file = folder.resolve("a.xls");
        try (POIFSFileSystem compound = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            compound.createDocument(new ByteArrayInputStream(records), name);
            compound.writeFilesystem(out);
        }
        return file;
    }

    @Test
    void a_formula_that_gives_something_else_each_time_has_no_value_if_none_is_stored() throws Exception {
        Path file = RawXlsx.of("<row r='1'><c r='A1'><f>RAND()</f></c><c r='B1'><f>A1*2</f></c>"
                        + "<c r='C1'><f>NOW()</f><v>45000</v></c><c r='D1'><f>2*3</f></c></row>")
                .write(folder.resolve("a.xlsx"));
        assertThat(Cells.of(file)).isEqualTo("A1 ERROR =RAND(), B1 ERROR =A1*2, C1 NUMBER 45000, D1 NUMBER 6 COMPUTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "[InternetShortcut]\\nURL=https://drive.example/x | link",
                "{\"url\": \"https://docs.example/open?id=1\", \"doc_id\": \"1\"} | link",
                "<?xml version=\"1.0\"?><plist><dict><key>URL</key></dict></plist> | link",
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Table/></Workbook> | xml-2003",
                "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"/> | flat-open-document",
            })
    void what_only_another_program_opens_says_what_it_is(String content, String program) throws Exception {
        Path file = folder.resolve("a");
        Files.writeString(file, content.replace("\\n", "\n"));
        assertThat(Cells.finding(file)).isEqualTo("other-program: " + program);
    }

    @Test
    void a_message_of_outlook_and_a_document_of_numbers_say_what_they_are() throws Exception {
        Path mail = folder.resolve("winmail.dat");
        Files.write(mail, new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0, 1, 0});
        assertThat(Cells.finding(mail)).isEqualTo("other-program: winmail");
        Path numbers = folder.resolve("a.numbers");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(numbers))) {
            for (String part : new String[] {"Index/Document.iwa", "Metadata/Properties.plist", "preview.jpg"}) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("x".getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(Cells.finding(numbers)).isEqualTo("other-program: numbers");
    }
}
