package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout of the analyst's workbook belongs to the province. */
class ReportLayoutTest {

    @TempDir
    private Path folder;

    private Tonghop tonghop;
    private Path layout;

    @BeforeEach
    void copy_the_templates() throws Exception {
        Path templates = folder.resolve("templates");
        Tonghop.copy(Tonghop.ROOT.resolve("templates"), templates);
        layout = templates.resolve("reports/tong-hop.xlsx");
        tonghop = Tonghop.in(folder).withTemplates(templates);
        tonghop.send("input-samples/dak-nong/2023", "660.xlsx", "67.xlsx");
    }

    @Test
    void sheets_and_columns_may_be_renamed_moved_and_left_out() throws IOException {
        edit(workbook -> {
            workbook.setSheetName(workbook.getSheetIndex("Chỉ số"), "Tỷ lệ của tỉnh");
            workbook.removeSheetAt(workbook.getSheetIndex("Biểu đồ"));
            XSSFSheet rates = workbook.getSheet("Tỷ lệ của tỉnh");
            cell(rates, "{{indicator.low}}").setBlank();
            cell(rates, "{{indicator.numerator}}").setCellValue("{{indicator.low}}");
            cell(rates, "{{indicator.high}}").setCellValue("{{indicator.numerator}}");
            cell(workbook.getSheet("Chỉ tiêu"), "{{measure.id}}").setBlank();
        });
        assertThat(tonghop.run().code()).isZero();
        try (XSSFWorkbook written = written()) {
            Cell rate = row(written.getSheet("Tỷ lệ của tỉnh"), "Tỷ lệ giải quyết vụ việc khiếu nại")
                    .getCell(1);
            assertThat(rate.getCellFormula()).matches("IF\\(D(\\d+)=0,\"\",ROUND\\(M\\1/D\\1\\*100,2\\)\\)");
            assertThat(rate.getNumericCellValue()).isEqualTo(72.73);
            assertThat(written.getSheet("Biểu đồ")).isNull();
        }
    }

    @Test
    void a_rate_without_the_cells_of_its_formula_is_a_number() throws IOException {
        edit(workbook ->
                cell(workbook.getSheet("Chỉ số"), "{{indicator.denominator}}").setBlank());
        assertThat(tonghop.run().code()).isZero();
        try (XSSFWorkbook written = written()) {
            Cell rate = row(written.getSheet("Chỉ số"), "Tỷ lệ giải quyết vụ việc khiếu nại")
                    .getCell(1);
            assertThat(rate.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(rate.getNumericCellValue()).isEqualTo(72.73);
        }
    }

    @Test
    void a_figure_leads_to_its_cells_and_has_a_name() throws IOException {
        assertThat(tonghop.run().code()).isZero();
        try (XSSFWorkbook written = written()) {
            Cell visits = row(written.getSheet("Chỉ tiêu"), "Tổng số lượt tiếp").getCell(1);
            String[] place = visits.getHyperlink().getAddress().split("!", -1);
            assertThat(place[0]).isEqualTo("'Dữ liệu'");
            Row source = written.getSheet("Dữ liệu").getRow(Integer.parseInt(place[1].replaceAll("\\D", "")) - 1);
            assertThat(source.getCell(0).getStringCellValue()).isEqualTo("Tổng số lượt tiếp");
            assertThat(source.getCell(10).getStringCellValue()).isEqualTo("660.xlsx");
            assertThat(source.getCell(13).getStringCellValue()).hasSize(64);
            assertThat(written.getName("reception.visits").getRefersToFormula())
                    .isEqualTo("'Chỉ tiêu'!$B$" + (visits.getRowIndex() + 1));
            assertThat(written.getSheet("Dữ liệu").getTables()).hasSize(1);
            assertThat(written.getSheet("Biểu đồ").createDrawingPatriarch().getCharts())
                    .isNotEmpty();
        }
    }

    @Test
    void mistakes_are_told_with_their_place_before_anything_is_written() throws IOException {
        edit(workbook -> {
            cell(workbook.getSheet("Chỉ số"), "{{indicator.value}}").setCellValue("{{indicator.valeu}}");
            workbook.getSheet("Bìa").getRow(0).getCell(0).setCellValue("Báo cáo {{unit");
        });
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said())
                .contains("reports/tong-hop.xlsx: Chỉ số!B4", "indicator.value", "reports/tong-hop.xlsx: Bìa!A1");
        assertThat(tonghop.out().resolve("67")).doesNotExist();
    }

    @Test
    void what_is_no_workbook_is_told() throws IOException {
        Files.writeString(layout, "a text");
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("reports/tong-hop.xlsx", "không phải sổ tính", "not a workbook");
    }

    private void edit(Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(layout))) {
            change.accept(workbook);
            try (OutputStream out = Files.newOutputStream(layout)) {
                workbook.write(out);
            }
        }
    }

    private XSSFWorkbook written() throws IOException {
        return new XSSFWorkbook(Files.newInputStream(tonghop.out().resolve("67/2023/tong-hop.xlsx")));
    }

    private static Cell cell(Sheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(text)) {
                    return cell;
                }
            }
        }
        throw new AssertionError(text);
    }

    private static Row row(Sheet sheet, String label) {
        return cell(sheet, label).getRow();
    }
}
