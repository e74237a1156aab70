package tonghop.report.overview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.report.sheet.BrokenTemplateException.Problem;
import tonghop.report.sheet.TemplateWorkbook;

/** The layout of {@code tong-hop.xlsx}, checked before anything is written with it. */
public final class OverviewLayout {

    private static final String FILE = "tong-hop.xlsx";

    private final byte[] workbook;

    private OverviewLayout(byte[] workbook) {
        this.workbook = workbook;
    }

    /** A placeholder in a cell. */
    record Found(Cell cell, String word) {}

    /**
     * Reads and checks {@code tong-hop.xlsx} in {@code folder}.
     *
     * @param problems gets what is wrong with it, with sheet and cell; nothing may be written then
     * @throws IOException if the file cannot be read from the disk
     */
    public static OverviewLayout read(Path folder, List<Problem> problems) throws IOException {
        Path file = folder.resolve(FILE);
        String name = folder.getFileName() + "/" + FILE;
        if (!Files.isRegularFile(file)) {
            problems.add(new Problem(name, "không có tệp này", "there is no such file"));
            return new OverviewLayout(new byte[0]);
        }
        OverviewLayout layout = new OverviewLayout(Files.readAllBytes(file));
        try (XSSFWorkbook workbook = layout.open()) {
            new LayoutCheck(name, problems).check(workbook);
        } catch (UnsupportedFileFormatException | POIXMLException | IOException e) {
            problems.add(new Problem(name, "không phải sổ tính .xlsx đọc được", "not a workbook that can be read"));
        }
        return layout;
    }

    /** A workbook of its own to be filled. */
    XSSFWorkbook open() throws IOException {
        return TemplateWorkbook.open(new ByteArrayInputStream(workbook));
    }

    static List<Found> placeholders(Sheet sheet) {
        List<Found> found = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> found.addAll(placeholders(cell))));
        return found;
    }

    static List<Found> placeholders(Cell cell) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = LayoutPlaceholder.ANY.matcher(LayoutPlaceholder.text(cell));
        while (matcher.find()) {
            found.add(new Found(cell, matcher.group(1).strip()));
        }
        return found;
    }
}
