package tonghop.launch.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for a terminal: columns as wide as what stands in them, numbers at the right. */
public final class TextTable {

    private static final String BETWEEN = "  ";

    private final boolean[] isNumber;
    private final List<String[]> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param columns a letter each: {@code t} for text, {@code n} for numbers
     */
    public TextTable(String columns) {
        this.isNumber = new boolean[columns.length()];
        for (int column = 0; column < columns.length(); column++) {
            isNumber[column] = columns.charAt(column) == 'n';
        }
    }

    public TextTable row(String... cells) {
        rows.add(Arrays.stream(cells).map(Harmless::line).toArray(String[]::new));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, each behind {@code indent}, without blanks at the end. */
    public List<String> lines(String indent) {
        int[] widths = new int[isNumber.length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], width(row[column]));
            }
        }
        return rows.stream().map(row -> indent + line(row, widths)).toList();
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String padding = " ".repeat(widths[column] - width(row[column]));
            line.append(column == 0 ? "" : BETWEEN)
                    .append(isNumber[column] ? padding + row[column] : row[column] + padding);
        }
        return line.toString().stripTrailing();
    }

    /** How many places of a terminal a text takes: accents that stand by themselves take none. */
    static int width(String text) {
        return (int) text.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .count();
    }
}
