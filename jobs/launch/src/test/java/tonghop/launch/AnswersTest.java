package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A question about a unit's name is asked once, and its answer holds. */
class AnswersTest {

    private static final Path SAMPLE = Tonghop.ROOT.resolve("input-samples/lap-vo/2022/875.xlsx");

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void a_name_without_marks_is_asked_about_and_known_once_an_officer_has_answered() throws Exception {
        Path templates = copyOf(Tonghop.ROOT.resolve("templates"), folder.resolve("templates"));
        Tonghop tonghop = Tonghop.in(folder).withTemplates(templates);
        write("Xã Tân Khánh Trung", "Tan Khanh Trung", tonghop.inbox().resolve("875.xlsx"));

        assertThat(tonghop.run().code()).isEqualTo(1);
        assertThat(tonghop.runFile().path("files").path(0).path("findings").toString())
                .contains("similar-unit", "30181 Xã Tân Khánh Trung");

        assertThat(answer(templates, "Tan Khanh Trung", "--unit", "30181")).isZero();
        assertThat(tonghop.run().code()).isZero();
        JsonNode report = tonghop.report("87", "2022");
        assertThat(Tonghop.figure(report, "30181", "self-managed-groups.pilot-communes")
                        .path("value")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void an_answer_needs_a_unit_that_exists() throws IOException {
        Path templates = copyOf(Tonghop.ROOT.resolve("templates"), folder.resolve("templates"));
        assertThat(answer(templates, "Tan Khanh Trung", "--unit", "99999")).isEqualTo(2);
        assertThat(answer(templates, " ", "--unit", "30181")).isEqualTo(2);
        assertThat(templates.resolve("units/answers.yaml")).doesNotExist();
    }

    @Test
    void the_answer_in_the_returned_workbook_settles_the_question() throws Exception {
        Tonghop tonghop = Tonghop.in(folder);
        Path sent = tonghop.inbox().resolve("875.xlsx");
        write("Xã Tân Khánh Trung", "Tan Khanh Trung", sent);
        assertThat(tonghop.run().code()).isEqualTo(1);

        Path returned = tonghop.out().resolve("87/2022/tra-lai/875.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(returned));
                OutputStream out = Files.newOutputStream(sent)) {
            choose(workbook.getSheetAt(0), "30181 Xã Tân Khánh Trung");
            workbook.write(out);
        }
        assertThat(tonghop.run().code()).isZero();
        assertThat(Tonghop.figure(tonghop.report("87", "2022"), "30181", "self-managed-groups.pilot-communes")
                        .path("value")
                        .asInt())
                .isEqualTo(1);
    }

    /** Into the cell two columns before the key of the only question. */
    private static void choose(Sheet sheet, String candidate) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().matches("[0-9a-f]{16}")) {
                    boolean isQuestion = Stream.of(0, 1, 2, 3, 4, 5, 6, 7)
                            .map(row::getCell)
                            .anyMatch(text -> text != null
                                    && text.getCellType() == CellType.STRING
                                    && text.getStringCellValue().contains("Tan Khanh Trung"));
                    if (isQuestion) {
                        row.createCell(cell.getColumnIndex() - 2).setCellValue(candidate);
                    }
                }
            }
        }
    }

    private static void write(String from, String to, Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(SAMPLE));
                OutputStream out = Files.newOutputStream(file)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().equals(from)) {
                            cell.setCellValue(to);
                        }
                    }
                }
            }
            workbook.write(out);
        }
    }

    private int answer(Path templates, String... arguments) {
        String[] all = Stream.concat(Stream.of("answer", "--templates", templates.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return Application.execute(all, Tonghop.WITHOUT_DATABASE, new PrintWriter(said, true));
    }

    private static Path copyOf(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }
}
