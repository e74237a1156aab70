package tonghop.domain.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.PublishedReport.Source;

/**
 * What became different between two publications of a report, and why.
 *
 * @param events what was sent, corrected or taken back, and whether the layouts are others
 * @param figures those that changed, units from above
 */
public record ReportChange(String unit, String period, List<Event> events, List<FigureChange> figures) {

    public ReportChange {
        events = List.copyOf(events);
        figures = List.copyOf(figures);
    }

    /** Whether nothing is different. */
    public boolean isEmpty() {
        return events.isEmpty() && figures.isEmpty();
    }

    /**
     * A sheet that came, went or was replaced; or another layout, without a sheet.
     *
     * @param before absent: nothing stood there
     * @param after absent: nothing stands there any more
     */
    public record Event(
            ChangeCause cause,
            @Nullable Source before,
            @Nullable Source after) {}

    /**
     * A figure that changed.
     *
     * @param before absent: it was missing
     * @param after absent: it is missing
     * @param value a measure's difference by cause; they add up to the whole difference. Empty for an indicator
     * @param numerator an indicator's, the same way; empty for a measure
     * @param denominator an indicator's, the same way; empty for a measure
     */
    public record FigureChange(
            String unit,
            String unitName,
            String id,
            String label,
            Figure.Kind kind,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            Map<ChangeCause, BigDecimal> value,
            Map<ChangeCause, BigDecimal> numerator,
            Map<ChangeCause, BigDecimal> denominator) {

        public FigureChange {
            value = ordered(value);
            numerator = ordered(numerator);
            denominator = ordered(denominator);
        }

        private static Map<ChangeCause, BigDecimal> ordered(Map<ChangeCause, BigDecimal> causes) {
            Map<ChangeCause, BigDecimal> ordered = new EnumMap<>(ChangeCause.class);
            ordered.putAll(causes);
            ordered.values().removeIf(difference -> difference.signum() == 0);
            return Collections.unmodifiableMap(ordered);
        }

        /** The difference; a missing figure counts as nothing. */
        public BigDecimal difference() {
            BigDecimal now = after == null ? BigDecimal.ZERO : after;
            return before == null ? now : now.subtract(before);
        }
    }
}
