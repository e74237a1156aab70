package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tonghop.catalogue.Catalogue;
import tonghop.domain.form.Form;
import tonghop.domain.form.ReadFile;
import tonghop.domain.form.Submission;
import tonghop.ingest.FileReader;
import tonghop.ingest.table.Blanks;

/**
 * The official forms as they were published, misprints included and without their numbers, are those of the catalogue.
 */
class OfficialSheetsTest {

    private static final Catalogue CATALOGUE = Catalogue.read(Tonghop.ROOT.resolve("templates"));

    @TempDir
    private Path folder;

    static Stream<OfficialForm> forms() throws IOException {
        return OfficialForm.all().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void are_known_by_title_and_read_by_their_headings(OfficialForm official) throws Exception {
        Path file = folder.resolve("bieu.xlsx");
        List<OfficialForm.Column> figures = official.columns().stream()
                .filter(column -> !column.path().contains("Ghi chú"))
                .toList();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(official.draw(folder)));
                OutputStream out = Files.newOutputStream(file)) {
            fill(workbook.getSheetAt(0), figures.size(), official.isOf2024());
            workbook.write(out);
        }

        ReadFile read = new FileReader(CATALOGUE.definitions(), Blanks.of(CATALOGUE::blank)).read(file, "660.xlsx", "");

        assertThat(read.submissions()).as(read.findings().toString()).hasSize(1);
        Submission submission = read.submissions().get(0);
        assertThat(submission.form().id())
                .isEqualTo(official.file().replaceAll("(?:TT2024_)?([A-Z]+)(\\d\\d).*", "$2/$1"));
        Map<Integer, BigDecimal> expected = new TreeMap<>();
        for (Form.Column column : submission.form().columns()) {
            expected.put(column.no(), BigDecimal.valueOf(100L + expected.size()));
        }
        Map<Integer, BigDecimal> values = new TreeMap<>();
        submission.rows().get(0).entries().forEach((column, entry) -> values.put(column, entry.value()));
        assertThat(values).isEqualTo(expected).hasSameSizeAs(figures);
    }

    private static void fill(XSSFSheet sheet, int figures, boolean isOf2024) {
        sheet.getRow(1)
                .getCell(0)
                .setCellValue(
                        isOf2024
                                ? "Số liệu tính từ ngày 15/12/2023 đến ngày 14/3/2024"
                                : "Số liệu tính từ ngày 15/12/2022 đến ngày 14/12/2023");
        int numbers = 0;
        while (sheet.getRow(numbers) == null
                || sheet.getRow(numbers).getCell(0) == null
                || !sheet.getRow(numbers).getCell(0).toString().equals("MS")) {
            numbers++;
        }
        Row row = sheet.createRow(numbers + 1);
        row.createCell(0).setCellValue("Thành phố Gia Nghĩa");
        for (int column = 0; column < figures; column++) {
            row.createCell(column + 1).setCellValue(100.0 + column);
        }
    }
}
