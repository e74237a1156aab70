package tonghop.report.returned;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.spreadsheet.CellAddress;
import tonghop.spreadsheet.Parts;
import tonghop.spreadsheet.Relations;
import tonghop.spreadsheet.Xml;
import tonghop.spreadsheet.XmlText;

/**
 * Takes the marks of an earlier copy out of a workbook that came back: the sender mended in it and sent it again,
 * through whatever program. Else old notes would stand beside new ones, or in their way.
 */
final class EarlierMarks {

    private static final Pattern NAME = Pattern.compile(Pattern.quote(ResultSheet.NAME) + "(?: \\([0-9]+\\))?");
    private static final Pattern NOTE = Pattern.compile("\\[(?:Lỗi|Cảnh báo|Thông tin)\\] .*", Pattern.DOTALL);
    private static final Pattern SHAPE = Pattern.compile("<v:shape\\s.*?</v:shape>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<x:Row>\\s*([0-9]{1,7})\\s*</x:Row>");
    private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*([0-9]{1,5})\\s*</x:Column>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final Parts parts;
    private final String workbook;

    private EarlierMarks(Parts parts, String workbook) {
        this.parts = parts;
        this.workbook = workbook;
    }

    /** Removes what is ours from the workbook part {@code workbook} and its sheets. */
    static void remove(Parts parts, String workbook, List<Book.Sheet> sheets) throws IOException {
        EarlierMarks earlier = new EarlierMarks(parts, workbook);
        List<Integer> ours = earlier.placesOfOurs(sheets);
        if (ours.isEmpty()) {
            return;
        }
        for (int place = 0; place < sheets.size(); place++) {
            String part = sheets.get(place).part();
            if (!ours.contains(place) && !part.isEmpty()) {
                earlier.unmark(part);
            }
        }
        earlier.removeSheets(ours);
    }

    /** Our sheet bears our name, and its marker stands in it or among the texts that all sheets share. */
    private List<Integer> placesOfOurs(List<Book.Sheet> sheets) throws IOException {
        String shared = new Relations(parts, workbook).byKind("sharedStrings");
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < sheets.size(); place++) {
            Book.Sheet sheet = sheets.get(place);
            boolean isOurs = NAME.matcher(sheet.name()).matches()
                    && !sheet.part().isEmpty()
                    && (holdsMarker(sheet.part()) || holdsMarker(shared));
            if (isOurs) {
                places.add(place);
            }
        }
        return places;
    }

    private boolean holdsMarker(String part) throws IOException {
        return !part.isEmpty() && parts.text(part).contains(ResultSheet.MARKER);
    }

    private void unmark(String part) throws IOException {
        Xml sheet = Xml.of(parts.text(part), (name, depth) -> depth <= 1);
        boolean isMarked = false;
        for (Xml.Element format : sheet.elements("conditionalFormatting")) {
            if (sheet.inside(format).contains("tonghop:")) {
                sheet.remove(format);
                isMarked = true;
            }
        }
        if (isMarked) {
            parts.change(part, sheet.changed());
        }
        Relations relations = new Relations(parts, part);
        String comments = relations.byKind("comments");
        Xml.@Nullable Element drawing = sheet.top("legacyDrawing");
        String id = drawing == null ? null : drawing.reference();
        if (!comments.isEmpty()) {
            Set<CellAddress> cells = removeNotes(comments);
            String shapes = relations.byId(id);
            if (!shapes.isEmpty() && !cells.isEmpty()) {
                removeShapes(shapes, cells);
            }
        }
    }

    /** A note is ours by how it begins; not every program keeps its author. */
    private Set<CellAddress> removeNotes(String comments) throws IOException {
        Xml xml = Xml.of(parts.text(comments), (name, depth) -> depth <= 2);
        Set<CellAddress> cells = new HashSet<>();
        for (Xml.Element comment : xml.elements("comment")) {
            String text = XmlText.plain(TAG.matcher(xml.inside(comment)).replaceAll(""))
                    .strip();
            CellAddress cell =
                    CellAddress.of(String.valueOf(comment.attribute("ref"))).orElse(null);
            if (cell != null && NOTE.matcher(text).matches()) {
                xml.remove(comment);
                cells.add(cell);
            }
        }
        if (!cells.isEmpty()) {
            parts.change(comments, xml.changed());
        }
        return cells;
    }

    private void removeShapes(String drawing, Set<CellAddress> cells) throws IOException {
        String changed = SHAPE.matcher(parts.text(drawing)).replaceAll(shape -> {
            Matcher row = ROW.matcher(shape.group());
            Matcher column = COLUMN.matcher(shape.group());
            boolean isOurs = row.find()
                    && column.find()
                    && cells.contains(
                            new CellAddress(Integer.parseInt(row.group(1)), Integer.parseInt(column.group(1))));
            return isOurs ? "" : Matcher.quoteReplacement(shape.group());
        });
        parts.change(drawing, changed);
    }

    private void removeSheets(List<Integer> places) throws IOException {
        Xml xml = Book.workbook(parts, workbook);
        List<Xml.Element> sheets = xml.elements("sheet");
        for (int place : places) {
            xml.remove(sheets.get(place));
        }
        for (Xml.Element name : xml.elements("definedName")) {
            String local = name.attribute("localSheetId");
            if (local != null) {
                int place = Integer.parseInt(local.strip());
                if (places.contains(place)) {
                    xml.remove(name);
                } else {
                    long before = places.stream().filter(ours -> ours < place).count();
                    xml.setAttribute(name, "localSheetId", Long.toString(place - before));
                }
            }
        }
        parts.change(workbook, xml.changed());
        Relations relations = new Relations(parts, workbook);
        for (int place : places) {
            relations.remove(String.valueOf(sheets.get(place).reference()));
        }
    }
}
