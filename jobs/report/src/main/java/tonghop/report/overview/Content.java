package tonghop.report.overview;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;

/** What comes into a cell. */
sealed interface Content {

    Content NOTHING = new Text("", null);

    record Text(String text, @Nullable Target target) implements Content {}

    /**
     * A number.
     *
     * @param decimals to show
     * @param mark such as 'ít nhất', shown before it; the cell holds the number alone
     */
    record Numeral(
            BigDecimal value,
            int decimals,
            @Nullable Qualifier mark,
            @Nullable Target target) implements Content {

        Numeral(BigDecimal value, int decimals, @Nullable Target target) {
            this(value, decimals, null, target);
        }
    }

    /**
     * A live formula with what it comes to.
     *
     * @param calculation empty where the layout has left out a cell that the formula needs: then the value alone is
     *     written
     */
    record Formula(Calculation calculation, Content result) implements Content {}

    /** Makes the text of a formula once every cell has its place. */
    interface Calculation {
        Optional<String> in(Addresses row);
    }

    static Content text(@Nullable String text) {
        return text == null || text.isEmpty() ? NOTHING : new Text(text, null);
    }

    static Content link(String text, @Nullable Target target) {
        return new Text(text, target);
    }

    static Content whole(int number) {
        return new Numeral(BigDecimal.valueOf(number), 0, null);
    }

    /** A number with the decimals that it has, at most {@code decimals}; nothing if absent. */
    static Content number(@Nullable BigDecimal value, int decimals) {
        return number(value, decimals, null, null);
    }

    static Content number(@Nullable BigDecimal value, int decimals, @Nullable Qualifier mark, @Nullable Target target) {
        if (value == null) {
            return NOTHING;
        }
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        return new Numeral(value, isWhole ? 0 : Math.max(1, decimals), mark, target);
    }

    /** Where a cell leads to. */
    sealed interface Target {

        /** A line of a section, from 0. */
        record ToLine(String section, int line) implements Target {}

        /** The top of a sheet. */
        record ToSheet(String name) implements Target {}

        /** A file beside the workbook, by its path with forward slashes. */
        record ToFile(String path) implements Target {}
    }
}
