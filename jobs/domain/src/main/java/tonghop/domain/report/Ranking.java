package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Units in the order of one figure: by the values as they are shown, the best first, and of a count the highest. Units
 * that show the same value share a place, and keep the order in which they were given.
 *
 * @param of the figure, of whichever unit
 * @param ranked those with a value that was counted or computed
 * @param without those without one: missing, only declared, or over a denominator of 0
 */
public record Ranking(Figure of, List<Ranked> ranked, List<UnitReport> without) {

    public Ranking {
        ranked = List.copyOf(ranked);
        without = List.copyOf(without);
    }

    /**
     * A unit with its place.
     *
     * @param place from 1; after two that share the first place comes the third
     * @param figure of the unit
     * @param shown the figure's value as it is shown
     */
    public record Ranked(int place, UnitReport unit, Figure figure, BigDecimal shown) {}

    /** Ranks {@code units} by their figures with the id of {@code of}. */
    public static Ranking of(Figure of, List<UnitReport> units) {
        List<Ranked> unordered = new ArrayList<>();
        List<UnitReport> without = new ArrayList<>();
        for (UnitReport unit : units) {
            unit.find(of.id())
                    .filter(figure -> figure.value() != null)
                    .ifPresentOrElse(
                            figure ->
                                    unordered.add(new Ranked(0, unit, figure, Objects.requireNonNull(figure.shown()))),
                            () -> without.add(unit));
        }
        Comparator<Ranked> lowestFirst = Comparator.comparing(Ranked::shown);
        unordered.sort(of.isHighestFirst() ? lowestFirst.reversed() : lowestFirst);
        List<Ranked> ranked = new ArrayList<>();
        for (Ranked next : unordered) {
            Ranked last = ranked.isEmpty() ? null : ranked.get(ranked.size() - 1);
            int place = last != null && last.shown().compareTo(next.shown()) == 0 ? last.place() : ranked.size() + 1;
            ranked.add(new Ranked(place, next.unit(), next.figure(), next.shown()));
        }
        return new Ranking(of, ranked, without);
    }
}
