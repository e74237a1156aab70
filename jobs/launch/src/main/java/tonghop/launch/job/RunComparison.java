package tonghop.launch.job;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tonghop.domain.form.Definitions;
import tonghop.domain.report.PublishedReport;
import tonghop.domain.report.PublishedReport.Source;
import tonghop.domain.report.ReportChange;
import tonghop.domain.report.ReportComparison;
import tonghop.domain.report.ReportComparison.Circumstances;
import tonghop.report.PublishedFiles;
import tonghop.rollup.record.Publications;
import tonghop.rollup.record.Publications.Publication;
import tonghop.rollup.record.Publications.Published;
import tonghop.rollup.record.Publications.Run;
import tonghop.rollup.store.Withdrawals;

/** Compares the reports as they stood at the end of two runs. */
public record RunComparison(
        Publications publications, List<Run> runs, Withdrawals withdrawals, Definitions definitions) {

    /** The parts of a catalogue that say what is counted, and how. */
    private static final Set<String> RULES = Set.of("forms", "indicators", "calendar", "rules");

    /** The reports that differ, by unit and period. */
    public List<ReportChange> between(Run before, Run after) throws IOException {
        Map<String, Publication> then = standing(before);
        Map<String, Publication> now = standing(after);
        Set<String> reports = new TreeSet<>(then.keySet());
        reports.addAll(now.keySet());
        List<ReportChange> changes = new ArrayList<>();
        for (String report : reports) {
            Publication was = then.get(report);
            Publication is = now.get(report);
            boolean isSame = was != null && is != null && was.manifest().equals(is.manifest());
            if (!isSame) {
                ReportChange change = compare(was, is, before, after);
                if (!change.isEmpty()) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    /**
     * What became different between a report as it was published and as it is about to be.
     *
     * @param now the run that is about to publish it
     */
    ReportChange since(Publication was, PublishedReport is, Run now) throws IOException {
        Run wrote = run(was);
        return ReportComparison.of(read(was, was), is, definitions, circumstances(wrote, now, wrote, now));
    }

    private Map<String, Publication> standing(Run run) {
        return publications.standing(run).stream()
                .collect(Collectors.toMap(
                        report -> report.unit() + "/" + report.period(),
                        report -> report,
                        (one, two) -> two,
                        TreeMap::new));
    }

    private ReportChange compare(@Nullable Publication was, @Nullable Publication is, Run before, Run after)
            throws IOException {
        Publication any =
                Stream.of(was, is).flatMap(Stream::ofNullable).findFirst().orElseThrow();
        return ReportComparison.of(
                read(was, any),
                read(is, any),
                definitions,
                circumstances(was == null ? before : run(was), is == null ? after : run(is), before, after));
    }

    private PublishedReport read(@Nullable Publication publication, Publication any) throws IOException {
        if (publication == null) {
            return PublishedReport.none(any.unit(), any.period());
        }
        Published published = publications.read(publication);
        return PublishedFiles.read(published.report(), published.observations());
    }

    private Run run(Publication publication) {
        return runs.stream()
                .filter(run -> run.number() == publication.run())
                .findFirst()
                .orElseThrow();
    }

    /** The rules are those under which each was written; what was taken back is what was in between the two runs. */
    private Circumstances circumstances(Run wrote, Run rewrote, Run before, Run after) {
        Set<String> changed = changedParts(wrote, rewrote);
        Set<String> withdrawn = before.number() <= after.number()
                ? withdrawals.between(before.recordedAt(), after.recordedAt())
                : Set.of();
        return new Circumstances(
                withdrawn,
                this::isLate,
                changed.contains("units"),
                !Collections.disjoint(changed, RULES),
                changed.contains("reports"),
                !wrote.version().equals(rewrote.version()));
    }

    /** What an older Tonghop took no note of cannot be said to have changed. */
    private static Set<String> changedParts(Run wrote, Run rewrote) {
        Map<String, String> old = wrote.parts();
        Set<String> changed = new TreeSet<>();
        rewrote.parts().forEach((part, digest) -> {
            if (old.containsKey(part) && !digest.equals(old.get(part))) {
                changed.add(part);
            }
        });
        return changed;
    }

    private boolean isLate(Source source) {
        Instant received = publications.received(source.sha256()).orElse(Instant.MIN);
        return definitions.calendar().find(source.period()).stream()
                .anyMatch(period -> definitions.unitsOf(period).find(source.unit()).stream()
                        .anyMatch(unit -> definitions.calendar().deadlines().isLate(unit.level(), period, received)));
    }
}
