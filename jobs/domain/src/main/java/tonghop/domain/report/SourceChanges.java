package tonghop.domain.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tonghop.domain.report.PublishedReport.Source;
import tonghop.domain.report.ReportChange.Event;
import tonghop.domain.report.ReportComparison.Circumstances;

/** Names the cause of what became different in the sheets behind two publications of a report. */
final class SourceChanges {

    private final PublishedReport before;
    private final PublishedReport after;
    private final Circumstances circumstances;

    SourceChanges(PublishedReport before, PublishedReport after, Circumstances circumstances) {
        this.before = before;
        this.after = after;
        this.circumstances = circumstances;
    }

    /** What was sent, corrected or taken back, and whether it is laid out otherwise. */
    List<Event> events() {
        List<Event> events = new ArrayList<>();
        Set<Source> counting = new LinkedHashSet<>();
        after.sources().stream().filter(Source::counts).forEach(counting::add);
        for (Source now : counting) {
            Source then = find(before, now).orElse(null);
            if (then == null || !then.isSameContent(now)) {
                events.add(new Event(of(then, now, now.unit()), then, now));
            }
        }
        before.sources().stream()
                .filter(Source::counts)
                .filter(then -> find(after, then).isEmpty())
                .forEach(then -> events.add(new Event(of(then, null, then.unit()), then, null)));
        boolean wasWrittenTwice = !before.nodes().isEmpty() && !after.nodes().isEmpty();
        if (circumstances.layoutsChanged() && wasWrittenTwice) {
            events.add(new Event(ChangeCause.LAYOUT, null, null));
        }
        return events;
    }

    private static Optional<Source> find(PublishedReport report, Source like) {
        return report.sources().stream()
                .filter(Source::counts)
                .filter(like::isSameKey)
                .findFirst();
    }

    /**
     * Why {@code now} stands where {@code then} stood in the figures of {@code unit}.
     *
     * @param then absent: nothing stood there
     * @param now absent: nothing stands there any more
     */
    ChangeCause of(@Nullable Source then, @Nullable Source now, String unit) {
        if (then != null
                && circumstances.withdrawn().contains(then.sha256())
                && (now == null || !then.isSameContent(now))) {
            return ChangeCause.WITHDRAWAL;
        }
        if (now != null && then != null && then.isSameKey(now)) {
            return then.isSameContent(now) ? ofSameContent(unit) : ChangeCause.CORRECTION;
        }
        if (now != null && !wasKnown(now)) {
            return find(before, now).isPresent()
                    ? ChangeCause.CORRECTION
                    : circumstances.isLate().test(now) ? ChangeCause.LATE : ChangeCause.NEW;
        }
        if (now == null && then != null) {
            Optional<Source> instead = find(after, then);
            return instead.isPresent() && !instead.get().isSameContent(then)
                    ? ChangeCause.CORRECTION
                    : ofSameContent(unit);
        }
        return ofSameContent(unit);
    }

    private boolean wasKnown(Source now) {
        return before.sources().stream().anyMatch(now::isSameContent);
    }

    /** The same sheets, and yet another figure. */
    ChangeCause ofSameContent(String unit) {
        if (circumstances.unitsChanged() && isOtherUnit(unit)) {
            return ChangeCause.UNIT;
        }
        if (circumstances.rulesChanged()) {
            return ChangeCause.RULE;
        }
        if (circumstances.unitsChanged()) {
            return ChangeCause.UNIT;
        }
        return circumstances.versionChanged() ? ChangeCause.VERSION : ChangeCause.OTHER;
    }

    private boolean isOtherUnit(String unit) {
        PublishedReport.Node then = before.nodes().get(unit);
        PublishedReport.Node now = after.nodes().get(unit);
        return then == null
                || now == null
                || !then.name().equals(now.name())
                || !String.valueOf(then.parent()).equals(String.valueOf(now.parent()));
    }
}
