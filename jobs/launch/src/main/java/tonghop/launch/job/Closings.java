package tonghop.launch.job;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tonghop.catalogue.Catalogue;
import tonghop.domain.report.PublishedReport;
import tonghop.domain.report.Report;
import tonghop.domain.time.Deadlines;
import tonghop.report.PublishedFiles;
import tonghop.rollup.record.Publications;
import tonghop.rollup.record.Publications.Publication;
import tonghop.rollup.record.Publications.Run;
import tonghop.rollup.record.Seals;
import tonghop.rollup.record.Seals.Seal;
import tonghop.rollup.store.Withdrawals;

/** Tells in a report what became different since its period was last closed. */
record Closings(Catalogue catalogue, Seals seals, Publications publications, Withdrawals withdrawals) {

    /** Later than anything that is stored. */
    private static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    /** The report as it is to be written now. */
    Report since(Report report) throws IOException {
        Optional<Seal> seal = seals.last(report.period().code());
        return seal.isPresent() ? since(seal.get(), report, NOW) : report;
    }

    /** The report as it was to be written at a moment in the past. */
    Report since(Report report, Instant asOf) throws IOException {
        Optional<Seal> seal = seals.last(report.period().code(), asOf);
        return seal.isPresent() ? since(seal.get(), report, asOf) : report;
    }

    private Report since(Seal seal, Report report, Instant until) throws IOException {
        String unit = report.top().unit().code();
        String period = report.period().code();
        String manifest = seal.outputs().getOrDefault(unit + "/" + period, "");
        LocalDate closedOn = seal.recordedAt().atZone(Deadlines.ZONE).toLocalDate();
        Optional<Publication> sealed = publications.find(unit, period, manifest);
        if (sealed.isEmpty()) {
            return report.since(new Report.SinceClosing(closedOn, null));
        }
        Run now = new Run(Long.MAX_VALUE, "", until, Version.current(), catalogue.digest(), catalogue.parts());
        PublishedReport is = PublishedFiles.of(report);
        RunComparison comparison =
                new RunComparison(publications, publications.runs(), withdrawals, catalogue.definitions());
        return report.since(new Report.SinceClosing(closedOn, comparison.since(sealed.get(), is, now)));
    }
}
