package tonghop.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An official form as it was published, with its misprints.
 *
 * @param file the name of its workbook
 */
record OfficialForm(String file, String title, List<Column> columns) {

    private static final int FIRST_HEADING = 2;

    /**
     * A column.
     *
     * @param mark what stands in the row of column numbers
     * @param path the headings over it, the highest first
     */
    record Column(String mark, List<String> path) {

        private boolean sharesHeading(Column other, int level) {
            return level < path.size()
                    && level < other.path.size()
                    && path.subList(0, level + 1).equals(other.path.subList(0, level + 1));
        }
    }

    /** All forms that {@code official-forms.txt} lists. */
    static List<OfficialForm> all() throws IOException {
        List<OfficialForm> forms = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("form ")) {
                String[] parts = line.substring(5).split(" \\| ", -1);
                forms.add(new OfficialForm(parts[0], parts[1].strip(), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                List<String> path = List.of(line.substring(colon + 2).split(" › ", -1));
                forms.get(forms.size() - 1).columns().add(new Column(line.substring(0, colon), path));
            }
        }
        return forms;
    }

    private static List<String> lines() throws IOException {
        try (InputStream text = Objects.requireNonNull(OfficialForm.class.getResourceAsStream("official-forms.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    boolean isOf2024() {
        return file.startsWith("TT2024");
    }

    /** Draws it as it is published: title, period, headings merged over their columns, the row of numbers. */
    Path draw(Path folder) throws IOException {
        Path path = folder.resolve(file);
        int levels =
                columns.stream().mapToInt(column -> column.path().size()).max().orElse(1);
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(path)) {
            XSSFSheet sheet = workbook.createSheet("Sheet1");
            sheet.createRow(0).createCell(0).setCellValue(title);
            sheet.createRow(1).createCell(0).setCellValue("Số liệu tính từ ngày … đến ngày …");
            for (int level = 0; level < levels; level++) {
                sheet.createRow(FIRST_HEADING + level);
            }
            heading(sheet, "Đơn vị", 0, levels - 1, 0, 0);
            for (int level = 0; level < levels; level++) {
                drawLevel(sheet, level, levels - 1);
            }
            XSSFRow numbers = sheet.createRow(FIRST_HEADING + levels);
            numbers.createCell(0).setCellValue("MS");
            for (int column = 0; column < columns.size(); column++) {
                numbers.createCell(column + 1).setCellValue(columns.get(column).mark());
            }
            sheet.createRow(FIRST_HEADING + levels + 2).createCell(0).setCellValue("27. Ghi chú:");
            workbook.write(out);
        }
        return path;
    }

    private void drawLevel(XSSFSheet sheet, int level, int lastLevel) {
        for (int first = 0; first < columns.size(); ) {
            Column column = columns.get(first);
            int last = first;
            while (last + 1 < columns.size() && column.sharesHeading(columns.get(last + 1), level)) {
                last++;
            }
            if (level < column.path().size()) {
                boolean isLowest = level == column.path().size() - 1;
                heading(sheet, column.path().get(level), level, isLowest ? lastLevel : level, first + 1, last + 1);
            }
            first = last + 1;
        }
    }

    private static void heading(
            XSSFSheet sheet, String text, int firstLevel, int lastLevel, int firstColumn, int lastColumn) {
        int row = FIRST_HEADING + firstLevel;
        sheet.getRow(row).createCell(firstColumn).setCellValue(text);
        if (firstLevel < lastLevel || firstColumn < lastColumn) {
            sheet.addMergedRegion(new CellRangeAddress(row, FIRST_HEADING + lastLevel, firstColumn, lastColumn));
        }
    }
}
