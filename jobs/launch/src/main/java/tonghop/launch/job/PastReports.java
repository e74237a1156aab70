package tonghop.launch.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import tonghop.catalogue.Catalogue;
import tonghop.domain.time.Deadlines;
import tonghop.domain.time.Period;
import tonghop.domain.unit.Unit;
import tonghop.domain.unit.UnitTree;
import tonghop.launch.console.Trouble;
import tonghop.report.Basis;
import tonghop.report.Layouts;
import tonghop.report.ReportFolder;
import tonghop.rollup.record.Seals.Seal;
import tonghop.rollup.report.ReportScope;
import tonghop.rollup.report.Reports;
import tonghop.rollup.store.Moment;
import tonghop.rollup.store.StandingStore;
import tonghop.rollup.sum.RollUp;

/**
 * Writes reports as they would have been at a moment in the past, under today's catalogue and version.
 *
 * @param transaction of its own, since it is rolled back: what a run around it does is not
 */
public record PastReports(
        Catalogue catalogue,
        Layouts layouts,
        ReportScope scope,
        StandingStore standing,
        RollUp rollUp,
        Returns returns,
        CompleteReports complete,
        JdbcTemplate template,
        OwnTransaction transaction) {

    /** Where reports of a moment stand, beside those of today. */
    public static Path folder(Path out, Instant asOf) {
        return out.resolve("as-of").resolve(asOf.toString().replace(":", ""));
    }

    /**
     * Writes the reports of {@code units} for {@code period}; nothing in the database changes.
     *
     * @param out where to: below it stands a folder for each unit and period
     * @return the folders written, relative to {@code out}
     */
    public List<String> write(Period period, List<Unit> units, Path out, Instant asOf) throws IOException {
        return asOf(asOf, period, reports -> {
            List<String> written = new ArrayList<>();
            for (Unit unit : units) {
                folder(unit, period, out, asOf)
                        .publish(complete.of(unit, reports, asOf), layouts, returns.within(unit, period));
                written.add(unit.code() + "/" + period.code());
            }
            return written;
        });
    }

    /**
     * Writes reports of a closed period again, those that come out byte for byte as they were closed; nothing in the
     * database changes.
     *
     * @param lost their folders, relative to {@code out}
     * @param failed told of each that could not be written, and why
     * @return by folder, of those that did: the files that somebody had edited, under the names by which they were kept
     */
    Map<String, List<Path>> restore(Seal seal, List<String> lost, Path out, BiConsumer<String, Trouble> failed)
            throws IOException {
        Period period = catalogue.definitions().calendar().find(seal.period()).orElseThrow();
        UnitTree tree = catalogue.definitions().unitsOf(period);
        Instant asOf = seal.recordedAt();
        return asOf(asOf, period, reports -> {
            Map<String, List<Path>> restored = new TreeMap<>();
            for (String place : lost) {
                Unit unit = tree.get(place.substring(0, place.indexOf('/')));
                OwnTransaction.troubleOf(() -> folder(unit, period, out, asOf)
                                .restore(
                                        seal.outputs().getOrDefault(place, ""),
                                        complete.of(unit, reports, asOf),
                                        layouts,
                                        returns.within(unit, period))
                                .ifPresent(kept -> restored.put(place, kept)))
                        .ifPresent(trouble -> failed.accept(place, trouble));
            }
            return restored;
        });
    }

    /** What is done with the reports of a moment. */
    private interface Work<T> {

        T with(Reports reports) throws IOException;
    }

    private <T> T asOf(Instant asOf, Period period, Work<T> work) throws IOException {
        try {
            return transaction.withoutTrace(() -> {
                standing.update(Moment.of(asOf), LocalDate.ofInstant(asOf, Deadlines.ZONE));
                rollUp.update(period, asOf);
                try {
                    return work.with(Reports.of(period, asOf, catalogue.definitions(), template));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ReportFolder folder(Unit unit, Period period, Path out, Instant asOf) {
        return new ReportFolder(
                out,
                new Basis(
                        unit.code(),
                        period.code(),
                        Version.current(),
                        catalogue.digest(),
                        scope.digest(unit, period, asOf)));
    }
}
