package tonghop.domain.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the finer periods that together cover a stretch of days, each day once.
 *
 * <p>Of several ways the one with the longest periods is taken, from the first day on: nine months and the fourth
 * quarter before two halves, two halves before four quarters, quarters before months.
 */
public final class PeriodCover {

    private final LocalDate to;
    private final Map<LocalDate, List<Period>> byFirstDay = new HashMap<>();
    private final Map<LocalDate, Optional<List<Period>>> known = new HashMap<>();
    private final Validity days;

    private PeriodCover(Validity days, LocalDate to, Collection<Period> finer) {
        this.days = days;
        this.to = to;
        for (Period period : finer) {
            byFirstDay
                    .computeIfAbsent(firstDay(period), day -> new ArrayList<>())
                    .add(period);
        }
        byFirstDay
                .values()
                .forEach(starting -> starting.sort(
                        Comparator.comparing(Period::to).reversed().thenComparing(Period::code)));
    }

    /**
     * The periods, in order of time. They may reach beyond the first and the last day, as a quarter does in which a
     * unit ended.
     *
     * @param finer those to choose from
     * @return empty if a day stays uncovered
     */
    public static Optional<List<Period>> of(LocalDate from, LocalDate to, Collection<Period> finer) {
        Validity days = new Validity(from, to);
        List<Period> inside = finer.stream()
                .filter(period -> days.overlaps(new Validity(period.from(), period.to())))
                .toList();
        return new PeriodCover(days, to, inside).from(from);
    }

    private LocalDate firstDay(Period period) {
        LocalDate from = days.from();
        return from != null && period.from().isBefore(from) ? from : period.from();
    }

    private Optional<List<Period>> from(LocalDate day) {
        if (day.isAfter(to)) {
            return Optional.of(List.of());
        }
        Optional<List<Period>> before = known.get(day);
        if (before == null) {
            before = longestFirst(day);
            known.put(day, before);
        }
        return before;
    }

    private Optional<List<Period>> longestFirst(LocalDate day) {
        for (Period first : byFirstDay.getOrDefault(day, List.of())) {
            Optional<List<Period>> rest = from(first.to().plusDays(1));
            if (rest.isPresent()) {
                List<Period> cover = new ArrayList<>(List.of(first));
                cover.addAll(rest.get());
                return Optional.of(cover);
            }
        }
        return Optional.empty();
    }
}
