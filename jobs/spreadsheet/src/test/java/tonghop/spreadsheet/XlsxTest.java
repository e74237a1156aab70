package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class XlsxTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("a.xlsx");
    }

    private String cells(RawXlsx workbook) throws IOException, UnreadableFileException {
        return Cells.of(workbook.write(file()));
    }

    @Test
    void a_formula_without_a_value_is_computed_and_one_with_a_value_is_not() throws Exception {
        String rows =
                "<row r='1'><c r='A1'><v>2</v></c><c r='B1'><f>A1*3</f></c><c r='C1'><f>A1*3</f><v>7</v></c></row>";
        assertThat(cells(RawXlsx.of(rows))).isEqualTo("A1 NUMBER 2, B1 NUMBER 6 COMPUTED, C1 NUMBER 7");
    }

    @Test
    void a_formula_is_computed_beside_a_picture_that_is_damaged() throws Exception {
        String picture = "xl/media/image1.png";
        Path file = RawXlsx.of("<row r='1'><c r='A1'><v>2</v></c><c r='B1'><f>A1*3</f></c></row>")
                .with(picture, "nothing that any sheet needs")
                .write(file());
        byte[] bytes = Files.readAllBytes(file);
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(picture) + picture.length();
        Arrays.fill(bytes, data, data + 4, (byte) 0xff);
        Files.write(file, bytes);

        Grids.Contents contents = Grids.contents(file);

        assertThat(Cells.of(contents.sheets())).isEqualTo("A1 NUMBER 2, B1 NUMBER 6 COMPUTED");
        assertThat(contents.damagedParts()).containsExactly(picture);
    }

    @ParameterizedTest
    @CsvSource({"'<!-- ', ' -->'", "'<?x ', '?>'", "'<sheetPr codeName=\"', '\"/>'", "'<', '/>'"})
    void a_tag_or_comment_without_end_takes_no_memory(String start, String end) throws Exception {
        String sheet = "<worksheet xmlns='" + RawXlsx.MAIN + "'>" + start + "a".repeat(40_000_000) + end
                + "<sheetData/></worksheet>";
        Path file = RawXlsx.of("").with("xl/worksheets/sheet1.xml", sheet).write(file());
        assertThat(Cells.finding(file)).matches("too-large: > 1000000 ký tự|unreadable-file: .*");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void xml_may_be_in_any_encoding_that_it_names(String encoding) throws Exception {
        String sheet = "<?xml version='1.0' encoding='" + encoding + "'?><worksheet xmlns='" + RawXlsx.MAIN
                + "'><sheetData><row><c t='str'><v>cà phê</v></c></row></sheetData></worksheet>";
        RawXlsx workbook = RawXlsx.of("").with("xl/worksheets/sheet1.xml", sheet.getBytes(Charset.forName(encoding)));
        assertThat(cells(workbook)).isEqualTo("A1 TEXT cà phê");
    }

    @Test
    void a_formula_that_nobody_can_compute_is_an_error() throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1'><c r='A1'><f>[1]Tong!A1</f></c></row>")))
                .startsWith("A1 ERROR =");
    }

    @Test
    void a_formula_that_reads_another_workbook_is_marked() throws Exception {
        String rows = "<row r='1'><c r='A1'><f>[1]Tong!A1</f><v>5</v></c><c r='B1'><f>'[2]Biểu 1'!B2+1</f><v>6</v></c>"
                + "<c r='C1'><f>SUM(Bảng1[Cột 2])</f><v>7</v></c><c r='D1' t='str'><f>\"[1]x!\"</f><v>x</v></c></row>";
        assertThat(cells(RawXlsx.of(rows))).isEqualTo("A1 NUMBER 5 LINKED, B1 NUMBER 6 LINKED, C1 NUMBER 7, D1 TEXT x");
    }

    @Test
    void error_values_and_what_is_no_number_are_errors() throws Exception {
        String rows = "<row r='1'><c r='A1' t='e'><v>#DIV/0!</v></c><c r='B1'><v>NaN</v></c>"
                + "<c r='C1' t='e'><f>A1</f><v>#REF!</v></c><c r='D1'><v>1e999</v></c></row>";
        assertThat(cells(RawXlsx.of(rows)))
                .isEqualTo("A1 ERROR #DIV/0!, B1 ERROR NaN, C1 ERROR #REF!, D1 ERROR Infinity");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"Ngày\" dd \"tháng\" mm \"năm\" yyyy', DATE 2023-01-15",
        "'\"Tháng\" mm/yyyy', DATE 2023-01-15",
        "'\"Kỳ\" d', DATE 2023-01-15",
        "'[$-42A]dd/mm/yyyy', DATE 2023-01-15",
        "'[h]:mm', DATE 2023-01-15",
        "'0.00%', NUMBER 44941 PERCENT",
        "'0\\%', NUMBER 44941",
        "'#,##0 \"đồng\"', NUMBER 44941",
        "'[Red]#,##0;[Blue]-#,##0', NUMBER 44941",
        "'General', NUMBER 44941",
        "'@', NUMBER 44941"
    })
    void the_format_tells_dates_and_percentages(String format, String cell) throws Exception {
        String rows = "<row r='1'><c r='A1' s='1'><v>44941</v></c></row>";
        assertThat(cells(RawXlsx.of(rows).formats(format))).isEqualTo("A1 " + cell);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01",
        "59, 1900-02-28",
        "60, 60",
        "61, 1900-03-01",
        "44941.999999999, 2023-01-15",
        "-1, -1",
        "0.5, 0.5",
        "2958465, 9999-12-31",
        "2958466, 2958466"
    })
    void days_are_those_of_the_calendar(String serial, String day) throws Exception {
        String rows = "<row r='1'><c r='A1' s='1'><v>" + serial + "</v></c></row>";
        assertThat(cells(RawXlsx.of(rows).formats("dd/mm/yyyy"))).isEqualTo("A1 DATE " + day);
    }

    @Test
    void days_can_count_from_1904() throws Exception {
        String rows = "<row r='1'><c r='A1' s='1'><v>43479</v></c></row>";
        assertThat(cells(RawXlsx.of(rows, "<workbookPr date1904='1'/>").formats("dd/mm/yyyy")))
                .isEqualTo("A1 DATE 2023-01-15");
    }

    @Test
    void days_can_be_text_by_the_standard() throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1'><c r='A1' t='d'><v>2023-12-14T00:00:00Z</v></c></row>")))
                .isEqualTo("A1 DATE 2023-12-14");
    }

    @ParameterizedTest
    @CsvSource({
        "001234567890, 1234567890",
        "079123456789, 79123456789",
        "123456789012, 123456789012",
        "0.30000000000000004, 0.3",
        "5.59, 5.59",
        "5.590, 5.59",
        "1E+3, 1000",
        "-0, 0",
        "123456789012345678, 123456789012346000"
    })
    void numbers_keep_fifteen_digits_in_plain_writing(String stored, String number) throws Exception {
        assertThat(cells(RawXlsx.of("<row r='1'><c r='A1'><v>" + stored + "</v></c></row>")))
                .isEqualTo("A1 NUMBER " + number);
    }

    @Test
    void cells_without_addresses_follow_each_other() throws Exception {
        assertThat(cells(RawXlsx.of("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r='5'><c><v>5</v></c></row>")))
                .isEqualTo("A1 NUMBER 1, C1 NUMBER 3, A5 NUMBER 5");
    }

    @Test
    void text_may_be_shared_in_runs_or_in_the_cell() throws Exception {
        String rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>x &lt; y</t></is></c>"
                + "<c r='C1' t='b'><v>1</v></c><c r='D1' t='s'><v>1</v></c></row>";
        RawXlsx workbook = RawXlsx.of(rows)
                .with(
                        "xl/sharedStrings.xml",
                        "<sst xmlns='" + RawXlsx.MAIN
                                + "'><si><r><t>Văn </t></r><r><rPr><b/></rPr><t><![CDATA[phòng]]></t></r>"
                                + "<rPh><t>không đọc</t></rPh></si><si><t>a_x000A_b&#x1F600;</t></si></sst>");
        assertThat(cells(workbook)).isEqualTo("A1 TEXT Văn phòng, B1 TEXT x < y, C1 LOGICAL TRUE, D1 TEXT a\nb😀");
    }

    @Test
    void strict_and_prefixed_workbooks_are_read() throws Exception {
        String strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        String relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        RawXlsx workbook = RawXlsx.of("")
                .with(
                        "xl/workbook.xml",
                        "<x:workbook xmlns:x='" + strict + "' xmlns:q='" + relations
                                + "'><x:sheets><x:sheet name='S' q:id='rId0' state='veryHidden'/></x:sheets></x:workbook>")
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<x:worksheet xmlns:x='" + strict + "'><x:sheetData><x:row><x:c><x:v>4</x:v></x:c></x:row>"
                                + "</x:sheetData><x:mergeCells><x:mergeCell ref='A1:B2'/></x:mergeCells></x:worksheet>");
        assertThat(cells(workbook)).isEqualTo("A1 NUMBER 4");
        Grid grid = Grids.read(file()).get(0);
        assertThat(grid.isHidden()).isTrue();
        assertThat(grid.merges()).containsExactly(new Grid.Merge(0, 1, 0, 1));
    }

    @Test
    void a_legacy_font_turns_its_text_into_unicode() throws Exception {
        String rows = "<row r='1'><c r='A1' t='s' s='1'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                + "<c r='C1' t='s'><v>2</v></c><c r='D1' t='s'><v>3</v></c></row>";
        RawXlsx workbook = RawXlsx.of(rows)
                .with(
                        "xl/styles.xml",
                        "<styleSheet xmlns='" + RawXlsx.MAIN + "'><fonts><font><name val='Calibri'/></font>"
                                + "<font><name val='.VnTime'/></font></fonts><cellXfs><xf numFmtId='0' fontId='0'/>"
                                + "<xf numFmtId='0' fontId='1'/></cellXfs></styleSheet>")
                .with(
                        "xl/sharedStrings.xml",
                        "<sst xmlns='" + RawXlsx.MAIN + "'><si><t>§­êng</t></si>"
                                + "<si><r><rPr><rFont val='.VnTimeH'/></rPr><t>tæng </t></r>"
                                + "<r><rPr><rFont val='.VnTime'/></rPr><t>sè</t></r></si>"
                                + "<si><t>Công an</t></si><si><t>Đường</t></si></sst>");
        assertThat(cells(workbook))
                .isEqualTo("A1 TEXT Đường CONVERTED, B1 TEXT TỔNG số CONVERTED, C1 TEXT Công an, D1 TEXT Đường");
        assertThat(Grids.read(file()).get(0).row(0).get(0))
                .extracting(Grid.Cell::original)
                .isEqualTo("§­êng");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet xmlns='" + RawXlsx.MAIN + "'><sheetData/></worksheet>",
                "<worksheet xmlns='" + RawXlsx.MAIN
                        + "'><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>",
                "<worksheet xmlns='" + RawXlsx.MAIN + "'><sheetData>",
                "<worksheet xmlns='" + RawXlsx.MAIN + "'><sheetData></row></sheetData></worksheet>",
                "<worksheet xmlns='" + RawXlsx.MAIN + "'><sheetData/></worksheet><worksheet/>",
                "<worksheet xmlns='" + RawXlsx.MAIN
                        + "'><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"
                        + "</sheetData></worksheet>",
                "<worksheet xmlns='" + RawXlsx.MAIN
                        + "'><sheetData><row r='1'><c r='A2'><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet xmlns='" + RawXlsx.MAIN
                        + "'><sheetData><row r='1'><c r='A1' t='s'><v>9</v></c></row></sheetData></worksheet>",
                "<html/>",
                ""
            })
    void xml_that_is_damaged_or_hostile_is_refused(String sheet) throws Exception {
        Path file = RawXlsx.of("").with("xl/worksheets/sheet1.xml", sheet).write(file());
        assertThat(Cells.finding(file)).startsWith("unreadable-file");
    }

    @Test
    void a_single_changed_byte_of_packed_content_is_noticed() throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of("../../input-samples/dak-nong/2023/660.xlsx"));
        int read = 0;
        for (int at = 100; at < bytes.length; at += 97) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x10;
            Files.write(file(), changed);
            if (Cells.finding(file()).equals("read")) {
                assertThat(Cells.of(file())).isEqualTo(Cells.of(Path.of("../../input-samples/dak-nong/2023/660.xlsx")));
                read++;
            }
        }
        // Times, comments and parts that are not looked at may change.
        assertThat(read).isLessThan(bytes.length / 97);
    }

    @Test
    void a_million_formatted_but_empty_rows_cost_nothing() throws Exception {
        StringBuilder rows = new StringBuilder(40_000_000);
        for (int row = 1; row <= 1_048_576; row++) {
            rows.append("<row r='").append(row).append("' ht='20'><c s='1'/></row>");
        }
        assertThat(cells(RawXlsx.of(rows.toString()))).isEmpty();
    }

    @Test
    @Tag("thorough")
    void sixty_three_million_empty_cells_in_three_megabytes_take_neither_memory_nor_minutes() throws Exception {
        RawXlsx.of("").write(file());
        byte[] cells = "<c/>".repeat(16_000).getBytes(StandardCharsets.US_ASCII);
        Path bomb = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out);
                java.util.zip.ZipFile from = new java.util.zip.ZipFile(file().toFile())) {
            for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    zip.write(("<worksheet xmlns='" + RawXlsx.MAIN + "'><sheetData>")
                            .getBytes(StandardCharsets.US_ASCII));
                    for (int row = 0; row < 3_900; row++) {
                        zip.write("<row>".getBytes(StandardCharsets.US_ASCII));
                        zip.write(cells);
                        zip.write("</row>".getBytes(StandardCharsets.US_ASCII));
                    }
                    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
                } else {
                    from.getInputStream(entry).transferTo(zip);
                }
            }
        }
        assertThat(Files.size(bomb)).isLessThan(3 << 20);
        assertThat(Cells.finding(bomb)).isEqualTo("too-large: > 400 MB");
    }
}
