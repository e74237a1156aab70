package tonghop.report.returned;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tonghop.domain.finding.Place;
import tonghop.domain.report.Report.LocatedFinding;
import tonghop.report.sheet.TemporaryFiles;
import tonghop.report.words.Words;
import tonghop.spreadsheet.CellAddress;

/**
 * The copy that goes back to the sender: the sender's own workbook with its cells marked, a note at each finding, and a
 * first sheet that says what to do. Nothing else in it changes.
 *
 * <p>What is no .xlsx or .xlsm, or one that is damaged in some part, comes back as a workbook with its values; what
 * cannot be opened, with the first sheet alone. The same file, findings and time of receipt give the same bytes.
 */
public final class ReturnedWorkbook {

    private static final int MOST_NOTES = 2_000;

    private ReturnedWorkbook() {}

    /** How a returned copy has to be named for Excel to open it. */
    public enum Kind {
        WORKBOOK(".xlsx"),
        WITH_MACROS(".xlsm");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /**
         * The name of the copy: {@code a.xls} comes back as {@code a.xls.xlsx}.
         *
         * @param file the name of the sender's file
         */
        public String nameOf(String file) {
            return file.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file + ending;
        }
    }

    /**
     * Writes the copy.
     *
     * @param original our copy of the sender's file, which is only read
     * @param checked what the sender is told
     * @param values the cells of a file in another format, asked for only if there is need
     * @param out left open
     */
    public static Kind write(Path original, CheckedFile checked, Supplier<List<CopiedSheet>> values, OutputStream out)
            throws IOException {
        boolean canBeOpened = checked.findings().stream()
                .noneMatch(located -> located.finding().code().isOfUnreadableFile());
        if (canBeOpened) {
            Book marked = marked(original, checked);
            if (marked == null) {
                return write(values.get(), checked, out);
            }
            try (marked) {
                return marked.write(out);
            }
        }
        return write(List.of(), checked, out);
    }

    /**
     * The sender's workbook with its marks, or null. In another format, damaged, or odd in whatever way nobody thought
     * of: then its values are all that can be shown. What fails later, when the copy is written, is no fault of the
     * sender's.
     */
    private static @Nullable Book marked(Path original, CheckedFile checked) {
        try {
            Book book = Book.open(original);
            try {
                mark(book, checked);
                return book;
            } catch (IOException | RuntimeException e) {
                book.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static Kind write(List<CopiedSheet> sheets, CheckedFile checked, OutputStream out) throws IOException {
        Set<String> names = new TreeSet<>();
        List<CopiedSheet> named = sheets.stream()
                .map(sheet -> {
                    String name = PlainWorkbook.named(sheet.name(), names);
                    names.add(name.toLowerCase(Locale.ROOT));
                    return new CopiedSheet(name, sheet.cells());
                })
                .toList();
        Path plain = TemporaryFiles.newFile(".xlsx");
        try {
            PlainWorkbook.write(named, plain);
            try (Book book = Book.open(plain)) {
                mark(book, checked);
                return book.write(out);
            }
        } finally {
            Files.delete(plain);
        }
    }

    private static void mark(Book book, CheckedFile checked) throws IOException {
        Looks looks = book.addLooks();
        for (CellMarks marks : marks(book, checked.findings()).values()) {
            marks.write(looks);
        }
        List<String> sheets = book.sheets().stream().map(Book.Sheet::name).toList();
        book.addFirstSheet(
                book.freeSheetName(ResultSheet.NAME), ResultSheet.of(checked, sheets, looks, book.edition()));
    }

    private static Map<String, CellMarks> marks(Book book, List<LocatedFinding> findings) {
        Map<String, String> parts = new LinkedHashMap<>();
        book.sheets().stream()
                .filter(sheet -> !sheet.part().isEmpty())
                .forEach(sheet -> parts.putIfAbsent(sheet.name(), sheet.part()));
        Map<String, CellMarks> marks = new LinkedHashMap<>();
        findings.stream().limit(MOST_NOTES).forEach(located -> {
            Place place = located.finding().place();
            String part = place.sheet() == null ? null : parts.get(place.sheet());
            if (part != null && place.cell() != null) {
                CellMarks.Note note = new CellMarks.Note(
                        located.finding().severity(),
                        "[" + Words.of(located.finding().severity()) + "] " + located.vietnamese());
                CellAddress.of(place.cell())
                        .ifPresent(cell -> marks.computeIfAbsent(part, any -> new CellMarks(book, part))
                                .add(cell, note));
            }
        });
        return marks;
    }
}
