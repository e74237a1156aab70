package tonghop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random sheets, written by POI in both of its formats, read back as they were. */
class SameInEveryFormatTest {

    private static final String[] TEXTS = {"Đơn vị", "Tổng số\nđơn", "05", "1.673", "a;b,c\t\"d\"", "<&>", " x "};
    private static final String[] FORMATS = {"General", "0.00%", "dd/mm/yyyy", "#,##0", "\"Tháng\" mm/yyyy", "@"};

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_random_sheet_reads_as_in_the_model(long seed) throws Exception {
        Path xlsx = write(new XSSFWorkbook(), new Random(seed), folder.resolve("a.xlsx"));
        Path xls = write(new HSSFWorkbook(), new Random(seed), folder.resolve("a.xls"));
        String cells = Cells.of(xlsx);
        assertThat(cells).isEqualTo(Cells.of(PoiGrids.read(xlsx))).isEqualTo(Cells.of(xls));
        assertThat(Grids.read(xls).get(0))
                .isEqualTo(PoiGrids.read(xls).get(0))
                .isEqualTo(Grids.read(xlsx).get(0));
    }

    private static Path write(Workbook workbook, Random random, Path file) throws IOException {
        Sheet sheet = workbook.createSheet("Biểu " + random.nextInt(9));
        CellStyle[] styles = new CellStyle[FORMATS.length];
        for (int index = 0; index < styles.length; index++) {
            styles[index] = workbook.createCellStyle();
            styles[index].setDataFormat(workbook.createDataFormat().getFormat(FORMATS[index]));
        }
        for (int rows = random.nextInt(30); rows > 0; rows--) {
            int at = random.nextInt(60);
            var row = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
            row.setZeroHeight(random.nextInt(6) == 0);
            for (int cells = random.nextInt(12); cells > 0; cells--) {
                fill(row.createCell(random.nextInt(40)), random, styles);
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(random.nextInt(5), 5 + random.nextInt(5), random.nextInt(3), 3));
        sheet.setColumnHidden(random.nextInt(40), true);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Cell cell, Random random, CellStyle[] styles) {
        int style = random.nextInt(styles.length);
        cell.setCellStyle(styles[style]);
        switch (random.nextInt(6)) {
            case 0 -> cell.setCellValue(TEXTS[random.nextInt(TEXTS.length)]);
            case 1 -> cell.setCellValue(random.nextBoolean());
            case 2 -> cell.setCellErrorValue(FormulaError.REF.getCode());
            // POI's model knows no 'Tháng' as a date; whole days only, for it rounds to the nearest.
            case 3 -> setNumber(cell, 61 + random.nextInt(60_000), styles);
            case 4 -> setNumber(cell, random.nextInt(1000), new CellStyle[] {styles[0]});
            default ->
                setNumber(cell, random.nextDouble() * Math.pow(10, random.nextInt(12)), new CellStyle[] {styles[1]});
        }
    }

    private static void setNumber(Cell cell, double number, CellStyle[] styles) {
        boolean isUnknownToTheModel = cell.getCellStyle().getDataFormatString().startsWith("\"Tháng");
        if (styles.length == 1 || isUnknownToTheModel) {
            cell.setCellStyle(styles[0]);
        }
        cell.setCellValue(number);
    }
}
