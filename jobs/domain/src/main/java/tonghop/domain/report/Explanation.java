package tonghop.domain.report;

import java.util.List;
import java.util.Locale;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;

/**
 * The way from a figure back to the cells that it stands on.
 *
 * @param formula how the figure is made of what stands directly below it, such as {@code 2023-Q1 12 + 2023-Q2 30}
 * @param cells the observations behind it; for a measure their values, each times its factor, add up to the figure
 */
public record Explanation(Unit unit, Period period, Figure figure, String formula, List<Cell> cells) {

    public Explanation {
        cells = List.copyOf(cells);
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
     * @param factor how often it counts: 1, or what the definition of a total says
     */
    public record Cell(Role role, int factor, Leaf leaf) {}
}
