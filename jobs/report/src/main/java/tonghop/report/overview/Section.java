package tonghop.report.overview;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Lines of one kind, such as one for each indicator.
 *
 * @param name as in the placeholders
 * @param columns the headings of the columns that are repeated; none for most
 * @param size how many lines
 * @param lines the line of an index
 * @param whenEmpty what is said if there is no line
 */
record Section(String name, List<String> columns, int size, IntFunction<Line> lines, String whenEmpty) {

    Section {
        columns = List.copyOf(columns);
    }

    static Section of(String name, List<Line> lines, String whenEmpty) {
        return withColumns(name, List.of(), lines, whenEmpty);
    }

    static Section withColumns(String name, List<String> columns, List<Line> lines, String whenEmpty) {
        return new Section(name, columns, lines.size(), lines::get, whenEmpty);
    }

    /**
     * One line.
     *
     * @param cells by field
     * @param columns one for each of the section's columns
     */
    record Line(Map<String, Content> cells, List<Content> columns) {

        static Line of(Map<String, Content> cells) {
            return new Line(cells, List.of());
        }

        Content get(String field) {
            return cells.getOrDefault(field, Content.NOTHING);
        }
    }
}
