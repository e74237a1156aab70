package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Qualifier;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;

/**
 * The way from a figure back to the cells that it stands on.
 *
 * @param formula how the figure is made of what stands directly below it, such as {@code 2023-Q1 12 + 2023-Q2 30}
 * @param leaves the observations behind it; for a measure their values, each times its factor, add up to the figure
 */
public record Explanation(Unit unit, Period period, Figure figure, String formula, List<Leaf> leaves) {

    public Explanation {
        leaves = List.copyOf(leaves);
    }

    /** What a leaf is to the figure. */
    public enum Role {
        VALUE,
        NUMERATOR,
        DENOMINATOR,
        /** The rate as the unit states it itself. */
        DECLARED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An observation behind a figure.
     *
     * @param unit the code of the unit that it is about, as of {@code period}
     * @param period the code of the period that it was sent for
     * @param factor how often it counts: 1, or what the definition of a total says
     * @param cell where it stands; several joined with {@code +} or {@code -} for a measure that is a sum of columns
     * @param raw the text in the cell; empty for a sum of columns
     */
    public record Leaf(
            Role role,
            String unit,
            String period,
            String form,
            String measure,
            String row,
            BigDecimal value,
            @Nullable Qualifier qualifier,
            int factor,
            String file,
            String sha256,
            String sheet,
            String cell,
            String raw) {}
}
