package tonghop.report.returned;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tonghop.report.sheet.SheetNames;
import tonghop.spreadsheet.Edition;
import tonghop.spreadsheet.Parts;
import tonghop.spreadsheet.Relations;
import tonghop.spreadsheet.UneditableException;
import tonghop.spreadsheet.Xml;
import tonghop.spreadsheet.XmlText;

/** The sender's workbook, into which our sheet and marks are put. */
final class Book implements Closeable {

    private static final String OF_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    static final String DECLARED = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final Set<String> OF_WORKBOOK = Set.of("sheet", "definedName", "workbookView");

    private final Parts parts;
    private final String part;
    private final Edition edition;
    private final List<Sheet> sheets;

    /**
     * A sheet of the sender's.
     *
     * @param part absent parts are empty
     */
    record Sheet(String name, String part) {}

    private Book(Parts parts, String part, Edition edition, List<Sheet> sheets) {
        this.parts = parts;
        this.part = part;
        this.edition = edition;
        this.sheets = List.copyOf(sheets);
    }

    /**
     * Opens a workbook, without the marks that an earlier copy of it had.
     *
     * @throws UneditableException if {@code file} is none with OOXML parts
     */
    static Book open(Path file) throws IOException {
        Parts parts = Parts.open(file);
        try {
            String part = new Relations(parts, "").byKind("officeDocument");
            if (part.isEmpty()) {
                throw new UneditableException("no workbook inside");
            }
            Xml xml = workbook(parts, part);
            Edition edition = Edition.of(xml.root().namespace())
                    .filter(any -> xml.root().localName().equals("workbook"))
                    .orElseThrow(() -> new UneditableException("no workbook"));
            EarlierMarks.remove(parts, part, sheets(parts, part, xml));
            return new Book(parts, part, edition, sheets(parts, part, workbook(parts, part)));
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    static Xml workbook(Parts parts, String part) throws IOException {
        return Xml.of(parts.text(part), (name, depth) -> depth <= 1 || (depth == 2 && OF_WORKBOOK.contains(name)));
    }

    private static List<Sheet> sheets(Parts parts, String part, Xml xml) throws IOException {
        Relations relations = new Relations(parts, part);
        List<Sheet> sheets = new ArrayList<>();
        for (Xml.Element sheet : xml.elements("sheet")) {
            String name = sheet.attribute("name");
            sheets.add(new Sheet(name == null ? "" : name, relations.byId(sheet.reference())));
        }
        return sheets;
    }

    Parts parts() {
        return parts;
    }

    Edition edition() {
        return edition;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** A name for a sheet of ours that no other has; Excel does not tell capitals from small letters in them. */
    String freeSheetName(String wished) {
        Set<String> names = sheets.stream()
                .map(sheet -> sheet.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return SheetNames.free(wished, name -> names.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Adds our looks to the workbook's styles, which it may not have. */
    Looks addLooks() throws IOException {
        Relations relations = new Relations(parts, part);
        String styles = relations.byKind("styles");
        if (styles.isEmpty()) {
            styles = parts.freeName("xl/styles-tonghop", ".xml");
            parts.add(
                    styles,
                    DECLARED
                            + ("<styleSheet xmlns=\"%s\"><fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill>"
                                            + "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/>"
                                            + "</fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>"
                                            + "</cellStyleXfs><cellXfs count=\"1\"><xf/></cellXfs>%s</styleSheet>")
                                    .formatted(edition.main(), Edition.USUAL_STYLE));
            declare(styles, OF_SHEETS + "styles+xml");
            relations.add(edition.relation("styles"), styles);
        }
        Xml xml = Xml.of(parts.text(styles), (name, depth) -> depth <= 2);
        Looks looks = Looks.addTo(xml);
        parts.change(styles, xml.changed());
        return looks;
    }

    /** Says what kind of content a part of ours is. */
    void declare(String added, String type) throws IOException {
        Xml xml = Xml.of(parts.text(Parts.CONTENT_TYPES), (name, depth) -> depth == 0);
        xml.append(
                xml.root(),
                "<%sOverride PartName=\"/%s\" ContentType=\"%s\"/>"
                        .formatted(xml.root().prefix(), XmlText.of(added), type));
        parts.change(Parts.CONTENT_TYPES, xml.changed());
    }

    void addComments(String added, String xml) throws IOException {
        parts.add(added, DECLARED + xml);
        declare(added, OF_SHEETS + "comments+xml");
    }

    void addDrawing(String added, String xml) throws IOException {
        parts.add(added, xml);
        declare(added, "application/vnd.openxmlformats-officedocument.vmlDrawing");
    }

    /** Puts a sheet of ours before all others and opens the workbook on it. */
    void addFirstSheet(String name, String xml) throws IOException {
        String sheet = parts.freeName("xl/worksheets/ket-qua-kiem-tra", ".xml");
        parts.add(sheet, DECLARED + xml);
        declare(sheet, OF_SHEETS + "worksheet+xml");
        String id = new Relations(parts, part).add(edition.relation("worksheet"), sheet);
        Xml workbook = workbook(parts, part);
        Xml.Element list = workbook.top("sheets");
        if (list == null) {
            throw new UneditableException("no list of sheets");
        }
        long number = 1;
        for (Xml.Element other : workbook.elements("sheet")) {
            number = Math.max(number, 1 + Long.parseLong(String.valueOf(other.attribute("sheetId"))));
        }
        workbook.prepend(
                list,
                "<%ssheet xmlns:tonghop=\"%s\" name=\"%s\" sheetId=\"%d\" tonghop:id=\"%s\"/>"
                        .formatted(workbook.root().prefix(), edition.relations(), XmlText.of(name), number, id));
        shiftSheetNumbers(workbook);
        parts.change(part, workbook.changed());
        for (Sheet other : sheets) {
            deselect(other);
        }
    }

    /** Names that are local to a sheet know it by its place, and so does the view. */
    private static void shiftSheetNumbers(Xml workbook) {
        for (Xml.Element name : workbook.elements("definedName")) {
            String place = name.attribute("localSheetId");
            if (place != null) {
                workbook.setAttribute(name, "localSheetId", Long.toString(Long.parseLong(place.strip()) + 1));
            }
        }
        for (Xml.Element view : workbook.elements("workbookView")) {
            for (String first : List.of("activeTab", "firstSheet")) {
                if (view.attribute(first) != null) {
                    workbook.setAttribute(view, first, "0");
                }
            }
        }
    }

    /** Two sheets selected at once are a group: what is typed into one would be typed into both. */
    private void deselect(Sheet sheet) throws IOException {
        if (sheet.part().isEmpty()) {
            return;
        }
        Xml xml = Xml.of(parts.text(sheet.part()), (name, depth) -> depth <= 2 && name.equals("sheetView"));
        boolean isSelected = false;
        for (Xml.Element view : xml.elements("sheetView")) {
            String selected = view.attribute("tabSelected");
            if (selected != null && !selected.equals("0") && !selected.equals("false")) {
                xml.setAttribute(view, "tabSelected", "0");
                isSelected = true;
            }
        }
        if (isSelected) {
            parts.change(sheet.part(), xml.changed());
        }
    }

    /** Writes it; one with macros is opened by Excel only under the name {@code .xlsm}. */
    ReturnedWorkbook.Kind write(OutputStream out) throws IOException {
        parts.write(out);
        return parts.text(Parts.CONTENT_TYPES).contains("macroEnabled")
                ? ReturnedWorkbook.Kind.WITH_MACROS
                : ReturnedWorkbook.Kind.WORKBOOK;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
