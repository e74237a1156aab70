package tonghop.report.overview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tonghop.report.BrokenTemplateException.Problem;

/** The layout of {@code tong-hop.xlsx}, checked before anything is written with it. */
public final class OverviewLayout {

    private static final String FILE = "tong-hop.xlsx";

    /** What is wrong in a cell. */
    private record Mistake(String place, String vietnamese, String english) {}

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
            Map<String, String> seen = new HashMap<>();
            List<Mistake> mistakes = new ArrayList<>();
            workbook.forEach(sheet -> addMistakes(sheet, seen, mistakes));
            mistakes.forEach(mistake -> problems.add(new Problem(
                    name, mistake.place() + ": " + mistake.vietnamese(), mistake.place() + ": " + mistake.english())));
        } catch (UnsupportedFileFormatException | POIXMLException | IOException e) {
            problems.add(new Problem(name, "không phải sổ tính .xlsx đọc được", "not a workbook that can be read"));
        }
        return layout;
    }

    /** A workbook of its own to be filled. */
    XSSFWorkbook open() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    private static void addMistakes(Sheet sheet, Map<String, String> seen, List<Mistake> mistakes) {
        for (Row row : sheet) {
            Set<String> sections = new TreeSet<>();
            for (Cell cell : row) {
                addMistakes(cell, sections, mistakes);
            }
            if (sections.size() > 1) {
                mistakes.add(at(
                        row.getCell(row.getFirstCellNum()),
                        "một dòng chỉ được lặp theo một loại, ở đây có " + String.join(", ", sections),
                        "a row can be repeated for one kind of thing only, here are " + String.join(", ", sections)));
            }
            for (String section : sections) {
                Cell first = row.getCell(row.getFirstCellNum());
                String before = seen.putIfAbsent(section, place(first));
                if (before != null) {
                    mistakes.add(at(
                            first,
                            "'%s' đã có ở %s".formatted(section, before),
                            "'%s' stands at %s already".formatted(section, before)));
                }
            }
        }
    }

    private static void addMistakes(Cell cell, Set<String> sections, List<Mistake> mistakes) {
        String text = Placeholder.text(cell);
        String rest = Placeholder.ANY.matcher(text).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            mistakes.add(at(cell, "thiếu '{{' hoặc '}}' trong: " + text, "'{{' or '}}' is missing in: " + text));
        }
        for (Found found : placeholders(cell)) {
            Optional<String> section = Placeholder.sectionOf(found.word());
            if (!Vocabulary.knows(found.word())) {
                String nearest = Vocabulary.nearest(found.word()).orElse("");
                String vietnamese = nearest.isEmpty() ? "" : "; có phải '%s'?".formatted(nearest);
                String english = nearest.isEmpty() ? "" : "; did you mean '%s'?".formatted(nearest);
                mistakes.add(at(
                        cell,
                        "không có '{{%s}}'%s".formatted(found.word(), vietnamese),
                        "there is no '{{%s}}'%s".formatted(found.word(), english)));
            } else if (section.isPresent() && Placeholder.whole(cell).isEmpty()) {
                mistakes.add(at(
                        cell,
                        "'{{%s}}' phải đứng một mình trong ô".formatted(found.word()),
                        "'{{%s}}' must be all that the cell holds".formatted(found.word())));
            } else {
                section.ifPresent(sections::add);
            }
        }
    }

    private static Mistake at(Cell cell, String vietnamese, String english) {
        return new Mistake(place(cell), vietnamese, english);
    }

    private static String place(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getAddress().formatAsString();
    }

    static List<Found> placeholders(Sheet sheet) {
        List<Found> found = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> found.addAll(placeholders(cell))));
        return found;
    }

    private static List<Found> placeholders(Cell cell) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = Placeholder.ANY.matcher(Placeholder.text(cell));
        while (matcher.find()) {
            found.add(new Found(cell, matcher.group(1).strip()));
        }
        return found;
    }
}
