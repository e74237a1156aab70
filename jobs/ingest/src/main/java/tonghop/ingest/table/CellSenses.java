package tonghop.ingest.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tonghop.domain.form.Form;
import tonghop.domain.form.Measure;
import tonghop.ingest.text.NumberCell;
import tonghop.spreadsheet.Grid;
import tonghop.spreadsheet.text.NumberStyle;
import tonghop.spreadsheet.text.VietnameseText;

/** What all cells of a table together say about how to read each: inferred by sheet and by column, never by cell. */
final class CellSenses {

    private final NumberStyle style;
    private final Map<Integer, Boolean> mayBeShares = new HashMap<>();

    private CellSenses(NumberStyle style) {
        this.style = style;
    }

    static CellSenses of(Grid grid, List<Integer> rows, Form form, Map<Integer, Integer> columns) {
        List<String> counts = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Map<Integer, List<BigDecimal>> rates = new HashMap<>();
        for (Map.Entry<Integer, Integer> column : columns.entrySet()) {
            Measure measure =
                    form.column(column.getKey()).map(Form.Column::measure).orElse(null);
            if (measure == null) {
                continue;
            }
            for (int row : rows) {
                Grid.Cell cell = grid.cell(row, column.getValue());
                if (cell != null && cell.kind() == Grid.Kind.TEXT) {
                    (measure.decimals() == 0 ? counts : others).add(VietnameseText.tidy(cell.text()));
                } else if (cell != null && cell.number() != null && !cell.isPercent()) {
                    rates.computeIfAbsent(column.getKey(), any -> new ArrayList<>())
                            .add(cell.number());
                }
            }
        }
        CellSenses senses = new CellSenses(NumberStyle.of(counts, others));
        rates.forEach((column, values) -> senses.mayBeShares.put(
                column, values.stream().allMatch(value -> value.compareTo(BigDecimal.ONE) <= 0)));
        return senses;
    }

    /** How to read the cells of column {@code number}. */
    NumberCell.Sense of(int number) {
        return new NumberCell.Sense(style, mayBeShares.getOrDefault(number, false));
    }
}
