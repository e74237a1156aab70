package tonghop.validate.unusual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A unit's count of one measure, with its counts of earlier periods of the same type. Periods without a count are left
 * out: missing is not zero.
 *
 * @param value the count that is looked at
 * @param season which part of the year it is of, such as 2 for the second quarter; always the same for years
 * @param earlier newest first
 */
public record CountSeries(long value, int season, List<Past> earlier) {

    public CountSeries {
        earlier = List.copyOf(earlier);
    }

    /** The count of an earlier period. */
    public record Past(int season, long value) {}

    List<Long> earlierValues() {
        return earlier.stream().map(Past::value).toList();
    }

    /** The counts of the same season, where there are those of two years at least and other seasons beside them. */
    List<Long> sameSeason() {
        List<Long> same = earlier.stream()
                .filter(past -> past.season() == season)
                .map(Past::value)
                .toList();
        return same.size() < 2 || same.size() == earlier.size() ? List.of() : same;
    }

    /** The earlier counts, apart by season. */
    List<List<Long>> bySeason() {
        Map<Integer, List<Long>> seasons = new TreeMap<>();
        earlier.forEach(past -> seasons.computeIfAbsent(past.season(), number -> new ArrayList<>())
                .add(past.value()));
        return List.copyOf(seasons.values());
    }
}
