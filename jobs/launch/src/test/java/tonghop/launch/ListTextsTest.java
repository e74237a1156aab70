package tonghop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule 13 of the roll-up rules: what stands in the cells of a list may name people, and never comes into a log.
 *
 * <p>Luật Tố cáo 2018 protects who denounces; a list of models is read like any other list.
 */
class ListTextsTest {

    private static final Path LIST = Tonghop.ROOT.resolve("input-samples/lap-vo/2022/875.xlsx");
    private static final String STATE = "đang triển khai";

    private static final int NAME_BEFORE_STATE = 4;

    @TempDir
    private Path folder;

    @Test
    void nothing_of_a_list_is_in_the_log_or_in_what_a_run_says() throws Exception {
        Tonghop tonghop = Tonghop.in(folder);
        tonghop.send(LIST, "accepted.xlsx", workbook -> replace(workbook, NAME_BEFORE_STATE, "Nguyễn Thị Tố Giác"));
        tonghop.send(LIST, "rejected.xlsx", workbook -> replace(workbook, 0, "Trần Văn Khiếu Nại"));
        int code = tonghop.runInProcessOfItsOwn(
                "-Dlogging.level.tonghop=TRACE", "-Dlogging.level.org.springframework.jdbc=DEBUG");
        String said = Files.readString(folder.resolve("run.log"));
        assertThat(code).as(said).isEqualTo(1);
        assertThat(said).contains("rejected.xlsx").doesNotContain("Tố Giác", "Khiếu Nại");
        assertThat(tonghop.runFile().toString())
                .as("the file's own findings, which go back to its sender, do say it")
                .contains("Trần Văn Khiếu Nại");
    }

    @Test
    void nothing_of_a_list_is_in_the_junit_xml_of_a_run() throws Exception {
        Tonghop tonghop = Tonghop.in(folder);
        tonghop.send(LIST, "rejected.xlsx", workbook -> replace(workbook, 0, "Trần Văn Khiếu Nại"));
        Path dry = folder.resolve("dry.xml");
        Path real = folder.resolve("real.xml");
        assertThat(tonghop.run("--dry-run", "--junit", dry.toString()).code()).isEqualTo(1);
        assertThat(tonghop.run("--junit", real.toString()).code()).isEqualTo(1);
        assertThat(real)
                .content()
                .contains("<testsuite name=\"rejected.xlsx\"", "<failure type=\"unknown-text\"")
                .doesNotContain("Khiếu Nại");
        assertThat(dry).hasSameTextualContentAs(real);
    }

    /** Writes {@code text} into the first running model of the list, {@code before} cells left of its state. */
    private static void replace(Workbook workbook, int before, String text) {
        List<Cell> found = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    boolean isState = cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().strip().equalsIgnoreCase(STATE);
                    if (isState) {
                        found.add(row.getCell(cell.getColumnIndex() - before));
                    }
                }
            }
        }
        assertThat(found).isNotEmpty();
        found.get(0).setCellValue(text);
    }
}
