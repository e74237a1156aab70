package tonghop.ingest.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tonghop.domain.form.Form;
import tonghop.ingest.table.TableHeading.Doubt;
import tonghop.ingest.text.HeadingText;
import tonghop.spreadsheet.ColumnMark;
import tonghop.spreadsheet.Grid;

/**
 * Finds the heading of a form's table.
 *
 * <p>The form prints a row of column numbers above its data ('1=4+13+22', '(3)=(4)+(5)', '7'); the headings above it
 * say the same in words. Numbers find the columns and headings confirm them; where numbers are missing, headings find
 * the columns; where the two disagree nobody can say which is right, and both are told.
 */
public final class HeadingSearch {

    /** From here on two headings are the same but for a slip of the pen. */
    public static final double GOOD_FIT = 0.85;

    /** Below this, a heading has nothing to do with the column. */
    private static final double POOR_FIT = 0.5;

    /** By how much another column must fit better before the number is doubted. */
    private static final double CLEARLY = 0.15;

    /** Without a row of numbers, the share of the columns that headings must find. */
    private static final double NEARLY_ALL = 0.8;

    private static final int MOST_ROWS = 60;
    private static final int ROWS_SEEN_FOR_LABELS = 50;
    private static final String NAME = "name";

    private final Grid grid;
    private final Form form;
    private final FormHeading blank;
    private final List<Integer> rows;

    private HeadingSearch(Grid grid, Form form, FormHeading blank) {
        this.grid = grid;
        this.form = form;
        this.blank = blank;
        this.rows = grid.rows().keySet().stream().limit(MOST_ROWS).toList();
    }

    /**
     * Finds the heading of {@code form}'s table in {@code grid}.
     *
     * @param blank how the form's blank heads its columns
     */
    public static Optional<TableHeading> find(Grid grid, Form form, FormHeading blank) {
        HeadingSearch search = new HeadingSearch(grid, form, blank);
        Optional<TableHeading> byNumbers = search.byNumbers();
        return byNumbers.isPresent() || !blank.isKnown() ? byNumbers : search.byWords();
    }

    /** The first row that is a row of column numbers, of whatever form. */
    public static Optional<Integer> firstNumberRow(Grid grid) {
        return grid.rows().keySet().stream()
                .limit(MOST_ROWS)
                .filter(row -> isNumberRow(grid, row))
                .findFirst();
    }

    /** Whether a row holds column numbers, and nothing else but the letters of columns without. */
    static boolean isNumberRow(Grid grid, int row) {
        int last = 0;
        int numbers = 0;
        for (Grid.Cell cell : grid.row(row).values()) {
            int number = ColumnMark.number(cell.unmarked());
            if (number > last) {
                last = number;
                numbers++;
            } else if (number == 0 && !ColumnMark.isLetter(cell.unmarked())) {
                return false;
            }
        }
        return numbers >= 2 && numbers * 2 > grid.row(row).size();
    }

    /** The row with the most of the form's numbers, at least half of them. */
    private Optional<TableHeading> byNumbers() {
        Optional<TableHeading> best = Optional.empty();
        int most = Math.max(1, (form.columns().size() + 1) / 2) - 1;
        for (int row : rows) {
            NavigableMap<Integer, Integer> rising = rising(row);
            NavigableMap<Integer, Integer> columns = new TreeMap<>(rising);
            columns.keySet().removeIf(number -> form.column(number).isEmpty());
            if (columns.size() > most && isMarked(row, rising, columns)) {
                most = columns.size();
                best = Optional.of(confirmed(row, rising, columns));
            }
        }
        return best;
    }

    private NavigableMap<Integer, Integer> rising(int row) {
        NavigableMap<Integer, Integer> numbers = new TreeMap<>();
        int last = 0;
        for (Map.Entry<Integer, Grid.Cell> cell : grid.row(row).entrySet()) {
            int number = ColumnMark.number(cell.getValue().unmarked());
            if (number > last) {
                last = number;
                numbers.put(number, cell.getKey());
            }
        }
        return numbers;
    }

    /** A row of data may hold 1, 2, 3 too; the real one has a letter, 'MS' or a number before the first. */
    private boolean isMarked(int row, Map<Integer, Integer> ofRow, NavigableMap<Integer, Integer> columns) {
        int first = columns.firstEntry().getValue();
        if (first == 0) {
            return form.rows() == Form.Rows.LIST
                    || ofRow.size() == grid.row(row).size();
        }
        String before = grid.text(row, first - 1);
        return before.isEmpty() || ColumnMark.isLetter(before) || ColumnMark.number(before) > 0;
    }

    private TableHeading confirmed(
            int row, NavigableMap<Integer, Integer> rising, NavigableMap<Integer, Integer> columns) {
        Set<Integer> all = HeadingPaths.columnsOf(grid, row - 1);
        all.addAll(grid.row(row).keySet());
        HeadingPaths paths = HeadingPaths.above(grid, row, all, leftOf(row, columns));
        leaveRepeated(row, columns, paths);
        takeMoved(row, columns, paths);
        takeUnnumbered(columns, paths);
        List<Doubt> doubts = new ArrayList<>();
        columns.forEach((number, column) -> doubt(number, column, paths).ifPresent(doubts::add));
        return new TableHeading(row, true, columns, rising, labelColumn(row, columns, paths), doubts);
    }

