package tonghop.report.returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.domain.finding.Answer;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.form.CellLedger;
import tonghop.domain.form.SubmissionState;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.domain.report.Report.SentSheet;
import tonghop.report.OoxmlSchema;
import tonghop.spreadsheet.XmlText;

/** The copy that goes back is the sender's own workbook, with marks that can be taken out again. */
class ReturnedWorkbookTest {

    private static final Path SAMPLES = Path.of("../../input-samples");
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    static Stream<byte[]> workbooks() throws IOException {
        List<byte[]> workbooks =
                new ArrayList<>(List.of(Nasty.full(), Nasty.prefixed(), Nasty.strict(), Nasty.oddlyWritten()));
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList()) {
                workbooks.add(Files.readAllBytes(file));
            }
        }
        return workbooks.stream();
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void without_our_marks_it_is_the_workbook_of_the_sender(byte[] original) throws Exception {
        List<LocatedFinding> findings = new ArrayList<>();
        for (String sheet : sheetNames(original)) {
            findings.add(finding(FindingCode.NOT_A_NUMBER, sheet, "D4", "nhiều", ""));
            findings.add(finding(FindingCode.RATE_DIFFERS, sheet, "E5", "98", "99"));
            findings.add(finding(FindingCode.RATE_CUT_OFF, sheet, "ZZ4000", "98", "99"));
        }
        assertThat(Unmarked.differences(original, returned(original, findings))).isEmpty();
    }

    @Test
    void another_workbook_is_told_apart() throws Exception {
        byte[] copy = returned(Nasty.oddlyWritten(), List.of());
        assertThat(Unmarked.differences(Nasty.full(), copy)).contains("changed: xl/worksheets/sheet2.xml");
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void the_same_findings_give_the_same_bytes(byte[] original) throws Exception {
        List<LocatedFinding> findings = List.of(finding(FindingCode.NOT_A_NUMBER, "Hai", "D4", "x", ""));
        assertThat(returned(original, findings)).isEqualTo(returned(original, findings));
    }

    @Test
    void each_finding_is_a_note_at_its_cell_and_a_note_of_the_sender_stays() throws Exception {
        byte[] copy = returned(
                Nasty.full(),
                List.of(
                        finding(FindingCode.NOT_A_NUMBER, Nasty.QUOTED_NAME, "D4", "x", ""),
                        finding(FindingCode.RATE_DIFFERS, Nasty.QUOTED_NAME, "A5", "98", "99"),
                        finding(FindingCode.NO_ROWS, Nasty.QUOTED_NAME, "C8", "", ""),
                        finding(FindingCode.NOT_A_NUMBER, "Hai", "J20", "y", "")));
        try (XSSFWorkbook workbook = open(copy)) {
            Sheet first = workbook.getSheet(Nasty.QUOTED_NAME);
            assertThat(first.getCellComment(new CellAddress("D4")).getString().getString())
                    .isEqualTo("Ghi chú của đơn vị");
            assertThat(first.getCellComment(new CellAddress("A5")).getString().getString())
                    .isEqualTo("[Cảnh báo] lời của rate-differs");
            assertThat(first.getCellComment(new CellAddress("A7")).getString().getString())
                    .as("the first of merged cells")
                    .contains("no-rows");
            assertThat(workbook.getSheet("Hai")
                            .getCellComment(new CellAddress("J20"))
                            .getAuthor())
                    .isEqualTo("Tonghop");
        }
    }

    @Test
    void the_first_sheet_leads_to_the_cells_and_takes_answers() throws Exception {
        byte[] copy = returned(
                Nasty.full(),
                List.of(
                        finding(FindingCode.RATE_DIFFERS, "Hai", "A1", "98", "99"),
                        finding(
                                FindingCode.AMBIGUOUS_UNIT,
                                Nasty.QUOTED_NAME,
                                "D4",
                                "Tân Lập",
                                "66001 Xã Tân Lập, 66002 Phường Tân Lập")));
        try (XSSFWorkbook workbook = open(copy)) {
            Sheet result = workbook.getSheetAt(0);
            assertThat(result.getSheetName()).isEqualTo("Kết quả kiểm tra");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(text(result))
                    .contains("TRẢ LẠI: 1 lỗi", "TH-0123-4567-89AB", "10:04:05 ngày 02/01/2026", SHA256);
            assertThat(result.getHyperlinkList())
                    .extracting(link -> link.getAddress())
                    .containsExactly("'Bà Rịa''s & \"Đất Đỏ\"'!D4", "'Hai'!A1");
            assertThat(choices(result))
                    .containsExactly(
                            List.of("66001 Xã Tân Lập", "66002 Phường Tân Lập"),
                            List.of(
                                    "Số liệu đúng, đã kiểm tra lại",
                                    "Số liệu ước tính",
                                    "Thay đổi cách tính",
                                    "Sẽ sửa ở kỳ sau",
                                    "Khác (ghi rõ)"));
            assertThat(workbook.getName("Vung").getSheetIndex()).isEqualTo(2);
            assertThat(workbook.isStructureLocked()).isTrue();
        }
    }

    @Test
    void an_answer_given_before_stands_there_again() throws Exception {
        LocatedFinding asked = finding(FindingCode.RATE_DIFFERS, "Hai", "A1", "98", "99");
        String key = asked.finding().key();
        Finding answered = asked.finding().answeredBy(Map.of(key, new Answer(key, "Số liệu ước tính", "theo sổ tay")));
        byte[] copy = returned(Nasty.full(), List.of(new LocatedFinding(answered, "vi", "en")));
        try (XSSFWorkbook workbook = open(copy)) {
            assertThat(text(workbook.getSheetAt(0))).contains("Số liệu ước tính", "theo sổ tay", key);
        }
    }

    @Test
    void many_of_one_kind_are_told_once_before_they_are_listed() throws Exception {
        List<LocatedFinding> findings = new ArrayList<>();
        for (int row = 1; row <= 11; row++) {
            findings.add(finding(FindingCode.NOT_A_NUMBER, "Hai", "B" + row, "x", ""));
        }
        try (XSSFWorkbook workbook = open(returned(Nasty.full(), findings))) {
            assertThat(text(workbook.getSheetAt(0))).contains("SỬA TRƯỚC", "B1, B2, B3, B4, B5 …");
            assertThat(workbook.getSheetAt(0).getHyperlinkList()).hasSize(12);
        }
        try (XSSFWorkbook workbook = open(returned(Nasty.full(), findings.subList(0, 10)))) {
            assertThat(text(workbook.getSheetAt(0))).doesNotContain("SỬA TRƯỚC");
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void a_copy_that_is_sent_again_comes_back_with_the_new_marks_alone(byte[] original) throws Exception {
        List<LocatedFinding> first = new ArrayList<>();
        List<LocatedFinding> second = new ArrayList<>();
        for (String sheet : sheetNames(original)) {
            first.add(finding(FindingCode.NOT_A_NUMBER, sheet, "D5", "nhiều", ""));
            first.add(finding(FindingCode.RATE_DIFFERS, sheet, "E5", "98", "99"));
            second.add(finding(FindingCode.NEGATIVE_VALUE, sheet, "D5", "-1", ""));
        }
        byte[] again = returned(returned(original, first), second);
        Map<String, byte[]> parts = Unmarked.parts(again);
        assertThat(Unmarked.parts(returned(original, second)).keySet()).isEqualTo(parts.keySet());
        assertThat(sheetNames(again)).containsExactlyElementsOf(sheetNames(returned(original, second)));
        parts.forEach((name, xml) -> assertThat(XmlText.plain(Unmarked.utf8(xml)))
                .as(name)
                .doesNotContain("lời của not-a-number", "tonghop:warning"));
    }

    @Test
    void what_the_sender_wrote_never_becomes_a_formula() throws Exception {
        String evil = "=cmd|' /C calc'!A0";
        byte[] copy = returned(Nasty.full(), List.of(finding(FindingCode.NOT_A_NUMBER, "Hai", "A1", evil, "\u0000+1")));
        try (XSSFWorkbook workbook = open(copy)) {
            List<Cell> cells = new ArrayList<>();
            workbook.getSheetAt(0).forEach(row -> row.forEach(cells::add));
            assertThat(cells).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
            assertThat(cells)
                    .filteredOn(cell -> cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals(evil))
                    .isNotEmpty()
                    .allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void a_file_in_another_format_comes_back_with_its_values() throws Exception {
        Path csv = Files.writeString(folder.resolve("a.csv"), "a;b");
        CopiedSheet sheet = new CopiedSheet(
                "a/b:c",
                List.of(
                        new CopiedSheet.Cell(2, 1, "98%", new BigDecimal("0.98"), CopiedSheet.Shown.PERCENT),
                        new CopiedSheet.Cell(0, 0, "=1+1", null, CopiedSheet.Shown.PLAIN),
                        new CopiedSheet.Cell(0, 1, "2023-12-14", new BigDecimal("45274"), CopiedSheet.Shown.DATE)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReturnedWorkbook.write(csv, checked(List.of()), () -> List.of(sheet), out);
        assertThat(OoxmlSchema.problems(out.toByteArray())).isEmpty();
        try (XSSFWorkbook workbook = open(out.toByteArray())) {
            Sheet values = workbook.getSheetAt(1);
            assertThat(values.getSheetName()).isEqualTo("a_b_c");
            assertThat(values.getRow(0).getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(values.getRow(0).getCell(1).getLocalDateTimeCellValue()).hasToString("2023-12-14T00:00");
            assertThat(values.getRow(2).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("0.00%");
        }
    }

    @Test
    void a_file_that_cannot_be_opened_comes_back_as_the_first_sheet_alone() throws Exception {
        byte[] copy = returned("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), List.of());
        try (XSSFWorkbook workbook = open(copy)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void a_workbook_that_is_damaged_in_any_part_comes_back_with_its_values(byte[] original) throws Exception {
        Path file = Files.write(folder.resolve("a.xlsm"), original);
        CopiedSheet sheet = new CopiedSheet(
                "Hai", List.of(new CopiedSheet.Cell(0, 0, "", BigDecimal.TEN, CopiedSheet.Shown.PLAIN)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReturnedWorkbook.Kind kind = ReturnedWorkbook.write(
                file,
                checked(List.of(finding(FindingCode.DAMAGED_PART, "Hai", "A1", "xl/media/image1.png", ""))),
                () -> List.of(sheet),
                out);
        assertThat(kind.nameOf("a.xlsm")).isEqualTo("a.xlsm.xlsx");
        try (XSSFWorkbook workbook = open(out.toByteArray())) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            assertThat(text(workbook.getSheetAt(0))).contains("xl/media/image1.png");
            assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getNumericCellValue())
                    .isEqualTo(10);
        }
    }

    /** One byte in the data of each part, in the checksum, the size and the method of each, and parts without sense. */
    static Stream<byte[]> damaged() throws IOException {
        List<byte[]> damaged = new ArrayList<>();
        byte[] whole = Nasty.full();
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        for (String part : Unmarked.parts(whole).keySet()) {
            int entry = text.lastIndexOf("PK\u0001\u0002", text.lastIndexOf(part));
            for (int offset : new int[] {10, 16, 24}) {
                damaged.add(changed(whole, entry + offset));
            }
            damaged.add(changed(whole, text.indexOf(part) + part.length() + 3));
        }
        damaged.add(Nasty.withoutSense());
        return damaged.stream();
    }

    private static byte[] changed(byte[] whole, int at) {
        byte[] zip = whole.clone();
        zip[at] ^= 0x55;
        return zip;
    }

    @Test
    void what_fails_while_the_copy_is_written_is_no_fault_of_the_sender() throws Exception {
        Path file = Files.write(folder.resolve("original"), Nasty.full());
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> ReturnedWorkbook.write(file, checked(List.of()), List::of, full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void names_of_files_cannot_lead_elsewhere() {
        assertThat(ReturnedCopies.safe("dak-nong/2023/Biểu 01.xlsx")).isEqualTo("dak-nong/2023/Biểu 01.xlsx");
        assertThat(ReturnedCopies.safe("../../etc/passwd")).doesNotContain("..");
        assertThat(ReturnedCopies.safe("a/con.xlsx/b\u0007:c\\d.xls")).matches("a/_con\\.xlsx~\\w+/b__c_d\\.xls~\\w+");
        assertThat(ReturnedCopies.safe("a\u202exslx.exe")).matches("a_xslx\\.exe~\\w+");
        assertThat(ReturnedCopies.safe("ệ".repeat(300))).hasSizeLessThan(100);
        assertThat(ReturnedCopies.safe("a?")).isNotEqualTo(ReturnedCopies.safe("a*"));
    }

    private static List<List<String>> choices(Sheet sheet) {
        List<List<String>> choices = new ArrayList<>();
        for (DataValidation validation : sheet.getDataValidations()) {
            String[] range = validation
                    .getValidationConstraint()
                    .getFormula1()
                    .replace("$", "")
                    .split(":", -1);
            CellAddress first = new CellAddress(range[0]);
            CellAddress last = new CellAddress(range[1]);
            List<String> texts = new ArrayList<>();
            for (int row = first.getRow(); row <= last.getRow(); row++) {
                for (int column = first.getColumn(); column <= last.getColumn(); column++) {
                    texts.add(sheet.getRow(row).getCell(column).getStringCellValue());
                }
            }
            choices.add(texts);
        }
        return choices;
    }

    private static String text(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        for (Row row : sheet) {
            row.forEach(cell -> text.append(cell).append('\n'));
        }
        return text.toString();
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    /** Read from the part itself: POI does not open every one of these. */
    private static List<String> sheetNames(byte[] workbook) throws IOException {
        String xml =
                Unmarked.utf8(Objects.requireNonNull(Unmarked.parts(workbook).get("xl/workbook.xml")));
        return Pattern.compile("<(?:x:)?sheet [^>]*?name=\"([^\"]*)\"")
                .matcher(xml)
                .results()
                .map(match -> XmlText.plain(match.group(1)))
                .toList();
    }

    private static LocatedFinding finding(FindingCode code, String sheet, String cell, String value, String expected) {
        Place place = new Place("660", "01/TCD", "2023", "a.xlsx", sheet, cell);
        return new LocatedFinding(
                Finding.of(
                        code,
                        place,
                        Stream.concat(
                                        code.value().map(fact -> fact.is(value)).stream(),
                                        code.expected().map(fact -> fact.is(expected)).stream())
                                .toArray(Fact.Said[]::new)),
                "lời của " + code.code(),
                "en");
    }

    private static CheckedFile checked(List<LocatedFinding> findings) {
        SentSheet sheet = new SentSheet(
                "a.xlsx",
                SHA256,
                "Hai",
                "01/TCD",
                "660",
                "2023",
                SubmissionState.REJECTED,
                new CellLedger(1, 2, 3, 4, 5));
        return new CheckedFile(
                "a.xlsx",
                SHA256,
                Instant.parse("2026-01-02T03:04:05Z"),
                List.of(sheet),
                findings,
                Map.of("660", "Thành phố Gia Nghĩa"));
    }

    /** Nothing of ours breaks the schema; what of the sender's breaks it stays. */
    private static void assertValid(byte[] original, byte[] copy) throws IOException {
        List<String> own = original[0] == 'P' ? OoxmlSchema.problems(original) : List.of();
        assertThat(OoxmlSchema.problems(copy)).isSubsetOf(own);
    }

    private byte[] returned(byte[] original, List<LocatedFinding> findings) throws IOException {
        Path file = Files.write(folder.resolve("original"), original);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReturnedWorkbook.write(file, checked(findings), List::of, out);
        assertThat(file).hasBinaryContent(original);
        assertValid(original, out.toByteArray());
        return out.toByteArray();
    }
}
