package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.catalogue.Catalogue;
import tonghop.domain.finding.Finding;
import tonghop.domain.finding.FindingCode;
import tonghop.domain.finding.Severity;
import tonghop.domain.form.Form;
import tonghop.domain.form.ReadFile;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.fixtures.LibreOffice;
import tonghop.ingest.FileReader;
import tonghop.ingest.table.Blanks;
import tonghop.report.blank.BlankWorkbook;
import tonghop.validate.Rules;

/** What a blank form says of itself when it has been filled in is what is said of it when it arrives. */
@Tag("thorough")
class LiveChecksTest {

    private static final int FILLINGS_OF_A_FORM = 2;
    private static final List<String> SENDERS = List.of("67", "660", "666");
    private static final Catalogue CATALOGUE = Catalogue.read(Tonghop.ROOT.resolve("templates"));

    @TempDir
    private Path folder;

    @Test
    void agree_with_the_reader_on_every_row_of_every_form() throws Exception {
        LibreOffice office = LibreOffice.in(folder);
        Path written = Files.createDirectories(folder.resolve("written"));
        Path computed = Files.createDirectories(folder.resolve("computed"));
        Map<String, Form> forms = new TreeMap<>();
        for (Form form : CATALOGUE.definitions().forms()) {
            for (int filling = 0; filling < FILLINGS_OF_A_FORM; filling++) {
                String sender = SENDERS.get(forms.size() % SENDERS.size());
                String name = sender + "_" + form.fileName() + "_v" + filling + ".xlsx";
                write(form, sender, filling, written.resolve(name));
                forms.put(name, form);
            }
        }

        office.convert(written, computed, "xlsx");

        Told told = new Told();
        for (Map.Entry<String, Form> file : forms.entrySet()) {
            told.add(compare(computed.resolve(file.getKey()), file.getValue()));
        }
        // The fillings are worth something only if they break rules, and sometimes none.
        assertThat(told.brokenRules).isGreaterThan(100);
        assertThat(told.brokenCells).isGreaterThan(30);
        assertThat(told.warnings).isGreaterThan(30);
        assertThat(told.passed).isGreaterThan(5);
    }

    /** How much of what the fillings had. */
    private static final class Told {

        private int brokenRules;
        private int brokenCells;
        private int warnings;
        private int passed;

        void add(List<Finding> findings) {
            brokenRules += (int) findings.stream()
                    .filter(finding -> finding.isError() && finding.code() == FindingCode.RULE_BROKEN)
                    .count();
            brokenCells += (int) findings.stream()
                    .filter(finding -> finding.isError() && finding.code() != FindingCode.RULE_BROKEN)
                    .count();
            warnings += (int) findings.stream()
                    .filter(finding -> finding.severity() == Severity.WARNING)
                    .count();
            passed += findings.stream().noneMatch(Finding::isError) ? 1 : 0;
        }
    }

    private void write(Form form, String sender, int filling, Path file) throws Exception {
        Period period = Stream.of("2023", "2024")
                .flatMap(code -> CATALOGUE.definitions().calendar().find(code).stream())
                .filter(form::isFor)
                .findFirst()
                .orElseThrow();
        Unit unit = CATALOGUE.definitions().unitsOf(period).get(sender);
        BlankWorkbook.Request request = new BlankWorkbook.Request(
                form, CATALOGUE.blank(form), CATALOGUE.definitions(), unit, period, period.to());
        Random random = new Random(form.id().hashCode() * 31L + filling);
        try (XSSFWorkbook workbook = FilledBlank.of(request, random);
                OutputStream out = Files.newOutputStream(file)) {
            Unvalued.removeValues(workbook);
            workbook.write(out);
        }
    }

    private List<Finding> compare(Path file, Form form) throws Exception {
        String name = String.valueOf(file.getFileName());
        ReadFile read = new FileReader(CATALOGUE.definitions(), Blanks.of(CATALOGUE::blank)).read(file, name, "");
        assertThat(read.submissions()).as(name).hasSize(1);
        assertThat(read.submissions().get(0).form()).isEqualTo(form);
        List<Finding> findings = new ArrayList<>(read.findings());
        read.submissions().forEach(submission -> findings.addAll(new Rules(CATALOGUE.definitions()).check(submission)));
        findings.removeIf(finding -> finding.severity() == Severity.INFO);
        assertThat(findings)
                .as(name + ": findings are in cells")
                .allMatch(f -> f.place().cell() != null);

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            Map<Integer, List<String>> errors = messages(sheet, "LỖI: ");
            Map<Integer, List<String>> warnings = messages(sheet, "CẢNH BÁO: ");
            for (int row = 1; row <= sheet.getLastRowNum() + 1; row++) {
                List<Finding> ofRow = inRow(findings, row);
                String what =
                        "%s row %d: %s, but found %s".formatted(name, row, errors.getOrDefault(row, List.of()), ofRow);
                // A row without a name is said to be nobody's, and a second row of the sender's.
                boolean isNameless = ofRow.stream().anyMatch(finding -> finding.code() == FindingCode.UNKNOWN_UNIT);
                long expected = ofRow.stream().filter(Finding::isError).count() - (isNameless ? 1 : 0);
                assertThat(errors.getOrDefault(row, List.of())).as(what).hasSize((int) expected);
                assertThat(warnings.getOrDefault(row, List.of())).as(what).hasSize((int)
                        ofRow.stream().filter(f -> !f.isError()).count());
            }
            int allErrors = errors.values().stream().mapToInt(List::size).sum();
            int allWarnings = warnings.values().stream().mapToInt(List::size).sum();
            assertThat(verdict(sheet)).as(name).isEqualTo(verdict(allErrors, allWarnings));
            assertThat(allErrors == 0).as(name).isEqualTo(findings.stream().noneMatch(Finding::isError));
        }
        return findings;
    }

    private static String verdict(int errors, int warnings) {
        if (errors > 0) {
            return "CÒN %d LỖI, %d CẢNH BÁO".formatted(errors, warnings);
        }
        return warnings > 0 ? "ĐẠT, CÒN %d CẢNH BÁO".formatted(warnings) : "ĐẠT";
    }

    private static List<Finding> inRow(List<Finding> findings, int row) {
        return findings.stream()
                .filter(finding -> String.valueOf(finding.place().cell())
                        .replaceAll("[A-Z]", "")
                        .equals(Integer.toString(row)))
                .toList();
    }

    /** What the margin says, by the number of the row. */
    private static Map<Integer, List<String>> messages(XSSFSheet sheet, String prefix) {
        Map<Integer, List<String>> messages = new TreeMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.STRING) {
                    for (String message : cell.getStringCellValue().split("; ", -1)) {
                        if (message.startsWith(prefix)) {
                            messages.computeIfAbsent(row.getRowNum() + 1, any -> new ArrayList<>())
                                    .add(message);
                        }
                    }
                }
            }
        }
        return messages;
    }

    private static String verdict(XSSFSheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA
                        && cell.getCachedFormulaResultType() == CellType.STRING
                        && cell.getStringCellValue().matches("ĐẠT.*|CÒN .*|CHƯA .*")) {
                    return cell.getStringCellValue();
                }
            }
        }
        return "";
    }
}
