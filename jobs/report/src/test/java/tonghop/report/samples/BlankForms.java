package tonghop.report.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the blank workbooks in {@code templates/forms/} from the drawings in {@code samples/forms/*.txt}. */
public final class BlankForms {

    private static final LocalDate MADE = LocalDate.of(2026, 1, 1);

    private BlankForms() {}

    /**
     * Writes every blank form.
     *
     * @param args the folder to write to; without it {@code templates/forms}
     */
    public static void main(String[] args) throws IOException {
        writeTo(args.length == 0 ? Repository.folder("templates/forms") : Path.of(args[0]));
    }

    static void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, BlankTable> drawn : drawings().entrySet()) {
            Files.write(folder.resolve(drawn.getKey() + ".xlsx"), workbook(drawn.getValue()));
        }
    }

    /** The drawings, by file name without its ending. */
    static Map<String, BlankTable> drawings() throws IOException {
        Map<String, BlankTable> drawings = new TreeMap<>();
        for (Path file : Repository.resources("forms")) {
            String name = file.getFileName().toString().replace(".txt", "");
            drawings.put(name, BlankTable.parse(Files.readString(file, StandardCharsets.UTF_8)));
        }
        return drawings;
    }

    private static byte[] workbook(BlankTable table) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            BlankSheet.draw(table, workbook);
            return Repository.bytes(workbook, MADE);
        }
    }
}
