package tonghop.ingest.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tonghop.domain.form.Form;
import tonghop.ingest.text.HeadingText;
import tonghop.spreadsheet.Grid;

/**
 * How the blank of a form heads its columns.
 *
 * @param paths by the number of the column, see {@link HeadingPaths}; empty where there is no blank to learn from
 * @param label above the labels of the rows, such as 'Đơn vị'; empty if not known
 */
public record FormHeading(Map<Integer, List<HeadingText>> paths, String label) {

    private static final double HALF = 0.5;

    static final FormHeading UNKNOWN = new FormHeading(Map.of(), "");

    /** Learns the heading from the sheet of a blank. */
    static FormHeading of(Grid blank, Form form) {
        Optional<TableHeading> found = HeadingSearch.find(blank, form, UNKNOWN);
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        TableHeading heading = found.get();
        HeadingPaths paths = heading.paths(blank);
        Map<Integer, List<HeadingText>> byNumber = new TreeMap<>();
        heading.columns().forEach((number, column) -> byNumber.put(number, paths.of(column)));
        boolean isList = form.rows() == Form.Rows.LIST;
        List<HeadingText> label = isList ? List.of() : paths.of(heading.labelColumn());
        return new FormHeading(byNumber, label.isEmpty() ? "" : label.get(0).text());
    }

    public boolean isKnown() {
        return !paths.isEmpty();
    }

    /** How well {@code path} fits column {@code number}: 0 to 1. */
    public double fit(int number, List<HeadingText> path) {
        return HeadingPaths.similarity(paths.getOrDefault(number, List.of()), path);
    }

    /** The number of the column that {@code path} fits best, if it fits it well and no other nearly as well. */
    Optional<Integer> columnOf(List<HeadingText> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        int best = 0;
        double most = 0;
        double second = 0;
        for (Map.Entry<Integer, List<HeadingText>> column : paths.entrySet()) {
            int number = column.getKey();
            List<HeadingText> own = column.getValue();
            // Only where the nearest texts are alike can the whole paths be.
            if (own.isEmpty() || own.get(0).similarity(path.get(0)) < HALF) {
                continue;
            }
            double fit = fit(number, path);
            if (fit > most) {
                second = most;
                most = fit;
                best = number;
            } else {
                second = Math.max(second, fit);
            }
        }
        return most >= HeadingSearch.GOOD_FIT && most - second >= 0.02 ? Optional.of(best) : Optional.empty();
    }
}
