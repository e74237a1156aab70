package tonghop.report.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.domain.finding.Fact;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Place;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.fixtures.LibreOffice;

/** Another program opens a returned copy: the sender's values are there, and so are our sheet, notes and marks. */
class LibreOfficeTest {

    @TempDir
    private Path folder;

    @Test
    void opens_every_returned_copy() throws Exception {
        LibreOffice office = LibreOffice.in(folder);
        Map<String, byte[]> originals = new LinkedHashMap<>();
        originals.put("full.xlsx", Nasty.full());
        originals.put("prefixed.xlsx", Nasty.prefixed());
        originals.put("strict.xlsx", Nasty.strict());
        originals.put("odd.xlsx", Nasty.oddlyWritten());
        Path sent = Files.createDirectories(folder.resolve("sent"));
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            Path file = Files.write(folder.resolve(original.getKey()), original.getValue());
            write(file, checked(), sent.resolve(original.getKey()));
        }
        Path seen = Files.createDirectories(folder.resolve("seen"));
        office.convert(sent, seen, "xlsx");
        Map<String, String> values;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Nasty.full()))) {
            values = values(workbook, 0);
        }
        for (String name : originals.keySet()) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(seen.resolve(name)))) {
                assertThat(values(workbook, 1)).as(name).isEqualTo(values);
                assertThat(workbook.getSheetName(0)).as(name).isEqualTo("Kết quả kiểm tra");
                assertThat(workbook.getSheetAt(0).getDataValidations()).as(name).hasSize(1);
                Sheet sheet = workbook.getSheet("Hai");
                assertThat(sheet.getCellComment(new CellAddress("J20"))
                                .getString()
                                .getString())
                        .as(name)
                        .contains("Ô phải là số");
                assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                        .as(name)
                        .isEqualTo(2);
                assertThat(workbook.getSheet(Nasty.QUOTED_NAME)
                                .getCellComments()
                                .keySet())
                        .as(name)
                        .containsExactlyInAnyOrder(new CellAddress("D4"), new CellAddress("A5"));
            }
        }
    }

    @Test
    void a_copy_that_it_saved_and_that_is_sent_again_loses_its_old_marks() throws Exception {
        LibreOffice office = LibreOffice.in(folder);
        Path sent = Files.createDirectories(folder.resolve("sent"));
        Path original = Files.write(folder.resolve("full.xlsx"), Nasty.full());
        write(original, checked(), sent.resolve("full.xlsx"));
        Path again = folder.resolve("again.xlsx");
        List<LocatedFinding> one = List.of(finding(FindingCode.RATE_DIFFERS, "Hai", "J20"));
        Path seen = Files.createDirectories(folder.resolve("seen"));
        office.convert(sent, seen, "xlsx");
        write(seen.resolve("full.xlsx"), checked(one), again);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(again))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getName("Vung").getSheetIndex()).isEqualTo(2);
            Sheet sheet = workbook.getSheet("Hai");
            assertThat(sheet.getCellComments().keySet()).containsExactly(new CellAddress("J20"));
            assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(1);
            assertThat(workbook.getSheet(Nasty.QUOTED_NAME).getCellComments().keySet())
                    .containsExactly(new CellAddress("D4"));
        }
    }

    private static void write(Path original, CheckedFile checked, Path copy) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy)) {
            ReturnedWorkbook.write(original, checked, List::of, out);
        }
    }

    private static CheckedFile checked() {
        List<LocatedFinding> findings = new ArrayList<>();
        findings.add(finding(FindingCode.NOT_A_NUMBER, Nasty.QUOTED_NAME, "A5"));
        findings.add(finding(FindingCode.NOT_A_NUMBER, "Hai", "J20"));
        findings.add(finding(FindingCode.RATE_DIFFERS, "Hai", "A1"));
        return checked(findings);
    }

    private static CheckedFile checked(List<LocatedFinding> findings) {
        return new CheckedFile(
                "a.xlsx", "0".repeat(64), Instant.parse("2026-01-02T03:04:05Z"), List.of(), findings, Map.of());
    }

    private static LocatedFinding finding(FindingCode code, String sheet, String cell) {
        Place place = new Place(null, null, null, "a.xlsx", sheet, cell);
        return new LocatedFinding(
                Finding.of(
                        code,
                        place,
                        code.value().stream().map(fact -> fact.is("x")).toArray(Fact.Said[]::new)),
                "Ô phải là số",
                "A number belongs here");
    }

    /** What every cell holds, by sheet and address, from the sheet with that number on. */
    private static Map<String, String> values(XSSFWorkbook workbook, int first) {
        Map<String, String> values = new TreeMap<>();
        for (int index = first; index < workbook.getNumberOfSheets(); index++) {
            Sheet sheet = workbook.getSheetAt(index);
            sheet.forEach(row -> row.forEach(cell -> {
                if (!cell.toString().isEmpty()) {
                    values.put(sheet.getSheetName() + "!" + cell.getAddress(), cell.toString());
                }
            }));
        }
        return values;
    }
}
