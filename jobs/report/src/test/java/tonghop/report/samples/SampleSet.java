package tonghop.report.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workbooks of one province or district for one period, as they are written down in a text file.
 *
 * <p>The text is made of blocks with blank lines between them; {@code #} begins a comment.
 *
 * <ul>
 *   <li>{@code period: 2018-9M}
 *   <li>a table that begins {@code file | above | unit | place}: the workbooks and their headings
 *   <li>{@code form 01/TCD} and a table that begins {@code file | row}: values by measure. A row that stands in several
 *       tables of a form is one row; the row 'Tổng số' holds what the sender states of itself, beside the sums
 *   <li>{@code stated} and a table {@code measure | value}: what the rows must come to over all files
 * </ul>
 *
 * @param files by file name, in the order of the table
 * @param stated by measure
 */
record SampleSet(String period, Map<String, File> files, Map<String, String> stated) {

    static final String TOTAL = "Tổng số";

    /**
     * One workbook.
     *
     * @param forms by number, in the order in which they come; each has its rows by label, with the texts of their
     *     cells by measure or attribute
     */
    record File(String above, String unit, String place, Map<String, Map<String, Map<String, String>>> forms) {

        Map<String, String> row(String form, String label) {
            return forms.computeIfAbsent(form, number -> new LinkedHashMap<>())
                    .computeIfAbsent(label, row -> new LinkedHashMap<>());
        }
    }

    static SampleSet parse(String text) {
        Reader reader = new Reader();
        text.lines().map(String::strip).filter(line -> !line.startsWith("#")).forEach(reader::read);
        return new SampleSet(reader.period, reader.files, reader.stated);
    }

    private static final class Reader {

        private String period = "";
        private String form = "";
        private final Map<String, File> files = new LinkedHashMap<>();
        private final Map<String, String> stated = new LinkedHashMap<>();
        private @Nullable List<String> columns;

        void read(String line) {
            if (line.isEmpty()) {
                columns = null;
            } else if (line.startsWith("period:")) {
                period = line.substring("period:".length()).strip();
            } else if (line.startsWith("form ")) {
                form = line.substring("form ".length()).strip();
            } else if (!line.equals("stated")) {
                readCells(
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
            }
        }

        private void readCells(List<String> cells) {
            List<String> heading = columns;
            if (heading == null) {
                columns = new ArrayList<>(cells);
            } else if (heading.size() != cells.size()) {
                throw new IllegalArgumentException(
                        "%d cells under %d headings: %s".formatted(cells.size(), heading.size(), cells));
            } else if (heading.get(0).equals("measure")) {
                stated.put(cells.get(0), cells.get(1));
            } else if (heading.get(1).equals("above")) {
                files.put(cells.get(0), new File(cells.get(1), cells.get(2), cells.get(3), new LinkedHashMap<>()));
            } else {
                readRow(heading, cells);
            }
        }

        private void readRow(List<String> heading, List<String> cells) {
            File file = files.get(cells.get(0));
            if (file == null) {
                throw new IllegalArgumentException("a row of an unknown file: " + cells);
            }
            Map<String, String> row = file.row(form, cells.get(1));
            for (int index = 2; index < cells.size(); index++) {
                if (!cells.get(index).isEmpty()) {
                    row.put(heading.get(index), cells.get(index));
                }
            }
        }
    }
}
