package tonghop.domain.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How like a period the days are that somebody states.
 *
 * <p>Our choice: the days in both, as a share of the days in either. At {@link #NEAR} a calendar quarter (15 days off
 * at both ends) still counts as the quarter, half a year never as the year.
 */
final class StatedDays {

    /** From here on days may stand for a period that they are not exactly those of. */
    static final double NEAR = 0.6;

    /** A second period that comes this close to the likeliest one may be meant as well. */
    private static final double TOO_CLOSE = 0.1;

    private StatedDays() {}

    /** The days in both as a share of the days in either, 0 to 1; both must have two ends. */
    static double likeness(Validity one, Validity other) {
        LocalDate from = later(first(one), first(other));
        LocalDate to = earlier(last(one), last(other));
        double both = to.isBefore(from) ? 0 : days(from, to);
        return both / (days(first(one), last(one)) + days(first(other), last(other)) - both);
    }

    /** Those near enough that none of the others is much likelier, the likeliest first. */
    static List<Period> likeliest(List<Period> candidates, ToDoubleFunction<Period> likeness) {
        double best = candidates.stream().mapToDouble(likeness).max().orElse(0);
        return candidates.stream()
                .filter(period -> likeness.applyAsDouble(period) >= Math.max(NEAR, best - TOO_CLOSE))
                .sorted(Comparator.comparingDouble(likeness).reversed())
                .toList();
    }

    private static LocalDate first(Validity days) {
        return days.from() == null ? LocalDate.MIN : days.from();
    }

    private static LocalDate last(Validity days) {
        return days.to() == null ? LocalDate.MAX : days.to();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static double days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
