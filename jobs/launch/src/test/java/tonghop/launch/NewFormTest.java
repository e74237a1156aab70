package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A form that nobody programmed: a definition and a blank workbook, put into {@code templates/}, are enough. */
class NewFormTest {

    private static final String DEFINITION = """
            form: 12/DT
            title: KẾT QUẢ ĐỐI THOẠI VỚI NHÂN DÂN
            issued-by: Mẫu của tỉnh
            blank: 12-DT.xlsx
            rows: units
            owed:
              - {level: district, periods: [year]}
            columns:
              - {no: 1, measure: dialogues.held, label: Số cuộc đối thoại, unit-of-count: cuộc, nature: flow}
              - {no: 2, measure: dialogues.people, label: Số người tham dự, unit-of-count: người, nature: flow}
              - {no: 3, measure: dialogues.questions, label: Số ý kiến, unit-of-count: ý kiến, nature: flow}
              - {no: 4, measure: dialogues.answered, label: Đã trả lời, unit-of-count: ý kiến, nature: flow}
            rules:
              - {rule: 4 <= 3}
            """;

    private static final String INDICATOR = """
            indicators:
              - id: dialogue-answer-rate
                label: Tỷ lệ ý kiến đã trả lời
                numerator: [dialogues.answered]
                denominator: [dialogues.questions]
                decimals: 1
                better: higher
            """;

    @TempDir
    private Path folder;

