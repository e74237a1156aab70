package tonghop.report.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A blank form as it is drawn in a text file: first what stands around the table, then a line for each column.
 *
 * <p>A column is written {@code 1=4+13+22: Tiếp thường xuyên › Số lượt tiếp | 10 0.00}: what the column-number row
 * prints ({@code -} for nothing), the headings from the top down, and after the bar, where it differs from the usual,
 * the width in characters and the format ({@code text}, {@code centre} or decimals).
 *
 * @param head what stands around the table, by key: {@code number}, {@code title}, {@code issued} …
 * @param notes the lines under the table
 */
record BlankTable(Map<String, String> head, List<String> notes, List<Column> columns) {

    private static final Pattern HEAD = Pattern.compile("([a-z]+):\\s+(.+)");
    private static final Pattern COLUMN = Pattern.compile("([^:]+): ([^|]+?)(?:\\s*\\|\\s*(\\d+)(?: (\\S+))?)?");
    private static final int USUAL_WIDTH = 9;
    private static final String WHOLE = "0";

    /**
     * A column of the table.
     *
     * @param mark what the column-number row prints; empty for nothing
     * @param path the headings over the column, the highest first
     * @param width in characters
     * @param format {@code 0}, {@code 0.00}, {@code text} or {@code centre}
     */
    record Column(String mark, List<String> path, int width, String format) {

        Column {
            path = List.copyOf(path);
        }

        /** The heading of one level; below the last, the last. */
        String heading(int level) {
            return path.get(Math.min(level, path.size() - 1));
        }

        /** Whether {@code other} stands under the same headings down to {@code level}. */
        boolean sharesHeading(Column other, int level) {
            return level < path.size()
                    && level < other.path.size()
                    && path.subList(0, level + 1).equals(other.path.subList(0, level + 1));
        }

        boolean isText() {
            return format.equals("text") || format.equals("centre");
        }
    }

    BlankTable {
        head = Map.copyOf(head);
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    static BlankTable parse(String text) {
        Map<String, String> head = new HashMap<>();
        List<String> notes = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        boolean isHead = true;
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                isHead = false;
            } else if (isHead) {
                Matcher found = matching(HEAD, line);
                if (found.group(1).equals("note")) {
                    notes.add(found.group(2));
                } else {
                    head.put(found.group(1), found.group(2));
                }
            } else {
                columns.add(column(line));
            }
        }
        return new BlankTable(head, notes, columns);
    }

    private static Column column(String line) {
        Matcher found = matching(COLUMN, line);
        String mark = found.group(1).equals("-") ? "" : found.group(1);
        int width = found.group(3) == null ? USUAL_WIDTH : Integer.parseInt(found.group(3));
        String format = found.group(4) == null ? WHOLE : found.group(4);
        return new Column(mark, List.of(found.group(2).split(" › ", -1)), width, format);
    }

    private static Matcher matching(Pattern pattern, String line) {
        Matcher found = pattern.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException("cannot be read: '%s'".formatted(line));
        }
        return found;
    }

    String number() {
        return head.getOrDefault("number", "");
    }

    boolean isList() {
        return head.getOrDefault("rows", "units").equals("list");
    }

    /** How many rows of headings the table has. */
    int levels() {
        return columns.stream().mapToInt(column -> column.path().size()).max().orElse(1);
    }

    /** Where the label of the total row stands: in the last text column before the numbers. */
    int labelColumn() {
        int column = 0;
        while (column + 1 < columns.size() && columns.get(column + 1).isText()) {
            column++;
        }
        return isList() ? 1 : column;
    }
}
