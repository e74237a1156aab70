package tonghop.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.Place;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class UnhappyFilesTest {

    private static final String SHEET = Reading.reception("1 | Văn phòng | 5 | 7 |");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "Kính gửi: UBND tỉnh", "PK"})
    void that_are_no_workbooks_cannot_be_read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("662.xlsx"), content);
        assertUnreadable(file, "not-a-spreadsheet");
    }

    @Test
    void that_are_web_pages_under_another_name_ask_for_a_workbook() throws IOException {
        Path file = folder.resolve("662.xls");
        Files.writeString(file, "<html><table><tr><td>1</td></tr></table></html>");
        assertUnreadable(file, "web-page");
    }

    @Test
    void that_are_text_with_delimiters_are_read_whatever_their_name() throws IOException {
        Path file = Files.writeString(folder.resolve("662.xlsx"), SHEET.replace(" |", ";"));
        assertThat(Reading.ofFile(file, "662.xlsx").rows()).containsExactly("OFFICE 662 Văn phòng: 1=5 2=7");
    }

    /** The last eighth of a zip lists its parts; without it a whole sheet may be missing unnoticed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void that_are_truncated_cannot_be_read(int eighths) throws IOException {
        Path whole = TextWorkbook.xlsx().sheet("TCD", SHEET).sheet("2", SHEET).write(folder.resolve("whole.xlsx"));
        byte[] bytes = Files.readAllBytes(whole);
        Path file = Files.write(folder.resolve("662.xlsx"), Arrays.copyOf(bytes, bytes.length * eighths / 8));
        assertUnreadable(file, "unreadable-file");
    }

    @Test
    void of_the_old_kind_that_are_truncated_cannot_be_read() throws IOException {
        Path whole = TextWorkbook.xls().sheet("TCD", SHEET).write(folder.resolve("whole.xls"));
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("662.xls");
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
        assertUnreadable(file, "unreadable-file");
    }

    @Test
    void with_a_zip_that_is_no_workbook_cannot_be_read() throws IOException {
        Path file = folder.resolve("662.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[] {'<', 'a', '/', '>'});
        }
        assertUnreadable(file, "not-a-spreadsheet");
    }

    @Test
    void with_a_password_ask_for_its_removal() throws IOException, GeneralSecurityException {
        Path open = TextWorkbook.xlsx().sheet("TCD", SHEET).write(folder.resolve("open.xlsx"));
        Path file = folder.resolve("662.xlsx");
        try (POIFSFileSystem locked = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("Mat-khau");
            try (OutputStream out = encryptor.getDataStream(locked)) {
                Files.copy(open, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                locked.writeFilesystem(out);
            }
        }
        assertUnreadable(file, "password-protected");
    }

    @Test
    void with_more_rows_than_anybody_fills_in_are_too_large() throws IOException {
        Path file = folder.resolve("662.xlsx");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet();
            for (int row = 0; row <= 20_001; row++) {
                sheet.createRow(row).createCell(0).setCellValue(row);
            }
            workbook.write(out);
        }
        assertUnreadable(file, "too-large");
    }

    @Test
    void with_twenty_five_thousand_formatted_but_empty_rows_are_read() throws IOException {
        TextWorkbook drawn = TextWorkbook.xlsx().sheet("TCD", SHEET);
        Sheet sheet = drawn.workbook().getSheetAt(0);
        for (int row = 10; row < 25_000; row++) {
            sheet.createRow(row).setHeightInPoints(20);
        }
        Reading reading = Reading.of(folder, "662.xlsx", drawn);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).containsExactly("OFFICE 662 Văn phòng: 1=5 2=7");
    }

    @Test
    void with_merged_headings_are_read() {
        TextWorkbook drawn = TextWorkbook.xlsx().sheet("TCD", SHEET);
        drawn.workbook().getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("B2:E2"));
        drawn.workbook().getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("C5:E5"));
        assertThat(Reading.of(folder, "662.xlsx", drawn).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn A | 3", "A | B | 1 | 2 | 3", "UBND HUYỆN CƯ JÚT\nBÁO CÁO\nNăm 2023"})
    void without_a_form_ask_for_the_provinces(String sheet) {
        Reading reading = Reading.of(folder, sheet);
        assertThat(reading.file().submissions()).isEmpty();
        assertThat(reading.findings()).containsExactly("unknown-form A1: ");
        assertThat(reading.file().findings())
                .extracting(Finding::place)
                .containsExactly(Place.inCell("662.xlsx", "Biểu", "A1"));
    }

    @Test
    void without_any_content_ask_for_a_form() {
        assertThat(Reading.of(
                                folder,
                                "662.xlsx",
                                TextWorkbook.xlsx().sheet("Sheet1", "").sheet("Sheet2", ""))
                        .findings())
                .singleElement()
                .asString()
                .startsWith("unknown-form");
    }

    @Test
    void with_nothing_but_hidden_sheets_ask_for_a_form() {
        assertThat(Reading.of(
                                folder,
                                "662.xlsx",
                                TextWorkbook.xlsx().sheet("Sheet1", "").hiddenSheet("TCD", SHEET))
                        .findings())
                .containsExactly("hidden-sheet -: TCD", "unknown-form A1: ");
    }

    /** 02/XLD is an official form that is not in this catalogue; its title begins like that of 01/XLD. */
    @Test
    void with_a_form_that_only_sounds_like_a_known_one_ask_for_the_provinces() {
        Reading reading = Reading.of(folder, """
                UBND HUYỆN CƯ JÚT | | | Biểu số: 02/XLD
                TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN KHIẾU NẠI
                Số liệu tính từ ngày 15/12/2022 đến ngày 14/12/2023
                A | B | 1 | 2 | 3
                1 | Văn phòng | 5 | 2 | 3
                """);
        assertThat(reading.file().submissions()).isEmpty();
        assertThat(reading.findings()).singleElement().asString().startsWith("unknown-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15/12/2021 đến ngày 14/12/2023", "22/01/2024 đến ngày 22/01/2024"})
    void with_dates_outside_the_calendar_ask_for_the_closing_day(String dates) {
        Reading reading = Reading.of(folder, SHEET.replace("15/12/2022 đến ngày 14/12/2023", dates));
        assertThat(reading.findings()).containsExactly("period-outside-calendar B3: từ ngày " + dates);
        assertThat(reading.file().submissions()).isEmpty();
    }

    @Test
    void without_a_period_ask_for_one() {
        Reading reading = Reading.of(folder, SHEET.replace("Số liệu tính từ ngày 15/12/2022 đến ngày 14/12/2023", ""));
        assertThat(reading.findings()).containsExactly("unknown-period -: ");
    }

    @Test
    void with_a_form_that_is_not_in_force_ask_for_the_one_that_is() {
        Reading reading = Reading.of(folder, """
                UBND HUYỆN CƯ JÚT | | | Biểu số: 01/XLD
                TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN
                Số liệu tính từ ngày 15/12/2023 đến ngày 14/12/2024
                A | B | 1 | 2 | 3
                1 | Văn phòng | 5 | 2 | 3
                """);
        assertThat(reading.findings()).containsExactly("form-not-in-force -: 01/XLD");
        assertThat(reading.file().submissions()).isEmpty();
    }

    @Test
    void without_the_row_of_column_numbers_ask_for_it() {
        Reading reading = Reading.of(folder, SHEET.replace("A | B | 1 | 2 | 3\n", ""));
        assertThat(reading.findings()).singleElement().asString().startsWith("column-missing");
    }

    @Test
    void without_one_of_the_columns_name_it() {
        Reading reading = Reading.of(folder, SHEET.replace("A | B | 1 | 2 | 3", "A | B | 1 | 2 |"));
        assertThat(reading.findings()).containsExactly("column-missing B6: 3");
        assertThat(reading.file().findings()).extracting(Finding::expected).containsExactly("on-time-rate");
    }

    @Test
    void without_rows_ask_for_figures() {
        assertThat(Reading.of(folder, Reading.reception("")).findings()).containsExactly("no-rows B7: ");
        assertThat(Reading.of(folder, Reading.reception("Ghi chú: không có")).findings())
                .containsExactly("no-rows B7: ");
    }

    @Test
    void wider_than_any_form_ask_for_the_superfluous_columns() {
        TextWorkbook drawn = TextWorkbook.xlsx().sheet("TCD", SHEET);
        drawn.workbook().getSheetAt(0).getRow(2).createCell(500).setCellValue("x");
        assertThat(Reading.of(folder, "662.xlsx", drawn).findings()).containsExactly("too-large OK3: > 400 cột");
    }

    private static void assertUnreadable(Path file, String code) {
        String name = String.valueOf(file.getFileName());
        Reading reading = Reading.ofFile(file, name);
        assertThat(reading.file().submissions()).isEmpty();
        assertThat(reading.findings()).singleElement().asString().startsWith(code + " -:");
        assertThat(reading.file().findings()).extracting(Finding::place).containsExactly(Place.inFile(name));
    }
}