    @Test
    void is_read_validated_rolled_up_and_reported() throws Exception {
        Path templates = folder.resolve("templates");
        copy(Tonghop.ROOT.resolve("templates"), templates);
        Files.writeString(templates.resolve("forms/12-DT.yaml"), DEFINITION);
        Files.writeString(templates.resolve("indicators/dialogues.yaml"), INDICATOR);
        try (XSSFWorkbook blank = sheet("{{unit-above}}", "{{unit}}", "{{from}}", "{{to}}")) {
            blank.getSheetAt(0).createRow(8).createCell(1).setCellValue("");
            blank.getSheetAt(0).createRow(9).createCell(1).setCellValue("Tổng số");
            save(blank, templates.resolve("forms/12-DT.xlsx"));
        }
        Tonghop tonghop = Tonghop.in(folder).withTemplates(templates);
        submit(tonghop, "660.xlsx", "THÀNH PHỐ GIA NGHĨA", 4, 320, 50, 40);
        submit(tonghop, "661.xlsx", "HUYỆN ĐĂK GLONG", 6, 180, 30, 25);
        submit(tonghop, "662.xlsx", "HUYỆN CƯ JÚT", 6, 180, 30, 31);

        Tonghop.Ended ended = tonghop.run();

        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said()).contains("662.xlsx: rejected", "'4 <= 3'");
        JsonNode report = tonghop.report("67", "2023");
        assertThat(Tonghop.figure(report, "67", "dialogues.people")
                        .path("value")
                        .asInt())
                .isEqualTo(500);
        assertThat(Tonghop.figure(report, "67", "dialogues.people")
                        .path("reported")
                        .asInt())
                .isEqualTo(2);
        assertThat(Tonghop.figure(report, "67", "dialogues.people")
                        .path("expected")
                        .asInt())
                .isEqualTo(8);
        assertThat(Tonghop.figure(report, "67", "dialogue-answer-rate")
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("81.3");
        try (XSSFWorkbook filled =
                new XSSFWorkbook(Files.newInputStream(tonghop.out().resolve("67/2023/bieu/12-DT.xlsx")))) {
            Row first = filled.getSheetAt(0).getRow(8);
            assertThat(first.getCell(1).getStringCellValue()).isEqualTo("Thành phố Gia Nghĩa");
            assertThat(first.getCell(3).getNumericCellValue()).isEqualTo(320);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A] | [B] | [1] | [2] | [3] = [4] | [4]",
                "(A) | (B) | (1) | (2) | (3) = (4) | (4)",
                "A | B | ( 1 ) | 2 | 3=4 | [4]"
            })
    void is_drafted_written_blank_and_read_however_its_columns_are_numbered(String printed) throws Exception {
        String[] marks = printed.split(" \\| ");
        Path templates = folder.resolve("templates");
        copy(Tonghop.ROOT.resolve("templates"), templates);
        Path blank = templates.resolve("forms/12-DT.xlsx");
        try (XSSFWorkbook drawn = sheet("{{unit-above}}", "{{unit}}", "{{from}}", "{{to}}", marks)) {
            drawn.getSheetAt(0).getRow(0).createCell(5).setCellValue("Biểu số: 12/DT");
            drawn.getSheetAt(0).createRow(8).createCell(1).setCellValue("");
            drawn.getSheetAt(0).createRow(9).createCell(1).setCellValue("Tổng số");
            save(drawn, blank);
        }
        Tonghop tonghop = Tonghop.in(folder).withTemplates(templates);
        String definition = templates.resolve("forms/12-DT.yaml").toString();

        Tonghop.Ended drafted = tonghop.command("forms", "import", blank.toString(), "--out", definition);
        Path filled = folder.resolve("filled");
        Tonghop.Ended written = tonghop.command(
                "forms", "--form", "12/DT", "--unit", "660", "--period", "2023", "--out", filled.toString());

        assertThat(drafted.code()).as(drafted.said()).isZero();
        assertThat(Files.readString(Path.of(definition))).contains("- 3 = 4");
        assertThat(written.code()).as(written.said()).isZero();
        Path sheet = filled.resolve("660_12-DT_2023.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(sheet))) {
            Row row = workbook.getSheetAt(0).getRow(8);
            row.getCell(1).setCellValue("UBND thành phố Gia Nghĩa");
            for (int column = 2; column <= 5; column++) {
                row.getCell(column).setCellValue(10 * Math.min(column, 4));
            }
            save(workbook, sheet);
        }
        JsonNode read = tonghop.json("check", "--json", sheet.toString()).at("/files/0");
        assertThat(read.at("/submissions/0/form").asString())
                .as(read.toString())
                .isEqualTo("12/DT");
        assertThat(read.at("/state").asString()).as(read.toString()).isEqualTo("accepted");
    }

    private static void submit(Tonghop tonghop, String file, String unit, int... values) throws Exception {
        try (XSSFWorkbook workbook = sheet("UBND TỈNH ĐẮK NÔNG", "UBND " + unit, "15/12/2022", "14/12/2023")) {
            Row row = workbook.getSheetAt(0).createRow(8);
            row.createCell(1).setCellValue("UBND " + unit);
            for (int column = 0; column < values.length; column++) {
                row.createCell(2 + column).setCellValue(values[column]);
            }
            save(workbook, tonghop.inbox().resolve(file));
        }
    }

    private static XSSFWorkbook sheet(String above, String unit, String from, String to) {
        return sheet(above, unit, from, to, "A", "B", "1", "2", "3", "4");
    }

    private static XSSFWorkbook sheet(String above, String unit, String from, String to, String... marks) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("12-DT");
        sheet.createRow(0).createCell(0).setCellValue(above);
        sheet.createRow(1).createCell(0).setCellValue(unit);
        sheet.createRow(3).createCell(0).setCellValue("KẾT QUẢ ĐỐI THOẠI VỚI NHÂN DÂN");
        sheet.createRow(4).createCell(0).setCellValue("Số liệu tính từ ngày %s đến ngày %s".formatted(from, to));
        Row header = sheet.createRow(6);
        Row numbers = sheet.createRow(7);
        String[] labels = {"TT", "Đơn vị", "Số cuộc", "Số người", "Số ý kiến", "Đã trả lời"};
        for (int column = 0; column < labels.length; column++) {
            header.createCell(column).setCellValue(labels[column]);
            numbers.createCell(column).setCellValue(marks[column]);
        }
        return workbook;
    }

    private static void save(XSSFWorkbook workbook, Path file) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
