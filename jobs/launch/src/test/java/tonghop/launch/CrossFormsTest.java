package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tonghop.catalogue.Catalogue;
import tonghop.domain.form.Definitions;
import tonghop.domain.form.Form;
import tonghop.domain.time.Period;
import tonghop.report.blank.BlankWorkbook;
import tools.jackson.databind.JsonNode;

/**
 * Sheets of three districts, filled in on the blanks that they are given and held against each other: those of 660
 * agree in 2023, those of 661 do not, and 662 sent one only.
 */
class CrossFormsTest {

    private static final Catalogue CATALOGUE = Catalogue.read(Tonghop.ROOT.resolve("templates"));
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)(?:=.*)?");
    private static final Map<Integer, Integer> PETITIONS =
            Map.of(1, 8, 5, 2, 6, 5, 7, 1, 8, 8, 9, 7, 11, 4, 12, 2, 13, 1);

    @TempDir
    private static Path folder;

    private static Tonghop tonghop;

    @BeforeAll
    static void run() throws Exception {
        tonghop = Tonghop.in(folder);
        for (String district : List.of("660", "661", "662")) {
            fill(district, "2023", "01/XLD", PETITIONS);
        }
        fill("660", "2023", "02/XLD", Map.of(1, 4, 4, 1, 5, 3, 9, 4, 10, 2, 23, 2));
        fill("660", "2023", "03/XLD", Map.of(11, 2));
        fill("660", "2023", "04/XLD", Map.of(11, 1));
        fill("660", "2023", "02/TCD", Map.of(1, 8, 3, 4, 5, 2, 7, 2));
        fill("660", "2023", "01/KQGQ", Map.of(4, 2));
        fill("661", "2023", "02/XLD", Map.of(1, 4, 4, 1, 5, 3, 9, 3, 10, 2, 23, 2));
        fill("661", "2023", "03/XLD", Map.of(11, 3));
        fill("661", "2023", "04/XLD", Map.of(11, 2));
        fill("661", "2023", "02/TCD", Map.of(1, 9, 3, 5, 5, 2, 7, 2));
        fill("661", "2023", "01/KQGQ", Map.of(4, 1));
        fill("660", "2024-Q1", "01/XLD", Map.of(1, 12, 3, 12, 4, 12, 6, 10, 8, 6, 9, 3, 10, 1));
        fill("660", "2024-Q1", "02/XLD", Map.of(1, 10, 3, 10, 4, 7, 7, 5));
        fill("660", "2024-Q1", "03/XLD", Map.of(1, 10, 3, 10, 4, 7, 7, 3));
        fill("660", "2024-Q2", "02/XLD", Map.of(1, 8, 2, 4, 3, 4, 4, 1));
        fill("660", "2024-Q2", "03/XLD", Map.of(1, 8, 2, 3, 3, 5, 4, 1));
        Tonghop.Ended ended = tonghop.run();
        assertThat(ended.code()).as(ended.said()).isZero();
    }

    @Test
    void tell_of_each_form_that_counts_what_another_counts_otherwise() throws Exception {
        assertThat(told("2023", "forms-disagree"))
                .containsExactlyInAnyOrder(
                        "661: 4, expected 3: Đơn khiếu nại đủ điều kiện xử lý ở 01/XLD bằng ở 02/XLD",
                        "661: 2, expected 3: Đơn tố cáo đủ điều kiện xử lý ở 01/XLD bằng ở 03/XLD",
                        "661: 1, expected 2: Đơn kiến nghị, phản ánh đủ điều kiện xử lý ở 01/XLD bằng ở 04/XLD",
                        "661: 9, expected 8: Đơn nhận qua tiếp công dân (02/TCD) không quá đơn tiếp nhận trong kỳ (01/XLD)",
                        "661: 5, expected 4: Đơn khiếu nại nhận qua tiếp công dân (02/TCD) không quá đơn khiếu nại tiếp nhận trong kỳ (02/XLD)",
                        "661: 2, expected 1: Vụ việc khiếu nại thuộc thẩm quyền đã xử lý (02/XLD) không quá tổng số vụ việc phải giải quyết (01/KQGQ)");
    }

    @Test
    void hold_the_columns_of_2024_against_each_other_too() throws Exception {
        assertThat(told("2024-Q1", "forms-disagree"))
                .containsExactly("660: 6, expected 5: Đơn khiếu nại đủ điều kiện xử lý ở 01/XLD bằng ở 02/XLD");
    }

    @Test
    void tell_where_a_quarter_carries_over_what_the_last_did_not_leave() throws Exception {
        assertThat(told("2024-Q2", "opening-balance-differs"))
                .singleElement()
                .asString()
                .startsWith("660: 4, expected 3");
    }

    /** Puts the blank of {@code unit} into the inbox, with figures in the unit's own row, by column number. */
    private static void fill(String unit, String period, String id, Map<Integer, Integer> figures) throws Exception {
        Definitions definitions = CATALOGUE.definitions();
        Period of = definitions.calendar().find(period).orElseThrow();
        Form form = definitions.form(id, of).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BlankWorkbook.write(
                bytes,
                new BlankWorkbook.Request(
                        form,
                        CATALOGUE.blank(form),
                        definitions,
                        definitions.unitsOf(of).get(unit),
                        of,
                        of.to()),
                Instant.EPOCH);
        String name = "%s_%s_%s.xlsx".formatted(unit, form.fileName(), period);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
                OutputStream out = Files.newOutputStream(tonghop.inbox().resolve(name))) {
            fill(workbook.getSheetAt(0), figures);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
    }

    private static void fill(Sheet sheet, Map<Integer, Integer> figures) {
        for (Row row : sheet) {
            Map<Integer, Integer> columns = new TreeMap<>();
            for (Cell cell : row) {
                Matcher number = NUMBERED.matcher(cell.toString());
                if (number.matches()) {
                    columns.putIfAbsent(Integer.valueOf(number.group(1)), cell.getColumnIndex());
                }
            }
            if (columns.keySet().containsAll(figures.keySet())) {
                Row first = sheet.getRow(row.getRowNum() + 1);
                columns.forEach((number, column) -> {
                    Integer figure = figures.get(number);
                    if (figure != null) {
                        first.getCell(column).setCellValue(figure);
                    }
                });
                return;
            }
        }
        throw new AssertionError("no row of column numbers");
    }

    /** The findings of one rule in the province's report. */
    private static List<String> told(String period, String rule) throws Exception {
        List<String> told = new ArrayList<>();
        for (JsonNode finding : tonghop.report("67", period).path("findings")) {
            if (finding.path("rule").asString().equals(rule)) {
                String message = finding.path("message").path("vi").asString();
                told.add("%s: %s, expected %s: %s"
                        .formatted(
                                finding.path("unit").asString(),
                                finding.path("value").asString(),
                                finding.path("expected").asString(),
                                message.replaceFirst(": bên trái là.*", "")));
            }
        }
        return told;
    }
}
