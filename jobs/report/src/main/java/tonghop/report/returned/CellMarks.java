package tonghop.report.returned;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Severity;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Edition;
import tonghop.spreadsheet.Relations;
import tonghop.spreadsheet.UneditableException;
import tonghop.spreadsheet.Xml;
import tonghop.spreadsheet.XmlText;

/**
 * The marks in one sheet of the sender's: a conditional format that always holds, so that no cell is touched, and a
 * note.
 */
final class CellMarks {

    private static final int CELLS_OF_ONE_FORMAT = 200;

    private final Book book;
    private final String part;
    private final Map<CellAddress, List<Note>> notes = new TreeMap<>();

    /**
     * What is said at a cell.
     *
     * @param text with its severity in words
     */
    record Note(Severity severity, String text) {}

    CellMarks(Book book, String part) {
        this.book = book;
        this.part = part;
    }

    void add(CellAddress cell, Note note) {
        notes.computeIfAbsent(cell, any -> new ArrayList<>()).add(note);
    }

    void write(Looks looks) throws IOException {
        Xml sheet = Xml.of(
                book.parts().text(part),
                (name, depth) -> depth <= 1 || name.equals("cfRule") || name.equals("mergeCell"));
        moveToFirstCells(sheet);
        int priority = 1;
        for (Xml.Element rule : sheet.elements("cfRule")) {
            String taken = rule.attribute("priority");
            priority = Math.max(priority, taken == null ? 1 : 1 + Integer.parseInt(taken.strip()));
        }
        for (Looks.Mark mark : Looks.Mark.values()) {
            place(sheet, mark, looks.of(mark), priority++);
        }
        Xml.Element shapes = sheet.top("legacyDrawing");
        String id = shapes == null ? null : shapes.reference();
        String drawing = new Relations(book.parts(), part).byId(id);
        String added = new Notes(book, part, drawing).write(texts());
        if (!added.isEmpty()) {
            if (shapes != null) {
                throw new UneditableException("shapes of notes that are not there: " + part);
            }
            Edition.place(
                    sheet,
                    Edition.SHEET,
                    "legacyDrawing",
                    "<~legacyDrawing xmlns:tonghop=\"%s\" tonghop:id=\"%s\"/>"
                            .formatted(book.edition().relations(), added));
        }
        book.parts().change(part, sheet.changed());
    }

    /** Of merged cells only the first one shows anything. */
    private void moveToFirstCells(Xml sheet) {
        for (Xml.Element merge : sheet.elements("mergeCell")) {
            String[] ends = String.valueOf(merge.attribute("ref")).split(":", -1);
            CellAddress first = CellAddress.of(ends[0]).orElse(null);
            CellAddress last = CellAddress.of(ends[ends.length - 1]).orElse(null);
            if (first != null && last != null) {
                for (CellAddress cell : List.copyOf(notes.keySet())) {
                    if (cell.isWithin(first, last) && !cell.equals(first)) {
                        List<Note> said = notes.remove(cell);
                        notes.computeIfAbsent(first, any -> new ArrayList<>()).addAll(said == null ? List.of() : said);
                    }
                }
            }
        }
    }

    private void place(Xml sheet, Looks.Mark mark, int look, int priority) throws IOException {
        List<String> cells = new ArrayList<>();
        notes.forEach((cell, said) -> {
            if (markOf(said) == mark) {
                cells.add(cell.toString());
            }
        });
        for (int from = 0; from < cells.size(); from += CELLS_OF_ONE_FORMAT) {
            List<String> some = cells.subList(from, Math.min(cells.size(), from + CELLS_OF_ONE_FORMAT));
            Edition.place(
                    sheet,
                    Edition.SHEET,
                    "conditionalFormatting",
                    ("<~conditionalFormatting sqref=\"%s\"><~cfRule type=\"expression\" dxfId=\"%d\" priority=\"%d\">"
                                    + "<~formula>%s</~formula></~cfRule></~conditionalFormatting>")
                            .formatted(String.join(" ", some), look, priority, XmlText.of(mark.condition())));
        }
    }

    /** Of the worst that is said; what is only worth knowing has a note and no mark. */
    private static Looks.@Nullable Mark markOf(List<Note> said) {
        return switch (Collections.min(said, Comparator.comparing(Note::severity))
                .severity()) {
            case ERROR -> Looks.Mark.ERROR;
            case WARNING -> Looks.Mark.WARNING;
            case INFO -> null;
        };
    }

    private Map<CellAddress, String> texts() {
        Map<CellAddress, String> texts = new TreeMap<>();
        notes.forEach((cell, said) -> texts.put(
                cell, String.join("\n", said.stream().map(Note::text).distinct().toList())));
        return texts;
    }
}
