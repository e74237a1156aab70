package tonghop.domain.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table that was sent.
 *
 * @param number the row's number in the sheet, from 1
 * @param label what stands in the label column
 * @param unit the code of the unit that the row speaks of; for an office or a category the sender
 * @param entries numbers, by the number of their column
 * @param texts of a list's item: its attributes
 */
public record TableRow(
        Kind kind,
        int number,
        String label,
        String labelCell,
        @Nullable String unit,
        Map<Integer, Entry> entries,
        Map<String, String> texts) {

    public TableRow {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** What a row is. */
    public enum Kind {
        /** The sender itself. */
        SENDER,
        /** An office inside the sender that the registry does not know. */
        OFFICE,
        /** A registered unit below the sender. */
        UNIT,
        /** All children of the sender together, in one row. */
        CHILDREN,
        /** A kind of business of the sender. */
        CATEGORY,
        /** An item of a list. */
        ITEM,
        /** A subtotal of the rows that follow it or stand before it; a control and never added. */
        GROUP,
        /** The sum of all rows; a control and never added. */
        TOTAL,
        /** Some of what the row above counts ('trong đó'); never added. */
        PART,
        /** Another period, a plan, a difference or the like, to compare with; never added. */
        COMPARISON;

        /** Whether the row's counts are data, rather than a sum of other rows or a remark on them. */
        public boolean isLeaf() {
            return !isControl() && this != PART && this != COMPARISON;
        }

        /** Whether the row's counts are a sum of other rows, which is checked and never added. */
        public boolean isControl() {
            return this == GROUP || this == TOTAL;
        }
    }

    /** The same row, read as another kind. */
    public TableRow as(Kind other) {
        return new TableRow(other, number, label, labelCell, unit, entries, texts);
    }

    /** The same row with other numbers. */
    public TableRow with(Map<Integer, Entry> other) {
        return new TableRow(kind, number, label, labelCell, unit, other, texts);
    }

    /** The numbers alone, by column. */
    public Map<Integer, BigDecimal> values() {
        Map<Integer, BigDecimal> values = new HashMap<>();
        entries.forEach((column, entry) -> values.put(column, entry.value()));
        return values;
    }
}
