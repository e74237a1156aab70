package tonghop.ingest.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tonghop.ingest.text.HeadingText;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.Grid.Merge;
import tonghop.spreadsheet.text.VietnameseText;

/**
 * The texts of a table's heading above each column, the nearest first: 'Số lượt tiếp', 'Tiếp thường xuyên'.
 *
 * <p>Labels of single columns repeat ('Tiếp lần đầu' six times in 01/TCD), so only the whole path tells a column.
 *
 * @param firstRow the first row of the heading
 */
public record HeadingPaths(int firstRow, Map<Integer, List<HeadingText>> ofColumns) {

    private static final int MOST_ROWS = 10;

    /** Lines between the title and the heading that are neither. */
    private static final Pattern BETWEEN = Pattern.compile(
            ".*(?:đơn vị tính|kỳ báo cáo|từ ngày|số liệu tính|biểu (?:mẫu )?số|ban hành kèm).*",
            Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * Reads the heading that ends above {@code row}.
     *
     * @param columns of the table's figures
     * @param label the column of the rows' labels: what spans it and figures is a title
     */
    static HeadingPaths above(Grid grid, int row, Set<Integer> columns, int label) {
        Spans spans = new Spans(grid, row);
        Map<Integer, List<HeadingText>> paths = new HashMap<>();
        Map<Integer, Merge> last = new HashMap<>();
        columns.forEach(column -> paths.put(column, new ArrayList<>()));
        int first = row;
        int gaps = 0;
        for (int above = row - 1; above >= Math.max(0, row - MOST_ROWS); above--) {
            if (isTitle(grid, spans, above, columns, label)) {
                break;
            }
            boolean isEmpty = true;
            for (int column : columns) {
                Merge span = spans.at(above, column);
                String text = VietnameseText.tidy(grid.text(span.firstRow(), span.firstColumn()));
                if (!text.isEmpty()) {
                    isEmpty = false;
                    if (!span.equals(last.put(column, span))) {
                        paths.getOrDefault(column, new ArrayList<>()).add(HeadingText.of(text));
                    }
                }
            }
            gaps = isEmpty ? gaps + 1 : 0;
            if (gaps > 1) {
                break;
            }
            first = isEmpty ? first : above;
        }
        return new HeadingPaths(first, paths);
    }

    public List<HeadingText> of(int column) {
        return ofColumns.getOrDefault(column, List.of());
    }

    /** How alike two paths are: 0 to 1; 1 only if every part of each stands in the other. */
    static double similarity(List<HeadingText> one, List<HeadingText> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return 1;
        }
        double found = share(one, other);
        double given = share(other, one);
        return found + given == 0 ? 0 : 2 * found * given / (found + given);
    }

    private static double share(List<HeadingText> parts, List<HeadingText> in) {
        return parts.stream()
                .mapToDouble(part -> in.stream()
                        .mapToDouble(text -> part.similarity(text))
                        .max()
                        .orElse(0))
                .average()
                .orElse(0);
    }

    private static boolean isTitle(Grid grid, Spans spans, int row, Set<Integer> columns, int label) {
        Merge first = spans.at(row, label);
        boolean isAcross = first.lastColumn() > label
                && columns.stream().anyMatch(column -> spans.at(row, column).equals(first))
                && !grid.text(first.firstRow(), first.firstColumn()).isEmpty();
        return isAcross
                || grid.row(row).values().stream()
                        .anyMatch(cell -> BETWEEN.matcher(
                                        VietnameseText.tidy(cell.text()).toLowerCase(Locale.ROOT))
                                .matches());
    }

    /** Which cells of a heading are shown as one. */
    private static final class Spans {

        private final Map<Long, Merge> merges = new HashMap<>();

        Spans(Grid grid, int row) {
            for (Merge merge : grid.merges()) {
                boolean isOfHeading = merge.firstRow() < row && merge.lastRow() >= row - MOST_ROWS;
                // A range over whole rows or columns is no part of a heading, and would take its time.
                if (isOfHeading && merge.lastColumn() - merge.firstColumn() < 500) {
                    for (int line = Math.max(merge.firstRow(), row - MOST_ROWS);
                            line <= Math.min(merge.lastRow(), row);
                            line++) {
                        for (int column = merge.firstColumn(); column <= merge.lastColumn(); column++) {
                            merges.put(key(line, column), merge);
                        }
                    }
                }
            }
        }

        Merge at(int row, int column) {
            @Nullable Merge merge = merges.get(key(row, column));
            return merge == null ? new Merge(row, row, column, column) : merge;
        }

        private static long key(int row, int column) {
            return ((long) row << 32) | column;
        }
    }

    /** Every column that has a text in {@code row}, itself or as part of a range. */
    static Set<Integer> columnsOf(Grid grid, int row) {
        Set<Integer> columns = new TreeSet<>(grid.row(row).keySet());
        grid.merges().stream()
                .filter(merge -> merge.firstRow() <= row && merge.lastRow() >= row && merge.firstRow() < row)
                .filter(merge -> merge.lastColumn() - merge.firstColumn() < 500)
                .forEach(merge -> {
                    for (int column = merge.firstColumn(); column <= merge.lastColumn(); column++) {
                        columns.add(column);
                    }
                });
        return columns;
    }
}