    /** A number that stands twice counts only where the heading confirms it: one of the two is a misprint. */
    private void leaveRepeated(int row, NavigableMap<Integer, Integer> columns, HeadingPaths paths) {
        if (blank.isKnown()) {
            List<Integer> printed = grid.row(row).values().stream()
                    .map(cell -> ColumnMark.number(cell.unmarked()))
                    .toList();
            columns.entrySet()
                    .removeIf(column -> Collections.frequency(printed, column.getKey()) > 1
                            && blank.fit(column.getKey(), paths.of(column.getValue())) < GOOD_FIT);
        }
    }

    /** Numbers out of their order count where the heading confirms them: a column that somebody moved. */
    private void takeMoved(int row, NavigableMap<Integer, Integer> columns, HeadingPaths paths) {
        grid.row(row).forEach((column, cell) -> {
            int number = ColumnMark.number(cell.unmarked());
            if (form.column(number).isPresent() && !columns.containsValue(column)) {
                Integer taken = columns.get(number);
                double fit = blank.fit(number, paths.of(column));
                if (fit >= GOOD_FIT && (taken == null || fit > blank.fit(number, paths.of(taken)))) {
                    columns.put(number, column);
                }
            }
        });
    }

    /** A column whose number is missing or misspelt counts where its heading is that of one column alone. */
    private void takeUnnumbered(NavigableMap<Integer, Integer> columns, HeadingPaths paths) {
        if (columns.size() < form.columns().size()) {
            byHeading(paths).forEach((number, column) -> {
                if (!columns.containsValue(column)) {
                    columns.putIfAbsent(number, column);
                }
            });
        }
    }

    /** The form's columns whose heading stands above one column of the sheet and no other. */
    private NavigableMap<Integer, Integer> byHeading(HeadingPaths paths) {
        NavigableMap<Integer, Integer> columns = new TreeMap<>();
        Set<Integer> twice = new TreeSet<>();
        paths.ofColumns()
                .forEach((column, path) -> blank.columnOf(path)
                        .filter(number -> form.column(number).isPresent())
                        .ifPresent(number -> {
                            if (columns.putIfAbsent(number, column) != null) {
                                twice.add(number);
                            }
                        }));
        columns.keySet().removeAll(twice);
        return columns;
    }

    private Optional<Doubt> doubt(int number, int column, HeadingPaths paths) {
        List<HeadingText> path = paths.of(column);
        double own = blank.fit(number, path);
        if (!blank.isKnown() || own >= 1 || path.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> other = blank.paths().keySet().stream()
                .filter(candidate -> candidate != number)
                .filter(candidate -> blank.fit(candidate, path) >= Math.max(GOOD_FIT, own + CLEARLY))
                .findFirst();
        return other.isPresent() || own < POOR_FIT
                ? Optional.of(new Doubt(
                        number,
                        column,
                        String.join(" < ", path.stream().map(HeadingText::text).toList()),
                        other.orElse(0)))
                : Optional.empty();
    }

    /** The row under which most headings of the blank are found. */
    private Optional<TableHeading> byWords() {
        Optional<TableHeading> best = Optional.empty();
        int most = Math.max(2, (int) Math.ceil(form.columns().size() * NEARLY_ALL)) - 1;
        Set<String> leaves = blank.paths().values().stream()
                .flatMap(path -> path.stream().limit(1))
                .map(HeadingText::skeleton)
                .collect(Collectors.toSet());
        for (int row : rows) {
            long known = grid.row(row).values().stream()
                    .filter(cell -> leaves.contains(HeadingText.of(cell.text()).skeleton()))
                    .count();
            if (known >= 2) {
                HeadingPaths paths = HeadingPaths.above(grid, row + 1, HeadingPaths.columnsOf(grid, row), 0);
                NavigableMap<Integer, Integer> columns = byHeading(paths);
                if (columns.size() > most) {
                    most = columns.size();
                    int label = labelColumn(row, columns, paths);
                    best = Optional.of(new TableHeading(row, false, columns, columns, label, List.of()));
                }
            }
        }
        return best;
    }

    /** The column 'name' of a list; else the one headed like the blank's; else the nearest before the figures. */
    private int labelColumn(int row, NavigableMap<Integer, Integer> columns, HeadingPaths paths) {
        Optional<Integer> name = form.columns().stream()
                .filter(column -> NAME.equals(column.attribute()))
                .flatMap(column -> Optional.ofNullable(columns.get(column.no())).stream())
                .findFirst();
        return name.or(() -> paths.ofColumns().keySet().stream()
                        .filter(column -> !columns.containsValue(column) && isHeadedAsLabel(paths.of(column)))
                        .min(Integer::compare))
                .orElseGet(() -> leftOf(row, columns));
    }

    private boolean isHeadedAsLabel(List<HeadingText> path) {
        return !blank.label().isEmpty()
                && path.stream().anyMatch(text -> text.similarity(HeadingText.of(blank.label())) >= GOOD_FIT);
    }

    /** The nearest column before the first of {@code columns} that has texts below the heading. */
    private int leftOf(int row, Map<Integer, Integer> columns) {
        int first = columns.values().stream().min(Integer::compare).orElse(0);
        for (int column = first - 1; column >= 0; column--) {
            if (hasTexts(row, column)) {
                return column;
            }
        }
        return Math.max(0, first - 1);
    }

    private boolean hasTexts(int row, int column) {
        return grid.rows().tailMap(row, false).values().stream()
                .limit(ROWS_SEEN_FOR_LABELS)
                .filter(cells -> cells.values().stream().noneMatch(cell -> TableRows.mayEndATable(cell.text())))
                .anyMatch(cells -> cells.containsKey(column)
                        && cells.get(column).kind() == Grid.Kind.TEXT
                        && cells.get(column).text().strip().length() > 2);
    }
}
